import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import { mattersUnderWay } from '../core/incidents/roster.ts';
import type { Roster } from '../core/incidents/roster.ts';
import type { Incidents } from '../core/ports.ts';

/** Another evaluation may write first twice; a third time something is wrong. */
export const MAX_ROUNDS = 3;

/** Evaluations that ran at the same time and took each other's writes away. */
export class EvaluationConflictError extends Error {
  override readonly name = 'EvaluationConflictError';

  constructor() {
    super(
      `another evaluation wrote first ${MAX_ROUNDS} times: is evaluate running more than once at a time?`,
    );
  }
}

/** Notes that this time is judged, and every incident that is under way from now on; false if another wrote first. */
export async function noteJudged(
  roster: Roster,
  now: Date,
  decided: readonly Incident[],
  incidents: Incidents,
): Promise<boolean> {
  return incidents.saveRoster({
    revision: roster.revision + 1,
    judgedAt: now.toISOString(),
    matters: mattersUnderWay(decided).sort(),
  });
}

/**
 * Puts into the roster what is under way and not in it. Of two evaluations at once, one may begin an incident whose
 * matter the other takes out, having seen no such incident. The first calls this after it has written the incident, the
 * other after it has written the roster and looked at what it dropped: the later of the two sees both.
 */
export async function keepInRoster(known: readonly Incident[], incidents: Incidents): Promise<void> {
  const matters = mattersUnderWay(known);
  if (matters.length === 0) return;
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const roster = await incidents.roster();
    const all = [...new Set([...roster.matters, ...matters])].sort();
    if (all.length === roster.matters.length) return;
    if (await incidents.saveRoster({ ...roster, revision: roster.revision + 1, matters: all })) return;
  }
  throw new EvaluationConflictError();
}

/**
 * Sets the latest time judged back to now, so that evaluate judges again. Answers the future time that is taken back;
 * undefined if there is none.
 *
 * @throws EvaluationConflictError if evaluations wrote first again and again
 */
export async function takeBackFutureTime(incidents: Incidents, now: Date): Promise<string | undefined> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const roster = await incidents.roster();
    if (roster.judgedAt === null || Date.parse(roster.judgedAt) <= now.getTime()) return undefined;
    const next = { ...roster, revision: roster.revision + 1, judgedAt: now.toISOString() };
    if (await incidents.saveRoster(next)) return roster.judgedAt;
  }
  throw new EvaluationConflictError();
}
