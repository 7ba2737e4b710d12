import type { FileCounts } from './counts/file-counts.ts';
import type { ByteWindow } from './byte-window.ts';
import type { CountingContext } from './counting-context.ts';
import { RegularRows } from './regular-rows.ts';
import type { Limits } from './limits.ts';
import { OpenQuotes } from './open-quotes.ts';
import { fieldsOf } from './record-fields.ts';
import { headerChanged, headerless, notText, tooLongHeader, tooManyColumns } from './rejection.ts';
import type { RowKernel } from './row-kernel.ts';
import { REGULAR, type Scan, UNFINISHED } from './row-kernel-exports.ts';
import {
  COLUMNS,
  type Header,
  isSameHeader,
  NO_HEADER,
  readHeader,
  readRepeatedHeader,
} from './row-header.ts';
import type { RowLedger } from './row-ledger.ts';
import { isKnownType } from './row-type.ts';
import { emptyRow, TextRows, textOf } from './text-rows.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LINE_END_BYTES = 2;

/** What the stages of one file share. */
export interface Counting {
  context: CountingContext;
  limits: Limits;
  ledger: RowLedger;
  counts: FileCounts;
}

/** Walks through the records of a CSV file: its headers, its regular rows, and those that need a closer look. */
export class CsvFile {
  private header: Header | undefined;
  private regular: RegularRows | undefined;
  /** In the middle of a line that is longer than a row may be. */
  private isSkipping = false;
  private readonly odd: TextRows;
  private readonly openQuotes: OpenQuotes;
  private readonly window: ByteWindow;
  private readonly kernel: RowKernel;
  private readonly counting: Counting;

  constructor(window: ByteWindow, kernel: RowKernel, counting: Counting) {
    this.window = window;
    this.counting = counting;
    this.kernel = kernel;
    kernel.useHeader(NO_HEADER);
    this.openQuotes = new OpenQuotes(window, kernel, counting.limits);
    this.odd = new TextRows(counting.context, counting.limits, counting.ledger, counting.counts);
  }

  /** Takes every whole record out of the window. `recordRead` is told after each where the next one begins. */
  read(recordRead: () => void): void {
    const { window } = this;
    const { ledger, limits } = this.counting;
    while (window.start < window.end) {
      if (this.isSkipping) {
        if (!this.skipLine()) return;
        recordRead();
        continue;
      }
      const scan = this.scan();
      const { start } = window;
      if (scan === UNFINISHED) {
        if (window.end - start <= limits.rowBytes + LINE_END_BYTES || !this.giveUpRecord()) return;
        recordRead();
        continue;
      }
      const { next, innerLines } = this.kernel;
      const end = window.endOfRecord(start, next);
      if (end - start > limits.rowBytes) {
        this.openQuotes.reachTo(next - 1);
        this.giveUpRecord();
        recordRead();
        continue;
      }
      if (scan !== REGULAR || !this.regular?.count(start)) this.readOdd(start, end);
      window.start = next;
      ledger.line += innerLines + 1;
      recordRead();
    }
  }

  private scan(): Scan {
    const ofLine = this.openQuotes.scanLine();
    if (ofLine !== undefined) return ofLine;
    const scan = this.scanRecords();
    if (scan === UNFINISHED) this.openQuotes.reachTo(this.window.end);
    return scan;
  }

  /** Scans the next record. From there on where the file's head ends, rows that repeat one before are counted. */
  private scanRecords(): Scan {
    const { start, end } = this.window;
    const { ledger, limits } = this.counting;
    if (this.regular && ledger.rows >= limits.headRows) return this.regular.countRepeats();
    return this.kernel.scan(start, end);
  }

  /** What is left at the end of the file: half a row, or nothing; or rows behind a quote that nobody closed. */
  finish(recordRead: () => void): void {
    const { window } = this;
    const { ledger } = this.counting;
    // A header has but one line: one that opens a quote and does not close it is none.
    if (!this.header && window.bytes.subarray(window.start, window.end).includes(LINE_FEED))
      this.giveUpRecord();
    while (!this.isSkipping && this.header && this.openQuotes.hideRows(this.header)) {
      this.giveUpRecord();
      recordRead();
      this.read(recordRead);
    }
    if (this.isSkipping || !isBlank(window.bytes, window.start, window.end)) {
      if (!this.header) refuseBinary(window.bytes.subarray(window.start, window.end));
      ledger.partialTail = true;
    }
  }

