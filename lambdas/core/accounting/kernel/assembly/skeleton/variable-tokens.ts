import {
  COLON,
  DOT,
  FIVE,
  FOUR,
  HYPHEN,
  LOWER_CASE_BIT,
  LOWER_X,
  OPENING_BRACKET,
  PLUS,
  SLASH,
  UNDERSCORE,
  UPPER_T,
  UPPER_Z,
  ZERO,
} from '../../shared/ascii';
import { isDigit, isLetter, isLetterOrDigit } from './char-class';
import { beginsWithWord, endsWithCode, endsWithWord, mayContainCode } from './token-context';

/** From this length on, letters and digits are an id: no provider's code is that long. */
const MIN_PLAIN_ID_LENGTH: usize = 13;
/** From this length on they are one if they alternate as in no provider's code. */
const MIN_ID_LENGTH: usize = 8;
const MAX_ID_LENGTH: usize = 60;
/** As in replies/tokens.ts. */
const SHORTEST_BASE64: usize = 16;
const CHANGES_OF_BASE64: i32 = 3;
const MAX_SERIAL_LENGTH: usize = 4;
const CODE_DIGITS: usize = 3;

const MAX_NUMBER_LENGTH: usize = 20;
const MIN_IP_LENGTH: usize = 7;
const MAX_IP_LENGTH: usize = 15;
const MIN_LABELS: i32 = 4;

/** `2000-00-00T00:00:00.000Z`, and how it begins. */
const TIME_LENGTH: usize = 24;
const TWENTY: u16 = 0x3032;

/** Digits, perhaps with one dot between them. Three that may be an SMTP code are not a number. */
export function isNumber(from: usize, to: usize): bool {
  if (to - from > MAX_NUMBER_LENGTH || isStatus(from, to)) return false;
  let dots = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) continue;
    if (byte != DOT || ++dots > 1 || at == from || at + 1 == to) return false;
  }
  return true;
}

/** `450`, `554`. */
export function isStatus(from: usize, to: usize): bool {
  const first = load<u8>(from);
  return to - from == CODE_DIGITS && (first == FOUR || first == FIVE);
}

export function isIp(from: usize, to: usize): bool {
  if (to - from < MIN_IP_LENGTH || to - from > MAX_IP_LENGTH) return false;
  let dots = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      if (++digits > 3) return false;
    } else {
      if (byte != DOT || digits == 0) return false;
      dots++;
      digits = 0;
    }
  }
  return dots == 3 && digits > 0;
}

/** Digits with hyphens between them, such as `2026-01-15`. */
export function isDate(from: usize, to: usize): bool {
  let hyphens = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) continue;
    if (byte != HYPHEN) return false;
    hyphens++;
  }
  return hyphens > 0 && isDigit(load<u8>(from)) && isDigit(load<u8>(to - 1));
}

/** `8:00`, `08:00:00`, and `3/20` or `15/01/2026`: digits separated by one character. More colons could be an IPv6 address. */
export function isClockOrFraction(from: usize, to: usize): bool {
  let parts = 1;
  let digits = 0;
  let separator: i32 = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      digits++;
      continue;
    }
    if (digits == 0 || (byte != SLASH && byte != COLON) || (separator != 0 && byte != separator))
      return false;
    if (byte == COLON && (parts == 1 ? digits > 2 : digits != 2)) return false;
    separator = byte;
    parts++;
    digits = 0;
  }
  if (separator == COLON) return parts <= 3 && digits == 2;
  return separator == SLASH && digits > 0;
}

export function isId(start: usize, end: usize, code: usize): bool {
  if (end < start + MIN_ID_LENGTH || end > start + MAX_ID_LENGTH) return false;
  const last = endWithoutSerial(start, end);
  if (last - start < MIN_PLAIN_ID_LENGTH) return last == end && alternatesLettersAndDigits(start, end, code);
  if (!isLetterOrDigit(load<u8>(start)) || !isLetterOrDigit(load<u8>(last - 1))) return false;
  // In `421 421a9…` the second 421 would be read as the code once more, not as part of the id.
  if (endsWithCode(start + CODE_DIGITS, code)) return false;
  let digits = 0;
  let letters = 0;
  for (let at = start; at < last; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) digits++;
    else if (isLetterOrDigit(byte)) letters++;
    else if (byte != UNDERSCORE && byte != HYPHEN) return false;
  }
  if (digits == 0 || letters == 0 || hasUnit(start, last)) return false;
  return !hasCodeShape(start, last) && !beginsWithWord(start, last) && !endsWithWord(start, end);
}

