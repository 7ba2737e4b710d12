import { asOf } from '../core/incidents/life-cycle/as-of.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import { mattersUnderWay } from '../core/incidents/roster.ts';
import type { Roster } from '../core/incidents/roster.ts';
import { EVERYONE, SMALL_RECEIVERS } from '../core/incidents/matter.ts';
import type { Matter } from '../core/incidents/matter.ts';
import type { Incidents } from '../core/ports.ts';
import { UnreadableItemError } from '../core/store-error.ts';

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
  matters: readonly Matter[],
  incidents: Incidents,
): Promise<boolean> {
  return incidents.saveRoster({
    revision: roster.revision + 1,
    judgedAt: now.toISOString(),
    matters: matters.toSorted(),
  });
}

/**
 * Puts into the roster what is under way and not in it. Of two evaluations at once, one may begin an incident whose
 * matter the other takes out, having seen no such incident. The first calls this after it has written the incident, the
 * other after it has written the roster and looked at what it dropped: the later of the two sees both.
 *
 * @throws EvaluationConflictError if other evaluations wrote first again and again
 */
export async function keepInRoster(known: readonly Incident[], incidents: Incidents): Promise<void> {
  const underWay = mattersUnderWay(known);
  if (underWay.length === 0) return;
  await changeRoster(incidents, (roster) => {
    const matters = [...new Set([...roster.matters, ...underWay])].sort();
    return matters.length === roster.matters.length ? undefined : { ...roster, matters };
  });
}

/**
 * Sets the latest judged time back to now, so that evaluate judges again, after what it told of hours that have not
 * ended: trouble in them would count as told.
 *
 * @param isps whose incidents are looked at, beside those under way; of single receivers of `other`, resolved ones cannot
 *   be found
 * @returns the future time that is taken back; undefined if there is none
 * @throws EvaluationConflictError if evaluations wrote first again and again
 */
export async function takeBackFutureTime(
  incidents: Incidents,
  now: Date,
  isps: readonly Matter[],
): Promise<string | undefined> {
  const { matters, judgedAt } = await incidents.roster();
  if (judgedAt === null || Date.parse(judgedAt) <= now.getTime()) return undefined;
  for (const matter of new Set([EVERYONE, SMALL_RECEIVERS, ...matters, ...isps])) {
    await takeBackWhatWasTold(matter, now, incidents);
  }
  const before = await changeRoster(incidents, (roster) => {
    const isFuture = roster.judgedAt !== null && Date.parse(roster.judgedAt) > now.getTime();
    return isFuture ? { ...roster, judgedAt: now.toISOString() } : undefined;
  });
  return before?.judgedAt ?? undefined;
}

async function takeBackWhatWasTold(matter: Matter, now: Date, incidents: Incidents): Promise<void> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const stored = await loadReadable(matter, incidents);
    const asOfNow = stored && asOf(stored, now.getTime());
    if (!asOfNow || asOfNow === stored) return;
    if (await incidents.save({ ...asOfNow, revision: stored.revision + 1 })) return;
  }
  throw new EvaluationConflictError();
}

/** An incident that another version wrote is left alone, as evaluate leaves it: all others must go on. */
async function loadReadable(matter: Matter, incidents: Incidents): Promise<Incident | undefined> {
  try {
    return await incidents.load(matter);
  } catch (failure) {
    if (failure instanceof UnreadableItemError) return undefined;
    throw failure;
  }
}

/**
 * Changes the roster as it is now, and once more if another wrote first.
 *
 * @param change the roster as it should be; undefined if it is so already
 * @returns the roster before the change; undefined if nothing had to be changed
 */
async function changeRoster(
  incidents: Incidents,
  change: (roster: Roster) => Roster | undefined,
): Promise<Roster | undefined> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const roster = await incidents.roster();
    const changed = change(roster);
    if (!changed) return undefined;
    if (await incidents.saveRoster({ ...changed, revision: roster.revision + 1 })) return roster;
  }
  throw new EvaluationConflictError();
}
