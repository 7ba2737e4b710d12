import { endOf, hourOf, shiftHour } from '../hour.ts';
import type { Hour } from '../hour.ts';

/*
 * Which hours a file may add to, and how long what belongs to an hour is kept. All of it is measured from the hour itself
 * or from the file's LastModified, never from the time of writing, so that a recount finds the same.
 */

/** Hours that rows may lie after their object's LastModified: clocks differ, but not by more. */
export const HOURS_AHEAD = 24;

/** Days that items outlive their hour's figures: a sum must never lose what it is made of before it is gone itself. */
const OUTLIVES = { figures: 0, alert: 0, contribution: 7, record: 7 + 28, incident: 7 + 28 } as const;
/** What belongs to an hour. */
export type Kept = keyof typeof OUTLIVES;

/** Days after its figures for which a file's record names an hour: its contributions have been gone for a week by then. */
const REMEMBERED_FOR = OUTLIVES.contribution + 7;

/** When what belongs to an hour expires, in milliseconds since 1970; its figures do so after `retentionDays`. */
export function expiryOf(hour: Hour, kind: Kept, retentionDays: number): number {
  return endOf(shiftHour(hour, 24 * (retentionDays + OUTLIVES[kind])));
}

/** The hours whose rows count, both included; those outside are ignored as `tooOld` and `tooNew`. */
export interface HourWindow {
  oldest: Hour;
  newest: Hour;
}

/** The hours whose rows count in a file shipped at this time. */
export function windowOf(lastModified: Date, retentionDays: number): HourWindow {
  const shipped = hourOf(lastModified.getTime());
  return { oldest: shiftHour(shipped, -24 * retentionDays), newest: shiftHour(shipped, HOURS_AHEAD) };
}

/** The oldest hour that the record of a file shipped at this time still names. */
export function oldestRemembered(lastModified: Date, retentionDays: number): Hour {
  return shiftHour(hourOf(lastModified.getTime()), -24 * (retentionDays + REMEMBERED_FOR));
}
