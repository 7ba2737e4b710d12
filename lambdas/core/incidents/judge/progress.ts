import { endOf } from '../../hour.ts';
import type { Hour } from '../../hour.ts';
import type { JudgingSettings } from '../../settings.ts';

/** How far an hour has come at a time. */
export interface Progress {
  hour: Hour;
  /** The hour has not ended. */
  isRunning: boolean;
  /** The hour ended so long ago that no more files of it are expected. */
  isSettled: boolean;
  /**
   * The hour is settled, or some delivery in it is known. Deferrals are often logged to a file of their own; while that
   * one alone has arrived, every rate is 100 %.
   */
  isReadable: boolean;
}

/**
 * How far an hour has come at `now` (milliseconds).
 *
 * @param delivered deliveries of the hour at all ISPs
 */
export function progressOf(
  hour: Hour,
  now: number,
  delivered: number,
  judging: Pick<JudgingSettings, 'settledAfterMinutes'>,
): Progress {
  const isSettled = now >= settledAt(hour, judging);
  return { hour, isRunning: now < endOf(hour), isSettled, isReadable: isSettled || delivered > 0 };
}

/** The instant (milliseconds) from which on no more files of an hour are expected. */
export function settledAt(
  hour: Hour,
  { settledAfterMinutes }: Pick<JudgingSettings, 'settledAfterMinutes'>,
): number {
  return endOf(hour) + settledAfterMinutes * 60_000;
}
