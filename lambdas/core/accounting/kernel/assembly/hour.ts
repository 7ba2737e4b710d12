import { COLON, DOT, HYPHEN, UPPER_Z, ZERO } from '../shared/ascii';
import { HOUR_KEY, HOUR_TABLE, HOUR_TABLE_BYTES, MAX_WRITTEN_HOURS } from '../shared/memory-map';
import { timeEnd, timeStart } from './fields';
import { ByteTable } from './tables/byte-table';

/*
 * In which of the hours that are being counted a time lies, decided by comparing bytes: the same date and hour as a time
 * that TypeScript understood, any minute and second, and the same zone. This spares parsing a date for every row. Times
 * mostly lie in the hour of the one before, which is compared first; all other hours are looked up.
 */

/** Parts of `2026-01-15 00:00:03+0000`; `T` for the space, a fraction of the second and any other zone are possible. */
const SECOND_EIGHT_BYTES: usize = 5;
const DATE_AND_HOUR: usize = 13;
const MINUTE: usize = 14;
const SECOND: usize = 17;
const FRACTION: usize = 19;
const MAX_FRACTION_LENGTH: usize = 9;
const MAX_ZONE_LENGTH: usize = 7;
const MINUTES_PER_HOUR: i32 = 60;

/** Digits of UNIX seconds, `1768435203`, between 2001 and 2286. */
const UNIX_DIGITS: usize = 10;
const SECONDS_PER_HOUR: i64 = 3_600;

/** How the last time is written. */
const NONE: i32 = 0;
const ISO: i32 = 1;
const UNIX: i32 = 2;
let form: i32 = NONE;

/** The bytes of an ISO time's zone, and how many there are. */
let zone: u64 = 0;
let zoneBytes: usize = 0;
/**
 * The minute of the written hour at which an hour of UTC begins (30 in the zone +05:30), and whether the last time lies
 * at or after it: unless the minute is 0, the written hour is split between two hours of UTC.
 */
let utcHourStartsAtMinute: i32 = 0;
let isAfterUtcHourStart = false;
/** The hour of UNIX seconds, since 1970. */
let unixHour: i64 = -1;

const UNKNOWN: i32 = -1;
/** The lane of the hour in which the last time lies. */
let lane: i32 = UNKNOWN;

/** Hours as they are written: date and hour, and the zone; or the number of the hour of UNIX seconds. */
const hours = ByteTable.at(HOUR_TABLE, HOUR_TABLE_BYTES, MAX_WRITTEN_HOURS, 2);
const COLUMNS: usize = HOUR_KEY + 16;
const UNIX_HOUR: usize = HOUR_KEY + 32;
/** Seeds that tell apart what has the same bytes: the halves of a split hour, and hours of UNIX seconds. */
const FIRST_HALF: u32 = 0;
const SECOND_HALF: u32 = 1;
const UNIX_SEED: u32 = 2;

/** The lane of the hour in which the located time lies; -1 if it was not learned, or if only parsing could tell. */
export function findHour(): i32 {
  const from = timeStart();
  const to = timeEnd();
  if (!isInLastHour(from, to)) lane = lookUp(from, to);
  return lane;
}

/** Remembers the lane, from 0, of the hour in which the located time lies, if it is written in a form that is known. */
export function learnHour(number: i32): void {
  if (findHour() != UNKNOWN || form == NONE) return;
  hours.learn(number);
  lane = number;
}

export function forgetHours(): void {
  form = NONE;
  hours.forget();
}

function isInLastHour(from: usize, to: usize): bool {
  if (form == ISO) return isInIsoHour(from, to);
  return form == UNIX && to - from == UNIX_DIGITS && hourOfUnixTime(from) == unixHour;
}

