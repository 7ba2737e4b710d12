import {
  AT_SIGN,
  LOWER_B,
  LOWER_CASE_BIT,
  LOWER_D,
  LOWER_Q,
  LOWER_T,
  OPENING_PARENTHESIS,
  QUOTE,
  SEMICOLON,
  SPACE,
} from '../shared/ascii';
import { ENDS, FIELDS, POSITIONS, RESULTS } from '../shared/memory-map';
import {
  BOUNCED,
  DEFERRED,
  DELIVERED,
  DLV_SOURCE_IP,
  DOMAIN,
  DOUBLED_QUOTES,
  DSN_DIAG,
  DSN_MTA,
  DSN_STATUS,
  QUEUE,
  QUEUE_DEFERRED,
  RCPT,
  TIME_LOGGED,
  TYPE,
  VMTA,
} from '../shared/protocol';
import { sampleHash } from './sample-hash';

/** Where start and end of a located column are written: a table's key is one such column, or several side by side. */
export const TYPE_COLUMN: usize = FIELDS + TYPE * 8;
export const HOST_COLUMN: usize = FIELDS + DSN_MTA * 8;
export const QUEUE_COLUMN: usize = FIELDS + QUEUE * 8;
export const DOMAIN_COLUMN: usize = FIELDS + DOMAIN * 8;
/** dlvSourceIp and vmta. */
export const SOURCE_COLUMNS: usize = FIELDS + DLV_SOURCE_IP * 8;
export const SOURCE_WIDTH: u32 = 2;
/** dsnStatus, and the part of dsnDiag that is judged. */
export const REPLY_COLUMNS: usize = FIELDS + DSN_STATUS * 8;
export const REPLY_WIDTH: u32 = 2;

let judgedReplyBytes: usize = 0;

/** How many bytes of a reply are judged. */
export function useReplyBytes(bytes: usize): void {
  judgedReplyBytes = bytes;
}

export function locateType(start: usize): void {
  locate(start, TYPE);
}

/** The outcome that the located type stands for in its short form, in either case; 0 for any other type. */
export function outcomeOfType(): i32 {
  const from = startOf(TYPE);
  const length = endOf(TYPE) - from;
  const first = load<u8>(from) | LOWER_CASE_BIT;
  if (length == 2) {
    return first == LOWER_T && (load<u8>(from + 1) | LOWER_CASE_BIT) == LOWER_Q ? QUEUE_DEFERRED : 0;
  }
  if (length != 1) return 0;
  return first == LOWER_D ? DELIVERED : first == LOWER_T ? DEFERRED : first == LOWER_B ? BOUNCED : 0;
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

/** Locates the columns that make the kind of a row. A row about a whole queue has no recipient. */
export function locateNames(start: usize, outcome: i32): void {
  locate(start, DSN_MTA);
  setEnd(DSN_MTA, endOfHost(startOf(DSN_MTA), endOf(DSN_MTA)));
  locate(start, DLV_SOURCE_IP);
  locate(start, VMTA);
  locate(start, QUEUE);
  locate(start, RCPT);
  setStart(DOMAIN, outcome == QUEUE_DEFERRED ? endOf(RCPT) : lastAtSign(startOf(RCPT), endOf(RCPT)));
  setEnd(DOMAIN, endOf(RCPT));
}

export function locateReply(start: usize): void {
  locate(start, DSN_STATUS);
  locate(start, DSN_DIAG);
  setEnd(DSN_DIAG, min(endOf(DSN_DIAG), startOf(DSN_DIAG) + judgedReplyBytes));
}

/** The hash by which a reply may become the sample: of its text, or of the status if it has none. */
export function hashOfReply(): i32 {
  const hasText = endOf(DSN_DIAG) > startOf(DSN_DIAG);
  if (hasText) return sampleHash(startOf(DSN_DIAG), endOf(DSN_DIAG));
  const status = startOf(DSN_STATUS);
  return sampleHash(status, min(endOf(DSN_STATUS), status + judgedReplyBytes));
}

export function hashOfRecipient(): i32 {
  return sampleHash(startOf(RCPT), endOf(RCPT));
}

/** Whether type, time or a column that makes the kind of a row contains doubled quotes. To be asked before any is located. */
export function namesHaveDoubledQuotes(start: usize): bool {
  return haveDoubledQuotes(start, TYPE, RCPT) || haveDoubledQuotes(start, DSN_MTA, QUEUE);
}

/** The same for the columns of the reply. */
export function replyHasDoubledQuotes(start: usize): bool {
  return haveDoubledQuotes(start, DSN_STATUS, DSN_DIAG);
}

/** Whether a column from `first` to `last` contains doubled quotes. Most records have none anywhere. */
function haveDoubledQuotes(start: usize, first: i32, last: i32): bool {
  if (load<u32>(RESULTS + DOUBLED_QUOTES * 4) == 0) return false;
  for (let column = first; column <= last; column++) if (containsQuotes(start, column)) return true;
  return false;
}

/** Whether quotes stand within the quotes of a column. */
function containsQuotes(start: usize, column: i32): bool {
  const position = positionOf(column);
  if (position < 0) return false;
  const to = endOfField(position) - 1;
  for (let at = startOfField(start, position) + 1; at < to; at++) if (load<u8>(at) == QUOTE) return true;
  return false;
}

/** Writes start and end of a column's content, without its quotes; an empty range if the header has no such column. */
function locate(start: usize, column: i32): void {
  const position = positionOf(column);
  let from = start;
  let to = start;
  if (position >= 0) {
    from = startOfField(start, position);
    to = endOfField(position);
    if (to > from && load<u8>(from) == QUOTE) {
      from++;
      to--;
      if (load<u32>(RESULTS + DOUBLED_QUOTES * 4) != 0) to = undouble(from, to);
    }
  }
  setStart(column, from);
  setEnd(column, to);
}

/** Where a column stands in a record, from 0; -1 if the header does not name it. */
function positionOf(column: i32): i32 {
  return load<i32>(((<usize>column) << 2) + POSITIONS);
}

function startOfField(start: usize, position: i32): usize {
  return position > 0 ? endOfField(position - 1) + 1 : start;
}

function endOfField(position: i32): usize {
  return <usize>load<u32>(((<usize>position) << 2) + ENDS);
}

function startOf(column: i32): usize {
  return <usize>load<u32>(((<usize>column) << 3) + FIELDS);
}

function endOf(column: i32): usize {
  return <usize>load<u32>(((<usize>column) << 3) + FIELDS, 4);
}

function setStart(column: i32, start: usize): void {
  store<u32>(((<usize>column) << 3) + FIELDS, <u32>start);
}

function setEnd(column: i32, end: usize): void {
  store<u32>(((<usize>column) << 3) + FIELDS, <u32>end, 4);
}

/** Overwrites a quoted field with its content, doubled quotes made single; returns the new end. */
function undouble(start: usize, end: usize): usize {
  let length = start;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    store<u8>(length++, byte);
    if (byte == QUOTE) at++;
  }
  return length;
}

/** Where the last `@` of a recipient stands; its beginning if it has none. */
function lastAtSign(from: usize, to: usize): usize {
  const atSigns = i8x16.splat(<i8>AT_SIGN);
  for (let end = to; end > from; end -= 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(end - 16), atSigns));
    if (found != 0) return max(from, end + 15 - clz(found));
  }
  return from;
}

/** Where the host ends in `host (ip)`; the field's own end in any other form (`dns; host`). */
function endOfHost(from: usize, to: usize): usize {
  const spaces = i8x16.splat(<i8>SPACE);
  const parentheses = i8x16.splat(<i8>OPENING_PARENTHESIS);
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
