import type { ByteWindow } from './byte-window.ts';
import type { Limits } from './limits.ts';
import { fieldsOf } from './record-fields.ts';
import type { Header } from './row-header.ts';
import { REGULAR, type Scan, UNFINISHED } from './row-kernel-exports.ts';
import type { RowKernel } from './row-kernel.ts';
import { isKnownType } from './row-type.ts';
import { textOf } from './text-rows.ts';

const LINE_FEED = 0x0a;
const LINE_END_BYTES = 2;

/**
 * What is known of records that have no end, or none within the length of a row, because a quote is opened in them that
 * nobody closes. Their first line is given up, and reading goes on with the next; here it is remembered how far such a
 * record reached, so that a megabyte of short lines is not scanned from each of them.
 */
export class OpenQuotes {
  /**
   * Up to this offset of the text all lines below a record's first were seen to begin within its quotes: where the record
   * is given up, one of them that itself ends within quotes goes on as far as that record did.
   */
  private quotedTo = 0;
  /** Below a record that has no end: where the first row begins, by this header. */
  private hiddenRow: { header: Header; at: number } | undefined;
  private readonly window: ByteWindow;
  private readonly kernel: RowKernel;
  private readonly limits: Limits;

  constructor(window: ByteWindow, kernel: RowKernel, limits: Limits) {
    this.window = window;
    this.kernel = kernel;
    this.limits = limits;
  }

  /** A record that is given up reaches from the window's start to a place in it. */
  reachTo(place: number): void {
    this.quotedTo = this.window.offsetOf(place);
  }

  /**
   * Scans a line within a record that was given up: the next record is this line, or surely too long or without an end.
   * Undefined where more must be looked at.
   */
  scanLine(): Scan | undefined {
    const { bytes, start, end, offset } = this.window;
    if (offset >= this.quotedTo) return undefined;
    const lineEnd = bytes.indexOf(LINE_FEED, start);
    if (lineEnd === -1 || this.window.offsetOf(lineEnd + 1) >= this.quotedTo) return undefined;
    const scan = this.kernel.scan(start, lineEnd + 1);
    if (scan !== UNFINISHED) return scan;
    const isTooLong = this.quotedTo - offset > this.limits.rowBytes + LINE_END_BYTES;
    return isTooLong || this.quotedTo === this.window.offsetOf(end) ? UNFINISHED : undefined;
  }

  /**
   * Whether rows begin below the first line of the record at the window's start, which has no end: then it is not still
   * being written, but opens a quote that nobody closes. What a reply says in several lines is no row.
   */
  hideRows(header: Header): boolean {
    const { start } = this.window;
    const known = this.hiddenRow;
    if (known?.header === header && known.at > start) return true;
    const at = this.findHiddenRow(header);
    this.hiddenRow = at === undefined ? undefined : { header, at };
    return at !== undefined;
  }

  /** Every line is looked at by itself: one that ends within quotes has no end either, as the record has none. */
  private findHiddenRow(header: Header): number | undefined {
    const { bytes, start, end } = this.window;
    let at = bytes.indexOf(LINE_FEED, start) + 1;
    for (
      let lineEnd = bytes.indexOf(LINE_FEED, at);
      lineEnd !== -1 && lineEnd < end;
      lineEnd = bytes.indexOf(LINE_FEED, at)
    ) {
      if (this.kernel.scan(at, lineEnd + 1) === REGULAR && this.isRow(at, header)) return at;
      at = lineEnd + 1;
    }
    return undefined;
  }

  /** Whether the regular record that was scanned last has a type of PowerMTA's. */
  private isRow(start: number, header: Header): boolean {
    const { window } = this;
    const record = window.bytes.subarray(start, window.endOfRecord(start, this.kernel.next));
    const type = fieldsOf(record, header.width)?.[header.positions.type];
    return type !== undefined && isKnownType(textOf(type));
  }
}
