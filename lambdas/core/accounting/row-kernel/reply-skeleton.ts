const SPACE: u8 = 0x20;
const DOT: u8 = 0x2e;
const HYPHEN: u8 = 0x2d;
const PLUS: u8 = 0x2b;
const EQUALS: u8 = 0x3d;
const UNDERSCORE: u8 = 0x5f;
const COMMA: u8 = 0x2c;
const SLASH: u8 = 0x2f;
const COLON: u8 = 0x3a;
const SEMICOLON: u8 = 0x3b;
const AT_SIGN: u8 = 0x40;
const LESS: u8 = 0x3c;
const GREATER: u8 = 0x3e;
const LOWER_X: u8 = 0x78;
const UPPER_T: u8 = 0x54;
const UPPER_Z: u8 = 0x5a;
const ZERO: u8 = 0x30;
const TWO: u8 = 0x32;
const LOWER_CASE: u8 = 0x20;

/** What stands for a letter or a digit of an id, and for the whole of other things that vary. */
const OF_AN_ID: u8 = 0x01;
const ADDRESS: u8 = 0x02;
const IP: u8 = 0x03;
const NUMBER: u8 = 0x04;
/** The first of four labels or more. */
const FIRST_LABEL: u8 = 0x05;
/** No reply that is reduced holds a sign below this one. */
const FIRST_SIGN: u8 = 0x10;

/** No code of a provider is that long. */
const SURELY_ID: usize = 13;
/** A shorter one is an id where digits, letters and digits follow each other, as in no provider's code. */
const SHORTEST_ID: usize = 8;
const LONGEST_ID: usize = 60;
const LONGEST_SERIAL: usize = 4;
const CODE_DIGITS: usize = 3;

/** Numbers of fewer digits stay. */
const SHORTEST_NUMBER: usize = 5;
const LONGEST_NUMBER: usize = 20;
const SHORTEST_IP: usize = 7;
const LONGEST_IP: usize = 15;
const LONGEST_HOST: usize = 63;
const FEWEST_LABELS: i32 = 4;
const LONGEST_ADDRESS: usize = 254;
/** What stands between angle brackets is looked at as one up to this length. */
const LONGEST_ANGLED: usize = 320;

/** `smtp;` */
const SMTP: u32 = 0x70746d73;
const SMTP_LENGTH: usize = 5;
/** `2000-00-00T00:00:00.000Z` */
const TIME_LENGTH: usize = 24;

/** Up to where the reply is written down, and where that ends in the skeleton. */
let written: usize = 0;
let skeletonEnd: usize = 0;
/** The reply, and where its first angle bracket opens: its end where there is none; 0 while nobody asked. */
let replyStart: usize = 0;
let replyEnd: usize = 0;
let firstAngle: usize = 0;

/**
 * Writes a reply without what varies from one to the next to `skeleton`: providers write ids, the recipient's address,
 * the sender's IP and their own host into it, so that a million texts differ and say the same. Texts of one skeleton have
 * the same codes and the same normalised words, so remembering skeletons spares parsing and normalising each of them.
 *
 * For that to be true and not merely likely, only what `normalise` certainly replaces is taken out, and only from words
 * between blanks, most of them perhaps in brackets or before a `.`, `,` or `;`:
 *
 * - ids: 13 to 60 letters and digits, some of each, with `-` or `_` inside and perhaps `.123` behind, shorter ones of
 *   letters and digits alone that alternate, and times of day to the millisecond; their length and signs are kept
 * - addresses of letters, digits and, behind the first, `.+-_=`, also in angle brackets
 * - IPv4 addresses, and numbers of five digits or more
 * - of hosts with four labels or more the first, if it holds letters and digits
 *
 * Only replies that begin with a 4xx or 5xx code are reduced, because elsewhere a code is sought within words. A test
 * holds this to `parseReply` and `normalise`.
 *
 * The skeleton's end; 0 where the reply has none but itself.
 */
export function reduce(start: usize, end: usize, skeleton: usize): usize {
  const code = codeOf(start, end);
  if (code == 0) return 0;
  written = start;
  skeletonEnd = skeleton;
  replyStart = start;
  replyEnd = end;
  firstAngle = 0;
  let wordEnd = start;
  for (let at = nextVarying(start, end); at < end; at = nextVarying(wordEnd, end)) {
    let wordStart = at;
    while (wordStart > wordEnd && load<u8>(wordStart - 1) != SPACE) wordStart--;
    let atSign: usize = 0;
    for (wordEnd = at; wordEnd < end && load<u8>(wordEnd) != SPACE; wordEnd++) {
      const byte = load<u8>(wordEnd);
      if (byte < FIRST_SIGN) return 0;
      if (byte == AT_SIGN) {
        // Two of them in one word are nothing that is known.
        if (atSign != 0) return 0;
        atSign = wordEnd;
      }
    }
    if (wordStart <= code) continue;
    if (atSign != 0) reduceAddress(wordStart, atSign, wordEnd, code);
    else reduceWord(wordStart, wordEnd, code);
  }
  if (written == start) return 0;
  writeUntil(end);
  return skeletonEnd;
}

