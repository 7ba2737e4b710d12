import type { Bounds } from '../bounds.ts';
import { COLUMNS, JSON_HEADER } from '../columns.ts';
import type { Header } from '../columns.ts';
import { kernelIn } from './exports.ts';
import type { KernelExports, Scan } from './exports.ts';
import { KindCounts } from './kind-counts.ts';
import { COLUMN_NUMBERS, LocatedRecord } from './located-record.ts';
import { LOWER_CASE_BIT, QUOTE } from './shared/ascii.ts';
import {
  BYTES_BEYOND_TEXT,
  COLUMN_NAMES,
  ENDS,
  IGNORED_COUNTS,
  MAX_REPLY_LENGTH,
  MAX_FIELDS,
  MAX_IGNORED_TYPES,
  MAX_KINDS,
  POSITIONS,
  POSITIONS_BYTES,
  RECORD,
  RECORD_BYTES,
  RESULTS,
  TEXT,
} from './shared/memory-map.ts';
import {
  DOUBLED_QUOTES,
  INNER_LINES,
  JSON_LINES,
  LAST_STRAY_QUOTE,
  LINES_PASSED,
  NEXT,
  RESULT_COUNT,
  ROWS_COUNTED,
  STOPPED_AT,
} from './shared/protocol.ts';

const PAGE_BYTES = 65_536;
/** Bytes of a column's name: the name in lower case, and its length in the last of them. */
const NAME_BYTES = 16;
/** The most bytes of UTF-8 that one UTF-16 unit of a string becomes. */
const BYTES_PER_UNIT = 3;

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
  /** The record that was scanned last. */
  readonly record: LocatedRecord;

  private readonly kernel: KernelExports;
  private readonly results: Int32Array;
  private readonly positions: Int32Array;
  private readonly ignored: Int32Array;
  private width = 0;
  private neededWidth = 0;

  /** With room for so many bytes of text. */
  constructor(textBytes: number) {
    this.textEnd = TEXT + textBytes;
    const pages = Math.ceil((this.textEnd + BYTES_BEYOND_TEXT) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages });
    const { buffer } = memory;
    this.kernel = kernelIn(memory);
    this.kinds = new KindCounts(this.kernel, buffer);
    this.bytes = Buffer.from(buffer);
    this.record = new LocatedRecord(this.kernel, this.bytes);
    this.results = new Int32Array(buffer, RESULTS, RESULT_COUNT);
    this.positions = new Int32Array(buffer, POSITIONS, POSITIONS_BYTES / 4);
    this.ignored = new Int32Array(buffer, IGNORED_COUNTS, MAX_IGNORED_TYPES);
    this.ends = new Int32Array(buffer, ENDS, 0);
  }

  /** The longest row that is counted, how much of a reply is judged, and after how many pairs kinds are not numbered here. */
  useBounds({ rowBytes, replyBytes, pairs }: Pick<Bounds, 'rowBytes' | 'replyBytes' | 'pairs'>): void {
    // The bound is checked after a kind was added, and the table's last place would make it grow once more.
    const mostPairs = MAX_KINDS - 2;
    if (pairs > mostPairs) throw new RangeError(`a kernel numbers no more than ${mostPairs} kinds`);
    if (replyBytes > MAX_REPLY_LENGTH) {
      throw new RangeError(`a kernel judges no more than ${MAX_REPLY_LENGTH} bytes`);
    }
    this.kernel.useBounds(rowBytes, replyBytes, pairs);
  }

  /** The columns of the records that follow. */
  useHeader({ width, neededWidth, positions }: Header): void {
    if (width > MAX_FIELDS) throw new RangeError(`a kernel finds no more than ${MAX_FIELDS} fields`);
    this.width = width;
    this.neededWidth = neededWidth;
    this.ends = new Int32Array(this.bytes.buffer, ENDS, width);
    for (const column of COLUMNS) this.positions[COLUMN_NUMBERS[column]] = positions[column];
  }

  /** The records that follow are lines of JSON; positions are those of JSON_HEADER. */
  useJson(): void {
    this.useHeader(JSON_HEADER);
    this.width = JSON_LINES;
    for (const column of COLUMNS) {
      const place = COLUMN_NAMES + COLUMN_NUMBERS[column] * NAME_BYTES;
      this.bytes.fill(LOWER_CASE_BIT, place, place + NAME_BYTES);
      this.bytes[place + NAME_BYTES - 1] = this.bytes.write(column, place, 'latin1');
    }
  }

  /** Scans the record at `start`; the content ends at `end`, with a line end after it. */
  scan(start: number, end: number): Scan {
    return this.kernel.scan(start, end, this.width, this.neededWidth);
  }

  /** Counts known rows from `start` on, and scans the record at which it stops, at `stoppedAt`. */
  countKnownRows(start: number, end: number): Scan {
    return this.kernel.countKnownRows(start, end, this.width, this.neededWidth);
  }

  /**
   * Writes a record of these columns, in the order of COLUMNS, as if a scan of JSON had found it; returns where it begins.
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
      ends[index * 2] = end - 1;
      end += isAscii ? column.length : Buffer.byteLength(column);
      ends[index * 2 + 1] = end++;
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

  /** Where the last quote of the record (or of what there is of it) stands that is not as RFC 4180 has it; 0 if all are. */
  get lastStrayQuote(): number {
    return this.results[LAST_STRAY_QUOTE]!;
  }

  get hasDoubledQuotes(): boolean {
    return this.results[DOUBLED_QUOTES] === 1;
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

  /** Forgets which types are known, and what was ignored. */
  forgetTypes(): void {
    this.kernel.forgetTypes();
    this.ignored.fill(0);
  }

  /** Forgets everything: as good as new. */
  forgetAll(): void {
    this.kinds.take({ delivered: () => undefined, judged: () => undefined });
    this.kinds.forgetHours();
    this.kinds.forgetNumbers();
    this.forgetTypes();
  }
}
