import type * as fc from 'fast-check';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { S3AccountingFiles } from '../../lambdas/adapters/s3-accounting-files.ts';
import { withoutZeros } from '../../lambdas/core/figures/without-zeros.ts';
import { RejectedFileError } from '../../lambdas/ingest/errors.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { IngestPorts } from '../../lambdas/ingest/ingest.ts';
import { changedPart } from '../../lambdas/tally/event.ts';
import { tally } from '../../lambdas/tally/tally.ts';
import type { ChangedPart, TallyPorts } from '../../lambdas/tally/tally.ts';
import { FakeBucket } from '../fakes/fake-bucket.ts';
import { FakeTable } from '../fakes/fake-table.ts';
import { beforeRaise } from './overriding.ts';
import { countAll, countByOlderRules, countPlainRows, write } from '../fakes/plain-rows.ts';
import type { PlainFile, Shipped } from '../fakes/plain-rows.ts';
import { Scheduler, codeWaits } from './scheduler.ts';
import type { Execution, Fate } from './scheduler.ts';

/** A world: what is shipped, and how everything that happens is interleaved. */
export interface WorldPlan {
  /** For each key, the contents that are shipped under it, one after the other. */
  files: readonly (readonly Shipped[])[];
  /** Whose object is deleted once all is counted. */
  deleted: readonly boolean[];
  /** Whether the world begins with older code, and the counting version is raised on its way. */
  isRaised: boolean;
  /** One number for each decision; when they are used up, everything takes its course without faults. */
  choices: readonly number[];
}

/** What the queue holds: a hint that something happened to a key, with the ETag it had then. */
export interface Message {
  key: string;
  etag: string;
  tries: number;
}

/** A fault planted into the protocol, by which the worlds are tested. */
export interface Mutant {
  name: string;
  /** Worlds that betray it sooner than any; all kinds of worlds if it has none. */
  worlds?: fc.Arbitrary<WorldPlan>;
  /** Changes a command on its way to the table. */
  command?: (command: unknown) => unknown;
  ingest?: (ports: IngestPorts, message: Message) => IngestPorts;
  tally?: (ports: TallyPorts) => TallyPorts;
}

const RETENTION_DAYS = 400;
const NOW = new Date('2026-11-24T05:00:00Z');
/** How often a message is delivered whose file is rejected. */
const TRIES = 2;
const MAX_AT_ONCE = 4;
/** More steps than any world needs that ends at all. */
const MAX_STEPS = 20_000;

interface Running extends Execution {
  /** Puts what the execution worked on back where it came from. */
  comesAgain: () => void;
}

/** Runs a world to its end, and says what is wrong then; undefined where nothing is. */
export async function runWorld(plan: WorldPlan, mutant?: Mutant): Promise<string | undefined> {
  const world = new World(plan, mutant);
  return world.run();
}

class World {
  private readonly plan: WorldPlan;
  private readonly mutant: Mutant | undefined;
  private readonly bucket = new FakeBucket();
  private readonly table: FakeTable;
  private readonly scheduler = new Scheduler();
  private readonly shipped: number[];
  /** The code that runs is that from before the counting version was raised. */
  private isOlder: boolean;
  private readonly queue: Message[] = [];
  private readonly stream: ChangedPart[] = [];
  private readonly running: Running[] = [];
  private readonly ended: Running[] = [];
  /**
   * A message came again while a request of its ended execution was still on its way. SQS waits for minutes, so
   * that this does not happen; where it does, a late claim may leave a record at `counting`, figures exact.
   */
  private isHasty = false;
  private failure: string | undefined;

  constructor(plan: WorldPlan, mutant: Mutant | undefined) {
    this.plan = plan;
    this.mutant = mutant;
    this.shipped = plan.files.map(() => 0);
    this.isOlder = plan.isRaised;
    this.table = new FakeTable(2, (pk, sk) => {
      const change = changedPart({ pk, sk });
      if (change) this.stream.push(change);
    });
  }

