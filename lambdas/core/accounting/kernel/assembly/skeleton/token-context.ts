/*
 * Neighbours of a variable token that are read together with it: if one of these is true, the token is not masked.
 */
import {
  CLOSING_BRACKET,
  CLOSING_PARENTHESIS,
  COMMA,
  DOT,
  EQUALS,
  HYPHEN,
  NUMBER_SIGN,
  QUOTE,
  SEMICOLON,
  UNDERSCORE,
} from '../../shared/ascii';
import { isDigit, isLetter, isLetterOrDigit, isSpace } from './char-class';

const CODE_DIGITS: usize = 3;

/** Whether `normalise` could read a code in a token: at its beginning, before a hyphen, or with the character before it. */
export function mayContainCode(from: usize, to: usize, code: usize): bool {
  if (endsWithCode(from + CODE_DIGITS, code) || !isLetterOrDigit(load<u8>(from))) return true;
  if (isDigit(load<u8>(from)) && load<u8>(from + 1) == DOT) return true;
  return beginsReplyLine(from, to, code);
}

/** Whether the code stands before a hyphen in the token or right after it: `421-` begins a further line of a reply. */
export function beginsReplyLine(from: usize, to: usize, code: usize): bool {
  for (let at = from + CODE_DIGITS; at <= to; at++)
    if (load<u8>(at) == HYPHEN && endsWithCode(at, code)) return true;
  return false;
}

/** Whether the text before `end` is the code. */
export function endsWithCode(end: usize, code: usize): bool {
  return load<u16>(end - 3) == load<u16>(code) && load<u8>(end - 1) == load<u8>(code + 2);
}

/**
 * Whether a token begins with a word (letters up to another character) that `normalise` may read together with what stands
 * before it: in `user jane is-4bXq2w9z5c` the name is known by the `is`, in `450 s-4bXq2w9z5c6d` the number by its unit.
 */
export function beginsWithWord(from: usize, to: usize): bool {
  const before = load<u8>(from - 1);
  // A comma or `#` may follow the code of a further line.
  if (!isSpace(before) && before != COMMA && before != NUMBER_SIGN) return false;
  let at = from;
  while (at < to && isLetter(load<u8>(at))) at++;
  return at > from && !isWordCharacter(load<u8>(at));
}

/** Whether a token ends with such a word: in `4bXq2w9z5c6d-user=jane` the name is known by the `user`. */
export function endsWithWord(from: usize, to: usize): bool {
  const next = load<u8>(to);
  if (next == EQUALS ? load<u8>(to + 1) == EQUALS : endsName(next)) return false;
  let at = to;
  while (at > from && isLetter(load<u8>(at - 1))) at--;
  return at < to && !isWordCharacter(load<u8>(at - 1));
}

function isWordCharacter(byte: u8): bool {
  return isLetterOrDigit(byte) || byte == UNDERSCORE;
}

/** After a word, ] ) . , ; and the quote that ends the field say that no name belonging to it follows. */
function endsName(byte: u8): bool {
  const isClosing = byte == CLOSING_BRACKET || byte == CLOSING_PARENTHESIS || byte == QUOTE;
  return isClosing || byte == DOT || byte == COMMA || byte == SEMICOLON;
}
