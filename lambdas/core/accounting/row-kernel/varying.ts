import { beginsWithWord, endsWithWord, mayHoldCode, repeatsCode } from './beside';
import { isDigit, isLetter, isLetterOrDigit } from './signs';

const DOT: u8 = 0x2e;
const HYPHEN: u8 = 0x2d;
const UNDERSCORE: u8 = 0x5f;
const PLUS: u8 = 0x2b;
const SLASH: u8 = 0x2f;
const COLON: u8 = 0x3a;
const OPENING_BRACKET: u8 = 0x5b;
const LOWER_X: u8 = 0x78;
const UPPER_T: u8 = 0x54;
const UPPER_Z: u8 = 0x5a;
const ZERO: u8 = 0x30;
const FOUR: u8 = 0x34;
const FIVE: u8 = 0x35;
const LOWER_CASE: u8 = 0x20;

/** No code of a provider is that long. */
const SURELY_ID: usize = 13;
/** A shorter one is an id where letters and digits follow each other as in no provider's code. */
const SHORTEST_ID: usize = 8;
const LONGEST_ID: usize = 60;
/** As in ../../replies/tokens.ts. */
const SHORTEST_BASE64: usize = 16;
const CHANGES_OF_BASE64: i32 = 3;
const LONGEST_SERIAL: usize = 4;
const CODE_DIGITS: usize = 3;

const LONGEST_NUMBER: usize = 20;
const SHORTEST_IP: usize = 7;
const LONGEST_IP: usize = 15;
const FEWEST_LABELS: i32 = 4;

/** `2000-00-00T00:00:00.000Z`, and how it begins. */
const TIME_LENGTH: usize = 24;
const TWENTY: u16 = 0x3032;

/** Digits, perhaps with a dot between them; three of them may be a code of SMTP, which stays. */
export function isNumber(from: usize, to: usize): bool {
  if (to - from > LONGEST_NUMBER || isStatus(from, to)) return false;
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
  if (to - from < SHORTEST_IP || to - from > LONGEST_IP) return false;
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

/** `2026-01-15`: digits with hyphens between them, whatever they say. */
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

/** `8:00`, `08:00:00`, and `3/20` or `15/01/2026`: digits parted by one sign. With colons they could be an IPv6 address. */
export function isParted(from: usize, to: usize): bool {
  let parts = 1;
  let digits = 0;
  let sign: u8 = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      digits++;
      continue;
    }
    if (digits == 0 || (byte != SLASH && byte != COLON) || (sign != 0 && byte != sign)) return false;
    if (byte == COLON && (parts == 1 ? digits > 2 : digits != 2)) return false;
    sign = byte;
    parts++;
    digits = 0;
  }
  if (sign == COLON) return parts <= 3 && digits == 2;
  return sign == SLASH && digits > 0;
}

export function isId(start: usize, end: usize, code: usize): bool {
  if (end < start + SHORTEST_ID || end > start + LONGEST_ID) return false;
  const last = endWithoutSerial(start, end);
  if (last - start < SURELY_ID) return last == end && isMixed(start, end, code);
  if (!isLetterOrDigit(load<u8>(start)) || !isLetterOrDigit(load<u8>(last - 1))) return false;
  // `421 421a9…`: the second 421 would be read as the code once more, and not as part of the id.
  if (repeatsCode(start + CODE_DIGITS, code)) return false;
  let digits = 0;
  let letters = 0;
  for (let at = start; at < last; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) digits++;
    else if (isLetterOrDigit(byte)) letters++;
    else if (byte != UNDERSCORE && byte != HYPHEN) return false;
  }
  if (digits == 0 || letters == 0 || isWithUnit(start, last)) return false;
  return !hasCodeShape(start, last) && !beginsWithWord(start, last) && !endsWithWord(start, end);
}

/** Digits and letters behind them, as in `1234567890123ms`, of which the unit stays. */
function isWithUnit(start: usize, end: usize): bool {
  let at = start;
  while (at < end && isDigit(load<u8>(at))) at++;
  if (at == start) return false;
  while (at < end && isLetter(load<u8>(at))) at++;
  return at == end;
}

