const SPACE: u8 = 0x20;
const DOT: u8 = 0x2e;
const HYPHEN: u8 = 0x2d;
const UNDERSCORE: u8 = 0x5f;
const SEMICOLON: u8 = 0x3b;
const COLON: u8 = 0x3a;
const UPPER_T: u8 = 0x54;
const UPPER_Z: u8 = 0x5a;
const ZERO: u8 = 0x30;
const TWO: u8 = 0x32;
const LOWER_CASE: u8 = 0x20;

/** What stands for a letter or a digit of an id. No reply holds it otherwise, or it is not reduced. */
const ANY: u8 = 0x01;

/** No code of a provider is that long. */
const SURELY_ID: usize = 13;
/** A shorter one is an id where digits, letters and digits follow each other, as in no provider's code. */
const SHORTEST_ID: usize = 8;
const LONGEST_ID: usize = 60;
const LONGEST_SERIAL: usize = 4;
const CODE_DIGITS: usize = 3;

/** `smtp;` */
const SMTP: u32 = 0x70746d73;
const SMTP_LENGTH: usize = 5;
/** `2000-00-00T00:00:00.000Z` */
const TIME_LENGTH: usize = 24;

/**
 * Writes a reply with its ids blanked to `skeleton`, as long as the reply is: Gmail, Microsoft and others write one of
 * its own into every reply, so that in a storm a million texts differ and say the same. Texts of one skeleton have the
 * same codes and the same normalised words, so remembering skeletons spares parsing and normalising each of them.
 *
 * For that to be true and not merely likely, only what `normalise` certainly turns into `<id>` is blanked: a
 * word between blanks (or brackets, or before a `.`, `,` or `;`) of 13 to 60 letters and digits, some of each, with `-`
 * or `_` inside and perhaps `.123` behind, a shorter one of letters and digits alone that alternate, or a time of day to
 * the millisecond; its length and its signs are kept. Only replies that begin with a 4xx or 5xx code are reduced,
 * because elsewhere a code is sought within words. A test holds this to `parseReply` and `normalise`.
 *
 * False where the reply has no skeleton but itself.
 */
export function reduce(start: usize, end: usize, skeleton: usize): bool {
  const code = codeOf(start, end);
  if (code == 0) return false;
  memory.copy(skeleton, start, end - start);
  let isReduced = false;
  let wordEnd = start;
  for (let at = nextDigit(start, end); at < end; at = nextDigit(wordEnd, end)) {
    if (load<u8>(at) == ANY) return false;
    let wordStart = at;
    while (wordStart > wordEnd && load<u8>(wordStart - 1) != SPACE) wordStart--;
    for (wordEnd = at; wordEnd < end && load<u8>(wordEnd) != SPACE; wordEnd++) {
      if (load<u8>(wordEnd) == ANY) return false;
    }
    const idStart = isOpening(load<u8>(wordStart)) ? wordStart + 1 : wordStart;
    const idEnd = isClosing(load<u8>(wordEnd - 1)) ? wordEnd - 1 : wordEnd;
    if (wordStart > code && isIdOrTime(idStart, idEnd, code)) {
      isReduced = true;
      blank(skeleton + (idStart - start), skeleton + (idEnd - start));
    }
  }
  return isReduced;
}

function blank(from: usize, to: usize): void {
  for (let at = from; at < to; at++) if (isLetterOrDigit(load<u8>(at))) store<u8>(at, ANY);
}

/** Where the next digit stands, or a control character below 16; `end` where there is none. */
function nextDigit(start: usize, end: usize): usize {
  const zeros = i8x16.splat(<i8>ZERO);
  for (let block = start; block < end; block += 16) {
    const bytes = v128.load(block);
    const digits = i8x16.lt_u(v128.xor(bytes, zeros), i8x16.splat(10));
    const found = i8x16.bitmask(v128.or(digits, i8x16.lt_u(bytes, i8x16.splat(16))));
    if (found != 0) return min(end, block + ctz(found));
  }
  return end;
}

