import { mostUrgent, rank, WORSENING } from '../judge/urgency.ts';
import { type Decision, reportTrouble, type Situation } from './decision.ts';
import type { Incident } from './incident.ts';
import { isMuted, unmuted } from './muting.ts';
import { recoveryFrom } from './recovery.ts';
import { isNews, levelOf, withTold } from './told.ts';

/**
 * Reports an open incident that has become worse: a higher level, a matter for a person, blocked, or refusals that do
 * not wait. Hours after its recovery belong to the next incident.
 */
export function escalate(
  incident: Incident,
  { verdicts, now, settings, mutes }: Situation,
): Decision | undefined {
  const recovery = isMuted(mutes) ? undefined : recoveryFrom(incident.firstHour, verdicts, settings);
  const troubles = unmuted(verdicts, mutes).filter(
    ({ hour }) => hour > (incident.previousUntil ?? '') && (!recovery || hour <= recovery.hour),
  );
  const news = troubles.flatMap((whole) => {
    const grounds = whole.grounds.filter((ground) => isNews(ground, incident));
    return grounds.length > 0 ? [{ ...whole, grounds, whole }] : [];
  });
  const urgent = mostUrgent(news, WORSENING);
  if (!urgent) return undefined;

  const { trouble, ground } = urgent;
  const { highest } = incident;
  const isAsHigh = rank(ground.severity) >= rank(highest.severity);
  return reportTrouble({
    kind: 'escalated',
    trouble: trouble.whole,
    ground,
    severity: isAsHigh ? ground.severity : highest.severity,
    limit: isAsHigh || ground.limit === null ? ground.limit : highest.limit,
    incident: {
      ...withTold(incident, troubles),
      toldAt: new Date(now).toISOString(),
      highest: rank(ground.severity) > rank(highest.severity) ? levelOf(ground) : highest,
    },
  });
}
