import { COLUMNS, NO_HEADER } from '../columns.ts';
import type { Header } from '../columns.ts';
import type { FileParts } from '../file-parts.ts';
import type { Scan } from '../kernel/exports.ts';
import { CARRIAGE_RETURN, LINE_FEED, SPACE, TAB } from '../kernel/shared/ascii.ts';
import { REGULAR, SHORT, UNFINISHED } from '../kernel/shared/protocol.ts';
import { decode, isBlank } from '../row/bytes.ts';
import { isSameHeader, readHeader, readRepeatedHeader } from '../row/header.ts';
import { fieldsOf } from '../row/record-fields.ts';
import { RegularRows } from '../row/regular-rows.ts';
import {
  headerChanged,
  headerless,
  notText,
  otherLineEnds,
  tooLongHeader,
  tooManyColumns,
  unsoundHeader,
} from '../row/rejection.ts';
import { isKnownType } from '../row/row-type.ts';
import { emptyRow, TextRows } from '../row/text-rows.ts';
import { LINE_END_BYTES } from './byte-window.ts';
import { OpenQuotes } from './open-quotes.ts';
import type { LineScan } from './open-quotes.ts';

/** Walks through the records of a CSV file: its headers, its regular rows, and those that need a closer look. */
export class CsvFile {
  private header: Header | undefined;
  private regular: RegularRows | undefined;
  /** In the middle of a line that is longer than a row may be. */
  private isSkipping = false;
  private readonly odd: TextRows;
  private readonly openQuotes: OpenQuotes;
  private readonly parts: FileParts;

  constructor(parts: FileParts) {
    this.parts = parts;
    parts.kernel.useHeader(NO_HEADER);
    this.openQuotes = new OpenQuotes(parts);
    this.odd = new TextRows(parts);
  }

  /** Takes every whole record out of the window; calls `recordRead` after each. */
  read(recordRead: () => void): void {
    const { window } = this.parts;
    while (window.start < window.end && this.takeRecord()) recordRead();
  }

  /** Takes the next record out of the window, after known rows; false if it is not whole yet. */
  private takeRecord(): boolean {
    if (this.isSkipping) return this.skipLine();
    const { kernel, ledger, bounds, window } = this.parts;
    const scan = this.scan();
    if (scan === 'stray quotes') return this.giveUpRecord();
    const { start } = window;
    if (scan === UNFINISHED) {
      return window.end - start > bounds.rowBytes + LINE_END_BYTES && this.giveUpRecord();
    }
    const { next, innerLines } = kernel;
    const end = window.endOfRecord(start, next);
    if (end - start > bounds.rowBytes) {
      this.openQuotes.reachTo(next - 1);
      return this.giveUpRecord();
    }
    if (this.header && innerLines > 0 && kernel.lastStrayQuote > 0) {
      this.openQuotes.reachTo(next - 1, kernel.lastStrayQuote);
      return this.giveUpRecord();
    }
    const mayBeKnown = scan === REGULAR || scan === SHORT;
    if (!mayBeKnown || !this.regular?.count(start)) this.readOdd(start, end);
    window.start = next;
    ledger.line += innerLines + 1;
    return true;
  }

  private scan(): LineScan {
    const ofLine = this.openQuotes.scanLine();
    if (ofLine !== undefined) return ofLine;
    const scan = this.scanRecords();
    if (scan === UNFINISHED) this.openQuotes.reachTo(this.parts.window.end);
    return scan;
  }

  /** Scans the next record. After the head of the file, which is read row by row, known rows are counted on the way. */
  private scanRecords(): Scan {
    const { ledger, bounds } = this.parts;
    const { start, end } = this.parts.window;
    if (this.regular && ledger.rows >= bounds.headRows) return this.regular.countKnownRows();
    return this.parts.kernel.scan(start, end);
  }

  /** Reads what is left at the end of the file: half a row, nothing, or rows after a quote that is never closed. */
  finish(recordRead: () => void): void {
    const { ledger, window } = this.parts;
    // A header is one line, so one that opens a quote without closing it is rejected.
    if (!this.header && window.bytes.subarray(window.start, window.end).includes(LINE_FEED)) {
      this.giveUpRecord();
    }
    while (!this.isSkipping && this.header && this.openQuotes.hidesRows(this.header)) {
      this.giveUpRecord();
      recordRead();
      this.read(recordRead);
    }
    if (this.isSkipping || !isBlank(window.bytes.subarray(window.start, window.end))) {
      if (!this.header) refuseForeign(window.bytes.subarray(window.start, window.end));
      ledger.partialTail = true;
    }
  }

