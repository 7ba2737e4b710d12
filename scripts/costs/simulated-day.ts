import * as z from 'zod';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { hourKey } from '../../lambdas/adapters/figures-table.ts';
import type { TableSettings } from '../../lambdas/adapters/figures-table.ts';
import { SORT_KEYS } from '../../lambdas/adapters/table-layout.ts';
import type { AccountingFiles } from '../../lambdas/core/ports.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { changedPart } from '../../lambdas/tally/event.ts';
import { tally } from '../../lambdas/tally/tally.ts';
import type { ChangedPart } from '../../lambdas/tally/tally.ts';
import { itemBytes } from '../../test/fakes/item-size.ts';
import { CountingTable } from './counting-table.ts';
import { cpuSecondsSince } from './cpu-seconds.ts';
import { RememberedContributions } from './remembered-contributions.ts';
import { SimulatedReader } from './simulated-reader.ts';
import { START, isOneOf, shipments } from './simulated-traffic.ts';
import type { Shipment, Traffic } from './simulated-traffic.ts';

const units = z.object({ requests: z.number(), reads: z.number(), writes: z.number() });

/** What traffic costs the table and the functions. */
export const usage = z.object({
  /** Objects put into the bucket; one that is shipped again counts again. */
  files: z.number(),
  ingests: z.number(),
  tallies: z.number(),
  ingest: units,
  tally: units,
  /** Processor time of this machine to read the files: measured once for a content, counted for each file with it. */
  readingCpuSeconds: z.number(),
  /** Processor time of this machine for everything else that ingest does. */
  ingestCpuSeconds: z.number(),
  /** Processor time of this machine for the batches that were measured, and how many these are. */
  tallyCpuSeconds: z.number(),
  talliesMeasured: z.number(),
  /** The longest of them. */
  longestTallyCpuSeconds: z.number(),
  /** The most write units that one hour's partition took in a second. */
  peakWritesPerSecond: z.number(),
  /** Bytes of a contribution, on average, in the hours that are in memory at the end. */
  contributionBytes: z.number(),
  /** Read units that the tally would take if it added up whole hours, in one level. */
  oneLevelReads: z.number(),
});
export type Usage = z.infer<typeof usage>;

/** Seconds for which the stream gathers changes before it calls the tally. */
const WINDOW = 30;
/** Seconds that fill the hour to which late files belong; they are not counted. */
const WARM_UP = 3600;
/** Events in a hundred that are delivered twice. */
const DELIVERED_TWICE = 5;
const RETENTION_DAYS = 400;

/** Runs traffic through the real use cases and adapters, and counts; says when an hour of it is over. */
export async function simulate(traffic: Traffic, hourOver?: (hour: number) => void): Promise<Usage> {
  return new Simulation(await SimulatedReader.create(), traffic).run(hourOver);
}

class Simulation {
  private readonly reader: SimulatedReader;
  private readonly traffic: Traffic;
  private readonly changes = new Map<string, ChangedPart>();
  private readonly table = new CountingTable((pk, sk) => {
    const change = changedPart({ pk, sk });
    if (change) this.changes.set(`${change.hour}${change.part}`, change);
  });
  private readonly ingesting = {
    records: new DynamoFileRecords(this.settings('ingest')),
    contributions: new DynamoContributions(this.settings('ingest')),
  };
  private readonly tallying = new DynamoContributions(this.settings('tally'));
  private readonly remembered = new RememberedContributions(this.settings('tally'));
  private readonly figures = new DynamoFigures(this.settings('tally'));
  private readonly usage: Usage = {
    files: 0,
    ingests: 0,
    tallies: 0,
    ingest: this.table.unitsOf('ingest'),
    tally: this.table.unitsOf('tally'),
    readingCpuSeconds: 0,
    ingestCpuSeconds: 0,
    tallyCpuSeconds: 0,
    talliesMeasured: 0,
    longestTallyCpuSeconds: 0,
    peakWritesPerSecond: 0,
    contributionBytes: 0,
    oneLevelReads: 0,
  };

  constructor(reader: SimulatedReader, traffic: Traffic) {
    this.reader = reader;
    this.traffic = traffic;
  }

