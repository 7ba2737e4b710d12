import type { Hour } from '../../../lambdas/core/hour.ts';
import { judgeHour } from '../../../lambdas/core/incidents/judge/judge-hour.ts';
import type { HourVerdicts, JudgeHour } from '../../../lambdas/core/incidents/judge/judge-hour.ts';
import type { JudgingSettings } from '../../../lambdas/core/settings.ts';

/**
 * Judges each settled hour only once, which is right if all figures are known before the first evaluation: all evaluations
 * of the next six hours look back at the hour and find the same. Only as many hours are kept as one looks back at.
 */
export function judgeSettledOnce({ lookBackHours }: Pick<JudgingSettings, 'lookBackHours'>): JudgeHour {
  const kept = new Map<Hour, HourVerdicts>();
  return (progress, stored, criteria) => {
    if (!progress.isSettled) return judgeHour(progress, stored, criteria);
    const known = kept.get(progress.hour);
    if (known) return known;
    const verdicts = judgeHour(progress, stored, criteria);
    kept.set(progress.hour, verdicts);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > lookBackHours) kept.delete(oldest);
    return verdicts;
  };
}
