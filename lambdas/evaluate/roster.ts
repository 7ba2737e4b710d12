import type { Incident } from '../core/incidents/incident.ts';
import type { Incidents, Roster } from '../core/ports.ts';

/** Twice another evaluation may come first; a third time something is wrong. */
export const ATTEMPTS = 3;

/** Evaluations that ran at the same time and took each other's writes away. */
export class EvaluationConflictError extends Error {
  override readonly name = 'EvaluationConflictError';

  constructor() {
    super(`another evaluation wrote first ${ATTEMPTS} times: is evaluate running more than once at a time?`);
  }
}

/**
 * Notes that this time is judged, and every incident that is under way from now on; undefined where another evaluation
 * was first.
 */
export async function claim(
  roster: Roster,
  now: Date,
  decided: readonly Incident[],
  incidents: Incidents,
): Promise<Roster | undefined> {
  const claimed = {
    revision: roster.revision + 1,
    judgedAt: now.toISOString(),
    completeAt: roster.completeAt ?? roster.judgedAt ?? now.toISOString(),
    isps: namesUnderWay(decided).sort(),
  };
  return (await incidents.saveRoster(claimed)) ? claimed : undefined;
}

/** How far `completeAt` may lag behind (milliseconds): it need not be written every five minutes. */
const LAG = 3_600_000;

/** Notes that the evaluation of this claim has come to its end. Where another has written since, that one will. */
export async function complete(claimed: Roster, now: Date, incidents: Incidents): Promise<void> {
  if (now.getTime() - Date.parse(claimed.completeAt ?? '') < LAG) return;
  await incidents.saveRoster({
    ...claimed,
    revision: claimed.revision + 1,
    completeAt: now.toISOString(),
  });
}

/** The names that a roster loses when it is claimed for these incidents. */
export function droppedFrom(roster: Roster, decided: readonly Incident[]): string[] {
  const kept = new Set(namesUnderWay(decided));
  return roster.isps.filter((isp) => !kept.has(isp));
}

/**
 * Puts into the roster what is under way and not named there. Of two evaluations at once, one may begin an incident
 * whose name the other takes out, having seen no such incident. The first calls this after it has written the
 * incident, the other after it has written the roster and looked at what it dropped: whoever is later sees both.
 */
export async function keepNamed(known: readonly Incident[], incidents: Incidents): Promise<void> {
  const names = namesUnderWay(known);
  if (names.length === 0) return;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const roster = await incidents.roster();
    const isps = [...new Set([...roster.isps, ...names])].sort();
    if (isps.length === roster.isps.length) return;
    if (await incidents.saveRoster({ ...roster, revision: roster.revision + 1, isps })) return;
  }
  throw new EvaluationConflictError();
}

/** Those that must be looked at even where their figures have vanished. */
function namesUnderWay(incidents: readonly Incident[]): string[] {
  return incidents
    .filter(({ status, unsent }) => status === 'open' || unsent.length > 0)
    .map(({ isp }) => isp);
}
