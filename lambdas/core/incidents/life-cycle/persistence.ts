import { HOUR_MS } from '../../hour.ts';
import { isAboutTheSender } from '../../replies/category.ts';
import type { Stance } from '../../replies/category.ts';
import { isAboutOne } from '../../replies/rule.ts';
import type { Meaning } from '../../replies/rule.ts';
import type { Situation } from './decision.ts';
import type { Incident } from './incident.ts';

/** Whether an incident has been open for so long that the advice for what persists holds. */
export function hasPersisted(
  { openedAt }: Pick<Incident, 'openedAt'>,
  { now, judging }: Pick<Situation, 'now' | 'judging'>,
): boolean {
  return now - Date.parse(openedAt) >= judging.persistentHours * HOUR_MS;
}

/**
 * Throttling that persists is a matter for a person, whatever its rule says of the first hours; that of single
 * recipients and connections is not.
 */
export function stanceOncePersistent(cause: Meaning): Stance {
  return isAboutTheSender(cause.category) && !isAboutOne(cause) ? 'intervention' : cause.stance;
}
