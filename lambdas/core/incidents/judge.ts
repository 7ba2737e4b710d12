import type { Figures } from '../figures/figures.ts';
import { blockedRateOf, rateOf } from '../figures/rates.ts';
import { endOf, type Hour } from '../hour.ts';
import type { Category } from '../replies/category.ts';
import type { JudgingSettings } from '../settings.ts';
import {
  causeOfBlocking,
  causeOfThrottling,
  refusedOf,
  type RulesById,
  type Throttling,
  throttlingOfTheSender,
} from './cause.ts';
import type { Limits } from './limits.ts';
import type { Ground, Verdict } from './verdict.ts';

/** Replies to which the right answer is to stop or mend now, whatever the rate. */
const IMMEDIATE: readonly Category[] = ['policy-block', 'authentication'];

/** How far an hour has come at a time. */
export interface Progress {
  hour: Hour;
  /** Has not ended. */
  running: boolean;
  /** Ended long enough ago that no file of it is expected any more. */
  settled: boolean;
  /**
   * The hour can be read: it is settled, or some delivery in it is known. Deferrals are often logged to a file of
   * their own; while that one alone has arrived, every rate is 100 %.
   */
  readable: boolean;
}

/**
 * How far an hour has come at `now` (milliseconds).
 *
 * @param delivered deliveries of the hour at all ISPs
 */
export function progressOf(
  hour: Hour,
  now: number,
  delivered: number,
  judging: Pick<JudgingSettings, 'settledAfterMinutes'>,
): Progress {
  const settled = now >= endOf(hour) + judging.settledAfterMinutes * 60_000;
  return { hour, running: now < endOf(hour), settled, readable: settled || delivered > 0 };
}

/** What one hour of one ISP (or of one domain of `other`) says. */
export function judge(
  figures: Figures,
  progress: Progress,
  limits: Limits,
  judging: JudgingSettings,
  rules: RulesById,
): Verdict {
  const { hour, running, settled, readable } = progress;
  const isMany = (attempts: number) =>
    running ? attempts >= judging.runningMinimumAttempts : attempts > judging.minimumAttempts;
  const isEnough = (attempts: number) => readable && isMany(attempts);

  const grounds = [
    ...immediateGrounds(figures, isEnough, judging, rules),
    ...blockedGround(figures, isEnough, limits, rules),
    ...rateGround(figures, isEnough, limits, rules),
  ];
  const enough = isEnough(figures.throttled + figures.delivered);
  const isAwaited = !readable && isMany(figures.throttled + figures.blocked);
  const judged = { hour, settled, enough, isAwaited, figures };
  const [first, ...rest] = grounds;
  if (first) return { ...judged, state: 'trouble', grounds: [first, ...rest] };
  return { ...judged, state: enough ? 'fine' : 'quiet' };
}

type IsEnough = (attempts: number) => boolean;

/** Policy blocks and failed authentication, deferred or bounced, alert from a handful on. */
function immediateGrounds(
  figures: Figures,
  isEnough: IsEnough,
  judging: JudgingSettings,
  rules: RulesById,
): Ground[] {
  const all = figures.delivered + figures.deferred + figures.bounced;
  if (!isEnough(all) || figures.deferred + figures.blocked < judging.immediateMinimum) return [];
  return IMMEDIATE.map((category) => refusedOf(category, figures, rules))
    .map(({ cause, ...refused }) => ({ cause, refused, attempts: refused.deferred + refused.blocked }))
    .filter(
      ({ attempts }) => attempts >= judging.immediateMinimum && attempts >= judging.immediateShare * all,
    )
    .sort((a, b) => b.attempts - a.attempts)
    .map(({ cause, refused }) => ({
      reason: 'immediate',
      severity: 'critical',
      limit: null,
      cause,
      refused,
    }));
}

/** Bounces that block are what throttling turns into: critical from the first limit on. */
function blockedGround(figures: Figures, isEnough: IsEnough, limits: Limits, rules: RulesById): Ground[] {
  const rate = blockedRateOf(figures);
  if (rate === null || rate < limits.warning || !isEnough(figures.blocked + figures.delivered)) return [];
  const limit = rate > limits.critical ? limits.critical : limits.warning;
  return [{ reason: 'blocked', severity: 'critical', limit, cause: causeOfBlocking(figures, rules) }];
}

/**
 * The rate of throttling: at or above the first limit a warning, above the second critical. Replies about one recipient
 * or one connection alone are no more than a warning, and the cause only where the others stay below the first limit.
 */
function rateGround(figures: Figures, isEnough: IsEnough, limits: Limits, rules: RulesById): Ground[] {
  const rateWhereEnough = ({ throttled, delivered }: Throttling) =>
    isEnough(throttled + delivered) ? (rateOf({ throttled, delivered }) ?? 0) : 0;
  if (rateWhereEnough(figures) < limits.warning) return [];
  const ofTheSender = throttlingOfTheSender(figures, rules);
  const rate = rateWhereEnough(ofTheSender);
  const severity = rate > limits.critical ? 'critical' : 'warning';
  const cause = causeOfThrottling(rate < limits.warning ? figures : ofTheSender, rules);
  const aboutOne = figures.throttled - ofTheSender.throttled;
  return [{ reason: 'rate', severity, limit: limits[severity], cause, aboutOne }];
}
