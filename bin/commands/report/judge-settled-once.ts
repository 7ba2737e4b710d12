import type { Hour } from '../../../lambdas/core/hour.ts';
import { judgeHour } from '../../../lambdas/core/incidents/judge/judge-hour.ts';
import type { HourVerdicts, JudgeHour } from '../../../lambdas/core/incidents/judge/judge-hour.ts';
import type { JudgingSettings } from '../../../lambdas/core/settings.ts';
import { hoursLookedBack } from '../../../lambdas/evaluate/evaluate.ts';

/**
 * Judges each settled hour only once, which is right if all figures are known before the first evaluation: all that look
 * back at the hour find the same. Only as many hours are kept as one looks back at.
 */
export function judgeSettledOnce(judging: JudgingSettings): JudgeHour {
  const most = hoursLookedBack(judging);
  const kept = new Map<Hour, HourVerdicts>();
  return (progress, stored, criteria) => {
    if (!progress.isSettled) return judgeHour(progress, stored, criteria);
    const known = kept.get(progress.hour);
    if (known) return known;
    const verdicts = judgeHour(progress, stored, criteria);
    kept.set(progress.hour, verdicts);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > most) kept.delete(oldest);
    return verdicts;
  };
}
