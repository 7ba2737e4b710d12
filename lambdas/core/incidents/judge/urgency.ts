import type { Severity } from '../alert.ts';
import type { Ground, Trouble } from './verdict.ts';

type ReasonOrder = readonly Ground['reason'][];

/** Which reason opens an incident, if several of one level hold: first what cannot wait. */
export const OPENING: ReasonOrder = ['immediate', 'blocked', 'rate'];

/** Which reason an escalation gives, if several of one level hold: first that throttling has turned into blocking. */
export const WORSENING: ReasonOrder = ['blocked', 'immediate', 'rate'];

/**
 * The ground to report first, with its hour: the highest level, then the order of reasons, then the latest hour.
 *
 * @param isAsked whether a ground is among those to choose from
 */
export function mostUrgent(
  troubles: readonly Trouble[],
  order: ReasonOrder,
  isAsked: (ground: Ground) => boolean = () => true,
): { trouble: Trouble; ground: Ground } | undefined {
  const latestFirst = troubles.toReversed();
  const [ground] = byUrgency(
    latestFirst.flatMap(({ grounds }) => grounds.filter(isAsked)),
    order,
  );
  const trouble = latestFirst.find(({ grounds }) => ground && grounds.includes(ground));
  return ground && trouble && { trouble, ground };
}

/** Grounds, the most urgent first; equals keep their order. */
export function byUrgency(grounds: readonly Ground[], order: ReasonOrder): Ground[] {
  return [...grounds].sort(
    (a, b) => rank(b.severity) - rank(a.severity) || order.indexOf(a.reason) - order.indexOf(b.reason),
  );
}

/** Severities as numbers that can be compared. */
export function rank(severity: Severity): number {
  return severity === 'critical' ? 2 : 1;
}
