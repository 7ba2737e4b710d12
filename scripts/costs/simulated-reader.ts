import { createHash } from 'node:crypto';
import { countFile } from '../../lambdas/core/accounting/count-file.ts';
import type { CountedFile } from '../../lambdas/core/accounting/counted-file.ts';
import { ATTEMPT_LISTS, named } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { hourOf, startOf } from '../../lambdas/core/hour.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { IspId } from '../../lambdas/core/receivers/isp.ts';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { countingContextFor } from '../../lambdas/core/knowledge/knowledge.ts';
import { cpuSecondsSince } from './cpu-seconds.ts';
import { ADDRESSES, HOST, contentOf } from './simulated-content.ts';
import { START, numberOf } from './simulated-traffic.ts';
import type { Shipment } from './simulated-traffic.ts';

/** Contents that differ; every host ships them in an order of its own. */
const CONTENTS = 24;
/** Readings before the first that is measured, so that the reader is compiled, as it is in a function in use. */
const WARM_UPS = 10;
const MINUTE_MS = 60_000;
/** Where a content begins: within an hour, or so that half of it lies in the next. */
const WITHIN = 10 * MINUTE_MS;
const ACROSS = 57.5 * MINUTE_MS;

const settings = parseSettings({}, 'the simulation');
const context = countingContextFor(settings);

interface Reading {
  file: CountedFile;
  cpuSeconds: number;
}

/**
 * Reads each content once with the real reader and remembers what it found and how long that took. What a shipment
 * holds is that, moved to its own hours and with its host's names.
 */
export class SimulatedReader {
  private readonly readings = new Map<string, Reading>();

  static async create(): Promise<SimulatedReader> {
    for (let i = 0; i < WARM_UPS; i++) await read(i, 1, WITHIN);
    return new SimulatedReader();
  }

  async read(shipment: Shipment): Promise<Reading> {
    const hours = [
      ...new Set([Math.max(shipment.from, 0), shipment.to].map((at) => hourOf(START + at * 1000))),
    ];
    const content = numberOf(shipment.key) % CONTENTS;
    const begins = hours.length > 1 ? ACROSS : WITHIN;
    const name = `${content} ${shipment.version} ${begins}`;
    let reading = this.readings.get(name);
    if (!reading) this.readings.set(name, (reading = await read(content, shipment.version, begins)));
    return { ...reading, file: asShipped(reading.file, shipment, hours) };
  }
}

async function read(content: number, version: number, begins: number): Promise<Reading> {
  const bytes = Buffer.from(contentOf(content, version, startOf(hourOf(START)) + begins));
  const started = process.cpuUsage();
  const file = await countFile(
    (async function* () {
      yield bytes;
    })(),
    context,
  );
  return { file, cpuSeconds: cpuSecondsSince(started) };
}

/** The same file as this host has it in these hours. */
function asShipped(file: CountedFile, { key }: Shipment, hours: readonly Hour[]): CountedFile {
  const host = key.slice(0, key.indexOf('/'));
  const addresses = ADDRESSES.map((_, source) => `203.0.113.${numberOf(`${host} ${source}`) % 256}`);
  const nameOf = (name: string): string => {
    let own = name.replace(HOST, host);
    for (const [source, address] of ADDRESSES.entries()) own = own.replace(address, addresses[source]!);
    return own;
  };
  const moved = [...file.hours.values()].map((isps, place): [Hour, Map<IspId, Figures>] => [
    hours[place]!,
    new Map([...isps].map(([isp, figures]) => [isp, renamed(figures, nameOf)])),
  ]);
  const fingerprint = createHash('sha256').update(key).digest('hex');
  return { ...file, hours: new Map(moved), fingerprint };
}

function renamed(figures: Figures, nameOf: (name: string) => string): Figures {
  const own = { ...figures };
  for (const list of ATTEMPT_LISTS) own[list] = withNames(figures[list], nameOf);
  own.evidence = named();
  for (const [rule, { sources, queues, sample }] of Object.entries(figures.evidence)) {
    own.evidence[rule] = { sources: withNames(sources, nameOf), queues: withNames(queues, nameOf), sample };
  }
  return own;
}

function withNames<Value>(
  list: Record<string, Value>,
  nameOf: (name: string) => string,
): Record<string, Value> {
  const own = named<Value>();
  for (const name of Object.keys(list)) own[nameOf(name)] = list[name]!;
  return own;
}
