import { NO_MX } from './counts/countable-row.ts';
import type { Judgement, RepeatCounter, RowKind } from './counts/row-kinds.ts';
import type { Limits } from './limits.ts';
import { kernelIn, type RowKernelExports, type Scan } from './row-kernel-exports.ts';
import { COLUMNS, type Header } from './row-header.ts';
import type { Outcome } from './row-type.ts';

const PAGE_BYTES = 65_536;
const QUOTE = 0x22;
const MOST_BYTES_OF_CHARACTER = 3;

/** Places in the results that the kernel leaves. */
const NEXT = 0;
const INNER_LINES = 1;
const DOUBLED_QUOTES = 2;
const STOPPED_AT = 3;
const ROWS = 4;
const LINES = 5;
const RESULTS_IN_ALL = 6;

/** Integers of a kind: what the host told of its ISP, then its queue, domain and source. */
const KIND = 4;

/** What is located of a record: the columns that are read, of `dsnmta` the host alone, and the recipient's domain. */
const FIELDS = [...COLUMNS, 'domain'] as const;
export type Field = (typeof FIELDS)[number];
const FIELD_NUMBERS = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Record<
  Field,
  number
>;

/** Kernels that nobody uses: making one costs more than counting a small file. */
const idle: RowKernel[] = [];

/** A kernel with room for so many bytes of text, as new; to be given back with `release`. */
export function takeKernel(textBytes: number): RowKernel {
  const found = idle.findIndex(({ text, textEnd }) => textEnd - text >= textBytes);
  return found === -1 ? new RowKernel(textBytes) : idle.splice(found, 1)[0]!;
}

/**
 * The loops that every byte and every row of a file goes through, compiled to WebAssembly: finding where records and
 * fields end, and counting the rows that repeat one before them. The text lies in the kernel's own memory. Its sources
 * are in row-kernel/; decision 0002 says why.
 */
export class RowKernel implements RepeatCounter {
  /** The whole memory; all places are counted from its beginning. */
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Where the text begins, and where it ends at most. */
  readonly text: number;
  readonly textEnd: number;
  /** Where each field of the last record ends; the next one begins a byte behind. */
  ends: Int32Array;

  private readonly kernel: RowKernelExports;
  private readonly results: Int32Array;
  private readonly positions: Int32Array;
  /** Start and end of each field that was located. */
  private readonly fields: Int32Array;
  /** For each type that is ignored how many rows were counted. */
  private readonly ignored: Int32Array;
  /** What each kind stands for, and its ISP. */
  private readonly kindsKnown: Int32Array;
  private readonly isps: Int32Array;
  /** For each kind how many deliveries were counted, and which kinds have any. */
  private readonly counts: Int32Array;
  private readonly counted: Int32Array;
  /** Number of a judgement and of a kind, one after the other, for each pair, and its count. */
  private readonly pairs: Int32Array;
  private readonly pairCounts: Int32Array;
  private width = 0;

  /** With room for so many bytes of text. */
  constructor(textBytes: number) {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const kernel = kernelIn(memory);
    this.kernel = kernel;
    this.text = kernel.TEXT.value;
    this.textEnd = this.text + textBytes;
    // What looks at sixteen bytes at once, or at the 48 of a name, does so also where only one is left.
    memory.grow(Math.ceil((this.textEnd + 64) / PAGE_BYTES));
    const { buffer } = memory;
    const integers = (place: { value: number }, length: number): Int32Array =>
      new Int32Array(buffer, place.value, length);
    this.bytes = Buffer.from(buffer);
    this.view = new DataView(buffer);
    this.results = integers(kernel.RESULTS, RESULTS_IN_ALL);
    this.positions = integers(kernel.POSITIONS, COLUMNS.length);
    this.fields = integers(kernel.FIELDS, FIELDS.length * 2);
    this.ignored = integers(kernel.IGNORED_COUNTS, kernel.MOST_IGNORED.value);
    this.kindsKnown = integers(kernel.KIND_TABLE, kernel.MOST_KINDS.value * KIND);
    this.isps = integers(kernel.KIND_ISPS, kernel.MOST_KINDS.value);
    this.counts = integers(kernel.COUNTS, kernel.MOST_KINDS.value);
    this.counted = integers(kernel.COUNTED, kernel.MOST_KINDS.value);
    this.pairs = integers(kernel.PAIR_TABLE, kernel.PAIRS.value * 2);
    this.pairCounts = integers(kernel.PAIR_COUNTS, kernel.PAIRS.value);
    this.ends = integers(kernel.ENDS, 0);
  }

