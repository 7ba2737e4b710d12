import { rateOf } from '../figures/rates.ts';
import type { Severity } from './alert.ts';
import type { Incident } from './incident.ts';
import type { Ground, Trouble } from './verdict.ts';

/** Which reason opens an incident, where several of one level hold: first what cannot wait. */
export const OPENING: readonly Ground['reason'][] = ['immediate', 'blocked', 'rate'];

/** Which reason is told of an incident that becomes worse: first that throttling has turned into blocking. */
export const WORSENING: readonly Ground['reason'][] = ['blocked', 'immediate', 'rate'];

/** A trouble with the grounds that are to be weighed. */
type Weighed = Omit<Trouble, 'grounds'> & { grounds: readonly Ground[] };

/** What to tell first: the highest level, then the order of reasons, then the latest hour. */
export function weightiest<T extends Weighed>(
  troubles: readonly T[],
  order: readonly Ground['reason'][],
): { trouble: T; ground: Ground } | undefined {
  const latestFirst = troubles.toReversed();
  const [ground] = byWeight(
    latestFirst.flatMap(({ grounds }) => grounds),
    order,
  );
  const trouble = latestFirst.find(({ grounds }) => ground && grounds.includes(ground));
  return ground && trouble && { trouble, ground };
}

/** Grounds, the weightiest first; among equals their order stays. */
export function byWeight(grounds: readonly Ground[], order: readonly Ground['reason'][]): Ground[] {
  return [...grounds].sort(
    (a, b) => rank(b.severity) - rank(a.severity) || order.indexOf(a.reason) - order.indexOf(b.reason),
  );
}

/** Severities as numbers that can be compared. */
export function rank(severity: Severity): number {
  return severity === 'critical' ? 2 : 1;
}

/** The level that a ground stands for, as an incident keeps it. */
export function levelOf({ severity, limit }: Ground): Incident['highest'] {
  return { severity, limit };
}

/** Whether an hour has come to a higher level than the incident ever told of. */
export function isWorse({ grounds }: Trouble, { highest }: Incident): boolean {
  return grounds.some(({ severity }) => rank(severity) > rank(highest.severity));
}

/** Whether the operator of an open incident has to hear of this. */
export function isNews({ severity, reason, cause }: Ground, { highest, told }: Incident): boolean {
  return (
    rank(severity) > rank(highest.severity) ||
    (cause.stance === 'intervention' && !told.intervention) ||
    (reason === 'blocked' && !told.blocked && !told.bounced.includes(cause.category)) ||
    (reason === 'immediate' && !told.immediate.includes(cause.category))
  );
}

/** What cannot wait and has mostly bounced: whoever hears of it knows that mail is blocked. */
function hasBounced({ refused }: Ground): boolean {
  return refused !== undefined && refused.blocked > refused.deferred;
}

/** Notes what the operator knows once these hours are told of. */
export function noteTold(incident: Incident, troubles: readonly Trouble[]): Incident {
  const grounds = troubles.flatMap((trouble) => trouble.grounds);
  const immediate = grounds.filter(({ reason }) => reason === 'immediate').map(({ cause }) => cause.category);
  const bounced = grounds.filter(hasBounced).map(({ cause }) => cause.category);
  const { told } = incident;
  return {
    ...incident,
    worstRate: Math.max(incident.worstRate ?? 0, worstRateOf(troubles)),
    told: {
      ...told,
      intervention: told.intervention || grounds.some(({ cause }) => cause.stance === 'intervention'),
      blocked: told.blocked || grounds.some(({ reason }) => reason === 'blocked'),
      immediate: [...new Set([...told.immediate, ...immediate])],
      bounced: [...new Set([...told.bounced, ...bounced])],
    },
  };
}

/** The worst rate of throttling in some hours. */
export function worstRateOf(troubles: readonly Trouble[]): number {
  return Math.max(0, ...troubles.map(({ figures }) => rateOf(figures) ?? 0));
}
