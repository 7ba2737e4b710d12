import * as z from 'zod';
import { HOUR_MS } from '../core/hour.ts';
import { HOURS_AHEAD } from '../core/contributions/retention.ts';

/** What the scheduler sends; a person may send `{}`. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

/** A time that is too far ahead to be judged. */
export class FutureTimeError extends Error {
  override readonly name = 'FutureTimeError';
}

/** Hours ahead of the clock in which figures can lie: the running one, and those by which rows may be ahead. */
const HOURS_WITH_FIGURES = HOURS_AHEAD + 1;

/**
 * The time to judge: that of the event, or of the clock. Once a future time has been judged, nothing is judged until
 * the clock gets there, so a time that no figures can reach is taken for a mistake.
 */
export function timeToJudge(event: unknown, clock: Date): Date {
  const time = timeIn(event) ?? clock;
  if (time.getTime() - clock.getTime() <= HOURS_WITH_FIGURES * HOUR_MS) return time;
  throw new FutureTimeError(
    `the event's time ${time.toISOString()} is more than ${HOURS_WITH_FIGURES} hours ahead; send {} to judge what is now`,
  );
}

/**
 * The time that an event brings; undefined if it brings none, or something that is no date, such as the name of a
 * placeholder that was not filled in.
 */
function timeIn(event: unknown): Date | undefined {
  const { data } = scheduled.safeParse(event);
  return data && new Date(data.time);
}
