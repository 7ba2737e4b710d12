import type { FileCounts } from './counts/file-counts.ts';
import type { CountingContext } from './counting-context.ts';
import type { TimeReason } from './row-ledger.ts';
import { hourOfTime } from './row-time.ts';

/** The number of the hour in which a row counts, or why it counts in none. */
export function hourOrReason(
  timeLogged: string,
  counts: FileCounts,
  { window }: CountingContext,
): number | TimeReason {
  const hour = hourOfTime(timeLogged);
  if (hour === undefined) return timeLogged === '' ? 'no time' : 'bad time';
  if (window && hour < window.oldest) return 'tooOld';
  if (window && hour > window.newest) return 'tooNew';
  return counts.numberOfHour(hour);
}
