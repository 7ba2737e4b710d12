import { catalogueFor } from '../../lambdas/core/knowledge/own-rules.ts';
import { isAboutTheSender } from '../../lambdas/core/replies/category.ts';
import type { Settings } from '../../lambdas/core/settings.ts';
import { hourTroubles, troubleKey } from './hour-troubles.ts';
import type { HourTrouble } from './hour-troubles.ts';
import type { Report, ReportedHour } from './report-json.ts';

/** What hours and rules mean, judged as the alerts judge them. */
export interface Assessment {
  /** Undefined for an hour that is not in trouble. */
  troubleOf: (hour: ReportedHour) => HourTrouble | undefined;
  /** Whether a rule's replies judge the sender, so that they count as throttling. */
  isAboutTheSender: (rule: string) => boolean;
}

/** Judges the figures of a report. */
export function assess({ figures }: Report, settings: Settings): Assessment {
  const { rules } = catalogueFor(settings);
  const troubles = hourTroubles(figures, settings, rules);
  const judging = new Set(rules.filter(({ category }) => isAboutTheSender(category)).map(({ id }) => id));
  return {
    troubleOf: ({ hour, isp }) => troubles.get(troubleKey(hour, isp)),
    isAboutTheSender: (rule) => judging.has(rule),
  };
}