  async run(): Promise<string | undefined> {
    for (const choice of this.plan.choices) await this.decide(choice % 64, choice >> 6);
    await this.settle();
    const counted = this.failure ?? (await this.differences());
    if (counted !== undefined) return counted;

    for (const [file, isDeleted] of this.plan.deleted.entries()) {
      if (!isDeleted || this.shipped[file] === undefined) continue;
      this.bucket.delete(keyOf(file));
      this.queue.push({ key: keyOf(file), etag: '"gone"', tries: 0 });
    }
    await this.settle();
    const kept = this.failure ?? (await this.differences());
    return kept && `after objects were deleted: ${kept}`;
  }

  /** One decision: which of the things that can happen next does. */
  private async decide(kind: number, which: number): Promise<void> {
    if (kind < 6) return this.deliver(which);
    if (kind < 11) return this.ship(which);
    if (kind < 16) return this.tally(which);
    if (kind < 18) return this.end(which);
    if (kind === 22 && this.isOlder) return this.deploy(which);
    const fates: Record<number, Fate> = {
      18: 'throttled',
      19: 'failed-after',
      20: 'sent-twice',
      21: 'sent-twice',
    };
    if (this.scheduler.waiting === 0) return this.deliver(which);
    await this.scheduler.next(which, fates[kind] ?? 'done');
    this.redeliver();
  }

  /** Lets everything that is left happen, in order and without faults, until nothing is. */
  private async settle(): Promise<void> {
    for (let step = 0; ; step++) {
      if (step > MAX_STEPS) {
        this.failure = 'it never comes to an end';
        return;
      }
      this.redeliver();
      if (this.scheduler.waiting > 0) await this.scheduler.next(0, 'done');
      else if (this.isUnshipped()) await this.ship(0);
      else if (this.queue.length > 0) await this.deliver(0);
      else if (this.stream.length > 0) await this.tally(0);
      else if (this.isOlder) await this.deploy(0);
      else return;
    }
  }

  private isUnshipped(): boolean {
    return this.plan.files.some((versions, file) => this.shipped[file]! < versions.length);
  }

  private async ship(which: number): Promise<void> {
    const open = this.plan.files.flatMap((versions, file) =>
      this.shipped[file]! < versions.length ? [file] : [],
    );
    const file = open[which % open.length];
    if (file === undefined) return;
    const version = this.shipped[file]!++;
    const key = keyOf(file);
    const content = this.plan.files[file]![version];
    if (content === 'deleted') this.bucket.delete(key);
    const etag = content === 'deleted' ? '"gone"' : this.bucket.put(key, write(content));
    const copies = 1 + (which % 2);
    for (let copy = 0; copy < copies; copy++) this.queue.push({ key, etag, tries: 0 });
  }

  /** Delivers any message of the queue; it comes again unless its execution succeeds. */
  private async deliver(which: number): Promise<void> {
    if (this.queue.length === 0 || this.running.length >= MAX_AT_ONCE) return;
    const [message] = this.queue.splice(which % this.queue.length, 1);
    if (!message) return;
    const running = this.start(`ingest ${message.key}`, () => this.queue.push(message));
    const table = this.clientFor(running);
    const ports: IngestPorts = {
      files: new S3AccountingFiles(
        this.bucket.client((apply) => this.scheduler.request(running, apply)),
        'bucket',
      ),
      records: this.isOlder ? beforeRaise(new DynamoFileRecords(table)) : new DynamoFileRecords(table),
      contributions: new DynamoContributions(table),
    };
    const count = this.isOlder ? countByOlderRules : countPlainRows;
    const counting = { count, retentionDays: RETENTION_DAYS, maxBytes: 1e6 };
    const mutated = this.mutant?.ingest?.(ports, message) ?? ports;
    void ingest(message.key, mutated, counting).then(
      () => this.finish(running),
      (failure: unknown) => {
        this.finish(running);
        if (failure instanceof RejectedFileError && ++message.tries >= TRIES) return;
        running.comesAgain();
      },
    );
    await codeWaits();
  }

  /** Hands any number of the stream's records to a tally; they come again unless it succeeds. */
  private async tally(which: number): Promise<void> {
    if (this.stream.length === 0 || this.running.length >= MAX_AT_ONCE) return;
    const changes = this.stream.splice(which % this.stream.length, 1 + (which % 5));
    const running = this.start('tally', () => this.stream.push(...changes));
    const table = this.clientFor(running);
    const contributions = new DynamoContributions(table);
    const ports: TallyPorts = { contributions, subtotals: contributions, figures: new DynamoFigures(table) };
    void tally(changes, this.mutant?.tally?.(ports) ?? ports).then(
      () => this.finish(running),
      () => {
        this.finish(running);
        running.comesAgain();
      },
    );
    await codeWaits();
  }

