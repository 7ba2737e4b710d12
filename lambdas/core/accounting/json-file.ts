import type { ByteWindow } from './byte-window.ts';
import { type Counting, isBlank } from './csv-file.ts';
import { nameless } from './rejection.ts';
import { RegularRows } from './regular-rows.ts';
import { BARE_HEADER, COLUMNS } from './row-header.ts';
import type { RowKernel } from './row-kernel.ts';
import { emptyRow, TextRows, textOf } from './text-rows.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const COLUMN_NUMBERS: ReadonlyMap<string, number> = new Map(COLUMNS.map((name, number) => [name, number]));
const TYPE = COLUMNS.indexOf('type');
const TIME_LOGGED = COLUMNS.indexOf('timelogged');

/** Walks through the rows of a file of JSON lines: objects with the names that a CSV header would have. */
export class JsonFile {
  private isFirst = true;
  private isSkipping = false;
  private readonly regular: RegularRows;
  private readonly odd: TextRows;
  private readonly window: ByteWindow;
  private readonly kernel: RowKernel;
  private readonly counting: Counting;

  constructor(window: ByteWindow, kernel: RowKernel, counting: Counting) {
    this.window = window;
    this.kernel = kernel;
    this.counting = counting;
    kernel.useHeader(BARE_HEADER);
    this.regular = new RegularRows({ window, kernel, header: BARE_HEADER }, counting);
    this.odd = new TextRows(counting.context, counting.limits, counting.ledger, counting.counts);
  }

  /** Takes every whole line out of the window. `recordRead` is told after each where the next one begins. */
  read(recordRead: () => void): void {
    const { window } = this;
    const { ledger, limits } = this.counting;
    for (;;) {
      const { start } = window;
      const lineEnd = window.bytes.indexOf(LINE_FEED, start);
      if (lineEnd === -1 || lineEnd >= window.end) break;
      const end = lineEnd > start && window.bytes[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
      this.readLine(window.bytes.subarray(start, end));
      window.start = lineEnd + 1;
      ledger.line++;
      recordRead();
    }
    if (window.end - window.start > limits.rowBytes + 1) {
      this.isSkipping = true;
      window.start = window.end;
    }
  }

  finish(): void {
    const { window } = this;
    if (this.isSkipping || !isBlank(window.bytes, window.start, window.end)) {
      this.counting.ledger.partialTail = true;
    }
  }

  private readLine(line: Uint8Array): void {
    const { ledger, limits } = this.counting;
    const wasSkipping = this.isSkipping;
    this.isSkipping = false;
    if (!wasSkipping && isBlank(line, 0, line.length)) return;
    const columns = wasSkipping || line.length > limits.rowBytes ? undefined : columnsOf(textOf(line));
    if (!columns) {
      ledger.rows++;
      ledger.ignoreBroken(ledger.line);
      return;
    }
    if (this.isFirst && columns[TYPE] === '') throw nameless('type');
    if (this.isFirst && columns[TIME_LOGGED] === '') throw nameless('timeLogged');
    this.isFirst = false;
    const record = this.kernel.putRecord(columns);
    if (record !== undefined && this.regular.count(record)) return;
    ledger.rows++;
    this.countOdd(columns);
  }

  private countOdd(columns: readonly string[]): void {
    const row = emptyRow();
    for (const [number, name] of COLUMNS.entries()) row[name] = Buffer.from(columns[number]!);
    this.odd.count(row);
  }
}

/**
 * What a line says in each of COLUMNS, empty where it says nothing; undefined where it is no JSON object. Names are
 * compared as a CSV header's are.
 */
function columnsOf(line: string): string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const columns = COLUMNS.map(() => '');
  let met = 0;
  for (const [name, field] of Object.entries(value)) {
    const number = COLUMN_NUMBERS.get(name.toLowerCase());
    if (number === undefined || (met & (1 << number)) !== 0) continue;
    met |= 1 << number;
    if (typeof field === 'string' || typeof field === 'number') columns[number] = String(field);
  }
  return columns;
}
