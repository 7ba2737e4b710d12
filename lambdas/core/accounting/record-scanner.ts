const COMMA = 0x2c;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What a scan found: nothing whole yet, a record of the expected shape, or one that needs a closer look. */
export const UNFINISHED = 0;
export const REGULAR = 1;
export const ODD = 2;
export type Scan = typeof UNFINISHED | typeof REGULAR | typeof ODD;

/**
 * Finds the end of a CSV record and of its fields (RFC 4180; `"` opens a quoted field only at a field's
 * beginning) in one pass. A quote anywhere else makes the record odd and has no further power, so a damaged
 * row cannot swallow those that follow it.
 *
 * Nearly every byte of a row (letters, digits, `-.:@`) is greater than a comma, so the inner loop asks one
 * question per byte; the sentinels behind the window end it without a second one.
 */
export class RecordScanner {
  /** Where each field of the last record ends; the next one begins a byte behind. */
  readonly ends: Int32Array;
  /** How many fields the last record has; more than `width` are not told apart. */
  fields = 0;
  /** Where the next record begins. */
  next = 0;
  /** Line ends inside the quotes of the last record. */
  innerLines = 0;
  /** Whether a quoted field of it holds doubled quotes. */
  hasDoubledQuotes = false;
  private readonly width: number;

  /** `width`: fields of a regular record. */
  constructor(width: number) {
    this.width = width;
    this.ends = new Int32Array(width + 1);
  }

  /** Scans the record at `start`; the content ends at `end`, with sentinels behind it. */
  scan(bytes: Uint8Array, start: number, end: number): Scan {
    const { ends, width } = this;
    let at = start;
    let field = 0;
    let isOdd = false;
    this.innerLines = 0;
    this.hasDoubledQuotes = false;
    for (;;) {
      // Here a field begins.
      if (bytes[at] === QUOTE) {
        const close = this.skipQuoted(bytes, at + 1, end);
        if (close === -1) return UNFINISHED;
        at = close + 1;
        const byte = bytes[at];
        if (
          byte !== COMMA &&
          byte !== LINE_FEED &&
          (byte !== CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED)
        ) {
          isOdd = true;
        }
      }
      let byte: number;
      for (;;) {
        while ((byte = bytes[at]!) > COMMA) at++;
        if (byte === COMMA || byte === LINE_FEED) break;
        if (byte === QUOTE) isOdd = true;
        at++;
      }
      if (at >= end) return UNFINISHED;
      if (byte === COMMA) {
        if (field < width) ends[field] = at;
        field++;
        at++;
        continue;
      }
      const last = at > start && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
      if (field < width) ends[field] = last;
      this.fields = field + 1;
      this.next = at + 1;
      return isOdd || field + 1 !== width ? ODD : REGULAR;
    }
  }

  /** The closing quote of a quoted field that begins at `start`; -1 where the content ends before it. */
  private skipQuoted(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; ; at++) {
      let byte: number;
      while ((byte = bytes[at]!) !== QUOTE) {
        if (byte === LINE_FEED) this.innerLines++;
        at++;
      }
      if (at >= end) return -1;
      if (bytes[at + 1] !== QUOTE) return at;
      this.hasDoubledQuotes = true;
      at++;
    }
  }
}
