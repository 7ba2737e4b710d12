import type { Counts } from '../../../lambdas/core/figures/figures.ts';
import type { HourlyFigures } from '../../../lambdas/core/figures/hourly-figures.ts';
import { isoHour } from '../../../lambdas/core/hour.ts';
import type { Hour } from '../../../lambdas/core/hour.ts';
import type { Severity } from '../../../lambdas/core/incidents/alert.ts';
import { rulesById } from '../../../lambdas/core/incidents/judge/cause.ts';
import { judgeLookBack } from '../../../lambdas/core/incidents/judge/judge-look-back.ts';
import { settledAt } from '../../../lambdas/core/incidents/judge/progress.ts';
import { byUrgency, OPENING } from '../../../lambdas/core/incidents/judge/urgency.ts';
import { isTrouble } from '../../../lambdas/core/incidents/judge/verdict.ts';
import type { Ground, Verdict } from '../../../lambdas/core/incidents/judge/verdict.ts';
import { domainOf, isDomain } from '../../../lambdas/core/incidents/matter.ts';
import { catalogueFor } from '../../../lambdas/core/knowledge/own-rules.ts';
import { OTHER } from '../../../lambdas/core/receivers/isp.ts';
import { isAboutTheSender } from '../../../lambdas/core/replies/category.ts';
import type { Rule } from '../../../lambdas/core/replies/rule.ts';
import type { Settings } from '../../../lambdas/core/settings.ts';
import type { Report, ReportedHour } from './document.ts';

/** What hours and rules mean, judged as the alerts judge them. */
export interface Assessment {
  /** Undefined for an hour that is not in trouble. */
  troubleOf: (hour: ReportedHour) => HourTrouble | undefined;
  /** Whether a rule's replies judge the sender, so that they count as throttling. */
  isAboutTheSender: (rule: string) => boolean;
}

/** What is most urgent in an hour. */
interface HourTrouble {
  severity: Severity;
  /** The id of the rule that most of it is due to. */
  cause: string;
  /** How often that rule was met, deferred or blocked, by "vmta ip". */
  sources: Counts;
  /** The domains of `other` that are in trouble, in order of name; empty for every other ISP. */
  domains: readonly string[];
}

/** Judges the figures of a report. */
export function assess({ figures }: Pick<Report, 'figures'>, settings: Settings): Assessment {
  const { rules } = catalogueFor(settings);
  const troubles = troublesIn(figures, settings, rules);
  const judging = new Set(rules.filter(({ category }) => isAboutTheSender(category)).map(({ id }) => id));
  return {
    troubleOf: ({ hour, isp }) => troubles.get(keyOf(hour, isp)),
    isAboutTheSender: (rule) => judging.has(rule),
  };
}

/** @param hour as a report writes it: `2026-11-24T01:00:00Z` */
function keyOf(hour: string, isp: string): string {
  return `${hour} ${isp}`;
}

/**
 * Judges every hour as the alerts do once all its files have arrived. `other` is as severe as the worst of its domains,
 * or of many of them together.
 *
 * @returns the hours in trouble, by `keyOf`
 */
function troublesIn(
  stored: readonly HourlyFigures[],
  settings: Settings,
  rules: readonly Rule[],
): ReadonlyMap<string, HourTrouble> {
  const troubles = new Map<string, HourTrouble>();
  const criteria = { settings, rules: rulesById(rules) };
  for (const [hour, ofHour] of byHour(stored)) {
    const now = settledAt(hour, settings.judging);
    const verdicts = judgeLookBack({ hours: [hour], stored: ofHour, now }, criteria);
    const matters = verdicts.inTrouble.filter(isDomain);
    const ofDomains = matters.flatMap((matter) => verdicts.of(matter));
    for (const { isp, figures } of ofHour) {
      const isOther = isp === OTHER;
      const most = mostUrgent(isOther ? [...ofDomains, ...verdicts.smallReceivers] : verdicts.of(isp));
      if (!most) continue;
      const domains = isOther ? matters.flatMap((matter) => domainOf(matter) ?? []) : [];
      const { severity, cause } = most;
      const sources = figures.evidence[cause.id]?.sources ?? {};
      troubles.set(keyOf(isoHour(hour), isp), { severity, cause: cause.id, sources, domains });
    }
  }
  return troubles;
}

function mostUrgent(verdicts: readonly Verdict[]): Ground | undefined {
  const grounds = verdicts.filter(isTrouble).flatMap((trouble) => trouble.grounds);
  return byUrgency(grounds, OPENING)[0];
}

function byHour(stored: readonly HourlyFigures[]): Map<Hour, HourlyFigures[]> {
  const hours = new Map<Hour, HourlyFigures[]>();
  for (const item of stored) {
    const known = hours.get(item.hour);
    if (known) known.push(item);
    else hours.set(item.hour, [item]);
  }
  return hours;
}