  async run(hourOver?: (hour: number) => void): Promise<Usage> {
    let windowEnd = WARM_UP + WINDOW;
    const { hosts, hours } = this.traffic;
    const all = shipments({ hosts, hours: hours + WARM_UP / 3600 });
    const counted = all.findIndex(({ at }) => at >= WARM_UP);
    for (const shipment of all.slice(0, counted)) await this.ship(shipment);
    await this.addUp(WARM_UP);
    this.forgetWarmUp();
    for (const shipment of all.slice(counted)) {
      for (; windowEnd <= shipment.at; windowEnd += WINDOW) {
        await this.addUp(windowEnd);
        if (windowEnd % 3600 === 0) hourOver?.((windowEnd - WARM_UP) / 3600);
      }
      await this.ship(shipment);
    }
    await this.addUp(windowEnd);
    const stored = this.table.items.filter(({ sk }) => sk?.S?.startsWith(SORT_KEYS.contribution));
    this.usage.contributionBytes = stored.reduce((sum, item) => sum + itemBytes(item), 0) / stored.length;
    this.usage.peakWritesPerSecond = this.table.peakWritesPerSecond;
    return this.usage;
  }

  private forgetWarmUp(): void {
    const { ingest: ingestUnits, tally: tallyUnits, ...numbers } = this.usage;
    for (const name of Object.keys(numbers)) Object.assign(this.usage, { [name]: 0 });
    for (const counted of [ingestUnits, tallyUnits]) {
      Object.assign(counted, { requests: 0, reads: 0, writes: 0 });
    }
    this.table.peakWritesPerSecond = 0;
  }

  private async ship(shipment: Shipment): Promise<void> {
    this.table.tick(shipment.at);
    this.usage.files++;
    const deliveries = isOneOf(DELIVERED_TWICE, shipment) ? 2 : 1;
    for (let delivery = 0; delivery < deliveries; delivery++) await this.ingest(shipment);
  }

  private async ingest(shipment: Shipment): Promise<void> {
    let simulating = 0;
    const count = async (): ReturnType<SimulatedReader['read']> => {
      const started = process.cpuUsage();
      const reading = await this.reader.read(shipment);
      simulating += cpuSecondsSince(started);
      this.usage.readingCpuSeconds += reading.cpuSeconds;
      return reading;
    };
    const started = process.cpuUsage();
    await ingest(
      shipment.key,
      { files: bucketWith(shipment), ...this.ingesting },
      { count: async () => (await count()).file, retentionDays: RETENTION_DAYS, maxBytes: 1e9 },
    );
    this.usage.ingestCpuSeconds += cpuSecondsSince(started) - simulating;
    this.usage.ingests++;
  }

  private async addUp(second: number): Promise<void> {
    if (this.changes.size === 0) return;
    this.table.tick(second);
    const batch = [...this.changes.values()];
    this.changes.clear();
    const used = this.usage;
    for (const hour of new Set(batch.map((change) => change.hour))) {
      used.oneLevelReads += Math.ceil((this.table.contributionBytes.get(hourKey(hour)) ?? 0) / 4096);
    }
    const figures = this.figures;
    if (used.tallies++ % this.traffic.measuredEvery > 0) {
      await tally(batch, { contributions: this.remembered, subtotals: this.remembered, figures });
      return;
    }
    const started = process.cpuUsage();
    await tally(batch, { contributions: this.tallying, subtotals: this.tallying, figures });
    const seconds = cpuSecondsSince(started);
    used.talliesMeasured++;
    used.tallyCpuSeconds += seconds;
    used.longestTallyCpuSeconds = Math.max(used.longestTallyCpuSeconds, seconds);
  }

  private settings(name: string): TableSettings {
    const client = this.table.clientFor(name);
    return { client, table: 'figures', retentionDays: RETENTION_DAYS, now: () => new Date(START) };
  }
}

/** A bucket that holds one object; its content is never looked at. */
function bucketWith({ key, version, at }: Shipment): AccountingFiles {
  const found = { etag: `"${key} ${version}"`, lastModified: new Date(START + at * 1000), size: 1 };
  return {
    open: async () => ({ ...found, content: (async function* () {})() }),
    stat: async () => found,
    list: async function* () {
      yield { ...found, key };
    },
  };
}
