import { emptyFigures, type Figures } from '../figures/figures.ts';
import type { Hour } from '../hour.ts';
import type { HourlyFigures } from '../ports.ts';
import { OTHER } from '../receivers/isp.ts';
import type { JudgingSettings, Settings } from '../settings.ts';
import type { RulesById } from './cause.ts';
import { EVERYONE, judgeEveryone } from './everyone.ts';
import { judge, progressOf } from './judge.ts';
import { limitsOf } from './limits.ts';
import { busyDomains, figuresByDomain } from './other-domains.ts';
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
  const figures = figuresOfIsps(stored);
  const fewest = fewestAttempts(settings.judging);
  const ofOther = stored.filter(({ isp }) => isp === OTHER);
  const busy = new Set(ofOther.flatMap((item) => busyDomains(item.figures, fewest)));
  for (const [matter, hourly] of figuresOfDomains(ofOther, busy, rules)) figures.set(matter, hourly);
  const progress = hours.map((hour) => progressOf(hour, now, deliveredIn(hour, stored), settings.judging));
  const nothing = emptyFigures();
  const judgeMatter = (matter: Matter, hourly = figures.get(matter)): Verdict[] =>
    progress.map((reached) =>
      judge(
        hourly?.get(reached.hour) ?? nothing,
        reached,
        limitsOf(matter, settings),
        settings.judging,
        rules,
      ),
    );

  const verdicts = new Map([...figures.keys()].map((matter) => [matter, judgeMatter(matter)] as const));
  const isps = [...verdicts].filter(([matter]) => !matter.startsWith(`${OTHER}:`));
  return {
    everyone: progress.map(({ hour, settled }, index) => {
      const inHour = isps.flatMap(([isp, all]) =>
        all.slice(index, index + 1).map((one) => [isp, one] as const),
      );
      return judgeEveryone(hour, settled, new Map(inHour));
    }),
    of: (matter) => {
      const known = verdicts.get(matter);
      if (known) return known;
      const domain = matter.slice(matter.indexOf(':') + 1);
      return judgeMatter(matter, figuresOfDomains(ofOther, new Set([domain]), rules).get(matter));
    },
    inTrouble: [...verdicts]
      .filter(([, all]) => all.some(({ state }) => state === 'trouble'))
      .map(([matter]) => matter)
      .sort(),
  };
}

type HourlyByMatter = Map<Matter, Map<Hour, Figures>>;

function figuresOfIsps(stored: readonly HourlyFigures[]): HourlyByMatter {
  const matters: HourlyByMatter = new Map();
  for (const { hour, isp, figures } of stored) {
    if (isp !== EVERYONE && isp !== OTHER) put(matters, isp, hour, figures);
  }
  return matters;
}

/** The figures of domains of `other`, each a matter of its own. */
function figuresOfDomains(
  other: readonly HourlyFigures[],
  domains: ReadonlySet<string>,
  rules: RulesById,
): HourlyByMatter {
  const matters: HourlyByMatter = new Map();
  for (const { hour, figures } of other) {
    for (const [domain, part] of figuresByDomain(figures, domains, rules)) {
      put(matters, `${OTHER}:${domain}`, hour, part);
    }
  }
  return matters;
}

function put(matters: HourlyByMatter, matter: Matter, hour: Hour, figures: Figures): void {
  const hours = matters.get(matter) ?? new Map<Hour, Figures>();
  matters.set(matter, hours.set(hour, figures));
}

/** With fewer attempts in an hour nothing is judged. */
function fewestAttempts({ minimumAttempts, runningMinimumAttempts }: JudgingSettings): number {
  return Math.min(minimumAttempts + 1, runningMinimumAttempts);
}

function deliveredIn(hour: Hour, stored: readonly HourlyFigures[]): number {
  return stored.filter((item) => item.hour === hour).reduce((sum, { figures }) => sum + figures.delivered, 0);
}
