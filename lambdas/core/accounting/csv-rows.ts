import type { FileCounts } from '../figures/count.ts';
import type { CountableRow } from '../figures/countable-row.ts';
import { parseReply } from '../replies/reply.ts';
import { scrub } from '../replies/scrub.ts';
import { hashBytes } from './byte-hash.ts';
import { ByteMemo } from './byte-memo.ts';
import type { ByteWindow } from './byte-window.ts';
import type { CountingContext } from './counting-context.ts';
import { hourOrReason } from './hour-filter.ts';
import type { Limits } from './limits.ts';
import { ReplySkeleton } from './reply-skeleton.ts';
import type { RecordScanner } from './record-scanner.ts';
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
const SPACE = 0x20;
const SEMICOLON = 0x3b;
const PARENTHESIS = 0x28;
const ZERO = 0x30;
const USUAL_TIME = '2026-01-15 00:00:03+0000';

const TIME_REASONS: readonly TimeReason[] = ['no time', 'bad time', 'tooOld', 'tooNew'];

/** Memos of names hold what a large sender meets in an hour; of replies, what a storm repeats. */
const NAMES = { entries: 65_536, bytes: 2 * 1024 * 1024 };
const HOSTS = { entries: 4_096, bytes: 256 * 1024 };
const SOURCES = { entries: 4_096, bytes: 128 * 1024 };
const TEXTS = 32_768;
const REPLIES = { entries: 2_048, bytes: 1024 * 1024 };

