import { mostUrgent, rank, WORSENING } from '../judge/urgency.ts';
import type { Ground } from '../judge/verdict.ts';
import { reportTrouble } from './decision.ts';
import type { Decision, Situation } from './decision.ts';
import type { Incident } from './incident.ts';
import { unmuted } from './muting.ts';
import { hasPersisted, stanceOncePersistent } from './persistence.ts';
import { recoveryOf } from './recovery.ts';
import { isNews, levelOf, withTold } from './told.ts';

/**
 * Reports an open incident that has become worse: a higher level, a matter for a person, blocked, or refusals that do
 * not wait. Hours after its recovery belong to the next incident.
 */
export function escalate(incident: Incident, situation: Situation): Decision | undefined {
  const { verdicts, now, mutes } = situation;
  const recovery = recoveryOf(incident, situation);
  const troubles = unmuted(verdicts, mutes).filter(
    ({ hour }) => hour > (incident.previousUntil ?? '') && (!recovery || hour <= recovery.hour),
  );
  const urgent = mostUrgent(troubles, WORSENING, (ground) => isNews(ground, incident));
  if (!urgent) return undefined;

  const { trouble, ground } = urgent;
  const { highest } = incident;
  const persisted = persistenceOf(ground, incident, situation);
  const next = withTold(incident, troubles);
  const isAsHigh = rank(ground.severity) >= rank(highest.severity);
  return reportTrouble({
    kind: 'escalated',
    trouble,
    ground,
    severity: isAsHigh ? ground.severity : highest.severity,
    limit: isAsHigh || ground.limit === null ? ground.limit : highest.limit,
    ...persisted,
    incident: {
      ...next,
      toldAt: new Date(now).toISOString(),
      highest: rank(ground.severity) > rank(highest.severity) ? levelOf(ground) : highest,
      told: {
        ...next.told,
        intervention: next.told.intervention || persisted.stance === 'intervention',
      },
    },
  });
}

/**
 * Whoever has waited in vain is not asked to wait again. A matter for a person that joins in begins with its own first
 * steps, however long the incident has lasted.
 */
function persistenceOf(
  { cause }: Ground,
  incident: Incident,
  situation: Situation,
): Pick<Decision, 'stance' | 'persistence'> {
  if (!hasPersisted(incident, situation)) return { stance: cause.stance, persistence: 'not-yet' };
  const isNew = cause.stance === 'intervention' && cause.category !== incident.category;
  return { stance: stanceOncePersistent(cause), persistence: isNew ? 'joined-later' : 'lasting' };
}
