import type { FileCounts } from '../figures/count.ts';
import { type CountableRow, NO_MX } from '../figures/countable-row.ts';
import { parseReply } from '../replies/reply.ts';
import { scrub } from '../replies/scrub.ts';
import { hashBytes } from './byte-hash.ts';
import { ByteMemo } from './byte-memo.ts';
import type { ByteWindow } from './byte-window.ts';
import type { CountingContext } from './counting-context.ts';
import { hourOrReason } from './hour-filter.ts';
import type { Limits } from './limits.ts';
import type { Field, RowKernel, Scan } from './row-kernel.ts';
import type { Header } from './row-header.ts';
import type { RowLedger, TimeReason } from './row-ledger.ts';
import { boundedName, domainOfQueue, domainOfRecipient, localPartOf, sourceName } from './row-names.ts';
import { BOUNCED, DEFERRED, DELIVERED, type Outcome, outcomeOf, QUEUE_DEFERRED } from './row-type.ts';
import { mxIspOf } from './text-rows.ts';

const QUOTE = 0x22;
const LOWER_CASE = 0x20;
const COLON = 0x3a;
const ZERO = 0x30;

const USUAL_TIME = '2026-01-15 00:00:03+0000';
const TO_THE_HOUR = USUAL_TIME.indexOf(':');
const ZONE = USUAL_TIME.indexOf('+');

const TIME_REASONS: readonly TimeReason[] = ['no time', 'bad time', 'tooOld', 'tooNew'];

/** What a large sender meets in an hour. */
const HOURS = { entries: 1_024, bytes: 64 * 1024 };
const HOSTS = { entries: 4_096, bytes: 256 * 1024 };
const NAMES = { entries: 65_536, bytes: 2 * 1024 * 1024 };

/**
 * Counts the regular rows of a CSV file straight from its bytes. What a row says in its columns is remembered by their
 * bytes, and the kernel is taught what to count by itself: rows that repeat one before them. Only what is new is decoded
 * and understood, by the same functions that read odd rows.
 */
export class CsvRows implements CountableRow {
  outcome: Outcome = DELIVERED;
  hour = 0;
  mxIsp = 0;
  domain = 0;
  queue = 0;
  source = 0;
  reply = 0;
  replyHash = 0;
  recipientHash = 0;

