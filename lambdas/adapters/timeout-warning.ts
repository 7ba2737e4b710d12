import type { Context } from 'aws-lambda';

/** Milliseconds before Lambda ends an execution. */
const WARNING_TIME = 1000;

/**
 * Calls `warn` just before Lambda ends the execution, so that the log says what it was working on. Returns the function
 * that cancels this, to be called once the work is done.
 */
export function onTimeoutApproaching(context: Context, warn: () => void): () => void {
  const timer = setTimeout(warn, context.getRemainingTimeInMillis() - WARNING_TIME);
  return () => clearTimeout(timer);
}
