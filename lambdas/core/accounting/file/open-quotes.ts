import type { FileParts } from '../file-parts.ts';
import type { Scan } from '../kernel/exports.ts';
import { REGULAR, UNFINISHED } from '../kernel/shared/protocol.ts';
import type { RowKernel } from '../kernel/row-kernel.ts';
import type { Bounds } from '../bounds.ts';
import { decode } from '../row/bytes.ts';
import type { Header } from '../columns.ts';
import { fieldsOf } from '../row/record-fields.ts';
import { isKnownType } from '../row/row-type.ts';
import { LINE_END_BYTES } from './byte-window.ts';
import type { ByteWindow } from './byte-window.ts';

/** What the scan of a single line may show: a record that begins there, or that it has stray quotes and is to be given up. */
export type LineScan = Scan | 'stray quotes';

/**
 * Remembers how far a record reached that opens a quote which is never closed, or closed by a quote that was to open
 * another field, and so has no end, none within the length of a row, or the wrong one. Such a record is given up after its
 * first line, and reading continues with the next line; without this memory, a megabyte of short lines would be scanned
 * once from each of them.
 */
export class OpenQuotes {
  /**
   * Up to this offset of the text, all lines after the record's first begin within its quotes. So once the record is
   * given up, any of these lines that itself ends within quotes reaches as far as it did.
   */
  private quotedTo = 0;
  /** The offset of the record's last stray quote, if it had an end: what reaches as far has that quote as well. */
  private strayQuote = 0;
  /** Where the first row begins after the first line of a record without an end, read by this header. */
  private hiddenRow: { header: Header; at: number } | undefined;
  private readonly window: ByteWindow;
  private readonly kernel: RowKernel;
  private readonly bounds: Bounds;

  constructor({ window, kernel, bounds }: Pick<FileParts, 'window' | 'kernel' | 'bounds'>) {
    this.window = window;
    this.kernel = kernel;
    this.bounds = bounds;
  }

  /**
   * The record at the window's start, which is given up, reaches to a place in the window.
   *
   * @param strayQuote the place of its last stray quote, if that is why
   */
  reachTo(place: number, strayQuote?: number): void {
    this.quotedTo = this.window.offsetOf(place);
    this.strayQuote = strayQuote === undefined ? 0 : this.window.offsetOf(strayQuote);
  }

  /**
   * Scans a single line within a record that was given up: it is the next record, or it is known to be too long, without an
   * end or with stray quotes. Undefined if more must be scanned.
   */
  scanLine(): LineScan | undefined {
    const { start, end, offset } = this.window;
    if (offset >= this.quotedTo) return undefined;
    const next = this.window.nextLine(start);
    if (next === undefined || this.window.offsetOf(next) >= this.quotedTo) return undefined;
    const scan = this.kernel.scan(start, next);
    if (scan !== UNFINISHED) return scan;
    if (this.strayQuote > 0) {
      const hasStrayQuote = this.kernel.lastStrayQuote > 0 || this.window.offsetOf(next) <= this.strayQuote;
      return hasStrayQuote ? 'stray quotes' : undefined;
    }
    const isTooLong = this.quotedTo - offset > this.bounds.rowBytes + LINE_END_BYTES;
    return isTooLong || this.quotedTo === this.window.offsetOf(end) ? UNFINISHED : undefined;
  }

  /**
   * Whether rows begin after the first line of the record at the window's start, which has no end: then it is not still
   * being written, but opens a quote that is never closed. The lines of a reply are no rows.
   */
  hidesRows(header: Header): boolean {
    const { start } = this.window;
    const known = this.hiddenRow;
    if (known?.header === header && known.at > start) return true;
    const at = this.findHiddenRow(header);
    this.hiddenRow = at === undefined ? undefined : { header, at };
    return at !== undefined;
  }

  /** Scans every line by itself: one that ends within quotes has no end either, as the record has none. */
  private findHiddenRow(header: Header): number | undefined {
    const { window } = this;
    let at = window.nextLine(window.start);
    while (at !== undefined) {
      const next = window.nextLine(at);
      if (next === undefined) return undefined;
      if (this.kernel.scan(at, next) === REGULAR && this.isRow(at, header)) return at;
      at = next;
    }
    return undefined;
  }

  /** Whether the regular record that was scanned last has one of PowerMTA's types. */
  private isRow(start: number, header: Header): boolean {
    const { window } = this;
    const record = window.bytes.subarray(start, window.endOfRecord(start, this.kernel.next));
    const type = fieldsOf(record, header.width)?.[header.positions.type];
    return type !== undefined && isKnownType(decode(type));
  }
}
