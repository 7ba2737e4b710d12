import { emptyFigures, type Figures } from '../../figures/figures.ts';
import type { Hour } from '../../hour.ts';
import type { HourlyFigures } from '../../figures/hourly-figures.ts';
import { OTHER } from '../../receivers/isp.ts';
import type { JudgingSettings } from '../../settings.ts';
import { domainOf, EVERYONE, isDomain, type Matter, matterOfDomain } from '../matter.ts';
import { judgeEveryone } from './everyone.ts';
import { judgeHour, type Judging, type Progress, progressOf } from './judge-hour.ts';
import { limitsOf } from './limits.ts';
import { busyDomains, figuresByDomain } from './other-domains.ts';
import { judgeSmallReceivers } from './small-receivers.ts';
import { isTrouble, type Verdict } from './verdict.ts';

/** What every hour says, matter by matter, hours in order. */
export interface Verdicts {
  everyone: readonly Verdict[];
  smallReceivers: readonly Verdict[];
  /** Those of one ISP or one domain of `other`; hours without figures are quiet. */
  of(matter: Matter): readonly Verdict[];
  /** The ISPs and domains that have an hour in trouble, in order of name. */
  inTrouble: readonly Matter[];
}

/** The hours to judge, and what is known of them. */
interface LookBack {
  /** In order. */
  hours: readonly Hour[];
  /** The figures of these hours. */
  stored: readonly HourlyFigures[];
  /** Matters with an incident: of the domains of `other`, only these and those that may be in trouble are judged. */
  known: Iterable<Matter>;
  /** Milliseconds. */
  now: number;
}

/** Judges every hour of the look-back: single ISPs and domains first, then many of them at once. */
export function judgeLookBack({ hours, stored, known, now }: LookBack, judging: Judging): Verdicts {
  const progress = hours.map((hour) =>
    progressOf(hour, now, deliveredIn(hour, stored), judging.settings.judging),
  );
  const figures = figuresOfMatters(stored, known, judging);
  const judgeMatter = (matter: Matter) => judgeHours(matter, figures.get(matter), progress, judging);
  const verdicts = new Map([...figures.keys()].map((matter) => [matter, judgeMatter(matter)] as const));
  return {
    ...judgeManyAtOnce(verdicts, progress, stored, judging),
    of: (matter) => verdicts.get(matter) ?? judgeMatter(matter),
    inTrouble: [...verdicts]
      .filter(([, ofMatter]) => ofMatter.some(isTrouble))
      .map(([matter]) => matter)
      .sort(),
  };
}

type HourlyByMatter = Map<Matter, Map<Hour, Figures>>;

const NOTHING = emptyFigures();

function judgeHours(
  matter: Matter,
  figures: ReadonlyMap<Hour, Figures> | undefined,
  progress: readonly Progress[],
  judging: Judging,
): Verdict[] {
  const limits = limitsOf(matter, judging.settings);
  return progress.map((reached) =>
    judgeHour(figures?.get(reached.hour) ?? NOTHING, reached, limits, judging),
  );
}

/** What each hour says about ISPs and about domains of `other` together, from what it says about each of them. */
function judgeManyAtOnce(
  verdicts: ReadonlyMap<Matter, readonly Verdict[]>,
  progress: readonly Progress[],
  stored: readonly HourlyFigures[],
  { rules }: Judging,
): Pick<Verdicts, 'everyone' | 'smallReceivers'> {
  const ofIsps = [...verdicts].filter(([matter]) => !isDomain(matter));
  const ofDomains = [...verdicts].filter(([matter]) => isDomain(matter));
  const inHour = (some: typeof ofIsps, index: number) =>
    new Map(
      some.flatMap(([matter, all]) => all.slice(index, index + 1).map((one) => [matter, one] as const)),
    );
  return {
    everyone: progress.map((reached, index) => judgeEveryone(reached, inHour(ofIsps, index))),
    smallReceivers: progress.map((reached, index) => {
      const other = stored.find(({ isp, hour }) => isp === OTHER && hour === reached.hour);
      return judgeSmallReceivers(reached, other?.figures ?? NOTHING, inHour(ofDomains, index), rules);
    }),
  };
}

/** The figures of every ISP, and of those domains of `other` that have an incident or may be in trouble. */
function figuresOfMatters(
  stored: readonly HourlyFigures[],
  known: Iterable<Matter>,
  judging: Judging,
): HourlyByMatter {
  const matters: HourlyByMatter = new Map();
  const put = (matter: Matter, hour: Hour, figures: Figures) => {
    const hours = matters.get(matter) ?? new Map<Hour, Figures>();
    matters.set(matter, hours.set(hour, figures));
  };
  const other = stored.filter(({ isp }) => isp === OTHER);
  for (const { hour, isp, figures } of stored) {
    if (isp !== EVERYONE && isp !== OTHER) put(isp, hour, figures);
  }
  const domains = domainsToJudge(other, known, judging.settings.judging);
  for (const { hour, figures } of other) {
    for (const [domain, ofDomain] of figuresByDomain(figures, domains, judging)) {
      put(matterOfDomain(domain), hour, ofDomain);
    }
  }
  return matters;
}

function domainsToJudge(
  other: readonly HourlyFigures[],
  known: Iterable<Matter>,
  settings: JudgingSettings,
): Set<string> {
  const fewest = fewestAttempts(settings);
  const withIncident = [...known].flatMap((matter) => domainOf(matter) ?? []);
  return new Set([...other.flatMap(({ figures }) => busyDomains(figures, fewest)), ...withIncident]);
}

/** With fewer attempts in an hour nothing is judged. */
function fewestAttempts({ minimumAttempts, runningMinimumAttempts }: JudgingSettings): number {
  return Math.min(minimumAttempts + 1, runningMinimumAttempts);
}

function deliveredIn(hour: Hour, stored: readonly HourlyFigures[]): number {
  return stored.filter((item) => item.hour === hour).reduce((sum, { figures }) => sum + figures.delivered, 0);
}