/** Digits followed by letters alone, as in `1234567890123ms`: `normalise` keeps the unit. */
function hasUnit(start: usize, end: usize): bool {
  let at = start;
  while (at < end && isDigit(load<u8>(at))) at++;
  if (at == start) return false;
  while (at < end && isLetter(load<u8>(at))) at++;
  return at == end;
}

/** Letters and digits that alternate at least twice, as in `4bXq2w9z` and `ABCD1EFGHIJ` but in no provider's code. */
function alternatesLettersAndDigits(start: usize, end: usize, code: usize): bool {
  if (endsWithCode(start + CODE_DIGITS, code)) return false;
  for (let at = start; at < end; at++) if (!isLetterOrDigit(load<u8>(at))) return false;
  return changesOfClass(start, end) >= 2;
}

/** An id in base64 after `[`, with a `+` or `/`, that alternates more often than words with a slash between them. */
export function isBase64(from: usize, to: usize, code: usize): bool {
  if (to < from + SHORTEST_BASE64 || endsWithCode(from + CODE_DIGITS, code)) return false;
  // After `user (` or `unknown user` it is taken for a name, up to its first punctuation.
  if (load<u8>(from - 1) != OPENING_BRACKET) return false;
  // Punctuation at its edges does not belong to it.
  if (!isLetterOrDigit(load<u8>(from)) || !isLetterOrDigit(load<u8>(to - 1))) return false;
  let symbols = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte == PLUS || byte == SLASH) symbols++;
    else if (!isLetterOrDigit(byte)) return false;
  }
  if (symbols == 0 || changesOfClass(from, to) < CHANGES_OF_BASE64) return false;
  return !endsWithWord(from, to);
}

/** How often a letter follows a digit or a digit a letter. */
function changesOfClass(from: usize, to: usize): i32 {
  let changes = 0;
  for (let at = from + 1; at < to; at++) {
    const before = load<u8>(at - 1);
    const byte = load<u8>(at);
    if (isDigit(byte) ? isLetter(before) : isLetter(byte) && isDigit(before)) changes++;
  }
  return changes;
}

/** Where an id ends without the serial number after it, as in Gmail's `….42`. */
function endWithoutSerial(start: usize, end: usize): usize {
  let at = end;
  while (at > start && at + MAX_SERIAL_LENGTH + 1 > end && isDigit(load<u8>(at - 1))) at--;
  return at < end && at > start && load<u8>(at - 1) == DOT ? at - 1 : end;
}

/** An underscore before the last three characters, as in `oxsus0001_139`, makes a code however long the rest is. */
function hasCodeShape(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (load<u8>(at) == UNDERSCORE) return end - at <= 4;
  return false;
}

/** Where the first label ends of a host with at least four; 0 for anything else. In `x1.2.3.x` each `x` hides digits of an IP. */
export function endOfFirstLabel(from: usize, to: usize, code: usize): usize {
  let end: usize = 0;
  let labels = 1;
  let length = 0;
  let letters = 0;
  let digits = 0;
  let isFirstMixed = false;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte == DOT) {
      if (length == 0) return 0;
      if (labels == 1) {
        isFirstMixed = letters > 0 && digits > 0;
        end = at;
      }
      labels++;
      length = 0;
      letters = 0;
    } else {
      length++;
      if (isDigit(byte)) digits++;
      else if (byte != HYPHEN) {
        if (!isLetterOrDigit(byte)) return 0;
        if ((byte | LOWER_CASE_BIT) != LOWER_X) letters++;
      }
    }
  }
  const isHost = labels >= MIN_LABELS && isFirstMixed && letters > 0;
  return isHost && !mayContainCode(from, to, code) && !beginsWithWord(from, end) ? end : 0;
}

export function isTimestamp(start: usize, end: usize): bool {
  if (end - start != TIME_LENGTH || load<u16>(start) != TWENTY) return false;
  for (let place: usize = 0; place < TIME_LENGTH; place++) {
    const byte = load<u8>(start + place);
    const expected = timestampCharacter(place);
    if (expected == ZERO ? !isDigit(byte) : byte != expected) return false;
  }
  return true;
}

/** The character at a place of `2000-00-00T00:00:00.000Z`, where a zero stands for any digit. */
function timestampCharacter(place: usize): i32 {
  if (place == 4 || place == 7) return HYPHEN;
  if (place == 10) return UPPER_T;
  if (place == 13 || place == 16) return COLON;
  if (place == 19) return DOT;
  return place == 23 ? UPPER_Z : ZERO;
}