  /** Longer rows are not counted, of every reply so many bytes are judged, and no more pairs make kinds by themselves. */
  useLimits({ rowBytes, replyBytes, pairs }: Pick<Limits, 'rowBytes' | 'replyBytes' | 'pairs'>): void {
    // One kind more is numbered before it is noticed, and the table's last place would make it grow once more.
    const most = this.isps.length - 2;
    if (pairs > most) throw new RangeError(`a kernel numbers no more than ${most} kinds`);
    this.kernel.useLimits(rowBytes, replyBytes, pairs);
  }

  /** The columns of the records that follow. */
  useHeader({ width, positions }: Pick<Header, 'width' | 'positions'>): void {
    this.width = width;
    this.ends = new Int32Array(this.bytes.buffer, this.kernel.ENDS.value, width);
    for (const [index, column] of COLUMNS.entries()) this.positions[index] = positions[column];
  }

  /** Scans the record at `start`; the content ends at `end`, with a line end behind it. */
  scan(start: number, end: number): Scan {
    return this.kernel.scan(start, end, this.width);
  }

  /**
   * Counts records from `start` on as long as they repeat what was learned, in the hour of `useHour`, and scans the one at
   * which it stops, at `stoppedAt`.
   */
  countRepeats(start: number, end: number): Scan {
    return this.kernel.countRepeats(start, end, this.width);
  }

  /**
   * Puts a record of these columns, in the order of COLUMNS, where a scan would have found it, and says where it begins.
   * Undefined where there is no room, or where a column begins with what would be taken for a quote.
   */
  putRecord(columns: readonly string[]): number | undefined {
    const { bytes, ends, kernel } = this;
    const text = columns.join(',');
    if (text.length * MOST_BYTES_OF_CHARACTER > kernel.RECORD_BYTES.value) return undefined;
    const start = kernel.RECORD.value;
    const isAscii = bytes.write(text, start) === text.length;
    let end = start;
    for (const [index, column] of columns.entries()) {
      if (column.charCodeAt(0) === QUOTE) return undefined;
      end += isAscii ? column.length : Buffer.byteLength(column);
      ends[index] = end++;
    }
    this.results[DOUBLED_QUOTES] = 0;
    return start;
  }

  /** Counts that one record if it repeats what was learned. */
  countRepeat(start: number): boolean {
    return this.kernel.countRepeat(start) === 1;
  }

  get stoppedAt(): number {
    return this.results[STOPPED_AT]!;
  }

  /** Records that were counted before it, and their lines. */
  get rows(): number {
    return this.results[ROWS]!;
  }

  get lines(): number {
    return this.results[LINES]!;
  }

  /** Where the record behind the last one that was scanned begins. */
  get next(): number {
    return this.results[NEXT]!;
  }

  /** Line ends inside the quotes of that record. */
  get innerLines(): number {
    return this.results[INNER_LINES]!;
  }

  /** Whether a quoted field of it holds doubled quotes. */
  get hasDoubledQuotes(): boolean {
    return this.results[DOUBLED_QUOTES] === 1;
  }

  /**
   * Finds the fields of the regular record that was scanned last, from `start`: what follows asks about this record. To
   * be called once for a record, for it writes quoted fields without their doubled quotes over themselves.
   */
  locate(start: number, outcome: Outcome): void {
    this.kernel.locate(start, outcome);
  }

  startOf(field: Field): number {
    return this.fields[FIELD_NUMBERS[field] * 2]!;
  }

  endOf(field: Field): number {
    return this.fields[FIELD_NUMBERS[field] * 2 + 1]!;
  }

  /** Rows of the record's type, written as a word, may be counted as this outcome. */
  learnOutcome(outcome: Outcome): void {
    this.kernel.learnOutcome(outcome);
  }

  /** Rows of the record's type may be ignored under this number, from 0; no more than 64 are remembered. */
  learnIgnored(number: number): void {
    this.kernel.learnIgnored(number);
  }

  /** Hands out how many of `types` types of rows were ignored, and counts from 0 again. */
  takeIgnored(types: number, each: (type: number, count: number) => void): void {
    const { ignored } = this;
    for (let type = 0; type < Math.min(types, ignored.length); type++) {
      const count = ignored[type]!;
      ignored[type] = 0;
      if (count > 0) each(type, count);
    }
  }

