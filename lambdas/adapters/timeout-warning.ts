import type { Context } from 'aws-lambda';

/** Milliseconds before Lambda ends an execution. */
const BEFORE_THE_END = 1000;

/**
 * Says what an execution was about just before Lambda ends it, since nobody could say so afterwards. Answers how to
 * call it off: once the work is done.
 */
export function sayBeforeTheEnd(context: Context, say: () => void): () => void {
  const timer = setTimeout(say, context.getRemainingTimeInMillis() - BEFORE_THE_END);
  return () => clearTimeout(timer);
}