  /** Raises the counting version: nothing of the older code runs on, and every key is announced anew. */
  private async deploy(which: number): Promise<void> {
    for (const running of this.running.slice()) this.endOf(running, which);
    this.isOlder = false;
    for (const [file, shipped] of this.shipped.entries()) {
      if (shipped > 0) this.queue.push({ key: keyOf(file), etag: '"raised"', tries: 0 });
    }
  }

  /** Ends an execution where it stands, as a timeout does. */
  private async end(which: number): Promise<void> {
    const running = this.running[which % this.running.length];
    if (running) this.endOf(running, which);
  }

  private endOf(running: Running, which: number): void {
    this.scheduler.end(running, (index) => (which >> (index % 8)) % 2 === 0);
    this.finish(running);
    if (which % 4 > 0) this.ended.push(running);
    else {
      this.isHasty ||= this.scheduler.isWaiting(running);
      running.comesAgain();
    }
    this.redeliver();
  }

  /** What an ended execution worked on comes again once none of its requests can arrive any more. */
  private redeliver(): void {
    for (const running of this.ended.filter((ended) => !this.scheduler.isWaiting(ended))) {
      this.ended.splice(this.ended.indexOf(running), 1);
      running.comesAgain();
    }
  }

  private start(name: string, comesAgain: () => void): Running {
    const running = { name, ended: false, comesAgain };
    this.running.push(running);
    return running;
  }

  private finish(running: Running): void {
    const index = this.running.indexOf(running);
    if (index !== -1) this.running.splice(index, 1);
  }

  private clientFor(execution: Execution): ConstructorParameters<typeof DynamoContributions>[0] {
    const client = this.table.client((apply) => this.scheduler.request(execution, apply));
    const { command: mutate } = this.mutant ?? {};
    const send = (command: unknown): Promise<unknown> =>
      client.send((mutate ? mutate(command) : command) as never);
    return { client: { send } as never, table: 'figures', retentionDays: RETENTION_DAYS, now: () => NOW };
  }

  /** Compares what is stored with a plain count of the last content of every key. */
  private async differences(): Promise<string | undefined> {
    const last = this.plan.files.map(lastOf);
    const expected = countAll(last);
    const hours = [...new Set(this.table.items.map(({ pk }) => pk!.S!.slice('HOUR#'.length)))];
    const table = {
      client: this.table.client(),
      table: 'figures',
      retentionDays: RETENTION_DAYS,
      now: () => NOW,
    };
    const stored = await new DynamoFigures(table).ofHours([...hours, ...expected.keys()]);
    const found = new Map(
      stored.map(({ hour, isp, figures }) => [`${hour} ${isp}`, JSON.stringify(withoutZeros(figures))]),
    );
    for (const [hour, isps] of expected) {
      for (const [isp, figures] of isps) {
        const name = `${hour} ${isp}`;
        const right = JSON.stringify(withoutZeros(figures));
        if (found.get(name) !== right) return `${name} is ${found.get(name)}, not ${right}`;
        found.delete(name);
      }
    }
    for (const [name, figures] of found) if (figures !== '{}') return `${name} is ${figures}, not empty`;
    return this.isHasty ? undefined : this.unsettled(last);
  }

  private unsettled(last: readonly PlainFile[]): string | undefined {
    const states = new Map(
      this.table.items.filter(({ sk }) => sk?.S === 'FILE').map((item) => [item['key']?.S, item['state']?.S]),
    );
    for (const [file, content] of last.entries()) {
      const state = states.get(keyOf(file));
      const right = content ? 'counted' : 'rejected';
      if (state !== right) return `${keyOf(file)} is ${state}, not ${right}`;
    }
    return undefined;
  }
}

function keyOf(file: number): string {
  return `mta${file}/acct.csv`;
}

/** What a key holds in the end; plans do not end with a deletion. */
function lastOf(versions: readonly Shipped[]): PlainFile {
  const last = versions.at(-1);
  return last === 'deleted' ? undefined : last;
}
