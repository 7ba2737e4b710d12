import { timeEnd, timeStart } from './fields';
import { HOUR_KEY } from './memory';

const COLON: i32 = 0x3a;
const ZERO: i32 = 0x30;

/** `2026-01-15 00:00:03+0000`: its length, and where the parts stand that tell the hour. */
const USUAL_TIME: usize = 24;
const SECOND_EIGHT: usize = 5;
const ZONE: usize = 19;

/** `1768435203`, UNIX seconds, for a few hundred years. */
const UNIX_TIME: usize = 10;
const SECONDS_OF_HOUR: i64 = 3_600;

/** How the times of the hour that is being counted are written. */
let length: usize = 0;
/** Of UNIX seconds, in which hour since 1970. */
let unixHour: i64 = -1;

/** Of the record that was located last the hour is counted from now on, where times are written as they are there. */
export function useHour(): void {
  const from = timeStart();
  const to = timeEnd();
  length = 0;
  if (to - from == USUAL_TIME && isUsualTime(from)) {
    length = USUAL_TIME;
    store<u64>(HOUR_KEY, load<u64>(from));
    store<u64>(HOUR_KEY, load<u64>(from + SECOND_EIGHT), 8);
    store<u32>(HOUR_KEY, load<u32>(from + ZONE), 16);
  } else if (to - from == UNIX_TIME) {
    unixHour = hourOfUnixTime(from);
    if (unixHour >= 0) length = UNIX_TIME;
  }
}

/** From now on no time lies in the hour. */
export function forgetHour(): void {
  length = 0;
}

/** Whether the time that was located last lies in the hour that is being counted. */
export function isInHour(): bool {
  const from = timeStart();
  const to = timeEnd();
  if (length == 0 || to - from != length) return false;
  return length == UNIX_TIME ? hourOfUnixTime(from) == unixHour : isInUsualHour(from);
}

/** Minutes and seconds do not matter where they are such and the zone is one of whole hours. */
function isInUsualHour(from: usize): bool {
  return (
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
