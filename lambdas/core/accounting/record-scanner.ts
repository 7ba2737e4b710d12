import { SCAN_RECORD } from './scan-record.ts';

/** What a scan found: nothing whole yet, a record of the expected shape, or one that needs a closer look. */
export const UNFINISHED = 0;
export const REGULAR = 1;
export const ODD = 2;
export type Scan = typeof UNFINISHED | typeof REGULAR | typeof ODD;

/** Where in memory a scan leaves its results: scan-record/scan-record.ts has the same places. */
const NEXT = 0;
const INNER_LINES = 1;
const DOUBLED_QUOTES = 2;
const RESULTS = 3;
const ENDS = 64;

const compiled = new WebAssembly.Module(SCAN_RECORD);

/**
 * Finds the end of a CSV record and of its fields, in the memory of a window. The search itself is compiled to
 * WebAssembly, of which scan-record/scan-record.ts is the source.
 */
export class RecordScanner {
  /** Where each field of the last record ends; the next one begins a byte behind. */
  readonly ends: Int32Array;
  private readonly results: Int32Array;
  private readonly width: number;
  private readonly scanRecord: (start: number, end: number, width: number) => Scan;

  /** `width`: fields of a regular record. */
  constructor(memory: WebAssembly.Memory, width: number) {
    this.width = width;
    this.results = new Int32Array(memory.buffer, 0, RESULTS);
    this.ends = new Int32Array(memory.buffer, ENDS, width);
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    this.scanRecord = exports['scan'] as typeof this.scanRecord;
  }

  /** Scans the record at `start`; the content ends at `end`, with a line end behind it. */
  scan(start: number, end: number): Scan {
    return this.scanRecord(start, end, this.width);
  }

  /** Where the next record begins. */
  get next(): number {
    return this.results[NEXT]!;
  }

  /** Line ends inside the quotes of the last record. */
  get innerLines(): number {
    return this.results[INNER_LINES]!;
  }

  /** Whether a quoted field of it holds doubled quotes. */
  get hasDoubledQuotes(): boolean {
    return this.results[DOUBLED_QUOTES] === 1;
  }
}
