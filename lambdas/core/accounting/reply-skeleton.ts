import type { ByteWindow } from './byte-window.ts';

const SPACE = 0x20;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const SEMICOLON = 0x3b;

/** What stands for a letter or a digit of an id. No reply holds it otherwise, or it is not reduced. */
const ANY = 0x01;

/** No code of a provider is that long. */
const SURELY_ID = 13;
/** A shorter one is an id where digits, letters and digits follow each other, as in no provider's code. */
const SHORTEST_ID = 8;
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
 * word between blanks (or brackets, or before a `.`, `,` or `;`) of 13 to 60 letters and digits, some of each, with `-` or `_` inside and
 * perhaps `.123` behind, a shorter one of letters and digits alone that alternate, or a time of day to the
 * millisecond; its length and its signs are kept. Only replies
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
  reduce(window: ByteWindow, start: number, end: number): boolean {
    this.length = 0;
    const { bytes: reply, view } = window;
    const code = codeOf(reply, start, end);
    if (code === -1) return false;
    reply.copy(this.bytes, 0, start, end);
    let isReduced = false;
    let wordEnd = start;
    for (let at = nextDigit(view, start, end); at < end; at = nextDigit(view, wordEnd, end)) {
      if (reply[at] === ANY) return false;
      let wordStart = at;
      while (wordStart > wordEnd && reply[wordStart - 1] !== SPACE) wordStart--;
      for (wordEnd = at; wordEnd < end && reply[wordEnd] !== SPACE; wordEnd++) {
        if (reply[wordEnd] === ANY) return false;
      }
      const idStart = isOpening(reply[wordStart]!) ? wordStart + 1 : wordStart;
      const idEnd = isClosing(reply[wordEnd - 1]!) ? wordEnd - 1 : wordEnd;
      if (wordStart > code && isIdOrTime(reply, idStart, idEnd, code)) {
        isReduced = true;
        this.blank(idStart - start, idEnd - start);
      }
    }
    if (isReduced) this.length = end - start;
    return isReduced;
  }

  private blank(from: number, to: number): void {
    const { bytes } = this;
    for (let at = from; at < to; at++) if (isLetterOrDigit(bytes[at]!)) bytes[at] = ANY;
  }
}

/**
 * Where the next digit stands, or a control character; `end` where there is none. Four bytes at a time: an exclusive or
 * makes digits 0 to 9 of them, all that stay below 10 when the rest is masked; control characters have no high bits.
 */
function nextDigit(view: DataView, start: number, end: number): number {
  for (let at = start; at < end; at += 4) {
    const word = view.getInt32(at, true);
    const value = word ^ 0x30303030;
    const notDigits = ((value & 0x7f7f7f7f) + 0x76767676) | value;
    const high = word & 0xf0f0f0f0;
    const found = (~notDigits | ((high - 0x01010101) & ~high)) & 0x80808080;
    if (found !== 0) return Math.min(end, at + ((31 - Math.clz32(found & -found)) >> 3));
  }
  return end;
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

/** [ ( */
function isOpening(byte: number): boolean {
  return byte === 0x5b || byte === 0x28;
}

/** ] ) . , ; */
function isClosing(byte: number): boolean {
  return byte === 0x5d || byte === 0x29 || byte === 0x2e || byte === 0x2c || byte === 0x3b;
}

function isIdOrTime(reply: Uint8Array, start: number, end: number, code: number): boolean {
  const length = end - start;
  if (length < SHORTEST_ID || length > LONGEST_ID) return false;
  return isId(reply, start, end, code) || isTime(reply, start, end);
}

function isId(reply: Uint8Array, start: number, end: number, code: number): boolean {
  const last = endWithoutSerial(reply, start, end);
  if (last - start < SURELY_ID) return last === end && isMixed(reply, start, end, code);
  if (!isLetterOrDigit(reply[start]!) || !isLetterOrDigit(reply[last - 1]!)) return false;
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

/** Letters and digits alone, with a letter between two digits: `4bXq2w9z`. */
function isMixed(reply: Uint8Array, start: number, end: number, code: number): boolean {
  if (repeatsCode(reply, start + CODE_DIGITS, code)) return false;
  let holdsDigit = false;
  let holdsLetterBehind = false;
  let isMixedSoFar = false;
  for (let at = start; at < end; at++) {
    const byte = reply[at]!;
    if (!isLetterOrDigit(byte)) return false;
    if (!isDigit(byte)) holdsLetterBehind = holdsDigit;
    else if (holdsLetterBehind) isMixedSoFar = true;
    else holdsDigit = true;
  }
  return isMixedSoFar;
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
