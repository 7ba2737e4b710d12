const COMMA = 0x2c;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What a scan found: nothing whole yet, a record of the expected shape, or one that needs a closer look. */
export const UNFINISHED = 0;
export const REGULAR = 1;
export const ODD = 2;
export type Scan = typeof UNFINISHED | typeof REGULAR | typeof ODD;

/** A byte in each of the four places of a word. */
const ABOVE_COMMAS = 0x2d2d2d2d;
const QUOTES = 0x22222222;
const LINE_FEEDS = 0x0a0a0a0a;
const TOP_BITS = 0x80808080;

/**
 * Finds the end of a CSV record and of its fields (RFC 4180; `"` opens a quoted field only at a field's
 * beginning) in one pass. A quote anywhere else makes the record odd and has no further power, so a damaged
 * row cannot swallow those that follow it.
 *
 * It looks at four bytes at once. Comma, quote and line feed all lie below 0x2d, letters, digits, `-`, `.` and `:`
 * do not: one subtraction sets the top bit of the first byte below, and mostly there is none. Inside quotes, a byte
 * that equals the one sought becomes zero by an exclusive or, and `marks` sets the top bit of the first zero. Both
 * take a third of the time of a loop over single bytes. The sentinels behind the window end every loop, so none
 * asks where the content ends.
 */
export class RecordScanner {
  /** Where each field of the last record ends; the next one begins a byte behind. */
  readonly ends: Int32Array;
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
  scan(bytes: Uint8Array, view: DataView, start: number, end: number): Scan {
    const { ends, width } = this;
    let at = start;
    let field = 0;
    let isOdd = false;
    this.innerLines = 0;
    this.hasDoubledQuotes = false;
    for (;;) {
      if (bytes[at] === QUOTE) {
        const close = this.closingQuote(bytes, view, at + 1, end);
        if (close === -1) return UNFINISHED;
        at = close + 1;
        if (!isFieldEnd(bytes, at)) isOdd = true;
      }
      let byte: number;
      for (;;) {
        const word = view.getInt32(at, true);
        const found = (word - ABOVE_COMMAS) & ~word & TOP_BITS;
        if (found === 0) {
          at += 4;
          continue;
        }
        at += firstMark(found);
        byte = bytes[at]!;
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
      if (field < width) ends[field] = at > start && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
      this.next = at + 1;
      return isOdd || field + 1 !== width ? ODD : REGULAR;
    }
  }

  /** Where the quoted field whose content begins at `start` is closed; -1 where the content ends before it. */
  private closingQuote(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    let at = start;
    for (;;) {
      const word = view.getInt32(at, true);
      const found = (marks(word ^ QUOTES) | marks(word ^ LINE_FEEDS)) & TOP_BITS;
      if (found === 0) {
        at += 4;
        continue;
      }
      at += firstMark(found);
      if (at >= end) return -1;
      if (bytes[at] === LINE_FEED) this.innerLines++;
      else if (bytes[at + 1] !== QUOTE) return at;
      else {
        this.hasDoubledQuotes = true;
        at++;
      }
      at++;
    }
  }
}

/** Sets the top bit of the first zero byte of a word, of no byte before it, and perhaps of some behind it. */
function marks(word: number): number {
  return (word - 0x01010101) & ~word;
}

/** In which byte of a word its lowest bit stands. */
function firstMark(found: number): number {
  return (31 - Math.clz32(found & -found)) >> 3;
}

function isFieldEnd(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === COMMA || byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED);
}
