import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { format } from 'prettier';
import * as z from 'zod';
import { INGEST_CAPACITY } from '../../lambdas/ingest/settings.ts';
import { TALLY_CAPACITY } from '../../lambdas/tally/settings.ts';
import { inParallel } from '../../lambdas/core/in-parallel.ts';
import { simulate, usage } from './simulated-day.ts';
import type { Usage } from './simulated-day.ts';
import { traffic } from './simulated-traffic.ts';
import type { Traffic } from './simulated-traffic.ts';

/** A time that an AWS account knows better; put in your own. */
const MILLISECONDS_PER_REQUEST = 8;
/** Where Lambda gives one whole CPU; less memory gets less in proportion, more is no use to one thread. */
const MEGABYTES_PER_CPU = 1769;

/** Requests that the tally has under way at once. */
const TALLY_AT_ONCE = 8;

/** Days, longest to simulate first. For 100 hosts and more, unpacking is measured only in some batches. */
const TRAFFIC: readonly Traffic[] = [
  { hosts: 1_000, hours: 24, measuredEvery: 97 },
  { hosts: 100, hours: 24, measuredEvery: 7 },
  { hosts: 10, hours: 24, measuredEvery: 1 },
  { hosts: 1, hours: 24, measuredEvery: 1 },
];
/** Simulations that run at once. */
const SIMULATIONS_AT_ONCE = 2;

const COSTS = new URL('../../docs/costs.md', import.meta.url);
const BEGIN = '<!-- written by `npm run costs`: begin -->';
const END = '<!-- end -->';

const prices = z
  .object({
    region: z.string(),
    asOf: z.string(),
    perMillion: z.object({
      tableReadUnits: z.number(),
      tableWriteUnits: z.number(),
      bucketPuts: z.number(),
      bucketReads: z.number(),
      busEvents: z.number(),
      queueRequests: z.number(),
      invocations: z.number(),
    }),
    perGigabyteSecond: z.number(),
  })
  .parse(JSON.parse(readFileSync(new URL('prices.json', import.meta.url), 'utf8')));

interface Row {
  traffic: Traffic;
  usage: Usage;
  ingestSeconds: number;
  tallySeconds: number;
  /** US dollars for a million files. */
  dollars: number;
}

/** Seconds that the functions run: waiting for requests, reading, and the CPU time measured here. */
function priced(traffic: Traffic, usage: Usage): Row {
  const { ingest, tally, ingests, tallies, files } = usage;
  const ingestCpuSeconds = usage.readingCpuSeconds + usage.ingestCpuSeconds;
  const ingestSeconds =
    ((ingest.requests + 2 * ingests) * MILLISECONDS_PER_REQUEST) / 1000 +
    onLambda(ingestCpuSeconds, INGEST_CAPACITY);
  const tallyCpuSeconds = (usage.tallyCpuSeconds / usage.talliesMeasured) * tallies;
  const tallySeconds =
    (tally.requests * MILLISECONDS_PER_REQUEST) / TALLY_AT_ONCE / 1000 +
    onLambda(tallyCpuSeconds, TALLY_CAPACITY);
  const gigabyteSeconds =
    (ingestSeconds * INGEST_CAPACITY.memoryMb + tallySeconds * TALLY_CAPACITY.memoryMb) / 1024;
  const { perMillion } = prices;
  const dollars =
    ((ingest.reads + tally.reads) * perMillion.tableReadUnits +
      (ingest.writes + tally.writes) * perMillion.tableWriteUnits +
      files * perMillion.bucketPuts +
      2 * ingests * perMillion.bucketReads +
      files * perMillion.busEvents +
      3 * ingests * perMillion.queueRequests +
      (ingests + tallies) * perMillion.invocations) /
      1e6 +
    gigabyteSeconds * prices.perGigabyteSecond;
  return { traffic, usage, ingestSeconds, tallySeconds, dollars: (dollars / files) * 1e6 };
}

/** How long it takes where a function's memory gives it less than a CPU. */
function onLambda(cpuSeconds: number, { memoryMb }: { memoryMb: number }): number {
  return cpuSeconds * Math.max(1, MEGABYTES_PER_CPU / memoryMb);
}

