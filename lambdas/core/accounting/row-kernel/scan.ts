import { ENDS, RESULTS } from './memory';

/** What a scan found: nothing whole yet, a record of the expected shape, or one that needs a closer look. */
export const UNFINISHED: i32 = 0;
export const REGULAR: i32 = 1;
export const ODD: i32 = 2;

const COMMA: i32 = 0x2c;
const QUOTE: i32 = 0x22;
const LINE_FEED: i32 = 0x0a;
const CARRIAGE_RETURN: i32 = 0x0d;

/** Where the next record begins. */
export const NEXT: usize = RESULTS;
/** Line ends inside the quotes of the record. */
export const INNER_LINES: usize = RESULTS + 4;
/** 1 where a quoted field of the record holds doubled quotes. */
export const DOUBLED_QUOTES: usize = RESULTS + 8;

/**
 * Finds the end of the CSV record at `start`, and of its fields, of which a regular one has `width` (RFC 4180; `"` opens
 * a quoted field only at a field's beginning). A quote anywhere else makes the record odd and has no further power, so a
 * damaged row cannot swallow those that follow it.
 *
 * Sixteen bytes are compared at once with a comma, a quote and a line end, and the bits of what was found are then gone
 * through one by one. At `end`, behind the content, stands a line end, with 15 more bytes of no matter: it stops every
 * scan, so that only at line ends it is asked whether the content is over.
 */
export function scan(start: usize, end: usize, width: i32): i32 {
  const commas = i8x16.splat(<i8>COMMA);
  const quotes = i8x16.splat(<i8>QUOTE);
  const lineFeeds = i8x16.splat(<i8>LINE_FEED);
  let fieldStart = start;
  let field = 0;
  let innerLines = 0;
  let isOdd = false;
  let isQuoted = false;
  let isDoubled = false;
  /** The second one of two doubled quotes. */
  let twin: usize = 0;
  let block = start;
  while (true) {
    const bytes = v128.load(block);
    const others = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, lineFeeds)));
    let found = i8x16.bitmask(i8x16.eq(bytes, commas)) | others;
    for (; found != 0; found &= found - 1) {
      const at = block + ctz(found);
      const isComma = (others & found & -found) == 0;
      if (isComma) {
        if (isQuoted) continue;
        if (field < width) store<u32>(endOf(field), <u32>at);
        field++;
        fieldStart = at + 1;
      } else if (load<u8>(at) == QUOTE) {
        if (at == twin) continue;
        if (!isQuoted) {
          if (at == fieldStart) isQuoted = true;
          else isOdd = true;
        } else if (load<u8>(at + 1) == QUOTE) {
          isDoubled = true;
          twin = at + 1;
        } else {
          isQuoted = false;
          if (!isFieldEnd(at + 1)) isOdd = true;
        }
      } else {
        if (at >= end) return UNFINISHED;
        if (isQuoted) {
          innerLines++;
          continue;
        }
        if (field < width) store<u32>(endOf(field), <u32>withoutReturn(start, at));
        store<u32>(NEXT, <u32>at + 1);
        store<u32>(INNER_LINES, innerLines);
        store<u32>(DOUBLED_QUOTES, isDoubled ? 1 : 0);
        return isOdd || field + 1 != width ? ODD : REGULAR;
      }
    }
    block += 16;
  }
}

function endOf(field: i32): usize {
  return ENDS + ((<usize>field) << 2);
}

function isFieldEnd(at: usize): bool {
  const byte = load<u8>(at);
  return byte == COMMA || byte == LINE_FEED || (byte == CARRIAGE_RETURN && load<u8>(at + 1) == LINE_FEED);
}

function withoutReturn(start: usize, lineEnd: usize): usize {
  return lineEnd > start && load<u8>(lineEnd - 1) == CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
}
