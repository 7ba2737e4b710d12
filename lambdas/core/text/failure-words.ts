import { scrub } from '../replies/scrub.ts';

/** How the log of every stage names a failure. */
export interface FailureWords {
  /** Its name, such as `StoreError`. */
  error: string;
  /** Its message without addresses, at most 300 bytes. */
  reason: string;
}

/** What the log says of something that was thrown. */
export function failureWords(failure: unknown): FailureWords {
  if (!(failure instanceof Error)) return { error: typeof failure, reason: '' };
  return { error: failure.name, reason: scrub(failure.message) };
}

/** What the log says of work that Lambda is about to end, for the most likely of reasons. */
export function unfinishedWords(reason: string): FailureWords {
  return { error: 'Unfinished', reason };
}
