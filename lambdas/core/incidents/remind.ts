import { endOf } from '../hour.ts';
import { isAboutTheSender, type Stance } from '../replies/category.ts';
import { isAboutOne, type Meaning } from '../replies/rule.ts';
import { type Circumstances, type Decision, tell, wordOf } from './decision.ts';
import type { Incident } from './incident.ts';
import { isSilent } from './silence.ts';
import { byWeight, noteTold, OPENING } from './told.ts';
import type { Verdict } from './verdict.ts';

const HOUR_MS = 3_600_000;

/** Who has just been told that it is worse need not hear at once that it lasts. */
const LEAST_REST_MS = HOUR_MS;

/** Tells again of what goes on; once when it persists, once when there is no traffic left to judge it by. */
export function remind(
  incident: Incident,
  verdicts: readonly Verdict[],
  { now, judging, silences }: Circumstances,
): Decision | undefined {
  const latest = latestWord(verdicts, now);
  if (isSilent(silences) || incident.unsent.length > 0 || !latest) return undefined;
  const at = new Date(now).toISOString();
  const untold = now - Date.parse(incident.toldAt);
  const isDue = untold >= judging.reminderHours * HOUR_MS;
  const hasPersisted = now - Date.parse(incident.openedAt) >= judging.persistentHours * HOUR_MS;
  const isPersistentNews = hasPersisted && !incident.told.persistent && untold >= LEAST_REST_MS;
  if (!isDue && !isPersistentNews) return undefined;

  if (latest.state === 'quiet') {
    if (incident.told.noTraffic) return undefined;
    const told = { ...incident.told, noTraffic: true };
    return wordOf('reminder', 'no-traffic', { ...incident, told, toldAt: at }, latest);
  }
  if (latest.state === 'fine') return undefined;

  const [ground] = byWeight(latest.grounds, OPENING);
  if (!ground) return undefined;
  const stance = hasPersisted ? onceItPersists(ground.cause) : ground.cause.stance;
  const next: Incident = {
    ...noteTold(incident, [latest]),
    toldAt: isDue ? at : incident.toldAt,
  };
  const told = {
    ...next.told,
    persistent: hasPersisted || next.told.persistent,
    intervention: next.told.intervention || stance === 'intervention',
  };
  return tell('reminder', { ...next, told }, latest, ground, {
    reason: isPersistentNews ? 'persistent' : ground.reason,
    stance,
    persistent: hasPersisted,
  });
}

/**
 * The latest hour that says how things stand; undefined while the hour that has just ended holds so little that
 * either traffic has stopped or its files are still coming.
 */
function latestWord(verdicts: readonly Verdict[], now: number): Verdict | undefined {
  const latest = verdicts.findLast(({ state, settled }) => state !== 'quiet' || settled);
  if (!latest || latest.state === 'quiet') return latest;
  const isOutdated = verdicts.some(
    (verdict) => verdict.hour > latest.hour && endOf(verdict.hour) <= now && !goesOnLike(latest, verdict),
  );
  return isOutdated ? undefined : latest;
}

/**
 * Where nothing is delivered anywhere, an hour cannot be read until it is settled. After a total block one that holds
 * refusals alone shows no end of it: what the block's last hour says still stands.
 */
function goesOnLike(latest: Verdict, next: Verdict): boolean {
  return latest.state === 'trouble' && latest.figures.delivered === 0 && next.isAwaited;
}

/**
 * Throttling that lasts is a matter for a person, whatever its rule says of the first hours; that of single recipients
 * and connections stays theirs.
 */
function onceItPersists(cause: Meaning): Stance {
  return isAboutTheSender(cause.category) && !isAboutOne(cause) ? 'intervention' : cause.stance;
}
