import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSING_BRACE,
  COLON,
  COMMA,
  DOT,
  HYPHEN,
  LINE_FEED,
  LOWER_A,
  LOWER_B,
  LOWER_CASE_BIT,
  LOWER_E,
  LOWER_F,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  OPENING_BRACE,
  QUOTE,
  SLASH,
  SPACE,
  ZERO,
} from '../shared/ascii';
import { COLUMN_NAMES, ENDS, RESULTS } from '../shared/memory-map';
import { COLUMNS, DOUBLED_QUOTES, INNER_LINES, NEXT, ODD, REGULAR, UNFINISHED } from '../shared/protocol';
import { blockOf } from './tables/blocks';

/** A column's name is a block: lower case, its length in the last byte. */
const LENGTH_OF_NAME: u8 = 15;

/** `JSON.parse` may change the digits of longer numbers. */
const MAX_DIGITS: usize = 15;

/** `true`, `null` and `fals`. */
const TRUE: u32 = 0x65757274;
const NULL: u32 = 0x6c6c756e;
const FALS: u32 = 0x736c6166;

/** Columns that were met, a bit each. */
let met: u32 = 0;
/** Whether the string that was read last means exactly its bytes: it has no escapes and is ASCII. */
let isAsWritten: bool = false;

/**
 * Finds the end of the line of JSON at `start`, and its columns: for column `c` the ends 2c (before it) and 2c + 1. The
 * line is regular if it is an object whose members are strings, plain numbers, true, false or null, and those that are
 * read mean exactly their bytes: `JSON.parse` would read the same. Any other line is left to it.
 *
 * After the content, at `end`, stands a line end, which no token contains, so it stops every loop here.
 */
export function scanJson(start: usize, end: usize): i32 {
  forgetColumns(start);
  let at = skipSpaces(start);
  if (load<u8>(at) != OPENING_BRACE) return ODD;
  do {
    at = readMember(skipSpaces(at + 1));
    if (at == 0) return ODD;
    at = skipSpaces(at);
  } while (load<u8>(at) == COMMA);
  if (load<u8>(at) != CLOSING_BRACE) return ODD;
  at = skipSpaces(at + 1);
  if (load<u8>(at) == CARRIAGE_RETURN) at++;
  if (load<u8>(at) != LINE_FEED) return ODD;
  if (at >= end) return UNFINISHED;
  store<u32>(RESULTS + NEXT * 4, <u32>at + 1);
  store<u32>(RESULTS + INNER_LINES * 4, 0);
  store<u32>(RESULTS + DOUBLED_QUOTES * 4, 0);
  return REGULAR;
}

function forgetColumns(start: usize): void {
  met = 0;
  for (let column = 0; column < COLUMNS; column++) setColumn(column, start, start);
}

function setColumn(column: i32, from: usize, to: usize): void {
  const ends = ((<usize>column) << 3) + ENDS;
  store<u32>(ends, <u32>from - 1);
  store<u32>(ends, <u32>to, 4);
}

/** Reads a name and its value; returns where the value ends, 0 if `JSON.parse` must read it. */
function readMember(at: usize): usize {
  if (load<u8>(at) != QUOTE) return 0;
  const nameEnd = endOfString(at + 1);
  if (nameEnd == 0 || !isAsWritten) return 0;
  const column = columnOf(at + 1, nameEnd);
  const colon = skipSpaces(nameEnd + 1);
  if (load<u8>(colon) != COLON) return 0;
  const value = skipSpaces(colon + 1);
  if (column < 0) return endOfValue(value);
  // Which of two counts depends on how they are written.
  if ((met & (1 << column)) != 0) return 0;
  met |= 1 << column;
  return readColumn(column, value);
}

