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
import { judgeSmallReceivers } from './small-receivers.ts';
import type { Matter, Verdict } from './verdict.ts';

/** What every hour says, matter by matter, hours in order. */
export interface Verdicts {
  everyone: readonly Verdict[];
  /** Of many domains of `other` at once. */
  smallReceivers: readonly Verdict[];
  /** Of one ISP or one domain of `other`; hours without figures are quiet. */
  of(matter: Matter): readonly Verdict[];
  /** The ISPs and domains that have an hour in trouble, in order of name. */
  inTrouble: readonly Matter[];
}

/** What is judged. */
interface LookBack {
  /** In order. */
  hours: readonly Hour[];
  /** Their figures. */
  stored: readonly HourlyFigures[];
  /** Matters that have an incident: of `other`, only these domains and those that may be in trouble are judged. */
  known: Iterable<Matter>;
  /** Milliseconds. */
  now: number;
}

/** Judges every hour of the look-back. */
export function judgeAll(
  { hours, stored, known, now }: LookBack,
  settings: Settings,
  rules: RulesById,
): Verdicts {
  const figures = figuresOfIsps(stored);
  const fewest = fewestAttempts(settings.judging);
  const ofOther = stored.filter(({ isp }) => isp === OTHER);
  const domains = new Set(ofOther.flatMap((item) => busyDomains(item.figures, fewest)));
  for (const matter of known) if (isDomain(matter)) domains.add(matter.slice(DOMAIN_PREFIX.length));
  for (const [matter, hourly] of figuresOfDomains(ofOther, domains, rules, settings))
    figures.set(matter, hourly);
  const progress = hours.map((hour) => progressOf(hour, now, deliveredIn(hour, stored), settings.judging));
  const nothing = emptyFigures();
  const judgeMatter = (matter: Matter): Verdict[] => {
    const hourly = figures.get(matter);
    const limits = limitsOf(matter, settings);
    return progress.map((reached) =>
      judge(hourly?.get(reached.hour) ?? nothing, reached, limits, settings.judging, rules),
    );
  };

  const verdicts = new Map([...figures.keys()].map((matter) => [matter, judgeMatter(matter)] as const));
  const inHour = (index: number, areDomains: boolean) =>
    new Map(
      [...verdicts]
        .filter(([matter]) => isDomain(matter) === areDomains)
        .flatMap(([matter, all]) => all.slice(index, index + 1).map((one) => [matter, one] as const)),
    );
  return {
    everyone: progress.map(({ hour, settled }, index) => judgeEveryone(hour, settled, inHour(index, false))),
    smallReceivers: progress.map(({ hour, settled }, index) => {
      const all = ofOther.find((item) => item.hour === hour)?.figures ?? nothing;
      return judgeSmallReceivers(hour, settled, all, inHour(index, true), rules);
    }),
    of: (matter) => verdicts.get(matter) ?? judgeMatter(matter),
    inTrouble: [...verdicts]
      .filter(([, all]) => all.some(({ state }) => state === 'trouble'))
      .map(([matter]) => matter)
      .sort(),
  };
}

const DOMAIN_PREFIX = `${OTHER}:`;

/** Whether a matter is one domain of `other`. */
export function isDomain(matter: Matter): boolean {
  return matter.startsWith(DOMAIN_PREFIX);
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
  { privacy }: Pick<Settings, 'privacy'>,
): HourlyByMatter {
  const matters: HourlyByMatter = new Map();
  for (const { hour, figures } of other) {
    for (const [domain, part] of figuresByDomain(figures, domains, rules, privacy.byDomain)) {
      put(matters, `${DOMAIN_PREFIX}${domain}`, hour, part);
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
