import { isAboutTheSender, type Stance } from '../../replies/category.ts';
import { isAboutOne, type Meaning } from '../../replies/rule.ts';
import type { Situation } from './decision.ts';
import type { Incident } from './incident.ts';

const HOUR_MS = 3_600_000;

/** Whether an incident has been open for so long that the advice for what persists holds. */
export function hasPersisted(
  { openedAt }: Pick<Incident, 'openedAt'>,
  { now, settings }: Pick<Situation, 'now' | 'settings'>,
): boolean {
  return now - Date.parse(openedAt) >= settings.persistentHours * HOUR_MS;
}

/**
 * Throttling that persists is a matter for a person, whatever its rule says of the first hours; that of single
 * recipients and connections is not.
 */
export function stanceOncePersistent(cause: Meaning): Stance {
  return isAboutTheSender(cause.category) && !isAboutOne(cause) ? 'intervention' : cause.stance;
}
