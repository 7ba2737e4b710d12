import { timeEnd, timeStart } from './fields';
import { HOUR_KEY } from './memory';

const COLON: i32 = 0x3a;
const POINT: i32 = 0x2e;
const MINUS: i32 = 0x2d;
const LETTER_Z: i32 = 0x5a;
const ZERO: i32 = 0x30;

/** `2026-01-15 00:00:03+0000`, with a `T` for the blank, a fraction of the second or another zone: where its parts stand. */
const LATER_EIGHT: usize = 5;
const MINUTE: usize = 14;
const SECOND: usize = 17;
const FRACTION: usize = 19;
const LONGEST_ZONE: usize = 7;
const MINUTES_OF_HOUR: i32 = 60;

/** `1768435203`, UNIX seconds, for a few hundred years. */
const UNIX_TIME: usize = 10;
const SECONDS_OF_HOUR: i64 = 3_600;

/** How the times of the hour that is being counted are written. */
const NOT_KNOWN: i32 = 0;
const WRITTEN: i32 = 1;
const UNIX: i32 = 2;
let form: i32 = NOT_KNOWN;

/** Of written times, the bytes of the zone, and how many. */
let zone: u64 = 0;
let zoneBytes: usize = 0;
/** The minute of the written hour at which the hour of UTC begins, and whether the times lie behind it. */
let turn: i32 = 0;
let isBehindTurn = false;
/** Of UNIX seconds, in which hour since 1970. */
let unixHour: i64 = -1;

/** Of the record that was located last the hour is counted from now on, where times are written as they are there. */
export function useHour(): void {
  const from = timeStart();
  const to = timeEnd();
  form = NOT_KNOWN;
  if (isWritten(from, to)) useWritten(from, to);
  else if (to - from == UNIX_TIME) {
    unixHour = hourOfUnixTime(from);
    if (unixHour >= 0) form = UNIX;
  }
}

/** From now on no time lies in the hour. */
export function forgetHour(): void {
  form = NOT_KNOWN;
}

/** Whether the time that was located last lies in the hour that is being counted. */
export function isInHour(): bool {
  const from = timeStart();
  const to = timeEnd();
  if (form == WRITTEN) return isInWrittenHour(from, to);
  return form == UNIX && to - from == UNIX_TIME && hourOfUnixTime(from) == unixHour;
}

function useWritten(from: usize, to: usize): void {
  const zoneStart = behindFraction(from, to);
  zoneBytes = to - zoneStart;
  if (zoneBytes == 0 || zoneBytes > LONGEST_ZONE) return;
  form = WRITTEN;
  store<u64>(HOUR_KEY, load<u64>(from));
  store<u64>(HOUR_KEY, load<u64>(from + LATER_EIGHT), 8);
  zone = zoneFrom(zoneStart);
  const zoneMinutes = load<u8>(to - 1) == LETTER_Z ? 0 : twoDigits(to - 2);
  const isBehindUtc = load<u8>(zoneStart) == MINUS || load<u8>(zoneStart + 1) == MINUS;
  turn = isBehindUtc ? (MINUTES_OF_HOUR - zoneMinutes) % MINUTES_OF_HOUR : zoneMinutes;
  isBehindTurn = twoDigits(from + MINUTE) >= turn;
}

/** Minutes, seconds and their fraction do not matter where they are such, and the hour of UTC does not begin between. */
function isInWrittenHour(from: usize, to: usize): bool {
  if (load<u64>(from) != load<u64>(HOUR_KEY) || load<u64>(from + LATER_EIGHT) != load<u64>(HOUR_KEY, 8)) {
    return false;
  }
  if (!isWritten(from, to)) return false;
  const zoneStart = behindFraction(from, to);
  if (to - zoneStart != zoneBytes || zoneFrom(zoneStart) != zone) return false;
  return twoDigits(from + MINUTE) >= turn == isBehindTurn;
}

function isWritten(from: usize, to: usize): bool {
  return (
    to > from + FRACTION &&
    load<u8>(from + MINUTE - 1) == COLON &&
    isBelowSixty(from + MINUTE) &&
    load<u8>(from + SECOND - 1) == COLON &&
    isBelowSixty(from + SECOND)
  );
}

/** Where the zone begins; the time's end where the fraction has more digits than JavaScript reads. */
function behindFraction(from: usize, to: usize): usize {
  let at = from + FRACTION;
  if (load<u8>(at) != POINT) return at;
  const first = ++at;
  while (at < to && isDigit(load<u8>(at))) at++;
  return at == first || at > first + 9 ? to : at;
}

function zoneFrom(zoneStart: usize): u64 {
  return load<u64>(zoneStart) & (((<u64>1) << ((<u64>zoneBytes) << 3)) - 1);
}

function twoDigits(at: usize): i32 {
  return (load<u8>(at) - ZERO) * 10 + (load<u8>(at + 1) - ZERO);
}

function isBelowSixty(at: usize): bool {
  return <u32>(load<u8>(at) - ZERO) < 6 && isDigit(load<u8>(at + 1));
}

function isDigit(byte: i32): bool {
  return <u32>(byte - ZERO) < 10;
}

/** -1 where it is no number. */
function hourOfUnixTime(from: usize): i64 {
  let seconds: i64 = 0;
  for (let at = from; at < from + UNIX_TIME; at++) {
    const digit = <u32>(load<u8>(at) - ZERO);
    if (digit > 9) return -1;
    seconds = seconds * 10 + digit;
  }
  return seconds / SECONDS_OF_HOUR;
}