/** Letters and digits alone that change twice, which those of codes do not: `4bXq2w9z`, `ABCD1EFGHIJ`. */
function isMixed(start: usize, end: usize, code: usize): bool {
  if (repeatsCode(start + CODE_DIGITS, code)) return false;
  for (let at = start; at < end; at++) if (!isLetterOrDigit(load<u8>(at))) return false;
  return changesOfKind(start, end) >= 2;
}

/** An id in base64, with a `+` or `/` in it and as many changes as words with a slash between them do not have. */
export function isBase64(from: usize, to: usize, code: usize): bool {
  if (to < from + SHORTEST_BASE64 || repeatsCode(from + CODE_DIGITS, code)) return false;
  // Behind `user (` or `unknown user` it is taken for a name, up to its first sign.
  if (load<u8>(from - 1) != OPENING_BRACKET) return false;
  // Signs at the borders are none of the word's.
  if (!isLetterOrDigit(load<u8>(from)) || !isLetterOrDigit(load<u8>(to - 1))) return false;
  let signs = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte == PLUS || byte == SLASH) signs++;
    else if (!isLetterOrDigit(byte)) return false;
  }
  if (signs == 0 || changesOfKind(from, to) < CHANGES_OF_BASE64) return false;
  return !endsWithWord(from, to);
}

/** How often a digit follows a letter or a letter a digit. */
function changesOfKind(from: usize, to: usize): i32 {
  let changes = 0;
  for (let at = from + 1; at < to; at++) {
    const before = load<u8>(at - 1);
    const byte = load<u8>(at);
    if (isDigit(byte) ? isLetter(before) : isLetter(byte) && isDigit(before)) changes++;
  }
  return changes;
}

/** Without the `.123` behind Gmail's ids. */
function endWithoutSerial(start: usize, end: usize): usize {
  let at = end;
  while (at > start && at + LONGEST_SERIAL + 1 > end && isDigit(load<u8>(at - 1))) at--;
  return at < end && at > start && load<u8>(at - 1) == DOT ? at - 1 : end;
}

/** `oxsus0001_139` is a code however long: an underscore with three digits behind it at the end. */
function hasCodeShape(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (load<u8>(at) == UNDERSCORE) return end - at <= 4;
  return false;
}

/** Where the first label ends of a host that has enough of them; 0 elsewhere. In `x1.2.3.x` an `x` masks digits of an IP. */
export function endOfFirstLabel(from: usize, to: usize, code: usize): usize {
  let end: usize = 0;
  let labels = 1;
  let length = 0;
  let letters = 0;
  let digits = 0;
  let isMixedFirst = false;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte == DOT) {
      if (length == 0) return 0;
      if (labels == 1) {
        isMixedFirst = letters > 0 && digits > 0;
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
        if ((byte | LOWER_CASE) != LOWER_X) letters++;
      }
    }
  }
  const isHost = labels >= FEWEST_LABELS && isMixedFirst && letters > 0;
  return isHost && !mayHoldCode(from, to, code) && !beginsWithWord(from, end) ? end : 0;
}

export function isTime(start: usize, end: usize): bool {
  if (end - start != TIME_LENGTH || load<u16>(start) != TWENTY) return false;
  for (let place: usize = 0; place < TIME_LENGTH; place++) {
    const byte = load<u8>(start + place);
    const sign = signOfTime(place);
    if (sign == ZERO ? !isDigit(byte) : byte != sign) return false;
  }
  return true;
}

/** What stands at a place of `2000-00-00T00:00:00.000Z`, a zero for any digit. */
function signOfTime(place: usize): u8 {
  if (place == 4 || place == 7) return HYPHEN;
  if (place == 10) return UPPER_T;
  if (place == 13 || place == 16) return COLON;
  if (place == 19) return DOT;
  return place == 23 ? UPPER_Z : ZERO;
}
