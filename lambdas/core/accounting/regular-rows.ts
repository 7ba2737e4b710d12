import type { FileCounts } from './counts/file-counts.ts';
import { type CountableRow, NO_MX } from './counts/countable-row.ts';
import { parseReply } from '../replies/reply.ts';
import { scrub } from '../replies/scrub.ts';
import type { ByteWindow } from './byte-window.ts';
import type { CountingContext } from './counting-context.ts';
import { hourOrReason } from './hour-filter.ts';
import type { Limits } from './limits.ts';
import type { Field, RowKernel } from './row-kernel.ts';
import type { Scan } from './row-kernel-exports.ts';
import type { Header } from './row-header.ts';
import type { RowLedger, TimeReason } from './row-ledger.ts';
import { boundedName, domainOfQueue, domainOfRecipient, localPartOf, sourceName } from './row-names.ts';
import { DEFERRED, DELIVERED, type Outcome, outcomeOf, saysNothing } from './row-type.ts';
import { mxIspOf } from './text-rows.ts';

const QUOTE = 0x22;

/**
 * Counts regular rows straight from their bytes. What a row says in its columns is taught to the kernel,
 * which counts those that repeat it by itself. Only what is new is decoded and understood, by the same functions that
 * read odd rows.
 */
export class RegularRows implements CountableRow {
  outcome: Outcome = DELIVERED;
  hour = 0;
  mxIsp = 0;
  domain = 0;
  queue = 0;
  source = 0;
  reply = 0;
  replyHash = 0;
  recipientHash = 0;

  /** Types of rows that are ignored, by the number that the kernel knows them by. */
  private readonly ignoredTypes: string[] = [];
  private generation = 0;
  /** The hour whose rows the kernel counts. */
  private kernelHour = -1;

  private readonly window: ByteWindow;
  private readonly kernel: RowKernel;
  private readonly header: Header;
  private readonly context: CountingContext;
  private readonly ledger: RowLedger;
  private readonly counts: FileCounts;
  private readonly replyBytes: number;

  constructor(
    source: { window: ByteWindow; kernel: RowKernel; header: Header },
    by: { context: CountingContext; limits: Limits; ledger: RowLedger; counts: FileCounts },
  ) {
    this.window = source.window;
    this.kernel = source.kernel;
    this.header = source.header;
    this.context = by.context;
    this.ledger = by.ledger;
    this.counts = by.counts;
    this.replyBytes = by.limits.replyBytes;
    this.kernel.useLimits(by.limits);
    this.kernel.forgetHour();
    this.kernel.forgetTypes();
  }

  /** Counts the regular record at `start`, or ignores it for a reason; false where it needs a closer look. */
  count(start: number): boolean {
    const { counts, kernel, ledger } = this;
    this.catchUp();
    if (!kernel.countRepeat(start)) return this.countNew(start);
    counts.counted++;
    ledger.rows++;
    this.takeIgnored();
    return true;
  }

  /** Counts records from the window's start on while the kernel knows them, and scans the one at which it stops. */
  countRepeats(): Scan {
    const { counts, kernel, ledger, window } = this;
    this.catchUp();
    const scan = kernel.countRepeats(window.start, window.end);
    window.start = kernel.stoppedAt;
    counts.counted += kernel.rows;
    ledger.rows += kernel.rows;
    ledger.line += kernel.lines;
    this.takeIgnored();
    return scan;
  }

  sample(): string {
    const { kernel } = this;
    const field = kernel.endOf('dsndiag') > kernel.startOf('dsndiag') ? 'dsndiag' : 'dsnstatus';
    const start = kernel.startOf(field);
    const end = Math.min(kernel.endOf(field), start + this.replyBytes);
    return scrub(this.window.bytes.toString('utf8', start, end), this.localPart());
  }

  localPart(): string {
    return localPartOf(this.textOf('rcpt'));
  }

  /** Other rows may have been counted meanwhile: in another hour than the kernel's, and with tables that became full. */
  private catchUp(): void {
    const { counts, kernel } = this;
    if (counts.repeatedHour !== this.kernelHour) kernel.forgetHour();
    if (counts.generation !== this.generation) this.forgetNumbers();
  }

  /** Rows that the kernel ignored are among those that it says it counted. */
  private takeIgnored(): void {
    const { counts, ignoredTypes, kernel, ledger } = this;
    kernel.takeIgnored(ignoredTypes.length, (type, count) => {
      counts.counted -= count;
      ledger.ignoreType(ignoredTypes[type]!, count);
    });
  }

  private textOf(field: Field): string {
    const { kernel } = this;
    return this.window.bytes.toString('utf8', kernel.startOf(field), kernel.endOf(field));
  }

