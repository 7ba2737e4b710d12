import { hourOf, shiftHour } from '../../hour.ts';
import type { Incident } from './incident.ts';

/**
 * An incident as it stands at this time. An evaluation for a future time, once it is taken back, leaves an incident that
 * has reported hours which have not been: nobody has been told of them.
 *
 * @param now milliseconds
 */
export function asOf(incident: Incident, now: number): Incident {
  const { toldUntil, toldAt, openedAt, lastVolume, lastTrouble } = incident;
  const at = new Date(now).toISOString();
  const running = hourOf(now);
  const lastEnded = shiftHour(running, -1);
  const isAhead = toldAt > at || (toldUntil ?? '') > lastEnded || lastVolume > running;
  if (!isAhead) return incident;
  return {
    ...incident,
    toldUntil: toldUntil && earlier(toldUntil, lastEnded),
    toldAt: earlier(toldAt, at),
    openedAt: earlier(openedAt, at),
    lastVolume: earlier(lastVolume, running),
    lastTrouble: earlier(lastTrouble, running),
  };
}

/** Of two hours or two instants, as text. */
function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
