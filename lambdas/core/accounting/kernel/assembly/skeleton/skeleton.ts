import {
  AMPERSAND,
  AT_SIGN,
  CLOSING_BRACKET,
  CLOSING_PARENTHESIS,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  FIVE,
  FOUR,
  GREATER_THAN,
  HYPHEN,
  LESS_THAN,
  LOWER_S,
  OPENING_BRACKET,
  OPENING_PARENTHESIS,
  PLUS,
  QUESTION_MARK,
  SEMICOLON,
  SLASH,
  SPACE,
  UNDERSCORE,
  ZERO,
} from '../../shared/ascii';
import {
  ATOM,
  classAt,
  classesIn,
  COLON_CLASS,
  DIGIT,
  DOT_CLASS,
  HYPHEN_CLASS,
  isDigit,
  isLetterOrDigit,
  isSpace,
  LETTER,
  OTHER,
  SEPARATOR,
} from './char-class';
import { isLengthSignificant, useReply } from './length-significance';
import {
  ADDRESS,
  beginSkeleton,
  finishSkeleton,
  FIRST_LABEL,
  FIRST_TEXT,
  IP,
  NUMBER,
  writePlaceholder,
  writeShape,
} from './skeleton-writer';
import { beginsReplyLine, endsWithWord, mayContainCode } from './token-context';
import {
  endOfFirstLabel,
  isBase64,
  isClockOrFraction,
  isDate,
  isId,
  isIp,
  isNumber,
  isStatus,
  isTimestamp,
} from './variable-tokens';

/** In a longer word only ids are masked, whose length stays. */
const MAX_WORD_LENGTH: usize = 63;
const MAX_ADDRESS_LENGTH: usize = 254;

/** `http` and `//`. */
const HTTP: u32 = 0x70747468;
const TWO_SLASHES: u16 = 0x2f2f;

/** `smtp;` */
const SMTP: u32 = 0x70746d73;
const SMTP_LENGTH: usize = 5;

/**
 * Writes a reply to `skeleton` with its variable tokens masked: providers put ids, the recipient's address, the sender's IP
 * and their own host into every reply, so a million texts differ and say the same. Replies with one skeleton have the same
 * codes and the same normalised text, so each skeleton is parsed, normalised and classified once.
 *
 * For that to be certain and not merely likely, a token is masked only if `normalise` surely replaces it, and only in words
 * between white space that `normalise` splits at the same places:
 *
 * - ids: 13 to 60 letters and digits, some of each, with `-` or `_` inside and perhaps a serial number `.123` at the end;
 *   shorter ones of letters and digits that alternate at least twice; timestamps to the millisecond. Length and
 *   punctuation are kept
 * - addresses of letters, digits and, after the first character, `.+-_=`; also in angle brackets
 * - IPv4 addresses and numbers, also with a dot, as a clock or a fraction, unless they may be SMTP codes
 * - digits with hyphens, as in dates; ids in base64 after `[`; values with a digit in the query of a URL
 * - the first label of a host with four labels or more, if it has letters and digits
 *
 * A token stays if its neighbours (token-context.ts) or its length (length-significance.ts) are read with it. Replies that
 * do not begin with a 4xx or 5xx code have no skeleton, because `parseReply` looks for their code within words. A property
 * test holds all this to `parseReply` and `normalise`.
 *
 * Returns the skeleton's end; 0 if the reply stands for itself.
 */
export function writeSkeleton(start: usize, end: usize, skeleton: usize): usize {
  const code = codeOf(start, end);
  if (code == 0) return 0;
  beginSkeleton(start, skeleton);
  useReply(start, end);
  let wordEnd = start;
  for (let at = nextVariable(start, end); at < end; at = nextVariable(wordEnd, end)) {
    let wordStart = at;
    while (wordStart > wordEnd && !isSpace(load<u8>(wordStart - 1))) wordStart--;
    let atSign: usize = 0;
    for (wordEnd = at; wordEnd < end && !isSpace(load<u8>(wordEnd)); wordEnd++) {
      const byte = load<u8>(wordEnd);
      if (byte < FIRST_TEXT) return 0;
      if (byte == AT_SIGN) {
        // Two in one word: of no form that is known.
        if (atSign != 0) return 0;
        atSign = wordEnd;
      }
    }
    if (wordEnd == at) wordEnd++;
    else if (wordStart <= code) continue;
    else if (atSign != 0) maskAddress(wordStart, atSign, wordEnd, code);
    else maskWord(wordStart, wordEnd, code);
  }
  return finishSkeleton(start, end);
}

function maskWord(wordStart: usize, wordEnd: usize, code: usize): void {
  if (load<u32>(wordStart) == HTTP) maskQuery(wordStart, wordEnd, code);
  else if (consistsOfAtoms(wordStart, wordEnd)) maskAtoms(wordStart, wordEnd, code);
  else maskWholeWord(wordStart, wordEnd, code);
}

