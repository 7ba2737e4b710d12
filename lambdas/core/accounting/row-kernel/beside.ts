import { isBlank, isDigit, isLetter, isLetterOrDigit } from './signs';

const DOT: u8 = 0x2e;
const HYPHEN: u8 = 0x2d;
const UNDERSCORE: u8 = 0x5f;
const QUOTE: u8 = 0x22;
const NUMBER_SIGN: u8 = 0x23;
const COMMA: u8 = 0x2c;
const SEMICOLON: u8 = 0x3b;
const EQUALS: u8 = 0x3d;
const CLOSING_PARENTHESIS: u8 = 0x29;
const CLOSING_BRACKET: u8 = 0x5d;
const CODE_DIGITS: usize = 3;

/** Whether a code could be read in what is taken out: at its beginning, before a hyphen, or one before it with its first sign. */
export function mayHoldCode(from: usize, to: usize, code: usize): bool {
  if (repeatsCode(from + CODE_DIGITS, code) || !isLetterOrDigit(load<u8>(from))) return true;
  if (isDigit(load<u8>(from)) && load<u8>(from + 1) == DOT) return true;
  return makesLine(from, to, code);
}

/** Whether the code stands before a hyphen in it or right behind it: `421-` in a reply is how servers begin a further line. */
export function makesLine(from: usize, to: usize, code: usize): bool {
  for (let at = from + CODE_DIGITS; at <= to; at++)
    if (load<u8>(at) == HYPHEN && repeatsCode(at, code)) return true;
  return false;
}

/** Whether the code stands before `end`. */
export function repeatsCode(end: usize, code: usize): bool {
  return load<u16>(end - 3) == load<u16>(code) && load<u8>(end - 1) == load<u8>(code + 2);
}

/**
 * Whether letters alone stand at its beginning, up to a sign, where `normalise` looks for words: in
 * `user jane is-4bXq2w9z5c` the name is known by the `is`, in `450 s-4bXq2w9z5c6d` the number by its unit.
 */
export function beginsWithWord(from: usize, to: usize): bool {
  const before = load<u8>(from - 1);
  // The last two go with the code of a further line.
  if (!isBlank(before) && before != COMMA && before != NUMBER_SIGN) return false;
  let at = from;
  while (at < to && isLetter(load<u8>(at))) at++;
  return at > from && !isOfWord(load<u8>(at));
}

/** Whether such a word stands at its end: in `4bXq2w9z5c6d-user=jane` the name is known by the `user`. */
export function endsWithWord(from: usize, to: usize): bool {
  const behind = load<u8>(to);
  if (behind == EQUALS ? load<u8>(to + 1) == EQUALS : isBehindWords(behind)) return false;
  let at = to;
  while (at > from && isLetter(load<u8>(at - 1))) at--;
  return at < to && !isOfWord(load<u8>(at - 1));
}

function isOfWord(byte: u8): bool {
  return isLetterOrDigit(byte) || byte == UNDERSCORE;
}

/** ] ) . , ; behind a word say that no name follows that belongs to it, and so does the quote that ends a field. */
function isBehindWords(byte: u8): bool {
  const isClosing = byte == CLOSING_BRACKET || byte == CLOSING_PARENTHESIS || byte == QUOTE;
  return isClosing || byte == DOT || byte == COMMA || byte == SEMICOLON;
}
