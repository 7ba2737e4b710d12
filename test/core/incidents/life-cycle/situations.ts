import { endOf } from '../../../../lambdas/core/hour.ts';
import type { Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import type { Decision, Situation } from '../../../../lambdas/core/incidents/life-cycle/decision.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Incident } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Mute } from '../../../../lambdas/core/incidents/life-cycle/muting.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';
import { exampleIncident } from '../../../example-incident.ts';
import { hour } from '../judged-hours.ts';

/** The end of an hour, in milliseconds, or some minutes after it. */
export function after(index: number, minutes = 0): number {
  return endOf(hour(index)) + minutes * 60_000;
}

/** What gmail's incident is decided by, a quarter of an hour after the last hour that is given. */
export function situation(verdicts: readonly Verdict[], part: Partial<Situation> = {}): Situation {
  return {
    matter: 'gmail',
    verdicts,
    now: after(verdicts.length - 1, 15),
    judging: parseSettings({}, 'this test').judging,
    mutes: [],
    ...part,
  };
}

/** A warning that was opened at the end of hour 0 for a rate, and told nothing else. */
export function openWarning(part: Partial<Incident> = {}): Incident {
  const openedAt = new Date(after(0)).toISOString();
  return exampleIncident({
    firstHour: hour(0),
    lastVolume: hour(0),
    lastTrouble: hour(0),
    openedAt,
    toldAt: openedAt,
    highest: { severity: 'warning', limit: 0.05 },
    category: 'rate-limit',
    stance: 'patience',
    told: NOTHING_TOLD,
    ...part,
  });
}

/** The same, resolved by the hours 1 and 2. */
export function resolvedWarning(part: Partial<Incident> = {}): Incident {
  return openWarning({ status: 'resolved', toldUntil: hour(2), sequence: 2, ...part });
}

/** Many at once are reported from hour 0 on. */
export const MUTE: Mute = {
  isActive: true,
  from: hour(0),
  lastTrouble: hour(0),
  until: hour(3),
  previousUntil: null,
  immediate: [],
  previousImmediate: [],
};

/** A decision in a line: `opened warning rate`. */
export function inShort({ kind, severity, reason }: Decision): string {
  return `${kind} ${severity} ${reason}`;
}
