import type { ByteWindow } from './byte-window.ts';
import { type Counting, isBlank } from './csv-file.ts';
import { nameless } from './rejection.ts';
import { COLUMNS, type Column } from './row-header.ts';
import { emptyRow, type RowBytes, TextRows, textOf } from './text-rows.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const COLUMN_NAMES: ReadonlySet<string> = new Set(COLUMNS);

/** Walks through the rows of a file of JSON lines: objects with the names that a CSV header would have. */
export class JsonFile {
  private isFirst = true;
  private isSkipping = false;
  private readonly rows: TextRows;
  private readonly window: ByteWindow;
  private readonly counting: Counting;

  constructor(window: ByteWindow, counting: Counting) {
    this.window = window;
    this.counting = counting;
    this.rows = new TextRows(counting.context, counting.limits, counting.ledger, counting.counts);
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
    const row = wasSkipping || line.length > limits.rowBytes ? undefined : rowOf(textOf(line));
    ledger.rows++;
    if (!row) {
      ledger.ignoreBroken(ledger.line);
      return;
    }
    if (this.isFirst && row.type.length === 0) throw nameless('type');
    if (this.isFirst && row.timelogged.length === 0) throw nameless('timeLogged');
    this.isFirst = false;
    this.rows.count(row);
  }
}

/** The columns of a line; undefined where it is no JSON object. Names are compared as a CSV header's are. */
function rowOf(line: string): RowBytes | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const row = emptyRow();
  const met = new Set<string>();
  for (const [name, field] of Object.entries(value)) {
    const column = name.toLowerCase();
    if (!isColumn(column) || met.has(column)) continue;
    met.add(column);
    if (typeof field === 'string' || typeof field === 'number') row[column] = Buffer.from(String(field));
  }
  return row;
}

function isColumn(name: string): name is Column {
  return COLUMN_NAMES.has(name);
}
