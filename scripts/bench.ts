/**
 * Measures the reader against other ways to do the same job, in whole processes that run in turn:
 * `npm run bench [-- --rounds 3] [-- --small]`. Makes its files in `.bench/`; refuses a ratio where results differ.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { type Contender, contenders, differences, GUNZIP, isInstalled } from './bench/contenders.ts';
import { type Day, makeFile } from './bench/make-file.ts';
import { median, type Run, run } from './bench/measure.ts';
import { stagesOf } from './bench/stages.ts';
import { buildCommandLine } from './build.ts';

const root = join(import.meta.dirname, '..');
const workFolder = join(root, '.bench');
const bundle = join(root, 'dist/deferral-watch.mjs');
const DUCKDB = '@duckdb/node-api@1.5.6-r.1';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    small: { type: 'boolean', default: false },
    files: { type: 'string', default: 'quiet-100mb,quiet-1gb,several,storm-1gb' },
  },
});
const rounds = Number(values.rounds);
const names = values.small ? ['quiet-100mb', 'storm-100mb'] : values.files.split(',');
const SLOW = ['csv-parse'];

mkdirSync(workFolder, { recursive: true });
installDuckDb();
const present = contenders(workFolder, bundle).filter((contender) => {
  const isThere = isInstalled(contender, workFolder);
  if (!isThere) console.log(`${contender.name} is not installed and left out.`);
  return isThere;
});
/** Peak memory of our own command by file, in MB. */
const peaks = new Map<string, number>();
const mapped = await buildCommandLine(join(workFolder, 'mapped.mjs'), true);
for (const name of names) {
  if (name === 'several') {
    await compareSeveral();
    continue;
  }
  const file = await fileOf(name);
  console.log(`\n## ${name}\n`);
  peaks.set(name, await compare(file, present));
  console.log(`\n| stage of ${name} | seconds | share |\n|---|---:|---:|`);
  const stages = await stagesOf(mapped, file, workFolder);
  const total = stages.reduce((sum, [, taken]) => sum + taken, 0);
  for (const [stage, taken] of stages) {
    console.log(`| ${stage} | ${taken.toFixed(2)} | ${((100 * taken) / total).toFixed(0)} % |`);
  }
  const zipped = await gzipOf(file);
  console.log(`\n## ${name}, gzip\n`);
  await compare(zipped, [...present.slice(0, 1), GUNZIP]);
}
const [small, large] = [peaks.get('quiet-100mb'), peaks.get('quiet-1gb')];
if (small !== undefined && large !== undefined) {
  console.log(`\nPeak memory: ${small} MB at 100 MB, ${large} MB at 1 GB, ${large - small} MB more.`);
}

function installDuckDb(): void {
  if (existsSync(join(workFolder, 'node_modules/@duckdb/node-api'))) return;
  writeFileSync(join(workFolder, 'package.json'), '{ "private": true }\n');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', DUCKDB], { cwd: workFolder, stdio: 'ignore' });
  } catch {
    console.log('DuckDB could not be installed.');
  }
}

async function fileOf(name: string): Promise<string> {
  const path = join(workFolder, `${name}.csv`);
  const [day, size] = name.split('-');
  if (!existsSync(path)) makeFile(path, day as Day, size === '1gb' ? 1e9 : 1e8);
  // Once through, so that every contender finds the file in the page cache.
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) void piece;
  return path;
}

async function gzipOf(path: string): Promise<string> {
  const zipped = `${path}.gz`;
  if (!existsSync(zipped)) await pipeline(createReadStream(path), createGzip(), createWriteStream(zipped));
  return zipped;
}

/** What four files cost that together are as large as one. */
async function compareSeveral(): Promise<void> {
  const parts: string[] = [];
  for (let part = 0; part < 4; part++) {
    const path = join(workFolder, `several-${part}.csv`);
    if (!existsSync(path)) makeFile(path, 'quiet', 2.5e8, part);
    parts.push(path);
  }
  const one = await fileOf('quiet-1gb');
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const ofOne = await run([process.execPath, bundle, 'report', '--json', one]);
    const ofSeveral = await run([process.execPath, bundle, 'report', '--json', ...parts]);
    ratios.push(ofSeveral.seconds / ofOne.seconds);
  }
  console.log(`\nFour files of 250 MB take ${spread(ratios)} times the time of one of 1 GB.`);
}

/** Runs the contenders in turn, so that whatever else the machine does meets all of them, and prints a table; our peak. */
async function compare(file: string, all: readonly Contender[]): Promise<number> {
  const runs = new Map<Contender, Run[]>(all.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of all) {
      if (round > 0 && SLOW.includes(contender.name)) continue;
      runs.get(contender)!.push(await run(contender.command(file)));
    }
  }
  const [ours, ...others] = all as [Contender, ...Contender[]];
  const own = runs.get(ours)!;
  console.log('| | seconds (median) | peak MB | times our time (median, range) |');
  console.log('|---|---:|---:|---:|');
  console.log(`| ${ours.name} | ${seconds(own)} | ${peak(own)} | 1 |`);
  for (const other of others) {
    const theirs = runs.get(other)!;
    console.log(
      `| ${other.name} | ${seconds(theirs)} | ${peak(theirs)} | ${ratio(ours, own, other, theirs)} |`,
    );
  }
  return Number(peak(own));
}

function ratio(ours: Contender, own: readonly Run[], other: Contender, theirs: readonly Run[]): string {
  if (ours.result && other.result) {
    const parts = ours.parts.filter((part) => other.parts.includes(part));
    const wrong = differences(ours.result(own[0]!.stdout), other.result(theirs[0]!.stdout), parts);
    if (wrong.length > 0) return `refused: ${wrong.length} results differ, the first is ${wrong[0]}`;
  }
  const ratios = theirs.map((run, round) => run.seconds / own[round]!.seconds);
  return spread(ratios);
}

function spread(ratios: readonly number[]): string {
  return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
}

function seconds(runs: readonly Run[]): string {
  return median(runs.map((run) => run.seconds)).toFixed(2);
}

function peak(runs: readonly Run[]): string {
  return Math.max(...runs.map((run) => run.peakMb)).toFixed(0);
}
