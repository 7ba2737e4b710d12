import { endOf, type Hour, startOf } from '../hour.ts';
import type { Isp } from '../receivers/isp.ts';
import type { Category } from '../replies/category.ts';
import type { Alert } from './alert.ts';
import type { Decision } from './decision.ts';

/** What the words of an alert are made from. */
export interface Story extends Decision {
  /** As people write it: `Gmail`, `example.com`. */
  name: string;
  postmaster: Isp['postmaster'];
  advice: Alert['advice'];
  /** When it was decided, milliseconds. */
  now: number;
  /** Of `everyone`: the ISPs above their limit. */
  concerned: readonly { name: string; rate: number }[];
  rate: number | null;
  blockedRate: number | null;
  /** A scrubbed reply of the deciding rule. */
  sample: string | null;
}

/** A category in words. */
export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  'rate-limit': 'rate limit',
  'connection-limit': 'connection limit',
  reputation: 'reputation',
  'policy-block': 'policy block',
  authentication: 'authentication',
  configuration: 'configuration',
  content: 'content',
  recipient: 'recipients',
  greylisting: 'greylisting',
  unavailable: 'receiver unavailable',
  unclassified: 'unknown reason',
};

/** Whole hours from the begin of one hour to the end of another. */
export function hoursBetween(first: Hour, last: Hour): number {
  return Math.max(1, Math.round((endOf(last) - startOf(first)) / 3_600_000));
}
