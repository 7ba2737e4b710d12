import { sumOf } from '../../figures/merge.ts';
import { rateOf } from '../../figures/rates.ts';
import type { IspId } from '../../receivers/isp.ts';
import type { Progress } from './progress.ts';
import { OWN_SIDE } from './own-side.ts';
import { isTrouble } from './verdict.ts';
import type { RateGround, Verdict } from './verdict.ts';

/** Fewer ISPs than this in trouble together may be chance. */
const MIN_ISPS = 3;

/**
 * What an hour says about the sender's own side: trouble if at least three ISPs, and more than half of those with
 * enough volume, are above their first limit; as critical as the worst of them, whose own alert is not sent. The rate is
 * that of the ISPs concerned together, the limit the lowest of theirs: whenever each passes its own, all together pass
 * that one.
 *
 * @param verdicts what the hour says about each ISP, `other` and its domains left out
 */
export function judgeEveryone(
  { hour, isSettled }: Pick<Progress, 'hour' | 'isSettled'>,
  verdicts: ReadonlyMap<IspId, Verdict>,
): Verdict {
  const withVolume = [...verdicts].filter(([, verdict]) => verdict.hasVolume);
  const above = withVolume.flatMap(([isp, verdict]) => {
    const ground = rateGroundOf(verdict);
    return ground ? [{ isp, ground, figures: verdict.figures }] : [];
  });
  const base = { hour, isSettled, hasVolume: withVolume.length > 0 };
  if (above.length >= MIN_ISPS && above.length * 2 > withVolume.length) {
    const isCritical = above.some(({ ground }) => ground.severity === 'critical');
    const limit = Math.min(...above.map(({ ground }) => ground.limit));
    return {
      ...base,
      state: 'trouble',
      isAwaited: false,
      figures: sumOf(above.map(({ figures }) => figures)),
      concerned: above.map(({ isp, figures }) => ({ matter: isp, rate: rateOf(figures) ?? 0 })),
      grounds: [
        {
          reason: 'rate',
          severity: isCritical ? 'critical' : 'warning',
          limit,
          cause: OWN_SIDE,
          aboutOne: 0,
        },
      ],
    };
  }
  return {
    ...base,
    state: base.hasVolume ? 'fine' : 'quiet',
    isAwaited: [...verdicts.values()].some(({ isAwaited }) => isAwaited),
    // A getter, so that it is added up only where an alert quotes it: the figures of 30 busy ISPs take 3 ms, and most hours
    // are never quoted. Over the command line's report of a day that is half a second.
    get figures() {
      return sumOf(withVolume.map(([, { figures }]) => figures));
    },
  };
}

function rateGroundOf(verdict: Verdict): RateGround | undefined {
  return isTrouble(verdict) ? verdict.grounds.find((ground) => ground.reason === 'rate') : undefined;
}
