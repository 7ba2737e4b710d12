/**
 * A UTC hour, the unit in which everything is counted, written `2026-11-24T01`.
 * Sorting the text sorts the hours.
 */
export type Hour = string;

/** The milliseconds of an hour. */
export const HOUR_MS = 3_600_000;

/** The hour that holds an instant (milliseconds since 1970, UTC). */
export function hourOf(instantMs: number): Hour {
  return new Date(instantMs).toISOString().slice(0, 13);
}

/** The first instant of an hour, in milliseconds since 1970. */
export function startOf(hour: Hour): number {
  return Date.parse(`${hour}:00:00Z`);
}

/** The first instant after an hour, in milliseconds since 1970. */
export function endOf(hour: Hour): number {
  return startOf(hour) + HOUR_MS;
}

/** The hour that lies `count` hours after (or, negative, before) another. */
export function shiftHour(hour: Hour, count: number): Hour {
  return hourOf(startOf(hour) + count * HOUR_MS);
}

/** The later of two hours; the first if there is no other. */
export function later(hour: Hour, other: Hour | undefined): Hour {
  return other !== undefined && other > hour ? other : hour;
}

/** Every hour from `first` to `last`, both included, in order; empty where `last` lies before `first`. */
export function hoursFrom(first: Hour, last: Hour): Hour[] {
  const hours: Hour[] = [];
  for (let hour = first; hour <= last; hour = shiftHour(hour, 1)) hours.push(hour);
  return hours;
}

/** An hour as people and other programs read it: `2026-11-24T01:00:00Z`. */
export function isoHour(hour: Hour): string {
  return `${hour}:00:00Z`;
}

/** An instant (milliseconds since 1970) in the same form: `2026-11-24T01:05:00Z`, milliseconds only where there are any. */
export function isoInstant(instantMs: number): string {
  return new Date(instantMs).toISOString().replace('.000Z', 'Z');
}
