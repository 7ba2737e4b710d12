import type { FileCounts } from '../figures/count.ts';
import type { CountableRow } from '../figures/countable-row.ts';
import { scrub } from '../replies/scrub.ts';
import { hashBytes } from './byte-hash.ts';
import { ByteMemo } from './byte-memo.ts';
import type { ByteWindow } from './byte-window.ts';
import type { CountingContext } from './counting-context.ts';
import { hourOrReason } from './hour-filter.ts';
import type { Limits } from './limits.ts';
import { ReplyColumns } from './reply-columns.ts';
import type { KindColumns, RowKernel, Scan } from './row-kernel.ts';
import type { Header } from './row-header.ts';
import type { RowLedger, TimeReason } from './row-ledger.ts';
import {
  boundedName,
  domainOfQueue,
  domainOfRecipient,
  localPartOf,
  MISSING,
  sourceName,
} from './row-names.ts';
import { BOUNCED, DEFERRED, DELIVERED, type Outcome, outcomeOf, QUEUE_DEFERRED } from './row-type.ts';
import { mxIspOf } from './text-rows.ts';

const QUOTE = 0x22;
const AT_SIGN = 0x40;
const LOWER_CASE = 0x20;
const COLON = 0x3a;
const SLASH = 0x2f;
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
 * bytes: a delivery that repeats one before it in all of them costs one look-up, and only what is new is decoded and
 * understood, by the same functions that read odd rows.
 */
export class CsvRows implements CountableRow {
  outcome: Outcome = DELIVERED;
  hour = 0;
  mxIsp = 0;
  domain = 0;
  queue = 0;
  source = 0;
  recipientHash = 0;

  private readonly hours = new ByteMemo(HOURS.entries, HOURS.bytes);
  private readonly hosts = new ByteMemo(HOSTS.entries, HOSTS.bytes);
  private readonly domains = new ByteMemo(NAMES.entries, NAMES.bytes);
  private readonly queues = new ByteMemo(NAMES.entries, NAMES.bytes);
  private readonly addresses = new ByteMemo(HOSTS.entries, HOSTS.bytes);
  /** By vmta, with the number of the address as second key. */
  private readonly sources = new ByteMemo(HOSTS.entries, HOSTS.bytes);
  private readonly replies: ReplyColumns;
  private readonly queueDomains: number[] = [];
  private readonly addressTexts: string[] = [];
  private generation = 0;
  /** The hour whose deliveries the kernel counts. */
  private kernelHour = -1;

  /** The column that `locate` found last. */
  private from = 0;
  private to = 0;
  private timeFrom = 0;
  private timeTo = 0;
  private queueFrom = 0;
  private queueTo = 0;
  private rcptFrom = 0;
  private rcptTo = 0;
  private mtaFrom = 0;
  private hostTo = 0;
  private ipFrom = 0;
  private ipTo = 0;
  private vmtaFrom = 0;
  private vmtaTo = 0;