  private readonly hours = new ByteMemo(HOURS.entries, HOURS.bytes);
  private readonly domains = new ByteMemo(NAMES.entries, NAMES.bytes);
  private readonly queues = new ByteMemo(NAMES.entries, NAMES.bytes);
  private readonly addresses = new ByteMemo(HOSTS.entries, HOSTS.bytes);
  /** By vmta, with the number of the address as second key. */
  private readonly sources = new ByteMemo(HOSTS.entries, HOSTS.bytes);
  private readonly queueDomains: number[] = [];
  private readonly addressTexts: string[] = [];
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
    this.kernel.useReplyBytes(this.replyBytes);
  }

  /** Counts the regular record at `start`, or ignores it for a reason; false where its type is unknown. */
  count(start: number): boolean {
    const outcome = this.readOutcome(start);
    if (outcome === undefined) return false;
    this.ledger.rows++;
    this.outcome = outcome;
    this.kernel.locate(start);
    const hour = this.readHour();
    if (hour < 0) {
      this.ledger.ignore(TIME_REASONS[hour + TIME_REASONS.length]!);
      return true;
    }
    this.enterHour(hour);
    // Of a `tq` row the recipient does not count: it stands for its whole queue.
    if (outcome === QUEUE_DEFERRED) {
      this.mxIsp = this.readMx();
      this.readNames();
      this.readReply();
      this.counts.add(this);
      return true;
    }
    const kind = this.readKind();
    if (outcome === DELIVERED) {
      this.counts.deliver(kind);
      return true;
    }
    this.counts.describeKind(kind, this);
    this.readReply();
    const judgement = this.counts.add(this);
    if (judgement) this.kernel.learnJudgement({ kind, outcome, reply: this.reply }, judgement);
    return true;
  }

  /** Counts records from the window's start on while the kernel knows them, and scans the one at which it stops. */
  countRepeats(): Scan {
    const { counts, kernel, ledger, window } = this;
    if (counts.repeatedHour !== this.kernelHour) kernel.forgetHour();
    const scan = kernel.countRepeats(window.start, window.end);
    window.start = kernel.stoppedAt;
    counts.counted += kernel.rows;
    ledger.rows += kernel.rows;
    ledger.line += kernel.lines;
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

  private textOf(field: Field): string {
    const { kernel } = this;
    return this.window.bytes.toString('utf8', kernel.startOf(field), kernel.endOf(field));
  }

  /** Nothing for a quoted type either: the record is read again, so it must not be changed here. */
  private readOutcome(start: number): Outcome | undefined {
    const { bytes } = this.window;
    const { type } = this.header.positions;
    const from = type === 0 ? start : this.kernel.ends[type - 1]! + 1;
    const to = this.kernel.ends[type]!;
    if (bytes[from] === QUOTE) return undefined;
    if (to - from === 1) {
      const letter = bytes[from]! | LOWER_CASE;
      if (letter === 0x64) return DELIVERED;
      if (letter === 0x62) return BOUNCED;
      if (letter === 0x74) return DEFERRED;
    }
    return outcomeOf(bytes.toString('utf8', from, to));
  }

  /**
   * A day has 86,400 times and 24 hours: where minutes and seconds cannot matter, the memo's key is the text
   * without them (`2026-01-15 00`, with the zone as second key).
   */
  private readHour(): number {
    const { bytes, view } = this.window;
    const from = this.kernel.startOf('timelogged');
    const to = this.kernel.endOf('timelogged');
    const isUsual = to - from === USUAL_TIME.length && isUsualTime(bytes, from);
    const keyEnd = isUsual ? from + TO_THE_HOUR : to;
    const zone = isUsual ? view.getInt32(from + ZONE, true) : 0;
    const hash = hashBytes(view, from, keyEnd);
    const known = this.hours.find(view, from, keyEnd, hash, zone);
    if (known >= 0) return known - TIME_REASONS.length;
    const hour = hourOrReason(bytes.toString('utf8', from, to), this.counts, this.context);
    const number = typeof hour === 'number' ? hour : TIME_REASONS.indexOf(hour) - TIME_REASONS.length;
    this.hours.add(view, from, keyEnd, hash, zone, number + TIME_REASONS.length);
    return number;
  }

  private enterHour(hour: number): void {
    const { counts, kernel } = this;
    this.hour = hour;
    counts.foldWhereFull();
    if (counts.generation !== this.generation) this.forgetNumbers();
    counts.enterHour(hour);
    kernel.useHour();
    this.kernelHour = hour;
  }

  /** The number of the row's kind, which stands for its MX, queue, domain and source. */
  private readKind(): number {
    const { counts, kernel } = this;
    this.mxIsp = this.readMx();
    const known = kernel.findKind(this.mxIsp - NO_MX);
    if (known >= 0) return known;
    this.readNames();
    const kind = counts.numberOfKind(this);
    kernel.learnKind(kind, counts.ispOfKind(kind));
    return kind;
  }

  private readNames(): void {
    this.queue = this.readQueue();
    this.domain = this.readDomain();
    this.source = this.readSource();
  }

  /** Told by the host alone: behind one name a pool of addresses comes and goes. */
  private readMx(): number {
    const { kernel } = this;
    const known = kernel.findHost();
    if (known >= 0) return known + NO_MX;
    const isp = mxIspOf(this.textOf('dsnmta'), this.counts, this.context);
    kernel.learnHost(isp - NO_MX);
    return isp;
  }

  private readQueue(): number {
    return this.remembered(this.queues, 'queue', (text) => {
      const queue = this.counts.numberOfName(boundedName(text));
      this.queueDomains[queue] = this.counts.numberOfName(boundedName(domainOfQueue(text)));
      return queue;
    });
  }

  private readDomain(): number {
    const { kernel } = this;
    const ofQueue = this.queueDomains[this.queue]!;
    if (this.outcome === QUEUE_DEFERRED || kernel.endOf('rcpt') === kernel.startOf('rcpt')) return ofQueue;
    const domain = this.remembered(this.domains, 'domain', (text) =>
      this.counts.numberOfName(boundedName(domainOfRecipient(text))),
    );
    return domain === this.counts.missing ? ofQueue : domain;
  }

  private readSource(): number {
    const address = this.remembered(this.addresses, 'dlvsourceip', (text) => {
      if (this.addressTexts.length === HOSTS.entries) {
        this.sources.clear();
        this.addresses.clear();
        this.addressTexts.length = 0;
      }
      return this.addressTexts.push(text) - 1;
    });
    const make = (vmta: string): number =>
      this.counts.numberOfName(sourceName(vmta, this.addressTexts[address]!));
    return this.remembered(this.sources, 'vmta', make, address);
  }

  /** The number, from 0, that a memo holds for a field, or that is made of its text. */
  private remembered(memo: ByteMemo, field: Field, make: (text: string) => number, seed = 0): number {
    const { view } = this.window;
    const from = this.kernel.startOf(field);
    const to = this.kernel.endOf(field);
    const hash = hashBytes(view, from, to);
    const known = memo.find(view, from, to, hash, seed);
    if (known >= 0) return known;
    const number = make(this.textOf(field));
    memo.add(view, from, to, hash, seed, number);
    return number;
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
    for (const memo of [this.domains, this.queues, this.addresses, this.sources]) memo.clear();
    this.kernel.forgetNumbers();
    this.addressTexts.length = 0;
    this.queueDomains.length = 0;
  }
}

/** Whether minutes and seconds are such, and the zone is one of whole hours. */
function isUsualTime(bytes: Uint8Array, from: number): boolean {
  return (
    bytes[from + 13] === COLON &&
    isBelowSixty(bytes[from + 14]!, bytes[from + 15]!) &&
    bytes[from + 16] === COLON &&
    isBelowSixty(bytes[from + 17]!, bytes[from + 18]!) &&
    bytes[from + 22] === ZERO &&
    bytes[from + 23] === ZERO
  );
}

function isBelowSixty(tens: number, ones: number): boolean {
  return tens >= ZERO && tens < ZERO + 6 && ones >= ZERO && ones < ZERO + 10;
}