/**
 * Counts the regular rows of a CSV file straight from its bytes. Each column that matters is looked up in a
 * memo by its bytes; only what is new is decoded and understood, by the same functions that read odd rows.
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

  private readonly hours = new ByteMemo(1_024, 64 * 1024);
  private readonly hosts = new ByteMemo(HOSTS.entries, HOSTS.bytes);
  private readonly domains = new ByteMemo(NAMES.entries, NAMES.bytes);
  private readonly queues = new ByteMemo(NAMES.entries, NAMES.bytes);
  private readonly addresses = new ByteMemo(1_024, 64 * 1024);
  private readonly sources = new ByteMemo(SOURCES.entries, SOURCES.bytes);
  private readonly statuses = new ByteMemo(1_024, 64 * 1024);
  private readonly replies = new ByteMemo(REPLIES.entries, REPLIES.bytes);
  private readonly skeletons = new ByteMemo(REPLIES.entries, REPLIES.bytes);
  private readonly skeleton: ReplySkeleton;
  private readonly queueDomains: number[] = [];
  private readonly texts: string[] = [];
  private generation = 0;

  /** The column that `locate` found last. */
  private from = 0;
  private to = 0;
  /** Where the row's queue stands, and its recipient and its words for a sample. */
  private queueFrom = 0;
  private queueTo = 0;
  private rcptFrom = 0;
  private rcptTo = 0;
  private wordsFrom = 0;
  private wordsTo = 0;

  private readonly window: ByteWindow;
  private readonly scanner: RecordScanner;
  private readonly header: Header;
  private readonly context: CountingContext;
  private readonly limits: Limits;
  private readonly ledger: RowLedger;
  private readonly counts: FileCounts;

  constructor(
    source: { window: ByteWindow; scanner: RecordScanner; header: Header },
    by: { context: CountingContext; limits: Limits; ledger: RowLedger; counts: FileCounts },
  ) {
    this.window = source.window;
    this.scanner = source.scanner;
    this.header = source.header;
    this.context = by.context;
    this.limits = by.limits;
    this.ledger = by.ledger;
    this.counts = by.counts;
    this.skeleton = new ReplySkeleton(by.limits.replyBytes);
  }

  /** Counts the regular record at `start`, or ignores it for a reason; false where its type is unknown. */
  count(start: number): boolean {
    const { positions } = this.header;
    const outcome = this.readOutcome(start);
    if (outcome === undefined) return false;
    this.ledger.rows++;
    this.outcome = outcome;

    this.locate(start, positions.timelogged);
    const hour = this.readHour();
    if (hour < 0) {
      this.ledger.ignore(TIME_REASONS[hour + TIME_REASONS.length]!);
      return true;
    }
    this.hour = hour;
    this.counts.foldWhereFull();
    if (this.counts.generation !== this.generation || this.texts.length > TEXTS) this.forgetNames();

    this.locate(start, positions.queue);
    this.queue = this.readQueue();
    this.locate(start, positions.rcpt);
    this.domain = this.readDomain();
    this.locate(start, positions.dsnmta);
    this.mxIsp = this.readMx();
    this.locate(start, positions.dlvsourceip);
    const address = this.readText(this.addresses);
    this.locate(start, positions.vmta);
    this.source = this.readSource(address);
    if (outcome !== DELIVERED) this.readReply(start);
    this.counts.add(this);
    return true;
  }

  sample(): string {
    const { bytes } = this.window;
    return scrub(bytes.toString('utf8', this.wordsFrom, this.wordsTo), this.localPart());
  }

  localPart(): string {
    return localPartOf(this.window.bytes.toString('utf8', this.rcptFrom, this.rcptTo));
  }

  /** Finds the content of a field, its quotes taken off; nothing where the header has no such column. */
  private locate(start: number, position: number): void {
    if (position < 0) {
      this.from = 0;
      this.to = 0;
      return;
    }
    const { ends } = this.scanner;
    this.from = position === 0 ? start : ends[position - 1]! + 1;
    this.to = ends[position]!;
    const { bytes } = this.window;
    if (this.to > this.from && bytes[this.from] === QUOTE) {
      this.from++;
      this.to--;
      if (this.scanner.hasDoubledQuotes) this.to = undouble(bytes, this.from, this.to);
    }
  }

  private text(): string {
    return this.window.bytes.toString('utf8', this.from, this.to);
  }

  /** Nothing for a quoted type either: the record is read again, so it must not be changed here. */
  private readOutcome(start: number): Outcome | undefined {
    const { bytes } = this.window;
    const { type } = this.header.positions;
    this.from = type === 0 ? start : this.scanner.ends[type - 1]! + 1;
    this.to = this.scanner.ends[type]!;
    if (bytes[this.from] === QUOTE) return undefined;
    const length = this.to - this.from;
    if (length === 1) {
      const letter = bytes[this.from]! | LOWER_CASE;
      if (letter === 0x64) return DELIVERED;
      if (letter === 0x62) return BOUNCED;
      if (letter === 0x74) return DEFERRED;
    }
    return outcomeOf(this.text());
  }

  /**
   * A day has 86,400 times and 24 hours: where minutes and seconds cannot matter, the memo's key is the text
   * without them (`2026-01-15 00`, with the zone as second key).
   */
  private readHour(): number {
    const { bytes, view } = this.window;
    const { from, to } = this;
    const isUsual = to - from === USUAL_TIME.length && isUsualTime(bytes, from);
    const keyEnd = isUsual ? from + USUAL_TIME.indexOf(':') : to;
    const zone = isUsual ? view.getInt32(from + USUAL_TIME.indexOf('+'), true) : 0;
    const hash = hashBytes(view, from, keyEnd);
    const known = this.hours.find(view, from, keyEnd, hash, zone);
    if (known >= 0) return known - TIME_REASONS.length;
    const hour = hourOrReason(this.text(), this.counts, this.context);
    const number = typeof hour === 'number' ? hour : TIME_REASONS.indexOf(hour) - TIME_REASONS.length;
    this.hours.add(view, from, keyEnd, hash, zone, number + TIME_REASONS.length);
    return number;
  }

  /** The key is the host alone: behind one name a pool of addresses comes and goes. */
  private readMx(): number {
    const { bytes, view } = this.window;
    const { from } = this;
    const to = endOfHost(bytes, from, this.to);
    const hash = hashBytes(view, from, to);
    const known = this.hosts.find(view, from, to, hash, 0);
    if (known >= 0) return known - 2;
    const isp = mxIspOf(bytes.toString('utf8', from, to), this.counts, this.context);
    this.hosts.add(view, from, to, hash, 0, isp + 2);
    return isp;
  }

  private readQueue(): number {
    const { view } = this.window;
    const { from, to } = this;
    const hash = hashBytes(view, from, to);
    this.queueFrom = from;
    this.queueTo = to;
    const known = this.queues.find(view, from, to, hash, 0);
    if (known >= 0) return known;
    const text = this.text();
    const queue = this.counts.numberOfName(boundedName(text));
    this.queueDomains[queue] = this.counts.numberOfName(boundedName(domainOfQueue(text)));
    this.queues.add(view, from, to, hash, 0, queue);
    return queue;
  }

  private readDomain(): number {
    const { bytes, view } = this.window;
    const { from, to } = this;
    this.rcptFrom = from;
    this.rcptTo = to;
    const ofQueue = this.queueDomains[this.queue]!;
    if (this.outcome === QUEUE_DEFERRED || from === to) return ofQueue;
    let at = to - 1;
    while (at >= from && bytes[at] !== AT_SIGN) at--;
    if (at >= from && ofQueue !== this.counts.missing && this.isQueuesDomain(at + 1, to)) return ofQueue;
    const start = at < from ? from : at;
    const hash = hashBytes(view, start, to);
    let domain = this.domains.find(view, start, to, hash, 0);
    if (domain < 0) {
      const name = boundedName(domainOfRecipient(bytes.toString('utf8', start, to)));
      domain = name === MISSING ? 0 : this.counts.numberOfName(name) + 1;
      this.domains.add(view, start, to, hash, 0, domain);
    }
    return domain === 0 ? ofQueue : domain - 1;
  }

  /** Most queues are named `domain/vmta` for the recipient's own domain: then no memo is asked. */
  private isQueuesDomain(start: number, end: number): boolean {
    const { bytes } = this.window;
    let inQueue = this.queueFrom;
    if (bytes[inQueue + end - start] !== SLASH) return false;
    for (let at = start; at < end; at++, inQueue++) if (bytes[at] !== bytes[inQueue]) return false;
    return inQueue < this.queueTo;
  }

  /** Numbers a text in a list of our own. */
  private readText(memo: ByteMemo): number {
    const { view } = this.window;
    const { from, to } = this;
    const hash = hashBytes(view, from, to);
    const known = memo.find(view, from, to, hash, 0);
    if (known >= 0) return known;
    const number = this.texts.push(this.text()) - 1;
    memo.add(view, from, to, hash, 0, number);
    return number;
  }

  /** The memo knows a source by its vmta with the number of its address as a second key. */
  private readSource(address: number): number {
    const { view } = this.window;
    const { from, to } = this;
    const hash = hashBytes(view, from, to);
    const known = this.sources.find(view, from, to, hash, address);
    if (known >= 0) return known;
    const source = this.counts.numberOfName(sourceName(this.text(), this.texts[address]!));
    this.sources.add(view, from, to, hash, address, source);
    return source;
  }

  private readReply(start: number): void {
    const { positions } = this.header;
    const { view } = this.window;
    this.recipientHash = hashBytes(view, this.rcptFrom, this.rcptTo);
    this.locate(start, positions.dsnstatus);
    const status = this.readText(this.statuses);
    this.wordsFrom = this.from;
    this.wordsTo = Math.min(this.to, this.from + this.limits.replyBytes);
    this.locate(start, positions.dsndiag);
    const from = this.from;
    const to = Math.min(this.to, from + this.limits.replyBytes);
    const hash = hashBytes(view, from, to);
    if (to > from) {
      this.wordsFrom = from;
      this.wordsTo = to;
      this.replyHash = hash;
    } else {
      this.replyHash = hashBytes(view, this.wordsFrom, this.wordsTo);
    }
    const known = this.replies.find(view, from, to, hash, status);
    if (known >= 0) {
      this.reply = known;
      return;
    }
    this.reply = this.skeleton.reduce(this.window.bytes, from, to)
      ? this.reducedReply(from, to, status)
      : this.newReply(from, to, status);
    // A reply with an id of its own is not met again.
    if (this.skeleton.length === 0) this.replies.add(view, from, to, hash, status, this.reply);
  }

  /** A reply whose bytes are new may be an old one but for its ids. */
  private reducedReply(from: number, to: number, status: number): number {
    const { view, length } = this.skeleton;
    const hash = hashBytes(view, 0, length);
    const known = this.skeletons.find(view, 0, length, hash, status);
    if (known >= 0) return known;
    const reply = this.newReply(from, to, status);
    this.skeletons.add(view, 0, length, hash, status, reply);
    return reply;
  }

  private newReply(from: number, to: number, status: number): number {
    const diag = this.window.bytes.toString('utf8', from, to);
    return this.counts.numberOfReply(parseReply(diag, this.texts[status]!));
  }

  /** The numbers of names and replies have become void. */
  private forgetNames(): void {
    this.generation = this.counts.generation;
    for (const memo of [
      this.domains,
      this.queues,
      this.sources,
      this.replies,
      this.skeletons,
      this.addresses,
      this.statuses,
    ]) {
      memo.clear();
    }
    this.queueDomains.length = 0;
    this.texts.length = 0;
  }
}

/** Where the host ends in `host (ip)`; the field's own end where it has another form (`dns; host`). */
function endOfHost(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === SEMICOLON) return to;
    if (byte === SPACE || byte === PARENTHESIS) return at === from ? to : at;
  }
  return to;
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
