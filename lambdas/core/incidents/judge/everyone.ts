import { sumOf } from '../../figures/merge.ts';
import { rateOf } from '../../figures/rates.ts';
import type { IspId } from '../../receivers/isp.ts';
import type { Severity } from '../alert.ts';
import type { Progress } from './judge-hour.ts';
import { OWN_SIDE } from './own-side.ts';
import { isTrouble, type RateGround, type Verdict } from './verdict.ts';

/** Fewer ISPs than this in trouble together may be chance. */
const FEWEST_ISPS = 3;

/**
 * What an hour says about the sender's own side: trouble if at least three ISPs, and more than half of those with
 * enough volume, are above their first limit; critical if the same is true of the second. The rate is that of the ISPs
 * concerned together, the limit the lowest of theirs: whenever each passes its own, all together pass that one.
 *
 * @param verdicts what the hour says about each ISP, `other` and its domains left out
 */
export function judgeEveryone(
  { hour, isSettled }: Pick<Progress, 'hour' | 'isSettled'>,
  verdicts: ReadonlyMap<IspId, Verdict>,
): Verdict {
  const withVolume = [...verdicts].filter(([, verdict]) => verdict.hasVolume);
  const sumOfSome = (some: typeof withVolume) => sumOf(some.map(([, { figures }]) => figures));
  for (const severity of ['critical', 'warning'] as const) {
    const above = withVolume.filter(([, verdict]) => isAbove(severity, verdict));
    if (above.length < FEWEST_ISPS || above.length * 2 <= withVolume.length) continue;
    const limit = Math.min(...above.map(([, verdict]) => rateGroundOf(verdict)?.limit ?? 1));
    return {
      state: 'trouble',
      hour,
      isSettled,
      hasVolume: true,
      isAwaited: false,
      figures: sumOfSome(above),
      concerned: above.map(([isp, { figures }]) => ({ matter: isp, rate: rateOf(figures) ?? 0 })),
      grounds: [{ reason: 'rate', severity, limit, cause: OWN_SIDE, aboutOne: 0 }],
    };
  }
  const hasVolume = withVolume.length > 0;
  return {
    state: hasVolume ? 'fine' : 'quiet',
    hour,
    isSettled,
    hasVolume,
    isAwaited: [...verdicts.values()].some(({ isAwaited }) => isAwaited),
    // Added up when asked for: nobody asks for the sum of most hours.
    get figures() {
      return sumOfSome(withVolume);
    },
  };
}

function rateGroundOf(verdict: Verdict): RateGround | undefined {
  return isTrouble(verdict) ? verdict.grounds.find((ground) => ground.reason === 'rate') : undefined;
}

function isAbove(severity: Severity, verdict: Verdict): boolean {
  const ground = rateGroundOf(verdict);
  return ground !== undefined && (severity === 'warning' || ground.severity === 'critical');
}
