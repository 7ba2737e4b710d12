import { emptyFigures } from '../../figures/figures.ts';
import type { Hour } from '../../hour.ts';
import type { HourlyFigures } from '../../figures/hourly-figures.ts';
import type { Matter } from '../matter.ts';
import { judgeHour } from './judge-hour.ts';
import type { JudgeHour } from './judge-hour.ts';
import { judgeMatter } from './judge-matter.ts';
import type { Criteria } from './judge-matter.ts';
import { progressOf } from './progress.ts';
import { limitsOf } from './limits.ts';
import { isTrouble } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** What every hour says, matter by matter, hours in order. */
export interface Verdicts {
  everyone: readonly Verdict[];
  smallReceivers: readonly Verdict[];
  /** Those of one ISP or one domain of `other`; hours without figures are quiet. */
  of: (matter: Matter) => readonly Verdict[];
  /** The ISPs and domains that have an hour in trouble, in order of name. */
  inTrouble: readonly Matter[];
}

/** The hours to judge, and what is known of them. */
interface LookBack {
  /** In order. */
  hours: readonly Hour[];
  /** The figures of these hours. */
  stored: readonly HourlyFigures[];
  /** Milliseconds. */
  now: number;
}

const NOTHING = emptyFigures();

/** Judges every hour of the look-back. */
export function judgeLookBack(
  { hours, stored, now }: LookBack,
  criteria: Criteria,
  judge: JudgeHour = judgeHour,
): Verdicts {
  const perHour = hours.map((hour) => {
    const ofHour = stored.filter((item) => item.hour === hour);
    const delivered = ofHour.reduce((sum, { figures }) => sum + figures.delivered, 0);
    const progress = progressOf(hour, now, delivered, criteria.settings.judging);
    return { progress, verdicts: judge(progress, ofHour, criteria) };
  });
  const inTrouble = perHour.flatMap(({ verdicts: { single } }) =>
    [...single].filter(([, verdict]) => isTrouble(verdict)).map(([matter]) => matter),
  );
  return {
    everyone: perHour.map(({ verdicts }) => verdicts.everyone),
    smallReceivers: perHour.map(({ verdicts }) => verdicts.smallReceivers),
    of: (matter) =>
      perHour.map(
        ({ progress, verdicts }) =>
          verdicts.single.get(matter) ??
          judgeMatter(NOTHING, progress, limitsOf(matter, criteria.settings), criteria),
      ),
    inTrouble: [...new Set(inTrouble)].sort(),
  };
}
