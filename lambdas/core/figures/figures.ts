/** Counts by name. */
export type Counts = Record<string, number>;

/** Attempts by outcome, as breakdowns give them. */
export interface Attempts {
  throttled: number;
  delivered: number;
}

/** Where one rule was met: attempts (deferred or blocked) by source and by queue, and one scrubbed reply. */
export interface Evidence {
  /** By "vmta ip", `-` for what is missing. */
  sources: Counts;
  /** By the rows' own `queue`. */
  queues: Counts;
  /** A reply as it came, scrubbed, at most 300 bytes. */
  sample: string;
}

/** The counts of one ISP in one UTC hour. All numbers count attempts (rows), never mails. */
export interface Figures {
  delivered: number;
  bounced: number;
  /** Bounces answered 5xx in a category of intervention. */
  blocked: number;
  /** Every t and tq row, whatever its reply. */
  deferred: number;
  /** Those answered 421, PowerMTA's own words included. */
  deferred421: number;
  /** 421 by the receiver, and other 4xx that judge the sender. */
  throttled: number;
  /** The tq rows. */
  connection: number;
  /** Of the deferrals. */
  byCategory: Counts;
  byRule: Counts;
  /** `421 4.7.28`; `421` without an enhanced code; `none` without a code. */
  byReply: Counts;
  /** By "vmta ip", `-` for what is missing. */
  bySource: Record<string, Attempts>;
  /** By the row's own `queue`. */
  byQueue: Record<string, Attempts>;
  byDomain: Record<string, Attempts>;
  /** Of the blocked bounces, by rule. */
  blockedByRule: Counts;
  /** Where each rule was met, deferred or blocked. */
  evidence: Record<string, Evidence>;
  /** Normalised texts that no rule knows by its words. */
  unclassified: Counts;
}

/** The counts that figures carry beside their breakdowns. */
export const TOTALS = [
  'delivered',
  'bounced',
  'blocked',
  'deferred',
  'deferred421',
  'throttled',
  'connection',
] as const;

/** The breakdowns that are counts by name. */
export const COUNTS = ['byCategory', 'byRule', 'byReply', 'blockedByRule', 'unclassified'] as const;

/** The breakdowns that are attempts by name. */
export const ATTEMPTS = ['bySource', 'byQueue', 'byDomain'] as const;

/**
 * An object to be keyed by names out of files. It has no prototype, so that `__proto__` and
 * `constructor` are names like any other.
 */
export function named<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}

/** Figures in which nothing has been counted yet. */
export function emptyFigures(): Figures {
  return {
    delivered: 0,
    bounced: 0,
    blocked: 0,
    deferred: 0,
    deferred421: 0,
    throttled: 0,
    connection: 0,
    byCategory: named(),
    byRule: named(),
    byReply: named(),
    bySource: named(),
    byQueue: named(),
    byDomain: named(),
    blockedByRule: named(),
    evidence: named(),
    unclassified: named(),
  };
}