  /** Understands a record that repeats none, and teaches the kernel what it says. */
  private countNew(start: number): boolean {
    const type = this.readType(start);
    if (type === undefined) return false;
    const outcome = outcomeOf(type);
    if (outcome === undefined) return this.ignore(start, type);
    this.ledger.rows++;
    this.outcome = outcome;
    this.kernel.locate(start, outcome);
    this.kernel.learnOutcome(outcome);
    const hour = this.readHour();
    if (typeof hour === 'string') {
      this.ledger.ignore(hour);
      return true;
    }
    this.enterHour(hour);
    const kind = this.readKind();
    if (outcome === DELIVERED) {
      this.counts.deliver(kind);
      return true;
    }
    this.readReply();
    const judgement = this.counts.add(this);
    if (judgement) this.kernel.learnJudgement({ kind, outcome, reply: this.reply }, judgement);
    return true;
  }

  /** Nothing where doubled quotes may stand in it: the record may be read again, so it must not be changed here. */
  private readType(start: number): string | undefined {
    const { bytes } = this.window;
    const { type } = this.header.positions;
    const from = type === 0 ? start : this.kernel.ends[type - 1]! + 1;
    const to = this.kernel.ends[type]!;
    if (bytes[from] !== QUOTE) return bytes.toString('utf8', from, to);
    return this.kernel.hasDoubledQuotes ? undefined : bytes.toString('utf8', from + 1, to - 1);
  }

  /** Ignores a row for its type, where that is PowerMTA's: others may be a header. */
  private ignore(start: number, type: string): boolean {
    const { kernel, ledger } = this;
    if (kernel.hasDoubledQuotes || !saysNothing(type)) return false;
    kernel.locate(start, DEFERRED);
    const hour = this.readHour();
    if (typeof hour === 'string') return false;
    ledger.rows++;
    ledger.ignoreType(type);
    this.enterHour(hour);
    if (!this.ignoredTypes.includes(type)) this.ignoredTypes.push(type);
    kernel.learnIgnored(this.ignoredTypes.indexOf(type));
    return true;
  }

  private readHour(): number | TimeReason {
    if (this.kernel.isInHour()) return this.kernelHour;
    return hourOrReason(this.textOf('timelogged'), this.counts, this.context);
  }

  private enterHour(hour: number): void {
    const { counts, kernel } = this;
    this.hour = hour;
    counts.foldWhereFull();
    this.catchUp();
    counts.enterHour(hour);
    kernel.useHour();
    this.kernelHour = hour;
  }

  /** The number of the row's kind, which stands for its MX, queue, domain and source. */
  private readKind(): number {
    this.mxIsp = this.readMx();
    this.queue = this.readQueue();
    this.domain = this.readDomain();
    this.source = this.readSource();
    return this.counts.numberOfKind(this);
  }

  private readQueue(): number {
    const { counts, kernel } = this;
    const known = kernel.findQueue();
    if (known >= 0) return known;
    const queue = counts.numberOfName(boundedName(this.textOf('queue')));
    kernel.learnName(queue);
    return queue;
  }

  private readDomain(): number {
    const { counts, kernel } = this;
    const known = kernel.findDomain(this.queue);
    if (known >= 0) return known;
    const given = this.textOf('domain');
    const own = domainOfRecipient(given);
    const domain = counts.numberOfName(boundedName(own || domainOfQueue(this.textOf('queue'))));
    // What is no domain has that of the queue; the kernel knows that only of a recipient that has none at all.
    if (own !== '' || given === '') kernel.learnName(domain);
    return domain;
  }

  private readSource(): number {
    const { counts, kernel } = this;
    const known = kernel.findSource();
    if (known >= 0) return known;
    const source = counts.numberOfName(sourceName(this.textOf('vmta'), this.textOf('dlvsourceip')));
    kernel.learnName(source);
    return source;
  }

  /** Told by the host alone: behind one name a pool of addresses comes and goes. */
  private readMx(): number {
    const { kernel } = this;
    const known = kernel.findHost();
    if (known >= 0) return known + NO_MX;
    const isp = mxIspOf(this.textOf('dsnmta'), this.counts, this.context);
    kernel.learnName(isp - NO_MX);
    return isp;
  }

  /** Replies are remembered by their words without ids, so that a storm of a million replies is understood once. */
  private readReply(): void {
    const { kernel } = this;
    this.replyHash = kernel.hashOfReply();
    this.recipientHash = kernel.hashOfRecipient();
    const known = kernel.findReply();
    this.reply = known;
    if (known >= 0) return;
    this.reply = this.counts.numberOfReply(parseReply(this.textOf('dsndiag'), this.textOf('dsnstatus')));
    kernel.learnReply(this.reply);
  }

  /** The numbers of names and replies have become void. */
  private forgetNumbers(): void {
    this.generation = this.counts.generation;
    this.kernel.forgetNumbers();
  }
}
