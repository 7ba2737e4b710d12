import { ENDS, FIELDS, POSITIONS } from './memory';
import { sampleHash } from './sample-hash';
import { DOUBLED_QUOTES } from './scan';

const QUOTE: i32 = 0x22;
const AT_SIGN: i32 = 0x40;
const SPACE: i32 = 0x20;
const SEMICOLON: i32 = 0x3b;
const PARENTHESIS: i32 = 0x28;
const LOWER_CASE: i32 = 0x20;
const LETTER_B: i32 = 0x62;
const LETTER_D: i32 = 0x64;
const LETTER_Q: i32 = 0x71;
const LETTER_T: i32 = 0x74;

/** As in ../row-type.ts. */
export const DELIVERED: i32 = 1;
const BOUNCED: i32 = 2;
const DEFERRED: i32 = 3;
const QUEUE_DEFERRED: i32 = 4;

/** The columns in the order of COLUMNS in ../row-header.ts, and one more: from the last `@` of the recipient on. */
const TYPE: i32 = 0;
const TIME_LOGGED: i32 = 1;
const RCPT: i32 = 2;
const DSN_STATUS: i32 = 3;
const DSN_DIAG: i32 = 4;
const DSN_MTA: i32 = 5;
const DLV_SOURCE_IP: i32 = 6;
const VMTA: i32 = 7;
const QUEUE: i32 = 8;
const DOMAIN: i32 = 9;

/** Columns that lie side by side: dsnStatus, and what is judged of dsnDiag. */
export const REPLY: usize = FIELDS + ((<usize>DSN_STATUS) << 3);
export const REPLY_WIDTH: u32 = 2;
/** The host of dsnMta. */
export const HOST: usize = FIELDS + ((<usize>DSN_MTA) << 3);
/** What tells one kind of row from another, beside the host's ISP: dlvSourceIp and vmta, the queue, and the recipient's domain. */
export const SOURCE: usize = FIELDS + ((<usize>DLV_SOURCE_IP) << 3);
export const SOURCE_WIDTH: u32 = 2;
export const QUEUE_NAME: usize = FIELDS + ((<usize>QUEUE) << 3);
export const DOMAIN_NAME: usize = FIELDS + ((<usize>DOMAIN) << 3);

let replyBytes: usize = 0;

/** The record's type. */
export const TYPE_COLUMN: usize = FIELDS + ((<usize>TYPE) << 3);

export function locateType(start: usize): void {
  locate(start, TYPE);
}

/** The outcome that the type stands for where it is written in short, in whatever case; 0 elsewhere. */
export function outcomeOfType(): i32 {
  const from = startOf(TYPE);
  const letters = endOf(TYPE) - from;
  const first = load<u8>(from) | LOWER_CASE;
  if (letters == 2)
    return first == LETTER_T && (load<u8>(from + 1) | LOWER_CASE) == LETTER_Q ? QUEUE_DEFERRED : 0;
  if (letters != 1) return 0;
  return first == LETTER_D ? DELIVERED : first == LETTER_T ? DEFERRED : first == LETTER_B ? BOUNCED : 0;
}

export function locateTime(start: usize): void {
  locate(start, TIME_LOGGED);
}

export function timeStart(): usize {
  return startOf(TIME_LOGGED);
}

export function timeEnd(): usize {
  return endOf(TIME_LOGGED);
}

/** Locates what tells the kind of a row. One that stands for its whole queue has no recipient. */
export function locateKind(start: usize, outcome: i32): void {
  locate(start, DSN_MTA);
  setEnd(DSN_MTA, endOfHost(startOf(DSN_MTA), endOf(DSN_MTA)));
  locate(start, DLV_SOURCE_IP);
  locate(start, VMTA);
  locate(start, QUEUE);
  locate(start, RCPT);
  setStart(DOMAIN, outcome == QUEUE_DEFERRED ? endOf(RCPT) : lastAtSign(startOf(RCPT), endOf(RCPT)));
  setEnd(DOMAIN, endOf(RCPT));
}

/** Of the reply `replyBytes` are judged at most. */
export function locateReply(start: usize): void {
  locate(start, DSN_STATUS);
  locate(start, DSN_DIAG);
  setEnd(DSN_DIAG, min(endOf(DSN_DIAG), startOf(DSN_DIAG) + replyBytes));
}

export function useReplyBytes(bytes: usize): void {
  replyBytes = bytes;
}

/** The hash by which the reply may be chosen for a sample: of its words, or of the status where there are none. */
export function hashOfReply(): i32 {
  const hasWords = endOf(DSN_DIAG) > startOf(DSN_DIAG);
  if (hasWords) return sampleHash(startOf(DSN_DIAG), endOf(DSN_DIAG));
  const status = startOf(DSN_STATUS);
  return sampleHash(status, min(endOf(DSN_STATUS), status + replyBytes));
}

export function hashOfRecipient(): i32 {
  return sampleHash(startOf(RCPT), endOf(RCPT));
}

/** Writes down where the content of a column stands, its quotes taken off; nothing where there is no such column. */
function locate(start: usize, column: i32): void {
  const position = load<i32>(POSITIONS + ((<usize>column) << 2));
  let from = start;
  let to = start;
  if (position >= 0) {
    if (position > 0) from = <usize>load<u32>(ENDS + ((<usize>(position - 1)) << 2)) + 1;
    to = <usize>load<u32>(ENDS + ((<usize>position) << 2));
    if (to > from && load<u8>(from) == QUOTE) {
      from++;
      to--;
      if (load<u32>(DOUBLED_QUOTES) != 0) to = undouble(from, to);
    }
  }
  setStart(column, from);
  setEnd(column, to);
}

function startOf(column: i32): usize {
  return <usize>load<u32>(FIELDS + ((<usize>column) << 3));
}

function endOf(column: i32): usize {
  return <usize>load<u32>(FIELDS + ((<usize>column) << 3), 4);
}

function setStart(column: i32, start: usize): void {
  store<u32>(FIELDS + ((<usize>column) << 3), <u32>start);
}

function setEnd(column: i32, end: usize): void {
  store<u32>(FIELDS + ((<usize>column) << 3), <u32>end, 4);
}

/** Writes a quoted field's content without its doubled quotes over itself; the new end. */
function undouble(start: usize, end: usize): usize {
  let length = start;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    store<u8>(length++, byte);
    if (byte == QUOTE) at++;
  }
  return length;
}

/** Where the last `@` of a recipient stands; its beginning where there is none. */
function lastAtSign(from: usize, to: usize): usize {
  const signs = i8x16.splat(<i8>AT_SIGN);
  for (let end = to; end > from; end -= 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(end - 16), signs));
    if (found != 0) return max(from, end + 15 - clz(found));
  }
  return from;
}

/** Where the host ends in `host (ip)`; the field's own end where it has another form (`dns; host`). */
function endOfHost(from: usize, to: usize): usize {
  const spaces = i8x16.splat(<i8>SPACE);
  const parentheses = i8x16.splat(<i8>PARENTHESIS);
  const semicolons = i8x16.splat(<i8>SEMICOLON);
  for (let block = from; block < to; block += 16) {
    const bytes = v128.load(block);
    const ends = v128.or(i8x16.eq(bytes, spaces), i8x16.eq(bytes, parentheses));
    const found = i8x16.bitmask(v128.or(ends, i8x16.eq(bytes, semicolons)));
    if (found == 0) continue;
    const at = block + ctz(found);
    return at >= to || at == from || load<u8>(at) == SEMICOLON ? to : at;
  }
  return to;
}
