import type { Hour } from '../../hour.ts';
import type { JudgingSettings } from '../../settings.ts';
import { isClear } from '../judge/verdict.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Situation } from './decision.ts';
import type { Incident } from './incident.ts';
import { isMuted } from './muting.ts';

/** Where an open incident has recovered; while it is muted nothing ends it. */
export function recoveryOf(
  { firstHour }: Pick<Incident, 'firstHour'>,
  { verdicts, judging, mutes }: Pick<Situation, 'verdicts' | 'judging' | 'mutes'>,
): Verdict | undefined {
  return isMuted(mutes) ? undefined : recoveryFrom(firstHour, verdicts, judging);
}

/** The hour that completes the first run of clear hours from an hour on; undefined if there is none yet. */
export function recoveryFrom(
  from: Hour,
  verdicts: readonly Verdict[],
  { clearHours }: Pick<JudgingSettings, 'clearHours'>,
): Verdict | undefined {
  let run = 0;
  return verdicts.find((verdict) => {
    run = verdict.hour >= from && isClear(verdict) ? run + 1 : 0;
    return run === clearHours;
  });
}
