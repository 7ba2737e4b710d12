import type { Figures } from '../../figures/figures.ts';
import type { Hour } from '../../hour.ts';
import type { Meaning } from '../../replies/rule.ts';
import type { Severity } from '../alert.ts';
import type { Matter } from '../matter.ts';
import type { Refused } from './cause.ts';

interface GroundBase {
  severity: Severity;
  /** The meaning of the rule that most of it is due to. */
  cause: Meaning;
}

/** The rate of throttling has reached a limit. */
export interface RateGround extends GroundBase {
  reason: 'rate';
  /** The limit that was passed, a fraction. */
  limit: number;
  /** Throttled attempts that are about one recipient, one session or one customer. */
  aboutOne: number;
}

/** Bounces that block have reached the first limit; a warning if each is about one customer. */
export interface BlockedGround extends GroundBase {
  reason: 'blocked';
  /** The limit that was passed, a fraction. */
  limit: number;
}

/** Policy blocks or failed authentication: no rate is waited for. */
export interface ImmediateGround extends GroundBase {
  reason: 'immediate';
  limit: null;
  /** All attempts of the cause's category. */
  refused: Refused;
}

/** One reason why an hour is in trouble. */
export type Ground = RateGround | BlockedGround | ImmediateGround;

interface VerdictBase {
  hour: Hour;
  /** The hour ended so long ago that no more files of it are expected. */
  isSettled: boolean;
  /** Enough attempts were accepted or throttled to say something about the rate. */
  hasVolume: boolean;
  /** The hour has enough refusals, but cannot be read yet: no delivery in it is known at any ISP. */
  isAwaited: boolean;
  figures: Figures;
  /** Where the matter is many at once: those in trouble, with their rates. */
  concerned?: readonly { matter: Matter; rate: number }[];
}

/** An hour that calls for an alert. */
export interface Trouble extends VerdictBase {
  state: 'trouble';
  grounds: readonly [Ground, ...Ground[]];
}

/** An hour with enough volume and no trouble so far; once settled it is *clear*. */
export interface Fine extends VerdictBase {
  state: 'fine';
}

/** An hour with too little volume to say anything, or one whose files are still coming. */
export interface Quiet extends VerdictBase {
  state: 'quiet';
}

/** What one hour of one matter says. */
export type Verdict = Trouble | Fine | Quiet;

/** Settled, enough volume, and below every limit: two of these in a row end an incident. */
export function isClear(verdict: Verdict): boolean {
  return verdict.state === 'fine' && verdict.isSettled;
}

/** Whether an hour is in trouble. */
export function isTrouble(verdict: Verdict): verdict is Trouble {
  return verdict.state === 'trouble';
}