/** Splits a word into atoms at separators, as `normalise` does. */
function maskAtoms(wordStart: usize, wordEnd: usize, code: usize): void {
  const isShort = wordEnd - wordStart <= MAX_WORD_LENGTH;
  for (let from = wordStart, end = wordStart; from < wordEnd; from = end + 1) {
    let classes: u32 = 0;
    for (end = from; end < wordEnd && (classAt(end) & ATOM) != 0; end++) classes |= classAt(end);
    if ((classes & DIGIT) == 0) continue;
    let to = end;
    while (!isLetterOrDigit(load<u8>(to - 1))) to--;
    const isLine = (classes & HYPHEN_CLASS) != 0 && beginsReplyLine(from, to, code);
    // A leading hyphen does not belong to the atom.
    if (isLine || !isLetterOrDigit(load<u8>(from))) continue;
    const isKeptLength = maskKeepingLength(from, to, classes, code);
    if (!isKeptLength && isShort && !isLengthSignificant(from)) maskAtom(from, to, classes, code);
  }
}

/** Masks an id or a date; false if the atom is neither. */
function maskKeepingLength(from: usize, to: usize, classes: u32, code: usize): bool {
  const hasLetters = (classes & LETTER) != 0;
  const isMasked = hasLetters ? isId(from, to, code) : (classes & HYPHEN_CLASS) != 0 && isDate(from, to);
  if (isMasked) writeShape(from, to);
  return isMasked;
}

/** Masks a number, an IP or the first label of a host by a placeholder of another length. */
function maskAtom(from: usize, to: usize, classes: u32, code: usize): void {
  if ((classes & LETTER) == 0) {
    if (isNumber(from, to)) writePlaceholder(from, to, NUMBER);
    else if (isIp(from, to)) writePlaceholder(from, to, IP);
  } else if ((classes & DOT_CLASS) != 0) {
    const label = endOfFirstLabel(from, to, code);
    if (label != 0) writePlaceholder(from, label, FIRST_LABEL);
  }
}

/** Whether a word is atoms and separators only; a colon may stand at its end or after letters, as in `id:4bXq2w9z`. */
function consistsOfAtoms(wordStart: usize, wordEnd: usize): bool {
  const end = load<u8>(wordEnd - 1) == COLON ? wordEnd - 1 : wordEnd;
  const classes = classesIn(wordStart, end);
  if ((classes & OTHER) != 0) return false;
  return (classes & COLON_CLASS) == 0 || isKeyBeforeColon(wordStart, end);
}

/** Whether the only colon stands after letters. With two the word could be an IPv6 address. */
function isKeyBeforeColon(wordStart: usize, end: usize): bool {
  let colon = wordStart;
  while (load<u8>(colon) != COLON) colon++;
  if ((classesIn(colon + 1, end) & COLON_CLASS) != 0) return false;
  let key = colon;
  while (key > wordStart && classAt(key - 1) == LETTER) key--;
  return key == wordStart || classAt(key - 1) == SEPARATOR;
}

/** Masks a timestamp, a clock, a fraction or an id in base64, in brackets or not. */
function maskWholeWord(wordStart: usize, wordEnd: usize, code: usize): void {
  const from = isOpening(load<u8>(wordStart)) ? wordStart + 1 : wordStart;
  let to = isClosing(load<u8>(wordEnd - 1)) ? wordEnd - 1 : wordEnd;
  // A word that is one bracket ends before it begins.
  if (to < from || to > from + MAX_ADDRESS_LENGTH) return;
  if (isTimestamp(from, to)) writeShape(from, to);
  else if (isClockOrFraction(from, to)) {
    if (to <= from + MAX_WORD_LENGTH && !isLengthSignificant(from)) maskParts(from, to);
  } else {
    while (to > from && load<u8>(to - 1) == EQUALS) to--;
    if (isBase64(from, to, code)) writeShape(from, to);
  }
}

/** Where the query of a URL begins; the word's end if it has none, or a character that might belong to an address. */
function queryOf(wordStart: usize, wordEnd: usize): usize {
  let at = wordStart;
  while (at < wordEnd && load<u8>(at) != QUESTION_MARK) at++;
  if (at == wordEnd || wordEnd - wordStart > MAX_ADDRESS_LENGTH) return wordEnd;
  const colon = load<u8>(wordStart + 4) == LOWER_S ? wordStart + 5 : wordStart + 4;
  if (load<u8>(colon) != COLON || load<u16>(colon + 1) != TWO_SLASHES) return wordEnd;
  for (let place = colon + 3; place < wordEnd; place++) if (!isUrlCharacter(place)) return wordEnd;
  return at;
}