  /** Whether the record's time lies in the hour of `useHour`; also false where that cannot be told so quickly. */
  isInHour(): boolean {
    return this.kernel.isInHour() === 1;
  }

  /** From now on rows count whose time is written like this record's and lies in the same hour. */
  useHour(): void {
    this.kernel.useHour();
  }

  /** From now on no row counts. */
  forgetHour(): void {
    this.kernel.forgetHour();
  }

  /** What the record's host tells of its ISP, as a number from 0; -1 where it was not learned. */
  findHost(): number {
    return this.kernel.findHost();
  }

  /** The number of the record's queue, domain or source; -1 where it was not learned. */
  findQueue(): number {
    return this.kernel.findQueue();
  }

  /** Where the recipient has none, the domain is that of the queue. */
  findDomain(queue: number): number {
    return this.kernel.findDomain(queue);
  }

  findSource(): number {
    return this.kernel.findSource();
  }

  /** Remembers a number, from 0, for the host, the queue, the domain or the source that was sought last. */
  learnName(number: number): void {
    this.kernel.learnName(number);
  }

  /** The number of the record's reply; -1 where none with the same words, but for ids, was learned. */
  findReply(): number {
    return this.kernel.findReply();
  }

  /** Remembers a number for the reply that `findReply` did not know. */
  learnReply(reply: number): void {
    this.kernel.learnReply(reply);
  }

  hashOfReply(): number {
    return this.kernel.hashOfReply();
  }

  hashOfRecipient(): number {
    return this.kernel.hashOfRecipient();
  }

  /** Rows of this kind, outcome and reply may be counted as judged, unless their hashes are before those of the sample. */
  learnJudgement(row: { kind: number; outcome: Outcome; reply: number }, judgement: Judgement): void {
    const { number, replyHash, recipientHash } = judgement;
    this.kernel.learnJudgement(row.kind, row.outcome, row.reply, number, replyHash, recipientHash);
  }

  /** The numbers of names and replies have become void. */
  forgetNumbers(): void {
    this.kernel.forgetNames();
    this.kernel.forgetReplies();
  }

  /** Forgets what types mean, and what was ignored. */
  forgetTypes(): void {
    this.kernel.forgetTypes();
    this.ignored.fill(0);
  }

  /** Forgets everything, for the next file. */
  release(): void {
    this.takeDelivered(() => undefined);
    this.kernel.forgetJudged();
    this.forgetHour();
    this.forgetKinds();
    this.forgetNumbers();
    this.forgetTypes();
    idle.push(this);
  }

  get kinds(): number {
    return this.kernel.kindsKnown();
  }

  numberOfKind({ mxIsp, queue, domain, source }: RowKind): number {
    return this.kernel.addKind(mxIsp - NO_MX, queue, domain, source);
  }

  describeKind(number: number, row: RowKind): void {
    const { kindsKnown } = this;
    const kind = number * KIND;
    row.mxIsp = kindsKnown[kind]! + NO_MX;
    row.queue = kindsKnown[kind + 1]!;
    row.domain = kindsKnown[kind + 2]!;
    row.source = kindsKnown[kind + 3]!;
  }

  ispOfKind(kind: number): number {
    return this.isps[kind]!;
  }

  learnIsp(kind: number, isp: number): void {
    this.kernel.learnIsp(kind, isp);
  }

  forgetKinds(): void {
    this.kernel.forgetKinds();
  }

  countDelivery(kind: number): void {
    this.kernel.countDelivery(kind);
  }

  takeDelivered(each: (kind: number, count: number) => void): void {
    const { counts, counted } = this;
    const kinds = this.kernel.takeDelivered();
    for (let index = 0; index < kinds; index++) {
      const kind = counted[index]!;
      const count = counts[kind]!;
      counts[kind] = 0;
      each(kind, count);
    }
  }

  takeJudged(each: (kind: number, judgement: number, count: number) => void): void {
    const { pairs, pairCounts } = this;
    const size = this.kernel.judgedPairs();
    for (let pair = 0; pair < size; pair++) each(pairs[pair * 2 + 1]!, pairs[pair * 2]!, pairCounts[pair]!);
    this.kernel.forgetJudged();
  }
}
