import type { Limits } from '../limits.ts';
import type { Outcome } from '../outcome.ts';
import { type Column, COLUMNS, type Header } from '../row/header.ts';
import { type KernelExports, kernelIn, type Scan } from './exports.ts';
import { KindCounts } from './kind-counts.ts';
import { QUOTE } from './shared/ascii.ts';
import {
  BYTES_BEYOND_TEXT,
  ENDS,
  FIELDS,
  FIELDS_BYTES,
  IGNORED_COUNTS,
  LONGEST_REPLY,
  MOST_FIELDS,
  MOST_IGNORED_TYPES,
  MOST_KINDS,
  POSITIONS,
  POSITIONS_BYTES,
  RECORD,
  RECORD_BYTES,
  RESULTS,
  TEXT,
} from './shared/memory-map.ts';
import {
  DLV_SOURCE_IP,
  DOMAIN,
  DOUBLED_QUOTES,
  DSN_DIAG,
  DSN_MTA,
  DSN_STATUS,
  INNER_LINES,
  LINES_PASSED,
  NEXT,
  QUEUE,
  RCPT,
  RESULT_COUNT,
  ROWS_COUNTED,
  STOPPED_AT,
  TIME_LOGGED,
  TYPE,
  VMTA,
} from './shared/protocol.ts';

const PAGE_BYTES = 65_536;
/** The most bytes of UTF-8 that one UTF-16 unit of a string becomes. */
const BYTES_PER_UNIT = 3;

/** What is located of a record: the columns that are read (of `dsnmta` the host alone) and the recipient's domain. */
export type Field = Column | 'domain';
const FIELD_NUMBERS: Readonly<Record<Field, number>> = {
  type: TYPE,
  timelogged: TIME_LOGGED,
  rcpt: RCPT,
  dsnstatus: DSN_STATUS,
  dsndiag: DSN_DIAG,
  dsnmta: DSN_MTA,
  dlvsourceip: DLV_SOURCE_IP,
  vmta: VMTA,
  queue: QUEUE,
  domain: DOMAIN,
};

/** Kernels that nobody uses: to make one costs more than to count a small file. */
const idle: RowKernel[] = [];

/** A kernel with room for so many bytes of text, as good as new; to be given back with `release`. */
export function takeKernel(textBytes: number): RowKernel {
  const found = idle.findIndex(({ textEnd }) => textEnd - TEXT >= textBytes);
  return found === -1 ? new RowKernel(textBytes) : idle.splice(found, 1)[0]!;
}

/**
 * The loops that every byte and every row of a file go through, compiled to WebAssembly: finding where records and fields
 * end, and counting known rows. The text lies in the kernel's own memory, so both languages read the same bytes and none
 * is copied. The sources are in assembly/; decision 0002 says why.
 */
export class RowKernel {
  /** The whole memory; all places are counted from its beginning. */
  readonly bytes: Buffer;
  /** The text lies between these. */
  readonly text = TEXT;
  readonly textEnd: number;
  /** Where each field of the record that was scanned last ends; the next one begins a byte later. */
  ends: Int32Array;
  readonly kinds: KindCounts;

  private readonly kernel: KernelExports;
  private readonly results: Int32Array;
  private readonly positions: Int32Array;
  /** Start and end of each field that was located. */
  private readonly fields: Int32Array;
  private readonly ignored: Int32Array;
  private width = 0;

