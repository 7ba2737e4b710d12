import { hourOf } from '../../hour.ts';
import type { Hour } from '../../hour.ts';

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})? ?(?:Z|([+-])(\d\d):?(\d\d))$/;
const UNIX_SECONDS = /^(\d{8,11})(?:\.\d{1,9})?$/;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;

/**
 * The UTC hour of `timeLogged`: `2026-01-15 00:00:03+0530` (the server's own zone), `2026-01-15T00:00:03Z`, or
 * UNIX seconds (`iso-times no`). Undefined for anything else: a time without a zone, or one that no calendar
 * has (30 February), would be a guess.
 */
export function hourOfTime(text: string): Hour | undefined {
  const written = WRITTEN.exec(text);
  if (written) return hourOfWritten(written);
  const unix = UNIX_SECONDS.exec(text);
  return unix ? inRange(Number(unix[1]) * 1000) : undefined;
}

function hourOfWritten(parts: RegExpExecArray): Hour | undefined {
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // 60 is a leap second: it belongs to the minute that it ends.
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const instant = Date.UTC(year, month - 1, day, hour, minute);
  const calendar = new Date(instant);
  if (calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day) return undefined;
  if (year < FIRST_YEAR) return undefined;
  const [zoneHours, zoneMinutes] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (zoneHours > 23 || zoneMinutes > 59) return undefined;
  const zone = (zoneHours * 60 + zoneMinutes) * 60_000;
  return inRange(parts[7] === '-' ? instant + zone : instant - zone);
}

function inRange(instant: number): Hour | undefined {
  const year = new Date(instant).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? hourOf(instant) : undefined;
}
