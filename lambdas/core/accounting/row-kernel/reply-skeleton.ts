import { endsWithWord, makesLine, mayHoldCode } from './beside';
import { isMeasured, measureReply } from './measured';
import {
  A_COLON,
  A_DIGIT,
  A_DOT,
  A_HYPHEN,
  A_LETTER,
  BETWEEN,
  isBlank,
  isDigit,
  isLetterOrDigit,
  kindAt,
  kindsIn,
  OF_ATOM,
  OTHER,
} from './signs';
import {
  ADDRESS,
  beginSkeleton,
  blank,
  endOfSkeleton,
  FIRST_LABEL,
  FIRST_SIGN,
  IP,
  NUMBER,
  replace,
} from './skeleton-writer';
import {
  endOfFirstLabel,
  isBase64,
  isDate,
  isId,
  isIp,
  isNumber,
  isParted,
  isStatus,
  isTime,
} from './varying';

const SPACE: u8 = 0x20;
const DOT: u8 = 0x2e;
const HYPHEN: u8 = 0x2d;
const PLUS: u8 = 0x2b;
const EQUALS: u8 = 0x3d;
const UNDERSCORE: u8 = 0x5f;
const COMMA: u8 = 0x2c;
const SLASH: u8 = 0x2f;
const AMPERSAND: u8 = 0x26;
const QUESTION_MARK: u8 = 0x3f;
const COLON: u8 = 0x3a;
const SEMICOLON: u8 = 0x3b;
const AT_SIGN: u8 = 0x40;
const LESS: u8 = 0x3c;
const GREATER: u8 = 0x3e;
const ZERO: u8 = 0x30;

/** A word that is longer is looked at for ids alone, whose length stays. */
const LONGEST_WORD: usize = 63;
const LONGEST_ADDRESS: usize = 254;

/** `http` and `//`. */
const HTTP: u32 = 0x70747468;
const TWO_SLASHES: u16 = 0x2f2f;
const LOWER_S: u8 = 0x73;

/** `smtp;` */
const SMTP: u32 = 0x70746d73;
const SMTP_LENGTH: usize = 5;

/**
 * Writes a reply without what varies from one to the next to `skeleton`: providers write ids, the recipient's address,
 * the sender's IP and their own host into it, so that a million texts differ and say the same. Texts of one skeleton have
 * the same codes and the same normalised words, so remembering skeletons spares parsing and normalising each of them.
 *
 * For that to be true and not merely likely, only what `normalise` certainly replaces is taken out, and only from words
 * between blanks that it parts as it is done here:
 *
 * - ids: 13 to 60 letters and digits, some of each, with `-` or `_` inside and perhaps `.123` behind, shorter ones of
 *   letters and digits alone that change twice, and times of day to the millisecond; their length and signs are kept
 * - addresses of letters, digits and, behind the first, `.+-_=`, also in angle brackets
 * - IPv4 addresses, and numbers, also with a dot in them, as a clock or a fraction; but for those that may be codes
 * - digits with hyphens, as in dates; ids in base64 behind `[`; values in the query of a URL that hold a digit
 * - of hosts with four labels or more the first, if it holds letters and digits
 *
 * And it stays where what stands beside it is read with it (beside.ts), or its length (measured.ts).
 *
 * Only replies that begin with a 4xx or 5xx code are reduced, because elsewhere a code is sought within words. A test
 * holds this to `parseReply` and `normalise`.
 *
 * The skeleton's end; 0 where the reply has none but itself.
 */
export function reduce(start: usize, end: usize, skeleton: usize): usize {
  const code = codeOf(start, end);
  if (code == 0) return 0;
  beginSkeleton(start, skeleton);
  measureReply(start, end);
  let wordEnd = start;
  for (let at = nextVarying(start, end); at < end; at = nextVarying(wordEnd, end)) {
    let wordStart = at;
    while (wordStart > wordEnd && !isBlank(load<u8>(wordStart - 1))) wordStart--;
    let atSign: usize = 0;
    for (wordEnd = at; wordEnd < end && !isBlank(load<u8>(wordEnd)); wordEnd++) {
      const byte = load<u8>(wordEnd);
      if (byte < FIRST_SIGN) return 0;
      if (byte == AT_SIGN) {
        // Two of them in one word are nothing that is known.
        if (atSign != 0) return 0;
        atSign = wordEnd;
      }
    }
    if (wordEnd == at) wordEnd++;
    else if (wordStart <= code) continue;
    else if (atSign != 0) reduceAddress(wordStart, atSign, wordEnd, code);
    else reduceWord(wordStart, wordEnd, code);
  }
  return endOfSkeleton(start, end);
}

