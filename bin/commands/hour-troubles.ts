import type { Severity } from '../../lambdas/core/incidents/alert.ts';
import { rulesById } from '../../lambdas/core/incidents/judge/cause.ts';
import { settledAt } from '../../lambdas/core/incidents/judge/progress.ts';
import { judgeLookBack } from '../../lambdas/core/incidents/judge/judge-look-back.ts';
import { byUrgency, OPENING } from '../../lambdas/core/incidents/judge/urgency.ts';
import { isTrouble } from '../../lambdas/core/incidents/judge/verdict.ts';
import type { Ground, Verdict } from '../../lambdas/core/incidents/judge/verdict.ts';
import { domainOf, isDomain } from '../../lambdas/core/incidents/matter.ts';
import { isoHour } from '../../lambdas/core/hour.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { HourlyFigures } from '../../lambdas/core/figures/hourly-figures.ts';
import { OTHER } from '../../lambdas/core/receivers/isp.ts';
import type { Rule } from '../../lambdas/core/replies/rule.ts';
import type { Settings } from '../../lambdas/core/settings.ts';

/** What is most urgent in an hour. */
export interface HourTrouble {
  severity: Severity;
  /** The id of the rule that most of it is due to. */
  cause: string;
  /** The domains of `other` that are in trouble, in order of name; empty for every other ISP. */
  domains: readonly string[];
}

/** The hours in trouble, by `troubleKey`. */
export type HourTroubles = ReadonlyMap<string, HourTrouble>;

/** @param hour as a report writes it: `2026-11-24T01:00:00Z` */
export function troubleKey(hour: string, isp: string): string {
  return `${hour} ${isp}`;
}

/**
 * Judges every hour as the alerts do once all its files have arrived. `other` is as severe as the worst of its domains,
 * or of many of them together.
 */
export function hourTroubles(
  stored: readonly HourlyFigures[],
  settings: Settings,
  rules: readonly Rule[],
): HourTroubles {
  const troubles = new Map<string, HourTrouble>();
  const criteria = { settings, rules: rulesById(rules) };
  for (const [hour, ofHour] of byHour(stored)) {
    const now = settledAt(hour, settings.judging);
    const verdicts = judgeLookBack({ hours: [hour], stored: ofHour, now }, criteria);
    const matters = verdicts.inTrouble.filter(isDomain);
    const ofDomains = matters.flatMap((matter) => verdicts.of(matter));
    for (const { isp } of ofHour) {
      const isOther = isp === OTHER;
      const most = mostUrgent(isOther ? [...ofDomains, ...verdicts.smallReceivers] : verdicts.of(isp));
      if (!most) continue;
      const domains = isOther ? matters.flatMap((matter) => domainOf(matter) ?? []) : [];
      troubles.set(troubleKey(isoHour(hour), isp), {
        severity: most.severity,
        cause: most.cause.id,
        domains,
      });
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
