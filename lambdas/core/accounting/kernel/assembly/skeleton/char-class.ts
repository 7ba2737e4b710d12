import { CHAR_CLASSES } from '../../shared/memory-map';

/** What a character is within a word: bits, so that the classes of a whole word can be asked for at once. */
export const LETTER: u32 = 1;
export const DIGIT: u32 = 2;
export const DOT_CLASS: u32 = 4;
export const HYPHEN_CLASS: u32 = 8;
const UNDERSCORE_CLASS: u32 = 16;
/** [ ] ( ) { } = , ; # stand between atoms. */
export const SEPARATOR: u32 = 32;
export const COLON_CLASS: u32 = 64;
export const OTHER: u32 = 128;

/** The characters of an atom: what stands between two separators. */
export const ATOM: u32 = LETTER | DIGIT | DOT_CLASS | HYPHEN_CLASS | UNDERSCORE_CLASS;

memory.fill(CHAR_CLASSES, <u8>OTHER, 256);
setClass(0x30, 0x39, DIGIT);
setClass(0x41, 0x5a, LETTER);
setClass(0x61, 0x7a, LETTER);
setClass(0x2e, 0x2e, DOT_CLASS);
setClass(0x2d, 0x2d, HYPHEN_CLASS);
setClass(0x5f, 0x5f, UNDERSCORE_CLASS);
setClass(0x3a, 0x3a, COLON_CLASS);
setClass(0x5b, 0x5b, SEPARATOR);
setClass(0x5d, 0x5d, SEPARATOR);
setClass(0x28, 0x29, SEPARATOR);
setClass(0x7b, 0x7b, SEPARATOR);
setClass(0x7d, 0x7d, SEPARATOR);
setClass(0x3d, 0x3d, SEPARATOR);
setClass(0x2c, 0x2c, SEPARATOR);
setClass(0x3b, 0x3b, SEPARATOR);
setClass(0x23, 0x23, SEPARATOR);

function setClass(first: u32, last: u32, charClass: u32): void {
  memory.fill(CHAR_CLASSES + first, <u8>charClass, last - first + 1);
}

export function classAt(at: usize): u32 {
  return load<u8>(CHAR_CLASSES + load<u8>(at));
}

/** The classes of all characters of a text. */
export function classesIn(from: usize, to: usize): u32 {
  let classes: u32 = 0;
  for (let at = from; at < to; at++) classes |= classAt(at);
  return classes;
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

/** White space as replies have it between words and lines. */
export function isSpace(byte: u8): bool {
  return byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09;
}