/** Where the reply code stands, at the beginning or behind `smtp;`, as three digits and a blank; 0 where it does not. */
function codeOf(start: usize, end: usize): usize {
  let at = start;
  while (at < end && at < start + 8 && load<u8>(at) != SEMICOLON) at++;
  if (at < end && load<u8>(at) == SEMICOLON) {
    at++;
    if (at - start != SMTP_LENGTH || load<u32>(start) != SMTP) return 0;
  } else {
    at = start;
  }
  const first = load<u8>(at);
  const isCode =
    at + 4 <= end &&
    (first == 0x34 || first == 0x35) &&
    isDigit(load<u8>(at + 1)) &&
    isDigit(load<u8>(at + 2)) &&
    load<u8>(at + 3) == SPACE;
  return isCode ? at : 0;
}

/** [ ( */
function isOpening(byte: u8): bool {
  return byte == 0x5b || byte == 0x28;
}

/** ] ) . , ; */
function isClosing(byte: u8): bool {
  return byte == 0x5d || byte == 0x29 || byte == DOT || byte == 0x2c || byte == SEMICOLON;
}

function isIdOrTime(start: usize, end: usize, code: usize): bool {
  // A word of one bracket ends before it begins.
  if (end < start + SHORTEST_ID || end > start + LONGEST_ID) return false;
  return isId(start, end, code) || isTime(start, end);
}

function isId(start: usize, end: usize, code: usize): bool {
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
    else if (byte != UNDERSCORE && (byte != HYPHEN || repeatsCode(at, code))) return false;
  }
  return digits > 0 && letters > 0 && !hasCodeShape(start, last);
}

/** Letters and digits alone, with a letter between two digits: `4bXq2w9z`. */
function isMixed(start: usize, end: usize, code: usize): bool {
  if (repeatsCode(start + CODE_DIGITS, code)) return false;
  let holdsDigit = false;
  let holdsLetterBehind = false;
  let isMixedSoFar = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (!isLetterOrDigit(byte)) return false;
    if (!isDigit(byte)) holdsLetterBehind = holdsDigit;
    else if (holdsLetterBehind) isMixedSoFar = true;
    else holdsDigit = true;
  }
  return isMixedSoFar;
}

/** Without the `.123` behind Gmail's ids. */
function endWithoutSerial(start: usize, end: usize): usize {
  let at = end;
  while (at > start && at + LONGEST_SERIAL + 1 > end && isDigit(load<u8>(at - 1))) at--;
  return at < end && at > start && load<u8>(at - 1) == DOT ? at - 1 : end;
}

/** Whether the code stands before `end`: `421-` inside a reply is how servers begin a further line. */
function repeatsCode(end: usize, code: usize): bool {
  return load<u16>(end - 3) == load<u16>(code) && load<u8>(end - 1) == load<u8>(code + 2);
}

/** `oxsus0001_139` is a code however long: an underscore with three digits behind it at the end. */
function hasCodeShape(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (load<u8>(at) == UNDERSCORE) return end - at <= 4;
  return false;
}

function isTime(start: usize, end: usize): bool {
  if (end - start != TIME_LENGTH) return false;
  for (let place: usize = 0; place < TIME_LENGTH; place++) {
    const byte = load<u8>(start + place);
    const sign = signOfTime(place);
    if (sign == ZERO ? !isDigit(byte) : byte != sign) return false;
  }
  return true;
}

/** What stands at a place of `2000-00-00T00:00:00.000Z`, a zero for any digit. */
function signOfTime(place: usize): u8 {
  if (place == 0) return TWO;
  if (place == 4 || place == 7) return HYPHEN;
  if (place == 10) return UPPER_T;
  if (place == 13 || place == 16) return COLON;
  if (place == 19) return DOT;
  return place == 23 ? UPPER_Z : ZERO;
}

function isDigit(byte: u8): bool {
  return byte - ZERO < 10;
}

function isLetterOrDigit(byte: u8): bool {
  return isDigit(byte) || (byte | LOWER_CASE) - 0x61 < 26;
}