function reduceWord(wordStart: usize, wordEnd: usize, code: usize): void {
  if (load<u32>(wordStart) == HTTP) reduceQuery(wordStart, wordEnd, code);
  else if (isOfAtoms(wordStart, wordEnd)) reduceAtoms(wordStart, wordEnd, code);
  else reduceWhole(wordStart, wordEnd, code);
}

/** Words fall into atoms where `normalise` parts them, too. */
function reduceAtoms(wordStart: usize, wordEnd: usize, code: usize): void {
  const isShort = wordEnd - wordStart <= LONGEST_WORD;
  for (let from = wordStart, end = wordStart; from < wordEnd; from = end + 1) {
    let kinds: u32 = 0;
    for (end = from; end < wordEnd && (kindAt(end) & OF_ATOM) != 0; end++) kinds |= kindAt(end);
    if ((kinds & A_DIGIT) == 0) continue;
    let to = end;
    while (!isLetterOrDigit(load<u8>(to - 1))) to--;
    const isLine = (kinds & A_HYPHEN) != 0 && makesLine(from, to, code);
    // A hyphen before an atom is none of its own.
    if (!isLine && isLetterOrDigit(load<u8>(from))) reduceAtom(from, to, kinds, code, isShort);
  }
}

function reduceAtom(from: usize, to: usize, kinds: u32, code: usize, isShort: bool): void {
  const isLettered = (kinds & A_LETTER) != 0;
  if (isLettered ? isId(from, to, code) : (kinds & A_HYPHEN) != 0 && isDate(from, to)) blank(from, to);
  // The others have another length than what stands for them.
  else if (!isShort || isMeasured(from)) return;
  else if (!isLettered) {
    if (isNumber(from, to)) replace(from, to, NUMBER);
    else if (isIp(from, to)) replace(from, to, IP);
  } else if ((kinds & A_DOT) != 0) {
    const label = endOfFirstLabel(from, to, code);
    if (label != 0) replace(from, label, FIRST_LABEL);
  }
}

/** Letters, digits and joints, and signs that stand between atoms; a colon at the end, or behind letters, as in `id:4bXq2w9z`. */
function isOfAtoms(wordStart: usize, wordEnd: usize): bool {
  const end = load<u8>(wordEnd - 1) == COLON ? wordEnd - 1 : wordEnd;
  const kinds = kindsIn(wordStart, end);
  if ((kinds & OTHER) != 0) return false;
  return (kinds & A_COLON) == 0 || isKeyBeforeColon(wordStart, end);
}

/** Whether its one colon stands behind letters alone. With two it could be an IPv6 address. */
function isKeyBeforeColon(wordStart: usize, end: usize): bool {
  let colon = wordStart;
  while (load<u8>(colon) != COLON) colon++;
  if ((kindsIn(colon + 1, end) & A_COLON) != 0) return false;
  let key = colon;
  while (key > wordStart && kindAt(key - 1) == A_LETTER) key--;
  return key == wordStart || kindAt(key - 1) == BETWEEN;
}

/** A time to the millisecond, a clock, a fraction, an id in base64, in brackets or not. */
function reduceWhole(wordStart: usize, wordEnd: usize, code: usize): void {
  const from = isOpening(load<u8>(wordStart)) ? wordStart + 1 : wordStart;
  let to = isClosing(load<u8>(wordEnd - 1)) ? wordEnd - 1 : wordEnd;
  // A word of one bracket ends before it begins.
  if (to < from || to > from + LONGEST_ADDRESS) return;
  if (isTime(from, to)) blank(from, to);
  else if (isParted(from, to)) {
    if (to <= from + LONGEST_WORD && !isMeasured(from)) replaceParts(from, to);
  } else {
    while (to > from && load<u8>(to - 1) == EQUALS) to--;
    if (isBase64(from, to, code)) blank(from, to);
  }
}

/** Where the query of a URL begins, the whole of which holds no sign of an address; its end where it has none. */
function queryOf(wordStart: usize, wordEnd: usize): usize {
  let at = wordStart;
  while (at < wordEnd && load<u8>(at) != QUESTION_MARK) at++;
  if (at == wordEnd || wordEnd - wordStart > LONGEST_ADDRESS) return wordEnd;
  const colon = load<u8>(wordStart + 4) == LOWER_S ? wordStart + 5 : wordStart + 4;
  if (load<u8>(colon) != COLON || load<u16>(colon + 1) != TWO_SLASHES) return wordEnd;
  for (let place = colon + 3; place < wordEnd; place++) if (!isOfUrl(place)) return wordEnd;
  return at;
}