/** The number of the column of this name, in whatever case; -1 if there is none. */
function columnOf(from: usize, to: usize): i32 {
  if (to - from >= <usize>LENGTH_OF_NAME) return -1;
  const letters = v128.or(blockOf(from, to), i8x16.splat(<i8>LOWER_CASE_BIT));
  const name = i8x16.replace_lane(letters, LENGTH_OF_NAME, <i8>(to - from));
  for (let column = 0; column < COLUMNS; column++) {
    if (!v128.any_true(v128.xor(v128.load(((<usize>column) << 4) + COLUMN_NAMES), name))) return column;
  }
  return -1;
}

function readColumn(column: i32, value: usize): usize {
  const end = endOfValue(value);
  if (end == 0) return 0;
  const first = load<u8>(value);
  if (first == QUOTE) {
    if (!isAsWritten) return 0;
    setColumn(column, value + 1, end - 1);
  } else if (first == HYPHEN || isDigit(first)) {
    if (end - value > MAX_DIGITS || endOfDigits(value) != end) return 0;
    setColumn(column, value, end);
  }
  return end;
}

/** Where a value ends; 0 if it is not of a form read here. */
function endOfValue(at: usize): usize {
  const first = load<u8>(at);
  if (first == QUOTE) {
    const end = endOfString(at + 1);
    return end == 0 ? 0 : end + 1;
  }
  if (first == HYPHEN || isDigit(first)) return endOfNumber(at);
  const word = load<u32>(at);
  if (word == TRUE || word == NULL) return at + 4;
  return word == FALS && load<u8>(at + 4) == LOWER_E ? at + 5 : 0;
}

/** Where the number at `at` ends, without an exponent; 0 if there is none. */
function endOfNumber(at: usize): usize {
  const first = load<u8>(at) == HYPHEN ? at + 1 : at;
  const end = endOfDigits(first);
  if (end == first || (end > first + 1 && load<u8>(first) == ZERO)) return 0;
  if (load<u8>(end) != DOT) return end;
  const fractionEnd = endOfDigits(end + 1);
  return fractionEnd == end + 1 ? 0 : fractionEnd;
}

function endOfDigits(at: usize): usize {
  while (isDigit(load<u8>(at))) at++;
  return at;
}

/** Where the closing quote of the string at `at` stands; 0 if there is none. */
function endOfString(at: usize): usize {
  const quotes = i8x16.splat(<i8>QUOTE);
  const backslashes = i8x16.splat(<i8>BACKSLASH);
  const spaces = i8x16.splat(<i8>SPACE);
  isAsWritten = true;
  while (true) {
    const bytes = v128.load(at);
    // As signed numbers, control characters and all that are not ASCII lie below the space.
    const others = v128.or(i8x16.eq(bytes, backslashes), i8x16.lt_s(bytes, spaces));
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), others));
    if (found == 0) {
      at += 16;
      continue;
    }
    at += ctz(found);
    const byte = load<u8>(at);
    if (byte == QUOTE) return at;
    if (byte < <u8>SPACE) return 0;
    isAsWritten = false;
    at = byte == BACKSLASH ? endOfEscape(at) : at + 1;
    if (at == 0) return 0;
  }
}

/** Where the escape at `at` ends; 0 if there is none. */
function endOfEscape(at: usize): usize {
  const kind = load<u8>(at + 1);
  if (kind == LOWER_U) {
    for (let place = at + 2; place < at + 6; place++) if (!isHexDigit(load<u8>(place))) return 0;
    return at + 6;
  }
  return isShortEscape(kind) ? at + 2 : 0;
}

/** " \ / b f n r t */
function isShortEscape(kind: u8): bool {
  if (kind == QUOTE || kind == BACKSLASH || kind == SLASH) return true;
  return kind == LOWER_B || kind == LOWER_F || kind == LOWER_N || kind == LOWER_R || kind == LOWER_T;
}

function isHexDigit(byte: u8): bool {
  return isDigit(byte) || (byte | (<u8>LOWER_CASE_BIT)) - <u8>LOWER_A < 6;
}

function isDigit(byte: u8): bool {
  return byte - <u8>ZERO < 10;
}

function skipSpaces(at: usize): usize {
  while (load<u8>(at) == SPACE) at++;
  return at;
}
