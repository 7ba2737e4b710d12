import { failureWords, unfinishedWords } from '../core/failure-words.ts';
import type { ChangedPart, TallyOutcome } from './tally.ts';

/* What log and metrics say of a batch of changes. */

/** A batch that was added up. */
export function outcomeLine(
  changes: readonly ChangedPart[],
  outcome: TallyOutcome,
  milliseconds: number,
): Record<string, unknown> {
  return { changes: changes.length, ...outcome, milliseconds };
}

/** A batch that failed. */
export function failedLine(changes: readonly ChangedPart[], failure: unknown): Record<string, unknown> {
  return { ...hoursOf(changes), ...failureWords(failure) };
}

/** A batch that is worked on when Lambda is about to end the execution. */
export function unfinishedLine(changes: readonly ChangedPart[]): Record<string, unknown> {
  const why = unfinishedWords('the table did not answer in time, or there are too many hours');
  return { ...hoursOf(changes), ...why };
}

/** The hours to add up by hand: the message in the failure queue does not name them. */
function hoursOf(changes: readonly ChangedPart[]): Record<string, unknown> {
  const hours = [...new Set(changes.map(({ hour }) => hour))].sort();
  return { changes: changes.length, from: hours[0], to: hours.at(-1), hours: hours.length };
}

/** What is counted of each batch; of one that failed, that nothing was added up. */
export function metricsOf(outcome?: TallyOutcome) {
  return { HoursTallied: outcome?.hours ?? 0, FiguresWritten: outcome?.figures ?? 0 };
}
