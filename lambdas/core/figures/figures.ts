import type { IspId } from '../receivers/isp.ts';

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

/** The counts that figures carry beside their breakdowns. */
export const TOTALS = [
  'delivered',
  'bounced',
  /** Bounces answered 5xx in a category of intervention. */
  'blocked',
  /** Every t and tq row, whatever its reply. */
  'deferred',
  /** Those answered 421, PowerMTA's own words included. */
  'deferred421',
  /** 421 by the receiver, and other 4xx that judge the sender. */
  'throttled',
  /** The tq rows. */
  'connection',
] as const;
export type Total = (typeof TOTALS)[number];

/** The breakdowns that are counts by name. */
export const COUNT_LISTS = [
  /** Of the deferrals, as are the next two. */
  'byCategory',
  'byRule',
  /** `421 4.7.28`; `421` without an enhanced code; `none` without a code. */
  'byReply',
  /** Of the blocked bounces, by rule. */
  'blockedByRule',
  /** Normalised texts that no rule knows by its words. */
  'unclassified',
] as const;

/** The breakdowns that are attempts by name. */
export const ATTEMPT_LISTS = [
  /** By "vmta ip", `-` for what is missing. */
  'bySource',
  /** By the row's own `queue`. */
  'byQueue',
  'byDomain',
] as const;

/** The counts of one ISP in one UTC hour. All numbers count attempts (rows), never mails. */
export interface Figures
  extends
    Record<Total, number>,
    Record<(typeof COUNT_LISTS)[number], Counts>,
    Record<(typeof ATTEMPT_LISTS)[number], Record<string, Attempts>> {
  /** Where each rule was met, deferred or blocked. */
  evidence: Record<string, Evidence>;
}

/** The figures of an hour, or of a part of it. */
export type FiguresByIsp = ReadonlyMap<IspId, Figures>;

/**
 * An object to be keyed by names out of files. It has no prototype, so that `__proto__` and
 * `constructor` are names like any other.
 */
export function named<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}

/** An object that has a value for each of these keys. */
export function objectOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: () => Value,
): Record<Key, Value> {
  const object = {} as Record<Key, Value>;
  for (const key of keys) object[key] = valueOf();
  return object;
}

/** Figures in which nothing has been counted yet. */
export function emptyFigures(): Figures {
  const figures = { evidence: named() } as Figures;
  for (const total of TOTALS) figures[total] = 0;
  for (const list of COUNT_LISTS) figures[list] = named();
  for (const list of ATTEMPT_LISTS) figures[list] = named();
  return figures;
}