  /**
   * A record that is too long: its first line is a broken row, and reading goes on behind that line, so that
   * one stray quote costs one row. False where that line has no end yet.
   */
  private giveUpRecord(): boolean {
    const { window } = this;
    const { ledger, limits } = this.counting;
    const lineEnd = window.bytes.indexOf(LINE_FEED, window.start);
    const isWhole = lineEnd !== -1 && lineEnd < window.end;
    if (!this.header) {
      const end = isWhole ? window.endOfRecord(window.start, lineEnd + 1) : window.end;
      if (end - window.start > limits.rowBytes) throw tooLongHeader(limits.rowBytes);
      this.readHeader(window.bytes.subarray(window.start, end));
    }
    if (!isWhole) {
      this.isSkipping = true;
      window.start = window.end;
      return false;
    }
    ledger.rows++;
    ledger.ignoreBroken(ledger.line);
    ledger.line++;
    window.start = lineEnd + 1;
    return true;
  }

  /** Goes on to the end of a line that is too long; false where it is not in the window yet. */
  private skipLine(): boolean {
    const { window } = this;
    const { ledger } = this.counting;
    const lineEnd = window.bytes.indexOf(LINE_FEED, window.start);
    if (lineEnd === -1 || lineEnd >= window.end) {
      window.start = window.end;
      return false;
    }
    this.isSkipping = false;
    window.start = lineEnd + 1;
    ledger.rows++;
    ledger.ignoreBroken(ledger.line);
    ledger.line++;
    return true;
  }

  private readOdd(start: number, end: number): void {
    const record = this.window.bytes.subarray(start, end);
    if (isBlank(record, 0, record.length)) return;
    if (this.header) this.readOddRow(record, this.header);
    else this.readHeader(record);
  }

  private readHeader(record: Uint8Array): void {
    refuseBinary(record);
    const { limits } = this.counting;
    const fields = fieldsOf(record, limits.columns + 1);
    if (fields && fields.length > limits.columns) throw tooManyColumns(limits.columns);
    const header = readHeader((fields ?? [record]).map(textOf));
    if ('missing' in header) throw headerless(header.missing, textOf(record));
    this.useHeader(header);
  }

  private useHeader(header: Header): void {
    // A reader of rows is much to make and knows much already: the header of a restarted pipe changes nothing.
    if (this.header && isSameHeader(this.header, header)) return;
    this.header = header;
    this.kernel.useHeader(header);
    this.regular = new RegularRows({ window: this.window, kernel: this.kernel, header }, this.counting);
  }

  private readOddRow(record: Uint8Array, header: Header): void {
    const { ledger, limits } = this.counting;
    const fields = fieldsOf(record, limits.columns + 1);
    if (!fields) {
      ledger.rows++;
      ledger.ignoreBroken(ledger.line);
      return;
    }
    const isMisfit =
      fields.length < header.neededWidth ||
      fields.length > limits.columns ||
      fields.slice(header.width).some((field) => field.length > 0);
    const type = textOf(fields[header.positions.type] ?? new Uint8Array(0));
    if (isMisfit || !isKnownType(type)) {
      const repeated = fields.length <= limits.columns ? readRepeatedHeader(fields.map(textOf)) : undefined;
      if (repeated && 'missing' in repeated) throw headerChanged(ledger.line);
      if (repeated) {
        this.useHeader(repeated);
        return;
      }
    }
    ledger.rows++;
    if (isMisfit) {
      ledger.ignoreBroken(ledger.line);
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

/** Whether a line holds nothing but spaces: it is no row. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte !== 0x20 && byte !== 0x09 && byte !== CARRIAGE_RETURN) return false;
  }
  return true;
}

/** A first line with control characters is no text. */
function refuseBinary(line: Uint8Array): void {
  for (const byte of line) {
    if (byte < 0x20 && byte !== 0x09 && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) throw notText();
  }
}