  /**
   * Gives up a record that is too long, or whose quotes are not in order: its first line is a broken row, and reading
   * continues after that line, so that one stray quote costs one row. False if that line has no end yet.
   */
  private giveUpRecord(): boolean {
    const { window } = this.parts;
    const next = window.nextLine(window.start);
    if (!this.header) this.readGivenUpHeader(next);
    if (next === undefined) {
      this.isSkipping = true;
      window.start = window.end;
      return false;
    }
    this.takeBrokenLine(next);
    return true;
  }

  /** Reads the first line of the file if it is no longer than a row: with an open quote it is no header. */
  private readGivenUpHeader(next: number | undefined): void {
    const { bounds, window } = this.parts;
    const { start } = window;
    const line = window.bytes.subarray(
      start,
      next === undefined ? window.end : window.endOfRecord(start, next),
    );
    refuseForeign(line.subarray(0, bounds.rowBytes));
    if (line.length > bounds.rowBytes) throw tooLongHeader(bounds.rowBytes);
    this.readHeader(line);
  }

  /** Skips to the end of a line that is too long; false if that is not in the window yet. */
  private skipLine(): boolean {
    const { window } = this.parts;
    const next = window.nextLine(window.start);
    if (next === undefined) {
      window.start = window.end;
      return false;
    }
    this.isSkipping = false;
    this.takeBrokenLine(next);
    return true;
  }

  /** Ignores a line, after which another begins at `next`. */
  private takeBrokenLine(next: number): void {
    const { ledger, window } = this.parts;
    ledger.rows++;
    ledger.ignore('broken row');
    ledger.line++;
    window.start = next;
  }

  private readOdd(start: number, end: number): void {
    const record = this.parts.window.bytes.subarray(start, end);
    if (isBlank(record)) return;
    if (this.header) this.readOddRow(record, this.header);
    else this.readHeader(record);
  }

  private readHeader(record: Uint8Array): void {
    refuseForeign(record);
    const { bounds } = this.parts;
    const fields = fieldsOf(record, bounds.columns + 1);
    if (!fields) throw unsoundHeader(decode(record));
    if (fields.length > bounds.columns) throw tooManyColumns(bounds.columns);
    const header = readHeader(fields.map(decode));
    if ('missing' in header) throw headerless(header.missing, decode(record));
    this.useHeader(header);
  }

  private useHeader(header: Header): void {
    // The same header again, as a restarted pipe writes it: what was learned of the rows stays valid.
    if (this.header && isSameHeader(this.header, header)) return;
    this.header = header;
    this.parts.kernel.useHeader(header);
    this.regular = new RegularRows(this.parts, header);
  }

  private readOddRow(record: Uint8Array, header: Header): void {
    const { ledger, bounds } = this.parts;
    const fields = fieldsOf(record, bounds.columns + 1);
    if (!fields) {
      ledger.rows++;
      ledger.ignore('broken row');
      return;
    }
    const isMisfit =
      fields.length < header.neededWidth ||
      fields.length > bounds.columns ||
      fields.slice(header.width).some((field) => field.length > 0);
    const type = decode(fields[header.positions.type] ?? new Uint8Array(0));
    if (isMisfit || !isKnownType(type)) {
      const repeated = fields.length <= bounds.columns ? readRepeatedHeader(fields.map(decode)) : undefined;
      if (repeated && 'missing' in repeated) throw headerChanged(ledger.line);
      if (repeated) {
        this.useHeader(repeated);
        return;
      }
    }
    ledger.rows++;
    if (isMisfit) {
      ledger.ignore('broken row');
      return;
    }
    const row = emptyRow();
    for (const column of COLUMNS) {
      const field = fields[header.positions[column]];
      if (field) row[column] = field;
    }
    this.odd.count(row);
  }
}

/** Rejects a first line with control characters, and one that holds several whose ends are not LF. */
function refuseForeign(line: Uint8Array): void {
  let hasOtherLineEnd = false;
  for (let at = 0; at < line.length; at++) {
    const byte = line[at]!;
    const next = line[at + 1];
    if (byte === CARRIAGE_RETURN) hasOtherLineEnd ||= next !== undefined && next > SPACE;
    else if (byte < SPACE && byte !== TAB && byte !== LINE_FEED) throw notText();
  }
  if (hasOtherLineEnd) throw otherLineEnds();
}