/** Makes the hour of a time the last one, and looks it up. */
function lookUp(from: usize, to: usize): i32 {
  form = NONE;
  if (isIso(from, to)) useIsoHour(from, to);
  else if (to - from == UNIX_DIGITS) useUnixHour(from);
  if (form == NONE) return UNKNOWN;
  return hours.find(COLUMNS, form == UNIX ? UNIX_SEED : isAfterUtcHourStart ? SECOND_HALF : FIRST_HALF);
}

function useUnixHour(from: usize): void {
  unixHour = hourOfUnixTime(from);
  if (unixHour < 0) return;
  form = UNIX;
  store<i64>(UNIX_HOUR, unixHour);
  setColumns(UNIX_HOUR, UNIX_HOUR + 8, 0, 0);
}

function setColumns(start: usize, end: usize, secondStart: usize, secondEnd: usize): void {
  store<u32>(COLUMNS, <u32>start);
  store<u32>(COLUMNS, <u32>end, 4);
  store<u32>(COLUMNS, <u32>secondStart, 8);
  store<u32>(COLUMNS, <u32>secondEnd, 12);
}

function useIsoHour(from: usize, to: usize): void {
  const zoneStart = fractionEnd(from, to);
  zoneBytes = to - zoneStart;
  if (zoneBytes == 0 || zoneBytes > MAX_ZONE_LENGTH) return;
  form = ISO;
  store<u64>(HOUR_KEY, load<u64>(from));
  store<u64>(HOUR_KEY, load<u64>(from + SECOND_EIGHT_BYTES), 8);
  setColumns(from, from + DATE_AND_HOUR, zoneStart, to);
  zone = zoneFrom(zoneStart);
  const zoneMinutes = load<u8>(to - 1) == UPPER_Z ? 0 : twoDigits(to - 2);
  // The zone may follow a space.
  const isBehindUtc = load<u8>(zoneStart) == HYPHEN || load<u8>(zoneStart + 1) == HYPHEN;
  utcHourStartsAtMinute = isBehindUtc ? (MINUTES_PER_HOUR - zoneMinutes) % MINUTES_PER_HOUR : zoneMinutes;
  isAfterUtcHourStart = twoDigits(from + MINUTE) >= utcHourStartsAtMinute;
}

function isInIsoHour(from: usize, to: usize): bool {
  if (
    load<u64>(from) != load<u64>(HOUR_KEY) ||
    load<u64>(from + SECOND_EIGHT_BYTES) != load<u64>(HOUR_KEY, 8)
  ) {
    return false;
  }
  if (!isIso(from, to)) return false;
  const zoneStart = fractionEnd(from, to);
  if (to - zoneStart != zoneBytes || zoneFrom(zoneStart) != zone) return false;
  return twoDigits(from + MINUTE) >= utcHourStartsAtMinute == isAfterUtcHourStart;
}

/** Whether minute and second stand where an ISO time has them. The date and hour are compared, not checked. */
function isIso(from: usize, to: usize): bool {
  return (
    to > from + FRACTION &&
    load<u8>(from + MINUTE - 1) == COLON &&
    isBelowSixty(from + MINUTE) &&
    load<u8>(from + SECOND - 1) == COLON &&
    isBelowSixty(from + SECOND)
  );
}

/** Where the zone begins; the time's end if the fraction has more digits than TypeScript reads. */
function fractionEnd(from: usize, to: usize): usize {
  let at = from + FRACTION;
  if (load<u8>(at) != DOT) return at;
  const first = ++at;
  while (at < to && isDigit(load<u8>(at))) at++;
  return at == first || at > first + MAX_FRACTION_LENGTH ? to : at;
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

/** -1 if it is not a number. */
function hourOfUnixTime(from: usize): i64 {
  let seconds: i64 = 0;
  for (let at = from; at < from + UNIX_DIGITS; at++) {
    const digit = <u32>(load<u8>(at) - ZERO);
    if (digit > 9) return -1;
    seconds = seconds * 10 + digit;
  }
  return seconds / SECONDS_PER_HOUR;
}
