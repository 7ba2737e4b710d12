import type { FileParts } from '../file-parts.ts';
import type { TimeReason } from './ledger.ts';
import { hourOfTime } from './row-time.ts';

/** The number of the hour in which a row counts, or why it counts in none. */
export function hourOrReason(
  timeLogged: string,
  { context, counts }: Pick<FileParts, 'context' | 'counts'>,
): number | TimeReason {
  const hour = hourOfTime(timeLogged);
  if (hour === undefined) return timeLogged === '' ? 'no time' : 'bad time';
  const { window } = context;
  if (window && hour < window.oldest) return 'tooOld';
  if (window && hour > window.newest) return 'tooNew';
  return counts.numberOfHour(hour);
}
