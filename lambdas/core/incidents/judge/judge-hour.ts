import { emptyFigures } from '../../figures/figures.ts';
import type { Figures } from '../../figures/figures.ts';
import type { HourlyFigures } from '../../figures/hourly-figures.ts';
import { OTHER } from '../../receivers/isp.ts';
import { EVERYONE, matterOfDomain } from '../matter.ts';
import type { Matter } from '../matter.ts';
import { judgeEveryone } from './everyone.ts';
import { judgeMatter } from './judge-matter.ts';
import type { Criteria } from './judge-matter.ts';
import type { Progress } from './progress.ts';
import { limitsOf } from './limits.ts';
import { figuresByDomain } from './other-domains.ts';
import { judgeSmallReceivers } from './small-receivers.ts';
import type { Verdict } from './verdict.ts';

/** What one hour says about all matters. */
export interface HourVerdicts {
  everyone: Verdict;
  smallReceivers: Verdict;
  /** About each ISP and each domain of `other` of which the hour has figures. */
  single: ReadonlyMap<Matter, Verdict>;
}

/** Judges every matter of one hour. */
export type JudgeHour = (
  progress: Progress,
  stored: readonly HourlyFigures[],
  criteria: Criteria,
) => HourVerdicts;

/**
 * Judges every matter of one hour: single ISPs and domains first, then many of them at once.
 *
 * @param stored the figures of the hour
 */
export const judgeHour: JudgeHour = (progress, stored, criteria) => {
  const other = stored.find(({ isp }) => isp === OTHER)?.figures ?? emptyFigures();
  const judge = (matter: Matter, figures: Figures) =>
    [matter, judgeMatter(figures, progress, limitsOf(matter, criteria.settings), criteria)] as const;

  const isps = new Map(
    stored
      .filter(({ isp }) => isp !== EVERYONE && isp !== OTHER)
      .map(({ isp, figures }) => judge(isp, figures)),
  );
  const domains = new Map(
    [...figuresByDomain(other, criteria)].map(([domain, figures]) => judge(matterOfDomain(domain), figures)),
  );
  return {
    everyone: judgeEveryone(progress, isps),
    smallReceivers: judgeSmallReceivers(progress, other, domains, criteria.rules),
    single: new Map([...isps, ...domains]),
  };
};
