import { hourOf, shiftHour } from '../../hour.ts';
import type { Incident } from './incident.ts';

/**
 * An incident as it stands at this time, after an evaluation for a future time is taken back: what it told of hours that
 * have not ended, such as that there is no traffic, was a guess, and counts as not told.
 *
 * @param now milliseconds
 */
export function asOf(incident: Incident, now: number): Incident {
  const { toldUntil, toldAt, openedAt, told } = incident;
  const at = new Date(now).toISOString();
  const lastEnded = shiftHour(hourOf(now), -1);
  if (toldAt <= at && (toldUntil ?? '') <= lastEnded) return incident;
  return {
    ...incident,
    toldUntil: toldUntil && earlier(toldUntil, lastEnded),
    toldAt: earlier(toldAt, at),
    openedAt: earlier(openedAt, at),
    told: { ...told, noTraffic: false },
  };
}

/** Of two hours or two instants, as text. */
function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
