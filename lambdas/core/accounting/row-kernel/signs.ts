import { SIGN_KINDS } from './memory';

/** What a byte is within a word; the bits of several may be asked for at once. */
export const A_LETTER: u32 = 1;
export const A_DIGIT: u32 = 2;
export const A_DOT: u32 = 4;
export const A_HYPHEN: u32 = 8;
export const AN_UNDERSCORE: u32 = 16;
/** [ ] ( ) { } = , ; # stand between atoms. */
export const BETWEEN: u32 = 32;
export const A_COLON: u32 = 64;
export const OTHER: u32 = 128;

export const OF_ATOM: u32 = A_LETTER | A_DIGIT | A_DOT | A_HYPHEN | AN_UNDERSCORE;

memory.fill(SIGN_KINDS, <u8>OTHER, 256);
fill(0x30, 0x39, A_DIGIT);
fill(0x41, 0x5a, A_LETTER);
fill(0x61, 0x7a, A_LETTER);
fill(0x2e, 0x2e, A_DOT);
fill(0x2d, 0x2d, A_HYPHEN);
fill(0x5f, 0x5f, AN_UNDERSCORE);
fill(0x3a, 0x3a, A_COLON);
fill(0x5b, 0x5b, BETWEEN);
fill(0x5d, 0x5d, BETWEEN);
fill(0x28, 0x29, BETWEEN);
fill(0x7b, 0x7b, BETWEEN);
fill(0x7d, 0x7d, BETWEEN);
fill(0x3d, 0x3d, BETWEEN);
fill(0x2c, 0x2c, BETWEEN);
fill(0x3b, 0x3b, BETWEEN);
fill(0x23, 0x23, BETWEEN);

function fill(first: u32, last: u32, kind: u32): void {
  memory.fill(SIGN_KINDS + first, <u8>kind, last - first + 1);
}

/** The kind of the byte at a place. */
export function kindAt(at: usize): u32 {
  return load<u8>(SIGN_KINDS + load<u8>(at));
}

/** The kinds of all bytes of a text. */
export function kindsIn(from: usize, to: usize): u32 {
  let kinds: u32 = 0;
  for (let at = from; at < to; at++) kinds |= kindAt(at);
  return kinds;
}

export function isDigit(byte: u8): bool {
  return byte - 0x30 < 10;
}

export function isLetter(byte: u8): bool {
  return (byte | 0x20) - 0x61 < 26;
}

export function isLetterOrDigit(byte: u8): bool {
  return isDigit(byte) || isLetter(byte);
}

/** A blank as replies hold it between words and lines. */
export function isBlank(byte: u8): bool {
  return byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09;
}
