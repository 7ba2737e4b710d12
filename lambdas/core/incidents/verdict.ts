import type { Figures } from '../figures/figures.ts';
import type { Hour } from '../hour.ts';
import type { Meaning } from '../replies/rule.ts';
import type { Severity } from './alert.ts';
import type { Refused } from './cause.ts';

/**
 * Whose trouble it is: an ISP id, one domain of `other` (`other:example.com`), many of them at once (`other`), or
 * `everyone`.
 */
export type Matter = string;

/** One reason why an hour is in trouble, with the rule that is behind most of it. */
export interface Ground {
  reason: 'rate' | 'blocked' | 'immediate';
  severity: Severity;
  /** The limit that was passed, a fraction; null where none is waited for. */
  limit: number | null;
  cause: Meaning;
  /** Of what is not waited for: all attempts of the cause's category. */
  refused?: Refused;
  /** Of a rate: its throttled attempts that are about one recipient or one session. */
  aboutOne?: number;
}

interface Judged {
  hour: Hour;
  /** Ended long enough ago that no file of it is expected any more. */
  settled: boolean;
  /** Enough attempts were accepted or throttled to say something about the rate. */
  enough: boolean;
  /** Holds enough refusals, but cannot be read yet: no delivery of the hour is known anywhere. */
  isAwaited: boolean;
  figures: Figures;
  /** Of many at once: the ISPs or domains in trouble, with their rates. */
  concerned?: readonly { isp: Matter; rate: number }[];
}

/** An hour that calls for an alert. */
export interface Trouble extends Judged {
  state: 'trouble';
  grounds: readonly [Ground, ...Ground[]];
}

/** An hour with enough volume and no trouble so far; once settled it is *clear*. */
export interface Fine extends Judged {
  state: 'fine';
}

/** An hour with too little volume to say anything, or one whose files are still coming. */
export interface Quiet extends Judged {
  state: 'quiet';
}

/** What one hour of one matter says. */
export type Verdict = Trouble | Fine | Quiet;

/** Settled, enough volume, and below every limit: two of these in a row end an incident. */
export function isClear(verdict: Verdict): boolean {
  return verdict.state === 'fine' && verdict.settled;
}
