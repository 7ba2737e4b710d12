import type { FileParts } from '../file-parts.ts';
import { decode, isBlank } from '../row/bytes.ts';
import { COLUMNS, JSON_HEADER } from '../columns.ts';
import { REGULAR } from '../kernel/shared/protocol.ts';
import { RegularRows } from '../row/regular-rows.ts';
import { nameless, noObjects } from '../row/rejection.ts';
import { emptyRow, TextRows } from '../row/text-rows.ts';

const COLUMN_NUMBERS: ReadonlyMap<string, number> = new Map(COLUMNS.map((name, number) => [name, number]));

/** Files that were put one behind the other each bring their own. */
const BYTE_ORDER_MARK = /^\ufeff/;

/** Members of a JSON object, in the order in which they are written. */
type Members = readonly (readonly [name: string, value: unknown])[];

/** Walks through the rows of a file of JSON lines: objects with the names that a CSV header would have. */
export class JsonFile {
  private isFirst = true;
  private isSkipping = false;
  private readonly regular: RegularRows;
  private readonly odd: TextRows;
  private readonly parts: FileParts;

  constructor(parts: FileParts) {
    this.parts = parts;
    parts.kernel.useJson();
    this.regular = new RegularRows(parts, JSON_HEADER);
    this.odd = new TextRows(parts);
  }

  /** Takes every whole line out of the window; calls `recordRead` after each. */
  read(recordRead: () => void): void {
    const { ledger, bounds, window } = this.parts;
    for (;;) {
      const isCounted = this.countRegular();
      const { start } = window;
      const next = window.nextLine(start);
      if (next === undefined) break;
      if (!isCounted) this.readLine(window.bytes.subarray(start, window.endOfRecord(start, next)));
      window.start = next;
      ledger.line++;
      recordRead();
    }
    if (window.end - window.start > bounds.rowBytes + 1) {
      this.isSkipping = true;
      window.start = window.end;
    }
  }

  finish(): void {
    const { ledger, window } = this.parts;
    if (this.isFirst && ledger.rows > 0) throw noObjects();
    if (this.isSkipping || !isBlank(window.bytes.subarray(window.start, window.end))) {
      ledger.partialTail = true;
    }
  }

  /**
   * After the head of the file, which is read row by row, counts known rows and the row after them; false if the kernel
   * cannot read that one.
   */
  private countRegular(): boolean {
    const { kernel, ledger, bounds, window } = this.parts;
    if (this.isFirst || this.isSkipping || ledger.rows < bounds.headRows) return false;
    if (this.regular.countKnownRows() !== REGULAR) return false;
    const { start } = window;
    return window.endOfRecord(start, kernel.next) - start <= bounds.rowBytes && this.regular.count(start);
  }

  private readLine(line: Uint8Array): void {
    const { ledger, bounds } = this.parts;
    const wasSkipping = this.isSkipping;
    this.isSkipping = false;
    if (!wasSkipping && isBlank(line)) return;
    const text = wasSkipping || line.length > bounds.rowBytes ? '' : decode(line);
    const members = membersIn(text);
    if (!members) {
      ledger.rows++;
      ledger.ignore('broken row');
      return;
    }
    if (this.isFirst) refuseNameless(members);
    this.isFirst = false;
    const columns = columnsOf(members);
    const record = this.parts.kernel.putRecord(columns);
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

/** The members of a JSON object, names in lower case as in a CSV header; undefined if the line is not one. */
function membersIn(line: string): Members | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(BYTE_ORDER_MARK, ''));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).map(([name, member]) => [name.toLowerCase(), member] as const);
}

/**
 * What members say in each of COLUMNS, empty if they say nothing. Of two names that differ only in case, the first
 * wins; of two that are equal, JSON.parse keeps the last.
 */
function columnsOf(members: Members): string[] {
  const columns = COLUMNS.map(() => '');
  let met = 0;
  for (const [name, field] of members) {
    const number = COLUMN_NUMBERS.get(name);
    if (number === undefined || (met & (1 << number)) !== 0) continue;
    met |= 1 << number;
    if (typeof field === 'string' || typeof field === 'number') columns[number] = String(field);
  }
  return columns;
}

/** Like a CSV header, the first row must name the columns without which no row counts; it may say nothing in them. */
function refuseNameless(members: Members): void {
  const names = members.map(([name]) => name);
  if (!names.includes('type')) throw nameless('type');
  if (!names.includes('timelogged')) throw nameless('timeLogged');
}
