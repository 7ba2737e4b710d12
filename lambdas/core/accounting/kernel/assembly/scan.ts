import { CARRIAGE_RETURN, COMMA, LINE_FEED, QUOTE } from '../shared/ascii';
import { ENDS, RESULTS } from '../shared/memory-map';
import {
  DOUBLED_QUOTES,
  INNER_LINES,
  LAST_STRAY_QUOTE,
  NEXT,
  ODD,
  REGULAR,
  SHORT,
  UNFINISHED,
} from '../shared/protocol';

/**
 * Finds the end of the CSV record at `start` and of its fields, of which a regular record has `width` and a short one at
 * least `needed` (RFC 4180: `"` opens a quoted field only at its beginning). A quote anywhere else makes the record odd and
 * has no further power, so a damaged row cannot swallow those that follow it.
 *
 * Sixteen bytes at once are compared with a comma, a quote and a line end; only the bits of what was found are then
 * visited one by one. After the content, at `end`, stands a line end, followed by at least 15 bytes of any value: it stops
 * every scan, so the end of the content needs to be checked at line ends only.
 */
export function scan(start: usize, end: usize, width: i32, needed: i32): i32 {
  const commas = i8x16.splat(<i8>COMMA);
  const quotes = i8x16.splat(<i8>QUOTE);
  const lineFeeds = i8x16.splat(<i8>LINE_FEED);
  let fieldStart = start;
  let field = 0;
  let innerLines = 0;
  /** The last quote that stands where none may, or after which a field should have ended; 0 if there is none. */
  let strayQuote: usize = 0;
  let isQuoted = false;
  let hasDoubledQuotes = false;
  /** Where the second of two doubled quotes stands. */
  let secondQuote: usize = 0;
  let block = start;
  while (true) {
    const bytes = v128.load(block);
    const quotesOrLineFeeds = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, lineFeeds)));
    let found = i8x16.bitmask(i8x16.eq(bytes, commas)) | quotesOrLineFeeds;
    for (; found != 0; found &= found - 1) {
      const at = block + ctz(found);
      const isComma = (quotesOrLineFeeds & found & -found) == 0;
      if (isComma) {
        if (isQuoted) continue;
        if (field < width) store<u32>(endOf(field), <u32>at);
        field++;
        fieldStart = at + 1;
      } else if (load<u8>(at) == QUOTE) {
        if (at == secondQuote) continue;
        if (!isQuoted) {
          if (at == fieldStart) isQuoted = true;
          else strayQuote = at;
        } else if (load<u8>(at + 1) == QUOTE) {
          hasDoubledQuotes = true;
          secondQuote = at + 1;
        } else {
          isQuoted = false;
          if (!isFieldEnd(at + 1)) strayQuote = at;
        }
      } else {
        store<u32>(RESULTS + LAST_STRAY_QUOTE * 4, <u32>strayQuote);
        if (at >= end) return UNFINISHED;
        if (isQuoted) {
          innerLines++;
          continue;
        }
        if (field < width) store<u32>(endOf(field), <u32>withoutReturn(start, at));
        store<u32>(RESULTS + NEXT * 4, <u32>at + 1);
        store<u32>(RESULTS + INNER_LINES * 4, innerLines);
        store<u32>(RESULTS + DOUBLED_QUOTES * 4, hasDoubledQuotes ? 1 : 0);
        if (strayQuote != 0 || field >= width || field + 1 < needed) return ODD;
        return field + 1 == width ? REGULAR : SHORT;
      }
    }
    block += 16;
  }
}

function endOf(field: i32): usize {
  return ((<usize>field) << 2) + ENDS;
}

function isFieldEnd(at: usize): bool {
  const byte = load<u8>(at);
  return byte == COMMA || byte == LINE_FEED || (byte == CARRIAGE_RETURN && load<u8>(at + 1) == LINE_FEED);
}

function withoutReturn(start: usize, lineEnd: usize): usize {
  return lineEnd > start && load<u8>(lineEnd - 1) == CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
}
