import type { BOUNCED, DEFERRED, DELIVERED, QUEUE_DEFERRED } from './kernel/shared/protocol.ts';

export { BOUNCED, DEFERRED, DELIVERED, QUEUE_DEFERRED } from './kernel/shared/protocol.ts';

/** What the figures make of a row. */
export type Outcome = typeof DELIVERED | typeof BOUNCED | typeof DEFERRED | typeof QUEUE_DEFERRED;

/** Outcomes are numbers below this. */
export const OUTCOMES = 8;