  private readonly window: ByteWindow;
  private readonly kernel: RowKernel;
  private readonly header: Header;
  private readonly context: CountingContext;
  private readonly ledger: RowLedger;
  private readonly counts: FileCounts;

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
    this.replies = new ReplyColumns(source.window, by.counts, by.limits.replyBytes);
  }

  /** Counts the regular record at `start`, or ignores it for a reason; false where its type is unknown. */
  count(start: number): boolean {
    const outcome = this.readOutcome(start);
    if (outcome === undefined) return false;
    this.ledger.rows++;
    this.outcome = outcome;
    const hour = this.readHour(start);
    if (hour < 0) {
      this.ledger.ignore(TIME_REASONS[hour + TIME_REASONS.length]!);
      return true;
    }
    this.hour = hour;
    this.counts.foldWhereFull();
    if (this.counts.generation !== this.generation) this.forgetNumbers();
    this.locateColumns(start);
    if (outcome === DELIVERED) {
      this.counts.deliver(this.readKind(), hour);
      this.kernel.useHour(this.timeFrom, this.timeTo);
      this.kernelHour = hour;
      return true;
    }
    // Of a `tq` row the recipient does not count: it stands for its whole queue.
    if (outcome === QUEUE_DEFERRED) this.readNames();
    else this.counts.describeKind(this.readKind(), this);
    this.readReply(start);
    this.counts.add(this);
    return true;
  }

  /** Counts records from the window's start on while the kernel knows them, and scans the one at which it stops. */
  countRepeated(): Scan {
    const { counts, kernel, ledger, window } = this;
    if (counts.deliveryHour !== this.kernelHour) kernel.forgetHour();
    const scan = kernel.countDeliveries(window.start, window.end);
    window.start = kernel.stoppedAt;
    counts.counted += kernel.rows;
    ledger.rows += kernel.rows;
    ledger.line += kernel.lines;
    return scan;
  }

  get reply(): number {
    return this.replies.reply;
  }

  get replyHash(): number {
    return this.replies.replyHash;
  }

  sample(): string {
    const { wordsFrom, wordsTo } = this.replies;
    return scrub(this.window.bytes.toString('utf8', wordsFrom, wordsTo), this.localPart());
  }

  localPart(): string {
    return localPartOf(this.window.bytes.toString('utf8', this.rcptFrom, this.rcptTo));
  }

  /** Finds the content of a field, its quotes taken off; nothing where the header has no such column. */
  private locate(start: number, position: number): void {
    if (position < 0) {
      this.from = start;
      this.to = start;
      return;
    }
    const { ends } = this.kernel;
    const { bytes } = this.window;
    this.from = position === 0 ? start : ends[position - 1]! + 1;
    this.to = ends[position]!;
    if (this.to > this.from && bytes[this.from] === QUOTE) {
      this.from++;
      this.to--;
      if (this.kernel.hasDoubledQuotes) this.to = undouble(bytes, this.from, this.to);
    }
  }

  /** Finds the columns that names are read from. */
  private locateColumns(start: number): void {
    const { positions } = this.header;
    this.locate(start, positions.queue);
    this.queueFrom = this.from;
    this.queueTo = this.to;
    this.locate(start, positions.rcpt);
    this.rcptFrom = this.from;
    this.rcptTo = this.to;
    this.locate(start, positions.dsnmta);
    this.mtaFrom = this.from;
    this.hostTo = this.kernel.endOfHost(this.from, this.to);
    this.locate(start, positions.dlvsourceip);
    this.ipFrom = this.from;
    this.ipTo = this.to;
    this.locate(start, positions.vmta);
    this.vmtaFrom = this.from;
    this.vmtaTo = this.to;
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
  private readHour(start: number): number {
    this.locate(start, this.header.positions.timelogged);
    const { bytes, view } = this.window;
    const { from, to } = this;
    this.timeFrom = from;
    this.timeTo = to;
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

  /** The number of the row's kind, which stands for its MX, queue, domain and source. */
  private readKind(): number {
    const { kernel } = this;
    const columns: KindColumns = [
      this.queueFrom,
      this.queueTo,
      this.mtaFrom,
      this.hostTo,
      this.ipFrom,
      this.ipTo,
      this.vmtaFrom,
      this.vmtaTo,
      kernel.lastAtSign(this.rcptFrom, this.rcptTo),
      this.rcptTo,
    ];
    const known = kernel.findKind(columns);
    if (known >= 0) return known;
    this.readNames();
    const kind = this.counts.numberOfKind(this);
    kernel.learnKind(kind, columns);
    return kind;
  }

  /** Whether what begins at `start` is a domain behind an `@`, and that in the name of the queue. */
  private isQueuesDomain(start: number): boolean {
    const { bytes } = this.window;
    const { rcptTo, queueFrom } = this;
    const slash = queueFrom + rcptTo - start;
    if (bytes[start - 1] !== AT_SIGN || slash >= this.queueTo || bytes[slash] !== SLASH) return false;
    for (let at = start, inQueue = queueFrom; at < rcptTo; at++, inQueue++) {
      if (bytes[at] !== bytes[inQueue]) return false;
    }
    return true;
  }

  private readNames(): void {
    this.queue = this.readQueue();
    this.domain = this.readDomain();
    this.mxIsp = this.readMx();
    this.source = this.readSource();
  }

  /** The key is the host alone: behind one name a pool of addresses comes and goes. */
  private readMx(): number {
    const { bytes, view } = this.window;
    const { mtaFrom: from, hostTo: to } = this;
    const hash = hashBytes(view, from, to);
    const known = this.hosts.find(view, from, to, hash, 0);
    if (known >= 0) return known - 2;
    const isp = mxIspOf(bytes.toString('utf8', from, to), this.counts, this.context);
    this.hosts.add(view, from, to, hash, 0, isp + 2);
    return isp;
  }

  private readQueue(): number {
    const { bytes, view } = this.window;
    const { queueFrom: from, queueTo: to } = this;
    const hash = hashBytes(view, from, to);
    const known = this.queues.find(view, from, to, hash, 0);
    if (known >= 0) return known;
    const text = bytes.toString('utf8', from, to);
    const queue = this.counts.numberOfName(boundedName(text));
    this.queueDomains[queue] = this.counts.numberOfName(boundedName(domainOfQueue(text)));
    this.queues.add(view, from, to, hash, 0, queue);
    return queue;
  }

  private readDomain(): number {
    const { bytes, view } = this.window;
    const { rcptFrom: from, rcptTo: to } = this;
    const ofQueue = this.queueDomains[this.queue]!;
    if (this.outcome === QUEUE_DEFERRED || from === to) return ofQueue;
    const start = this.kernel.lastAtSign(from, to);
    if (ofQueue !== this.counts.missing && this.isQueuesDomain(start + 1)) return ofQueue;
    const hash = hashBytes(view, start, to);
    let domain = this.domains.find(view, start, to, hash, 0);
    if (domain < 0) {
      const name = boundedName(domainOfRecipient(bytes.toString('utf8', start, to)));
      domain = name === MISSING ? 0 : this.counts.numberOfName(name) + 1;
      this.domains.add(view, start, to, hash, 0, domain);
    }
    return domain === 0 ? ofQueue : domain - 1;
  }

  private readSource(): number {
    const { bytes, view } = this.window;
    const { vmtaFrom: from, vmtaTo: to } = this;
    const address = this.numberOfAddress();
    const hash = hashBytes(view, from, to);
    const known = this.sources.find(view, from, to, hash, address);
    if (known >= 0) return known;
    const name = sourceName(bytes.toString('utf8', from, to), this.addressTexts[address]!);
    const source = this.counts.numberOfName(name);
    this.sources.add(view, from, to, hash, address, source);
    return source;
  }

  private numberOfAddress(): number {
    const { bytes, view } = this.window;
    const { ipFrom: from, ipTo: to } = this;
    const hash = hashBytes(view, from, to);
    const known = this.addresses.find(view, from, to, hash, 0);
    if (known >= 0) return known;
    if (this.addressTexts.length === HOSTS.entries) {
      for (const memo of [this.addresses, this.sources]) memo.clear();
      this.addressTexts.length = 0;
    }
    const address = this.addressTexts.push(bytes.toString('utf8', from, to)) - 1;
    this.addresses.add(view, from, to, hash, 0, address);
    return address;
  }

  private readReply(start: number): void {
    const { positions } = this.header;
    this.recipientHash = hashBytes(this.window.view, this.rcptFrom, this.rcptTo);
    this.locate(start, positions.dsnstatus);
    const { from, to } = this;
    this.locate(start, positions.dsndiag);
    this.replies.read(from, to, this.from, this.to);
  }

  /** The numbers of names and replies have become void. */
  private forgetNumbers(): void {
    this.generation = this.counts.generation;
    for (const memo of [this.domains, this.queues, this.addresses, this.sources, this.replies]) memo.clear();
    this.kernel.forgetKinds();
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

/** Writes a quoted field's content without its doubled quotes over itself; the new end. */
function undouble(bytes: Uint8Array, start: number, end: number): number {
  let length = start;
  for (let at = start; at < end; at++) {
    bytes[length++] = bytes[at]!;
    if (bytes[at] === QUOTE) at++;
  }
  return length;
}