function reduceWord(wordStart: usize, wordEnd: usize, code: usize): void {
  const from = isOpening(load<u8>(wordStart)) ? wordStart + 1 : wordStart;
  const to = isClosing(load<u8>(wordEnd - 1)) ? wordEnd - 1 : wordEnd;
  // A word of one bracket ends before it begins.
  if (to < from + SHORTEST_NUMBER || to > from + LONGEST_HOST) return;
  if (isIdOrTime(from, to, code)) blank(from, to);
  // The others have another length than what stands for them, which may matter between angle brackets.
  else if (isWithinAngles(from)) return;
  else if (isNumber(from, to)) replace(from, to, NUMBER);
  else if (isIp(from, to)) replace(from, to, IP);
  else {
    const label = endOfFirstLabel(from, to, code);
    if (label != 0) replace(from, label, FIRST_LABEL);
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
    !isWithinAngles(from);
  if ((isAngled || isBordered) && !mayHoldCode(from, to, code)) replace(from, to, ADDRESS);
}

/** A colon that is not a URL's: with `//` behind it, what stands before is looked at anew. */
function isColon(at: usize, wordEnd: usize): bool {
  return load<u8>(at) == COLON && (at + 1 == wordEnd || load<u8>(at + 1) != SLASH);
}

/** Whether an angle bracket before `at` is still open, so that all that follows up to the next is looked at as one. */
function isWithinAngles(at: usize): bool {
  if (firstAngle == 0) firstAngle = placeOfAngle(replyStart, replyEnd);
  if (firstAngle >= at) return false;
  for (let place = at; place > firstAngle && at - place <= LONGEST_ANGLED; place--) {
    const byte = load<u8>(place - 1);
    if (byte == GREATER) return false;
    if (byte == LESS) return true;
  }
  return false;
}

/** Where the first `<` stands; `end` where there is none. */
function placeOfAngle(start: usize, end: usize): usize {
  const angles = i8x16.splat(<i8>LESS);
  for (let block = start; block < end; block += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(block), angles));
    if (found != 0) return min(end, block + ctz(found));
  }
  return end;
}

/** Whether a code could be read in what is taken out, at its beginning or before a hyphen, or one before it with its first sign. */
function mayHoldCode(from: usize, to: usize, code: usize): bool {
  if (repeatsCode(from + CODE_DIGITS, code) || !isLetterOrDigit(load<u8>(from))) return true;
  if (isDigit(load<u8>(from)) && load<u8>(from + 1) == DOT) return true;
  for (let at = from + CODE_DIGITS; at < to; at++)
    if (load<u8>(at) == HYPHEN && repeatsCode(at, code)) return true;
  return false;
}

function replace(from: usize, to: usize, sign: u8): void {
  writeUntil(from);
  store<u8>(skeletonEnd++, sign);
  written = to;
}

function blank(from: usize, to: usize): void {
  writeUntil(from);
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    store<u8>(skeletonEnd++, isLetterOrDigit(byte) ? OF_AN_ID : byte);
  }
  written = to;
}

function writeUntil(at: usize): void {
  memory.copy(skeletonEnd, written, at - written);
  skeletonEnd += at - written;
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

function isNumber(from: usize, to: usize): bool {
  if (to - from > LONGEST_NUMBER) return false;
  for (let at = from; at < to; at++) if (!isDigit(load<u8>(at))) return false;
  return true;
}

function isIp(from: usize, to: usize): bool {
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

/** Where the first label ends of a host that has enough of them; 0 elsewhere. In `x1.2.3.x` an `x` masks digits of an IP. */
function endOfFirstLabel(from: usize, to: usize, code: usize): usize {
  let end: usize = 0;
  let labels = 1;
  let length = 0;
  let letters = 0;
  let digits = 0;
  let isMixedFirst = false;
  // A hyphen before a host is none of its letters.
  if (load<u8>(from) == HYPHEN) return 0;
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
  const isHost = labels >= FEWEST_LABELS && isMixedFirst && letters > 0 && !mayHoldCode(from, to, code);
  return isHost ? end : 0;
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
  return byte == 0x5d || byte == 0x29 || byte == DOT || byte == COMMA || byte == SEMICOLON;
}

function isOfHost(byte: u8): bool {
  return isLetterOrDigit(byte) || byte == DOT || byte == HYPHEN;
}

function isOfAddress(byte: u8): bool {
  return isOfHost(byte) || byte == PLUS || byte == UNDERSCORE || byte == EQUALS;
}

function isIdOrTime(start: usize, end: usize, code: usize): bool {
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