function table(rows: readonly Row[]): string {
  const line = (name: string, value: (row: Row) => string): string =>
    `| ${[name, ...rows.map(value)].join(' | ')} |`;
  const perFile = (value: (usage: Usage) => number, digits = 2): ((row: Row) => string) => {
    return ({ usage }) => (value(usage) / usage.files).toFixed(digits);
  };
  return [
    line('hosts', ({ traffic }) => traffic.hosts.toLocaleString('en')),
    line('---', () => '---:'),
    line('simulated hours', ({ traffic }) => String(traffic.hours)),
    line('files', ({ usage }) => usage.files.toLocaleString('en')),
    line(
      'ingest: invocations per file',
      perFile(({ ingests }) => ingests),
    ),
    line(
      'ingest: table requests per file',
      perFile(({ ingest }) => ingest.requests),
    ),
    line(
      'ingest: read units per file',
      perFile(({ ingest }) => ingest.reads),
    ),
    line(
      'ingest: write units per file',
      perFile(({ ingest }) => ingest.writes),
    ),
    line('ingest: seconds per file', ({ ingestSeconds, usage }) => (ingestSeconds / usage.files).toFixed(3)),
    line(
      '… of these processor time to read it',
      perFile(({ readingCpuSeconds }) => readingCpuSeconds, 3),
    ),
    line(
      '… and for everything else',
      perFile(({ ingestCpuSeconds }) => ingestCpuSeconds, 4),
    ),
    line(
      'tally: invocations per file',
      perFile(({ tallies }) => tallies),
    ),
    line(
      'tally: table requests per file',
      perFile(({ tally }) => tally.requests),
    ),
    line(
      'tally: read units per file',
      perFile(({ tally }) => tally.reads),
    ),
    line(
      '… if whole hours were added up, in one level',
      perFile(({ oneLevelReads }) => oneLevelReads),
    ),
    line(
      'tally: write units per file',
      perFile(({ tally }) => tally.writes),
    ),
    line('tally: seconds per file', ({ tallySeconds, usage }) => (tallySeconds / usage.files).toFixed(3)),
    line('tally: seconds per batch', ({ tallySeconds, usage }) => (tallySeconds / usage.tallies).toFixed(2)),
    line('… processor time of the longest', ({ usage }) =>
      onLambda(usage.longestTallyCpuSeconds, TALLY_CAPACITY).toFixed(2),
    ),
    line('bytes of a contribution', ({ usage }) => usage.contributionBytes.toFixed(0)),
    line("most write units in a second to one hour's partition", ({ usage }) =>
      String(usage.peakWritesPerSecond),
    ),
    line('US dollars for a million files', ({ dollars }) => dollars.toFixed(2)),
    line('US dollars for a day', ({ dollars, traffic }) =>
      ((dollars * traffic.hosts * 288) / 1e6).toFixed(2),
    ),
  ].join('\n');
}

/** Simulates in a process of its own, so that each has a processor and CPU time of its own. */
async function simulateApart(one: Traffic): Promise<Row> {
  const started = performance.now();
  const command = [...process.execArgv, import.meta.filename, JSON.stringify(one)];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the simulation of ${one.hosts} hosts ended with ${code}`);
  console.log(`${one.hosts} hosts: ${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
  return priced(one, usage.parse(JSON.parse(output)));
}

const [, , one] = process.argv;
if (one !== undefined) {
  const asked = traffic.parse(JSON.parse(one));
  const found = await simulate(asked, (hour) => {
    console.error(`${asked.hosts} hosts: ${hour} of ${asked.hours} hours`);
  });
  console.log(JSON.stringify(found));
} else {
  const rows: Row[] = [];
  await inParallel(TRAFFIC, SIMULATIONS_AT_ONCE, async (one) => {
    rows.push(await simulateApart(one));
  });
  await writeCosts(rows.sort((a, b) => a.traffic.hosts - b.traffic.hosts));
}

async function writeCosts(rows: readonly Row[]): Promise<void> {
  const [, ten, , thousand] = rows;
  const growth = thousand!.dollars / ten!.dollars;
  const text = [
    table(rows),
    '',
    `With 1,000 hosts a file costs ${growth.toFixed(2)} times what it costs with 10. ` +
      `Prices: ${prices.region}, as of ${prices.asOf} (scripts/costs/prices.json).`,
  ].join('\n');
  console.log(`\n${text}`);
  const document = readFileSync(COSTS, 'utf8');
  const [before, rest = ''] = document.split(BEGIN);
  const written = `${before}${BEGIN}\n\n${text}\n\n${END}${rest.split(END)[1] ?? ''}`;
  writeFileSync(COSTS, await format(written, { parser: 'markdown' }));
  if (growth > 4 / 3) throw new Error('the cost of a file grows by more than a third from 10 to 1,000 hosts');
}