/** Of a URL's query `normalise` keeps no value with a digit in it. */
function reduceQuery(wordStart: usize, wordEnd: usize, code: usize): void {
  for (let at = queryOf(wordStart, wordEnd); at < wordEnd;) {
    while (at < wordEnd && load<u8>(at) != EQUALS) at++;
    const from = ++at;
    let kinds: u32 = 0;
    for (; at < wordEnd && (kindAt(at) & OF_ATOM) != 0; at++) kinds |= kindAt(at);
    const isValue = (kinds & A_DIGIT) != 0 && (at == wordEnd || load<u8>(at) == AMPERSAND);
    if (isValue && !makesLine(from, at, code) && !endsWithWord(from, at)) blank(from, at);
  }
}

function replaceParts(from: usize, to: usize): void {
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && isDigit(load<u8>(at))) continue;
    if (!isStatus(start, at)) replace(start, at, NUMBER);
    start = at + 1;
  }
}

/** Where an address stands between borders that `normalise` knows too, or alone between angle brackets. */
function reduceAddress(wordStart: usize, atSign: usize, wordEnd: usize, code: usize): void {
  let from = atSign;
  while (from > wordStart && isOfAddress(load<u8>(from - 1))) from--;
  let to = atSign + 1;
  while (to < wordEnd && isOfHost(load<u8>(to))) to++;
  while (to > atSign + 1 && load<u8>(to - 1) == DOT) to--;
  if (from == atSign || to == atSign + 1 || to - from > LONGEST_ADDRESS) return;
  const before = from == wordStart ? SPACE : load<u8>(from - 1);
  const behind = to == wordEnd ? SPACE : load<u8>(to);
  const isAngled = before == LESS && behind == GREATER;
  const isBordered =
    (before == SPACE || before == COLON || isOpening(before)) &&
    (behind == SPACE || isColon(to, wordEnd) || isClosing(behind)) &&
    !isMeasured(from);
  if ((isAngled || isBordered) && !mayHoldCode(from, to, code)) replace(from, to, ADDRESS);
}

/** A colon that is not a URL's: with `//` behind it, what stands before is looked at anew. */
function isColon(at: usize, wordEnd: usize): bool {
  return load<u8>(at) == COLON && (at + 1 == wordEnd || load<u8>(at + 1) != SLASH);
}

/** Where the next digit or `@` stands, or a sign that none of these replies may hold; `end` where there is none. */
function nextVarying(start: usize, end: usize): usize {
  const zeros = i8x16.splat(<i8>ZERO);
  const atSigns = i8x16.splat(<i8>AT_SIGN);
  for (let block = start; block < end; block += 16) {
    const bytes = v128.load(block);
    const digits = i8x16.lt_u(v128.xor(bytes, zeros), i8x16.splat(10));
    const others = v128.or(i8x16.eq(bytes, atSigns), i8x16.lt_u(bytes, i8x16.splat(<i8>FIRST_SIGN)));
    const found = i8x16.bitmask(v128.or(digits, others));
    if (found != 0) return min(end, block + ctz(found));
  }
  return end;
}

/** Where the reply code stands, at the beginning or behind `smtp;`, as three digits and a blank or hyphen; 0 where it does not. */
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
    (load<u8>(at + 3) == SPACE || load<u8>(at + 3) == HYPHEN);
  return isCode ? at : 0;
}

/** Not `%`, which may write an `@`, nor what stands between a URL and the words behind it. */
function isOfUrl(at: usize): bool {
  const byte = load<u8>(at);
  const isSign = byte == SLASH || byte == QUESTION_MARK || byte == AMPERSAND || byte == EQUALS;
  return isSign || (kindAt(at) & OF_ATOM) != 0;
}

/** [ ( */
function isOpening(byte: u8): bool {
  return byte == 0x5b || byte == 0x28;
}

/** ] ) . , ; */
function isClosing(byte: u8): bool {
  return byte == 0x5d || byte == 0x29 || byte == DOT || byte == COMMA || byte == SEMICOLON;
}

function isOfHost(byte: u8): bool {
  return isLetterOrDigit(byte) || byte == DOT || byte == HYPHEN;
}

function isOfAddress(byte: u8): bool {
  return isOfHost(byte) || byte == PLUS || byte == UNDERSCORE || byte == EQUALS;
}
