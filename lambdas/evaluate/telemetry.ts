import type { Alert } from '../core/incidents/alert.ts';
import { failureWords, unfinishedWords } from '../core/failure-words.ts';

/* What log and metrics say of an evaluation. */

/** An evaluation, as far as it has come. */
export interface KnownEvaluation {
  /** The time that it judges. */
  now: Date;
  alertsSent: number;
  /** The later time that had been judged already, so that nothing was done; null otherwise. */
  skippedFor: string | null;
}

/** An evaluation that has done all there was to do. */
export function outcomeLine(
  { skippedFor, ...evaluation }: KnownEvaluation,
  milliseconds: number,
): Record<string, unknown> {
  const line = { ...progressOf(evaluation), milliseconds };
  return skippedFor === null ? { ...line, skipped: false } : { ...line, skipped: true, judgedAt: skippedFor };
}

/** An alert that was sent. */
export function alertLine({ alertId, severity, category, reason }: Alert): Record<string, unknown> {
  return { alertId, severity, category, reason };
}

/** An evaluation that failed, whatever it has judged and sent. */
export function failedLine(evaluation: KnownEvaluation, failure: unknown): Record<string, unknown> {
  return { ...progressOf(evaluation), ...failureWords(failure) };
}

/** An evaluation that is under way when Lambda is about to end the execution. */
export function unfinishedLine(evaluation: KnownEvaluation): Record<string, unknown> {
  const why = unfinishedWords('the table or the topic did not answer in time; the next evaluation goes on');
  return { ...progressOf(evaluation), ...why };
}

function progressOf({
  now,
  alertsSent,
}: Pick<KnownEvaluation, 'now' | 'alertsSent'>): Record<string, unknown> {
  return { at: now.toISOString(), alerts: alertsSent };
}

/** What is counted of each evaluation, whether it fails or not. */
export function metricsOf({ alertsSent, skippedFor }: KnownEvaluation) {
  return { AlertsSent: alertsSent, EvaluationsSkipped: skippedFor === null ? 0 : 1 };
}
