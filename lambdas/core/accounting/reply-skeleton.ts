const SPACE = 0x20;
const CLOSING_BRACKET = 0x5d;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const SEMICOLON = 0x3b;

/** What stands for a letter or a digit of an id. No reply holds it otherwise, or it is not reduced. */
const ANY = 0x01;

/** No code of a provider is that long, and every name of a mailbox may be longer. */
const SHORTEST_ID = 13;
const LONGEST_ID = 60;
const LONGEST_SERIAL = 4;
const CODE_DIGITS = 3;

const SHAPE_OF_A_TIME = Buffer.from('2000-00-00T00:00:00.000Z');

/**
 * A reply with its ids blanked: Gmail, Microsoft and others write one of its own into every reply, so that in a
 * storm a million texts differ and say the same. Texts of one skeleton have the same codes and the same
 * normalised words, so a memo of skeletons spares parsing and normalising each of them.
 *
 * For that to be true and not merely likely, only what `normalise` certainly turns into `<id>` is blanked: a
 * word between blanks (or before `]`) of 13 to 60 letters and digits, some of each, with `-` or `_` inside and
 * perhaps `.123` behind, or a time of day to the millisecond; its length and its signs are kept. Only replies
 * that begin with a 4xx or 5xx code are reduced, because elsewhere a code is sought within words. A test holds
 * this to `parseReply` and `normalise`.
 */
export class ReplySkeleton {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** 0 where the last reply has none but itself. */
  length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.alloc(capacity);
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, capacity);
  }

  /** Makes the skeleton of a reply of at most `capacity` bytes; false where it has none but itself. */
  reduce(reply: Uint8Array, start: number, end: number): boolean {
    this.length = 0;
    const code = codeOf(reply, start, end);
    if (code === -1) return false;
    const { bytes } = this;
    let isReduced = false;
    let length = 0;
    let at = start;
    while (at < end) {
      const wordStart = at;
      let holdsDigit = false;
      for (; at < end && reply[at] !== SPACE; at++) {
        const byte = reply[at]!;
        if (byte === ANY) return false;
        if (byte >= 0x30 && byte <= 0x39) holdsDigit = true;
        bytes[length + at - wordStart] = byte;
      }
      const wordEnd = reply[at - 1] === CLOSING_BRACKET ? at - 1 : at;
      if (
        holdsDigit &&
        wordEnd - wordStart >= SHORTEST_ID &&
        wordEnd - wordStart <= LONGEST_ID &&
        wordStart > code &&
        (isId(reply, wordStart, wordEnd, code) || isTime(reply, wordStart, wordEnd))
      ) {
        isReduced = true;
        for (let place = length; place < length + wordEnd - wordStart; place++) {
          if (isLetterOrDigit(bytes[place]!)) bytes[place] = ANY;
        }
      }
      length += at - wordStart;
      if (at < end) bytes[length++] = reply[at++]!;
    }
    if (isReduced) this.length = length;
    return isReduced;
  }
}

/** Where the reply code stands, at the beginning or behind `smtp;`, as three digits and a blank; -1 elsewhere. */
function codeOf(reply: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 8 && reply[at] !== SEMICOLON) at++;
  at = reply[at] === SEMICOLON && at < end ? at + 1 : start;
  if (at > start && !isSmtp(reply, start, at)) return -1;
  const first = reply[at]!;
  const isCode =
    at + 4 <= end &&
    (first === 0x34 || first === 0x35) &&
    isDigit(reply[at + 1]!) &&
    isDigit(reply[at + 2]!) &&
    reply[at + 3] === SPACE;
  return isCode ? at : -1;
}

function isSmtp(reply: Uint8Array, start: number, end: number): boolean {
  const word = [0x73, 0x6d, 0x74, 0x70, SEMICOLON];
  return end - start === word.length && word.every((byte, index) => reply[start + index] === byte);
}

function isId(reply: Uint8Array, start: number, end: number, code: number): boolean {
  const last = endWithoutSerial(reply, start, end);
  if (last - start < SHORTEST_ID || !isLetterOrDigit(reply[start]!) || !isLetterOrDigit(reply[last - 1]!)) {
    return false;
  }
  // `421 421a9…`: the second 421 would be read as the code once more, and not as part of the id.
  if (repeatsCode(reply, start + CODE_DIGITS, code)) return false;
  let digits = 0;
  let letters = 0;
  for (let at = start; at < last; at++) {
    const byte = reply[at]!;
    if (isDigit(byte)) digits++;
    else if (isLetterOrDigit(byte)) letters++;
    else if (byte !== UNDERSCORE && (byte !== HYPHEN || repeatsCode(reply, at, code))) return false;
  }
  return digits > 0 && letters > 0 && !hasCodeShape(reply, start, last);
}

/** Without the `.123` behind Gmail's ids. */
function endWithoutSerial(reply: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && at > end - LONGEST_SERIAL - 1 && isDigit(reply[at - 1]!)) at--;
  return at < end && at > start && reply[at - 1] === DOT ? at - 1 : end;
}

/** Whether the code stands before `end`: `421-` inside a reply is how servers begin a further line. */
function repeatsCode(reply: Uint8Array, end: number, code: number): boolean {
  return (
    reply[end - 3] === reply[code] && reply[end - 2] === reply[code + 1] && reply[end - 1] === reply[code + 2]
  );
}

/** `oxsus0001_139` is a code however long: an underscore with three digits behind it at the end. */
function hasCodeShape(reply: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (reply[at] === UNDERSCORE) return end - at <= 4;
  return false;
}

function isTime(reply: Uint8Array, start: number, end: number): boolean {
  if (end - start !== SHAPE_OF_A_TIME.length) return false;
  for (let index = 0; index < SHAPE_OF_A_TIME.length; index++) {
    const wanted = SHAPE_OF_A_TIME[index]!;
    const byte = reply[start + index]!;
    if (wanted === 0x30 ? !isDigit(byte) : byte !== wanted) return false;
  }
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetterOrDigit(byte: number): boolean {
  return isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