  /** With room for so many bytes of text. */
  constructor(textBytes: number) {
    this.textEnd = TEXT + textBytes;
    const pages = Math.ceil((this.textEnd + BYTES_BEYOND_TEXT) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages });
    const { buffer } = memory;
    this.kernel = kernelIn(memory);
    this.kinds = new KindCounts(this.kernel, buffer);
    this.bytes = Buffer.from(buffer);
    this.results = new Int32Array(buffer, RESULTS, RESULT_COUNT);
    this.positions = new Int32Array(buffer, POSITIONS, POSITIONS_BYTES / 4);
    this.fields = new Int32Array(buffer, FIELDS, FIELDS_BYTES / 4);
    this.ignored = new Int32Array(buffer, IGNORED_COUNTS, MOST_IGNORED_TYPES);
    this.ends = new Int32Array(buffer, ENDS, 0);
  }

  /** The longest row that is counted, how much of a reply is judged, and after how many pairs kinds are not numbered here. */
  useLimits({ rowBytes, replyBytes, pairs }: Pick<Limits, 'rowBytes' | 'replyBytes' | 'pairs'>): void {
    // The limit is checked after a kind was added, and the table's last place would make it grow once more.
    const mostPairs = MOST_KINDS - 2;
    if (pairs > mostPairs) throw new RangeError(`a kernel numbers no more than ${mostPairs} kinds`);
    if (replyBytes > LONGEST_REPLY)
      throw new RangeError(`a kernel judges no more than ${LONGEST_REPLY} bytes`);
    this.kernel.useLimits(rowBytes, replyBytes, pairs);
  }

  /** The columns of the records that follow. */
  useHeader({ width, positions }: Pick<Header, 'width' | 'positions'>): void {
    if (width > MOST_FIELDS) throw new RangeError(`a kernel finds no more than ${MOST_FIELDS} fields`);
    this.width = width;
    this.ends = new Int32Array(this.bytes.buffer, ENDS, width);
    for (const column of COLUMNS) this.positions[FIELD_NUMBERS[column]] = positions[column];
  }

  /** Scans the record at `start`; the content ends at `end`, with a line end after it. */
  scan(start: number, end: number): Scan {
    return this.kernel.scan(start, end, this.width);
  }

  /** Counts known rows from `start` on, and scans the record at which it stops, at `stoppedAt`. */
  countKnownRows(start: number, end: number): Scan {
    return this.kernel.countKnownRows(start, end, this.width);
  }

  /**
   * Writes a record of these columns, in the order of COLUMNS, as if a scan had found it; returns where it begins.
   * Undefined if there is no room, or if a column begins with what would be taken for a quote.
   */
  putRecord(columns: readonly string[]): number | undefined {
    const { bytes, ends } = this;
    const text = columns.join(',');
    if (text.length * BYTES_PER_UNIT > RECORD_BYTES) return undefined;
    const isAscii = bytes.write(text, RECORD) === text.length;
    let end = RECORD;
    for (const [index, column] of columns.entries()) {
      if (column.charCodeAt(0) === QUOTE) return undefined;
      end += isAscii ? column.length : Buffer.byteLength(column);
      ends[index] = end++;
    }
    this.results[DOUBLED_QUOTES] = 0;
    return RECORD;
  }

  /** Counts the record that was scanned last if it is known. */
  countIfKnown(start: number): boolean {
    return this.kernel.countIfKnown(start) === 1;
  }

  get stoppedAt(): number {
    return this.results[STOPPED_AT]!;
  }

  /** Rows that `countKnownRows` counted, and the lines they took. */
  get rowsCounted(): number {
    return this.results[ROWS_COUNTED]!;
  }

  get linesPassed(): number {
    return this.results[LINES_PASSED]!;
  }

  /** Where the record after the last one scanned begins. */
  get next(): number {
    return this.results[NEXT]!;
  }

  /** Line ends inside the quotes of that record. */
  get innerLines(): number {
    return this.results[INNER_LINES]!;
  }

  get hasDoubledQuotes(): boolean {
    return this.results[DOUBLED_QUOTES] === 1;
  }

  /**
   * Finds the fields of the regular record at `start` that was scanned last: everything below asks about this record. May
   * be called only once for each scan, as it overwrites quoted fields with their content, doubled quotes made single.
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

  /** From now on rows of the record's type may be counted as this outcome. */
  learnOutcome(outcome: Outcome): void {
    this.kernel.learnOutcome(outcome);
  }

  /** From now on rows of the record's type may be ignored under this number, from 0; 64 of them are remembered. */
  learnIgnored(number: number): void {
    this.kernel.learnIgnored(number);
  }

  /** Hands out how many rows of the first `types` ignored types were counted, and counts from 0 again. */
  takeIgnored(types: number, each: (type: number, count: number) => void): void {
    const { ignored } = this;
    for (let type = 0; type < Math.min(types, ignored.length); type++) {
      const count = ignored[type]!;
      ignored[type] = 0;
      if (count > 0) each(type, count);
    }
  }

  /** Whether the record's time lies in the hour of `useHour`; also false if only parsing could tell. */
  isInHour(): boolean {
    return this.kernel.isInHour() === 1;
  }

  /** From now on known rows are those of the record's hour, if their time is written like its own. */
  useHour(): void {
    this.kernel.useHour();
  }

  /** What the record's host says of the ISP, as a number from 0; -1 if it was not learned. */
  findHost(): number {
    return this.kernel.findHost();
  }

  /** The number of the record's queue; -1 if it was not learned, here and below. */
  findQueue(): number {
    return this.kernel.findQueue();
  }

  /** The number of the recipient's domain, which is that of the queue if the recipient has none. */
  findDomain(queue: number): number {
    return this.kernel.findDomain(queue);
  }

  findSource(): number {
    return this.kernel.findSource();
  }

  /** Remembers a number, from 0, for the host, queue, domain or source that was not found. */
  learnName(number: number): void {
    this.kernel.learnName(number);
  }

  /** The number of the record's reply; -1 if no reply with the same skeleton was learned. */
  findReply(): number {
    return this.kernel.findReply();
  }

  /** Remembers a number for the reply that was not found. */
  learnReply(reply: number): void {
    this.kernel.learnReply(reply);
  }

  hashOfReply(): number {
    return this.kernel.hashOfReply();
  }

  hashOfRecipient(): number {
    return this.kernel.hashOfRecipient();
  }

  /** Forgets which types are known, and what was ignored. */
  forgetTypes(): void {
    this.kernel.forgetTypes();
    this.ignored.fill(0);
  }

  /** Forgets everything, and waits for the next file. */
  release(): void {
    this.kinds.takeDelivered(() => undefined);
    this.kinds.takeJudged(() => undefined);
    this.kinds.forgetHour();
    this.kinds.forgetNumbers();
    this.forgetTypes();
    idle.push(this);
  }
}