/** Masks the values in a URL's query that contain a digit: `normalise` keeps none of them. */
function maskQuery(wordStart: usize, wordEnd: usize, code: usize): void {
  for (let at = queryOf(wordStart, wordEnd); at < wordEnd;) {
    while (at < wordEnd && load<u8>(at) != EQUALS) at++;
    const from = ++at;
    let classes: u32 = 0;
    for (; at < wordEnd && (classAt(at) & ATOM) != 0; at++) classes |= classAt(at);
    const isValue = (classes & DIGIT) != 0 && (at == wordEnd || load<u8>(at) == AMPERSAND);
    if (isValue && !beginsReplyLine(from, at, code) && !endsWithWord(from, at)) writeShape(from, at);
  }
}

function maskParts(from: usize, to: usize): void {
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && isDigit(load<u8>(at))) continue;
    if (!isStatus(start, at)) writePlaceholder(start, at, NUMBER);
    start = at + 1;
  }
}

/** Masks an address between boundaries that `normalise` knows too, or alone between angle brackets. */
function maskAddress(wordStart: usize, atSign: usize, wordEnd: usize, code: usize): void {
  let from = atSign;
  while (from > wordStart && isAddressCharacter(load<u8>(from - 1))) from--;
  let to = atSign + 1;
  while (to < wordEnd && isHostCharacter(load<u8>(to))) to++;
  while (to > atSign + 1 && load<u8>(to - 1) == DOT) to--;
  if (from == atSign || to == atSign + 1 || to - from > MAX_ADDRESS_LENGTH) return;
  const before: i32 = from == wordStart ? SPACE : load<u8>(from - 1);
  const after: i32 = to == wordEnd ? SPACE : load<u8>(to);
  const isAngled = before == LESS_THAN && after == GREATER_THAN;
  const isBordered =
    (before == SPACE || before == COLON || isOpening(before)) &&
    (after == SPACE || isColon(to, wordEnd) || isClosing(after)) &&
    !isLengthSignificant(from);
  if ((isAngled || isBordered) && !mayContainCode(from, to, code)) writePlaceholder(from, to, ADDRESS);
}

/** Whether a colon is not a URL's: before `//`, `normalise` reads the text differently. */
function isColon(at: usize, wordEnd: usize): bool {
  return load<u8>(at) == COLON && (at + 1 == wordEnd || load<u8>(at + 1) != SLASH);
}

/** Where the next digit, `@` or byte below `FIRST_TEXT` stands; `end` if there is none. */
function nextVariable(start: usize, end: usize): usize {
  const zeros = i8x16.splat(<i8>ZERO);
  const atSigns = i8x16.splat(<i8>AT_SIGN);
  for (let block = start; block < end; block += 16) {
    const bytes = v128.load(block);
    const digits = i8x16.lt_u(v128.xor(bytes, zeros), i8x16.splat(10));
    const others = v128.or(i8x16.eq(bytes, atSigns), i8x16.lt_u(bytes, i8x16.splat(<i8>FIRST_TEXT)));
    const found = i8x16.bitmask(v128.or(digits, others));
    if (found != 0) return min(end, block + ctz(found));
  }
  return end;
}

/** Where the code stands, at the beginning or after `smtp;`: three digits and a space or hyphen; 0 if there is none. */
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
    (first == FOUR || first == FIVE) &&
    isDigit(load<u8>(at + 1)) &&
    isDigit(load<u8>(at + 2)) &&
    (load<u8>(at + 3) == SPACE || load<u8>(at + 3) == HYPHEN);
  return isCode ? at : 0;
}

/** Not `%`, which may encode an `@`, nor what may stand between a URL and the words after it. */
function isUrlCharacter(at: usize): bool {
  const byte = load<u8>(at);
  const isPunctuation = byte == SLASH || byte == QUESTION_MARK || byte == AMPERSAND || byte == EQUALS;
  return isPunctuation || (classAt(at) & ATOM) != 0;
}

/** [ ( */
function isOpening(byte: i32): bool {
  return byte == OPENING_BRACKET || byte == OPENING_PARENTHESIS;
}

/** ] ) . , ; */
function isClosing(byte: i32): bool {
  return (
    byte == CLOSING_BRACKET ||
    byte == CLOSING_PARENTHESIS ||
    byte == DOT ||
    byte == COMMA ||
    byte == SEMICOLON
  );
}

function isHostCharacter(byte: u8): bool {
  return isLetterOrDigit(byte) || byte == DOT || byte == HYPHEN;
}

function isAddressCharacter(byte: u8): bool {
  return isHostCharacter(byte) || byte == PLUS || byte == UNDERSCORE || byte == EQUALS;
}
