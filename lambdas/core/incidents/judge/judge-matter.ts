import type { Figures } from '../../figures/figures.ts';
import { attemptsOf, blockedRateOf, rateOf } from '../../figures/rates.ts';
import { IMMEDIATE } from '../../replies/category.ts';
import type { JudgingSettings, Settings } from '../../settings.ts';
import {
  blockingOfTheSender,
  causeOfBlocking,
  causeOfThrottling,
  refusedOf,
  throttlingOfTheSender,
} from './cause.ts';
import type { RulesById, Throttling } from './cause.ts';
import type { Limits } from './limits.ts';
import type { Progress } from './progress.ts';
import type { Ground, Verdict } from './verdict.ts';

/** What hours are judged by. */
export interface Criteria {
  settings: Settings;
  rules: RulesById;
}

/** What one hour says about one ISP (or one domain of `other`). */
export function judgeMatter(
  figures: Figures,
  { hour, isRunning, isSettled, isReadable }: Progress,
  limits: Limits,
  { settings: { judging }, rules }: Criteria,
): Verdict {
  const isMany = (attempts: number) =>
    isRunning ? attempts >= judging.runningMinimumAttempts : attempts > judging.minimumAttempts;
  const isEnough = (attempts: number) => isReadable && isMany(attempts);
  const inputs = { figures, isEnough, limits, judging, rules };

  const hasVolume = isEnough(figures.throttled + figures.delivered);
  const isAwaited = !isReadable && isMany(figures.throttled + figures.blocked);
  const base = { hour, isSettled, hasVolume, isAwaited, figures };
  const [first, ...rest] = [...immediateGrounds(inputs), ...blockedGround(inputs), ...rateGround(inputs)];
  if (first) return { ...base, state: 'trouble', grounds: [first, ...rest] };
  return { ...base, state: hasVolume ? 'fine' : 'quiet' };
}

/** What the grounds of one hour follow from. */
interface GroundInputs {
  figures: Figures;
  /** Whether this number of attempts is enough to judge by. */
  isEnough: (attempts: number) => boolean;
  limits: Limits;
  judging: JudgingSettings;
  rules: RulesById;
}

/** Policy blocks and failed authentication, deferred or bounced, are reported from a handful on. */
function immediateGrounds({ figures, isEnough, judging, rules }: GroundInputs): Ground[] {
  const all = attemptsOf(figures);
  if (!isEnough(all) || figures.deferred + figures.blocked < judging.immediateMinimum) return [];
  return IMMEDIATE.map((category) => refusedOf(category, figures, rules))
    .map(({ cause, ...refused }) => ({ cause, refused, attempts: refused.deferred + refused.blocked }))
    .filter(
      ({ attempts }) => attempts >= judging.immediateMinimum && attempts / all >= judging.immediateShare,
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

/**
 * Bounces that block are what throttling turns into: critical from the first limit on. Those about one customer never
 * make it critical, and one of these is the cause only if the others stay below the first limit.
 */
function blockedGround({ figures, isEnough, limits, rules }: GroundInputs): Ground[] {
  const rate = blockedRateOf(figures);
  if (rate === null || rate < limits.warning || !isEnough(figures.blocked + figures.delivered)) return [];
  const ofTheSender = blockingOfTheSender(figures, rules);
  if ((blockedRateOf(ofTheSender) ?? 0) < limits.warning) {
    const cause = causeOfBlocking(figures, rules);
    return [{ reason: 'blocked', severity: 'warning', limit: limits.warning, cause }];
  }
  const limit = rate > limits.critical ? limits.critical : limits.warning;
  return [{ reason: 'blocked', severity: 'critical', limit, cause: causeOfBlocking(ofTheSender, rules) }];
}

/**
 * The rate of throttling: a warning from the first limit on, critical above the second. Replies about one recipient,
 * connection or customer never make it critical, and one of these is the cause only if the others stay below the first limit.
 */
function rateGround({ figures, isEnough, limits, rules }: GroundInputs): Ground[] {
  const rateIfEnough = ({ throttled, delivered }: Throttling) =>
    isEnough(throttled + delivered) ? (rateOf({ throttled, delivered }) ?? 0) : 0;
  if (rateIfEnough(figures) < limits.warning) return [];
  const ofTheSender = throttlingOfTheSender(figures, rules);
  const rate = rateIfEnough(ofTheSender);
  const severity = rate > limits.critical ? 'critical' : 'warning';
  const cause = causeOfThrottling(rate < limits.warning ? figures : ofTheSender, rules);
  const aboutOne = figures.throttled - ofTheSender.throttled;
  return [{ reason: 'rate', severity, limit: limits[severity], cause, aboutOne }];
}
