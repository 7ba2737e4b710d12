import { emptyFigures, type Figures } from '../figures/figures.ts';
import type { Hour } from '../hour.ts';
import type { HourlyFigures } from '../ports.ts';
import { OTHER } from '../receivers/isp.ts';
import type { Settings } from '../settings.ts';
import type { RulesById } from './cause.ts';
import { EVERYONE, judgeEveryone } from './everyone.ts';
import { judge, progressOf } from './judge.ts';
import { limitsOf } from './limits.ts';
import { figuresByDomain } from './other-domains.ts';
import type { Matter, Verdict } from './verdict.ts';

/** What every hour says, matter by matter, hours in order. */
export interface Verdicts {
  everyone: readonly Verdict[];
  /** Of one ISP or one domain of `other`; hours without figures are quiet. */
  of(matter: Matter): readonly Verdict[];
  /** The ISPs and domains that have an hour in trouble, in order of name. */
  inTrouble: readonly Matter[];
}

/**
 * Judges every hour of the look-back.
 *
 * @param hours in order
 * @param now milliseconds
 */
export function judgeAll(
  hours: readonly Hour[],
  stored: readonly HourlyFigures[],
  now: number,
  settings: Settings,
  rules: RulesById,
): Verdicts {
  const figures = byMatter(stored, rules);
  const progress = hours.map((hour) => progressOf(hour, now, deliveredIn(hour, stored), settings.judging));
  const nothing = emptyFigures();
  const judgeMatter = (matter: Matter): Verdict[] =>
    progress.map((reached) =>
      judge(
        figures.get(matter)?.get(reached.hour) ?? nothing,
        reached,
        limitsOf(matter, settings),
        settings.judging,
        rules,
      ),
    );

  const verdicts = new Map([...figures.keys()].map((matter) => [matter, judgeMatter(matter)]));
  const isps = [...verdicts].filter(([matter]) => !matter.startsWith(`${OTHER}:`));
  return {
    everyone: progress.map(({ hour, settled }, index) => {
      const inHour = isps.flatMap(([isp, all]) =>
        all.slice(index, index + 1).map((one) => [isp, one] as const),
      );
      return judgeEveryone(hour, settled, new Map(inHour));
    }),
    of: (matter) => verdicts.get(matter) ?? judgeMatter(matter),
    inTrouble: [...verdicts]
      .filter(([, all]) => all.some(({ state }) => state === 'trouble'))
      .map(([matter]) => matter)
      .sort(),
  };
}

function byMatter(stored: readonly HourlyFigures[], rules: RulesById): Map<Matter, Map<Hour, Figures>> {
  const matters = new Map<Matter, Map<Hour, Figures>>();
  const put = (matter: Matter, hour: Hour, figures: Figures) => {
    const hours = matters.get(matter) ?? new Map<Hour, Figures>();
    matters.set(matter, hours.set(hour, figures));
  };
  for (const { hour, isp, figures } of stored) {
    if (isp === EVERYONE) continue;
    if (isp !== OTHER) put(isp, hour, figures);
    else for (const [domain, part] of figuresByDomain(figures, rules)) put(`${OTHER}:${domain}`, hour, part);
  }
  return matters;
}

function deliveredIn(hour: Hour, stored: readonly HourlyFigures[]): number {
  return stored.filter((item) => item.hour === hour).reduce((sum, { figures }) => sum + figures.delivered, 0);
}
