/*
 * AssemblyScript, compiled to WebAssembly: `npm run row-kernel` writes lambdas/core/accounting/row-kernel-binary.ts.
 *
 * The two loops that every byte and every row of a file goes through: finding where records and fields end, and
 * counting deliveries that repeat one before them, most of a file. All else is JavaScript's, which teaches the kernel.
 */
import { count, find } from './kinds';
import { ENDS, HOUR_KEY, RESULTS } from './memory';
import { DOUBLED_QUOTES, INNER_LINES, NEXT, REGULAR, scan, UNFINISHED } from './scan';

export {
  count as countKind,
  find as findKind,
  forget as forgetKinds,
  learn as learnKind,
  takeCounted,
} from './kinds';
export { COUNTED, COUNTS, ENDS, MOST_KINDS, RESULTS, TEXT } from './memory';
export { scan } from './scan';

/** Where the record begins at which counting stopped, and how many records and lines were counted before it. */
const STOPPED_AT: usize = RESULTS + 12;
const ROWS: usize = RESULTS + 16;
const LINES: usize = RESULTS + 20;

const QUOTE: i32 = 0x22;
const AT_SIGN: i32 = 0x40;
const SPACE: i32 = 0x20;
const SEMICOLON: i32 = 0x3b;
const PARENTHESIS: i32 = 0x28;
const COLON: i32 = 0x3a;
const ZERO: i32 = 0x30;
const LOWER_CASE: i32 = 0x20;
const DELIVERED: i32 = 0x64;

/** `2026-01-15 00:00:03+0000`: its length, and where the parts stand that tell the hour. */
const USUAL_TIME: usize = 24;
const SECOND_EIGHT: usize = 5;
const ZONE: usize = 19;

let width: i32 = 0;
let type: i32 = 0;
let timeLogged: i32 = 0;
let rcpt: i32 = 0;
let dsnMta: i32 = 0;
let dlvSourceIp: i32 = 0;
let vmta: i32 = 0;
let queue: i32 = 0;
let hasHour: bool = false;

/** The columns of the rows that follow, from 0; -1 where there is none. */
export function useColumns(
  columns: i32,
  typeAt: i32,
  timeLoggedAt: i32,
  rcptAt: i32,
  dsnMtaAt: i32,
  dlvSourceIpAt: i32,
  vmtaAt: i32,
  queueAt: i32,
): void {
  width = columns;
  type = typeAt;
  timeLogged = timeLoggedAt;
  rcpt = rcptAt;
  dsnMta = dsnMtaAt;
  dlvSourceIp = dlvSourceIpAt;
  vmta = vmtaAt;
  queue = queueAt;
}

/** The hour of the time at `from`, if it is written in the usual way, is the one that is being counted. */
export function useHour(from: usize, to: usize): void {
  hasHour = to - from == USUAL_TIME && isUsualTime(from);
  if (!hasHour) return;
  store<u64>(HOUR_KEY, load<u64>(from));
  store<u64>(HOUR_KEY, load<u64>(from + SECOND_EIGHT), 8);
  store<u32>(HOUR_KEY, load<u32>(from + ZONE), 16);
}

export function forgetHour(): void {
  hasHour = false;
}

/**
 * Counts records from `start` on as long as they are deliveries of a known kind in the hour that is being counted, and
 * scans the one at which it stops: `REGULAR` where it is for JavaScript to understand.
 */
export function countDeliveries(start: usize, end: usize): i32 {
  let rows = 0;
  let lines = 0;
  let found = UNFINISHED;
  while (start < end) {
    found = scan(start, end, width);
    if (found != REGULAR || !isCounted(start)) break;
    rows++;
    lines += load<i32>(INNER_LINES) + 1;
    start = load<u32>(NEXT);
    found = UNFINISHED;
  }
  store<u32>(STOPPED_AT, <u32>start);
  store<u32>(ROWS, rows);
  store<u32>(LINES, lines);
  return found;
}

function isCounted(start: usize): bool {
  if (!hasHour || load<u32>(DOUBLED_QUOTES) != 0) return false;
  const kindOfRow = fieldAt(start, type);
  if (lengthOf(kindOfRow) != 1 || (load<u8>(startOf(kindOfRow)) | LOWER_CASE) != DELIVERED) return false;
  if (!isInHour(fieldAt(start, timeLogged))) return false;
  const queueField = fieldAt(start, queue);
  const mta = fieldAt(start, dsnMta);
  const ip = fieldAt(start, dlvSourceIp);
  const vmtaField = fieldAt(start, vmta);
  const recipient = fieldAt(start, rcpt);
  const kind = find(
    startOf(queueField),
    endOf(queueField),
    startOf(mta),
    endOfHost(startOf(mta), endOf(mta)),
    startOf(ip),
    endOf(ip),
    startOf(vmtaField),
    endOf(vmtaField),
    lastAtSign(startOf(recipient), endOf(recipient)),
    endOf(recipient),
  );
  if (kind < 0) return false;
  count(kind);
  return true;
}

/** The content of a field, its quotes taken off, as start and end in one word; nothing where there is no such column. */
function fieldAt(start: usize, position: i32): u64 {
  if (position < 0) return pair(start, start);
  let from = position == 0 ? start : <usize>load<u32>(ENDS + ((<usize>(position - 1)) << 2)) + 1;
  let to = <usize>load<u32>(ENDS + ((<usize>position) << 2));
  if (load<u8>(from) == QUOTE && to > from) {
    from++;
    to--;
  }
  return pair(from, to);
}

function pair(start: usize, end: usize): u64 {
  return ((<u64>start) << 32) | (<u64>end);
}

function startOf(field: u64): usize {
  return <usize>(field >> 32);
}

function endOf(field: u64): usize {
  return <usize>(field & 0xffffffff);
}

function lengthOf(field: u64): usize {
  return endOf(field) - startOf(field);
}

/** Minutes and seconds do not matter where they are such and the zone is one of whole hours. */
function isInHour(time: u64): bool {
  const from = startOf(time);
  return (
    lengthOf(time) == USUAL_TIME &&
    load<u64>(from) == load<u64>(HOUR_KEY) &&
    load<u64>(from + SECOND_EIGHT) == load<u64>(HOUR_KEY, 8) &&
    load<u32>(from + ZONE) == load<u32>(HOUR_KEY, 16) &&
    isUsualTime(from)
  );
}

function isUsualTime(from: usize): bool {
  return (
    load<u8>(from + 13) == COLON &&
    isBelowSixty(from + 14) &&
    load<u8>(from + 16) == COLON &&
    isBelowSixty(from + 17) &&
    load<u8>(from + 22) == ZERO &&
    load<u8>(from + 23) == ZERO
  );
}

function isBelowSixty(at: usize): bool {
  return <u32>(load<u8>(at) - ZERO) < 6 && <u32>(load<u8>(at + 1) - ZERO) < 10;
}

/** Where the last `@` of a recipient stands; its beginning where there is none. */
export function lastAtSign(from: usize, to: usize): usize {
  const signs = i8x16.splat(<i8>AT_SIGN);
  for (let end = to; end > from; end -= 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(end - 16), signs));
    if (found != 0) return max(from, end + 15 - clz(found));
  }
  return from;
}

/** Where the host ends in `host (ip)`; the field's own end where it has another form (`dns; host`). */
export function endOfHost(from: usize, to: usize): usize {
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
