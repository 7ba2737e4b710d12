import { DynamoContributions } from '../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFigures } from '../lambdas/adapters/dynamo-figures.ts';
import { changedPart, hourKey } from '../lambdas/adapters/hour-keys.ts';
import type { AccountingFiles } from '../lambdas/core/ports.ts';
import { ingest } from '../lambdas/ingest/ingest.ts';
import { tally } from '../lambdas/tally/tally.ts';
import type { ChangedPart } from '../lambdas/tally/tally.ts';
import { itemBytes } from '../test/item-size.ts';
import { CountingTable } from './counting-table.ts';
import type { Units } from './counting-table.ts';
import { START, countedFile, isOneOf, shipments } from './simulated-traffic.ts';
import type { Shipment, Traffic } from './simulated-traffic.ts';

/** What traffic costs the table and the functions. */
export interface Usage {
  /** Objects put into the bucket; one that is shipped again counts again. */
  files: number;
  ingests: number;
  tallies: number;
  ingest: Units;
  tally: Units;
  /** CPU seconds of this machine: the use cases and adapters, without reading files. */
  ingestCpuSeconds: number;
  tallyCpuSeconds: number;
  /** The most write units that one hour's partition took in a second. */
  peakWritesPerSecond: number;
  /** Bytes of a contribution, on average. */
  contributionBytes: number;
  /** Read units that the tally would take if it added up whole hours, in one level. */
  oneLevelReads: number;
}

/** Seconds for which the stream gathers changes before it calls the tally. */
const WINDOW = 30;
/** Seconds that fill the hour to which late files belong; they are not counted. */
const WARM_UP = 3600;
/** Of a hundred events, those that are delivered twice. */
const DELIVERED_TWICE = 5;
const RETENTION_DAYS = 400;

/** Runs traffic through the real use cases and adapters, and counts. */
export async function simulate(traffic: Traffic): Promise<Usage> {
  return new Simulation().run(traffic);
}

class Simulation {
  readonly #changes = new Map<string, ChangedPart>();
  readonly #table = new CountingTable((pk, sk) => {
    const change = changedPart({ pk, sk });
    if (change) this.#changes.set(`${change.hour}${change.part}`, change);
  });
  readonly #ingesting = new DynamoContributions(this.#settings('ingest'));
  readonly #tallying = new DynamoContributions(this.#settings('tally'));
  readonly #figures = new DynamoFigures(this.#settings('tally'));
  readonly #usage: Usage = {
    files: 0,
    ingests: 0,
    tallies: 0,
    ingest: this.#table.unitsOf('ingest'),
    tally: this.#table.unitsOf('tally'),
    ingestCpuSeconds: 0,
    tallyCpuSeconds: 0,
    peakWritesPerSecond: 0,
    contributionBytes: 0,
    oneLevelReads: 0,
  };

  async run(traffic: Traffic): Promise<Usage> {
    let windowEnd = WARM_UP + WINDOW;
    const all = shipments({ ...traffic, hours: traffic.hours + WARM_UP / 3600 });
    const counted = all.findIndex(({ at }) => at >= WARM_UP);
    for (const shipment of all.slice(0, counted)) await this.#ship(shipment);
    await this.#addUp(WARM_UP);
    this.#forgetWarmUp();
    for (const shipment of all.slice(counted)) {
      for (; windowEnd <= shipment.at; windowEnd += WINDOW) await this.#addUp(windowEnd);
      await this.#ship(shipment);
    }
    await this.#addUp(windowEnd);
    const usage = this.#usage;
    const stored = this.#table.items.filter(({ sk }) => sk?.S?.startsWith('FILE#'));
    usage.contributionBytes = stored.reduce((sum, item) => sum + itemBytes(item), 0) / stored.length;
    usage.peakWritesPerSecond = this.#table.peakWritesPerSecond;
    return usage;
  }

  #forgetWarmUp(): void {
    const usage = this.#usage;
    Object.assign(usage, { files: 0, ingests: 0, tallies: 0, oneLevelReads: 0 });
    Object.assign(usage, { ingestCpuSeconds: 0, tallyCpuSeconds: 0 });
    for (const units of [usage.ingest, usage.tally])
      Object.assign(units, { requests: 0, reads: 0, writes: 0 });
    this.#table.peakWritesPerSecond = 0;
  }

  async #ship(shipment: Shipment): Promise<void> {
    this.#table.tick(shipment.at);
    this.#usage.files++;
    const deliveries = isOneOf(DELIVERED_TWICE, shipment) ? 2 : 1;
    for (let delivery = 0; delivery < deliveries; delivery++) {
      const started = process.cpuUsage();
      await ingest(
        shipment.key,
        { files: bucketWith(shipment), contributions: this.#ingesting },
        { count: async () => countedFile(shipment), retentionDays: RETENTION_DAYS, maxBytes: 1e9 },
      );
      this.#usage.ingestCpuSeconds += secondsSince(started);
      this.#usage.ingests++;
    }
  }

  async #addUp(second: number): Promise<void> {
    if (this.#changes.size === 0) return;
    this.#table.tick(second);
    const batch = [...this.#changes.values()];
    this.#changes.clear();
    for (const hour of new Set(batch.map((change) => change.hour))) {
      this.#usage.oneLevelReads += Math.ceil((this.#table.contributionBytes.get(hourKey(hour)) ?? 0) / 4096);
    }
    const started = process.cpuUsage();
    await tally(batch, { contributions: this.#tallying, subtotals: this.#tallying, figures: this.#figures });
    this.#usage.tallyCpuSeconds += secondsSince(started);
    this.#usage.tallies++;
  }

  #settings(name: string): ConstructorParameters<typeof DynamoContributions>[0] {
    const client = this.#table.clientFor(name);
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

function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
