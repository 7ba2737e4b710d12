import { withoutPersons } from './replies/personal.ts';
import { scrub } from './replies/scrub.ts';

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

/**
 * What a handler throws in place of a failure. Lambda logs whatever is thrown, with its stack and all its causes, and any of
 * these may hold the key of a file that names a person: here are name and message without addresses, and where it was thrown.
 */
export class FailedExecutionError extends Error {
  constructor(failure: unknown) {
    const { name, message, stack = '' } = failure instanceof Error ? failure : new Error(String(failure));
    super(withoutPersons(message));
    this.name = name;
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    this.stack = [`${name}: ${this.message}`, ...frames].join('\n');
  }
}
