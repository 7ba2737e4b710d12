import { endOf, HOUR_MS } from '../../hour.ts';
import { byUrgency, OPENING } from '../judge/urgency.ts';
import type { Quiet, Trouble, Verdict } from '../judge/verdict.ts';
import { reportNoTrouble, reportTrouble } from './decision.ts';
import type { Decision, Situation } from './decision.ts';
import type { Incident } from './incident.ts';
import { isMuted } from './muting.ts';
import { hasPersisted, stanceOncePersistent } from './persistence.ts';
import { withTold } from './told.ts';

/** The operator who has just read that it is worse need not read at once that it persists. */
const MIN_REST_MS = HOUR_MS;

/** Reminds of what goes on; once when it persists, once when there is no traffic left to judge it by. */
export function remind(incident: Incident, situation: Situation): Decision | undefined {
  const latest = latestWord(situation.verdicts, situation.now);
  if (isMuted(situation.mutes) || incident.unsent.length > 0 || !latest) return undefined;
  const due = whatIsDue(incident, situation);
  if (!due.isReminder && !due.isPersistenceNotice) return undefined;

  const at = new Date(situation.now).toISOString();
  if (latest.state === 'quiet') return remindOfNoTraffic(incident, latest, at);
  return latest.state === 'trouble' ? remindOfTrouble(incident, latest, due, at) : undefined;
}

interface Due {
  /** The interval between reminders is over. */
  isReminder: boolean;
  /** It has gone on for so long that the advice for what persists holds. */
  isPersistent: boolean;
  /** The operator has not been told that it persists, and has had some rest. */
  isPersistenceNotice: boolean;
}

function whatIsDue(incident: Incident, situation: Situation): Due {
  const rest = situation.now - Date.parse(incident.toldAt);
  const isPersistent = hasPersisted(incident, situation);
  return {
    isReminder: rest >= situation.judging.reminderHours * HOUR_MS,
    isPersistent,
    isPersistenceNotice: isPersistent && !incident.told.persistent && rest >= MIN_REST_MS,
  };
}

/** Once: while it stays quiet no other reminder follows. */
function remindOfNoTraffic(incident: Incident, decidedBy: Quiet, at: string): Decision | undefined {
  if (incident.told.noTraffic) return undefined;
  const told = { ...incident.told, noTraffic: true };
  return reportNoTrouble({
    kind: 'reminder',
    reason: 'no-traffic',
    incident: { ...incident, told, toldAt: at },
    decidedBy,
  });
}

function remindOfTrouble(
  incident: Incident,
  trouble: Trouble,
  { isReminder, isPersistent, isPersistenceNotice }: Due,
  at: string,
): Decision | undefined {
  const [ground] = byUrgency(trouble.grounds, OPENING);
  if (!ground) return undefined;
  const stance = isPersistent ? stanceOncePersistent(ground.cause) : ground.cause.stance;
  const next = withTold(incident, [trouble]);
  return reportTrouble({
    kind: 'reminder',
    trouble,
    ground,
    reason: isPersistenceNotice ? 'persistent' : ground.reason,
    stance,
    persistence: isPersistent ? 'lasting' : 'not-yet',
    incident: {
      ...next,
      toldAt: isReminder ? at : incident.toldAt,
      told: {
        ...next.told,
        persistent: next.told.persistent || isPersistent,
        intervention: next.told.intervention || stance === 'intervention',
      },
    },
  });
}

/**
 * The latest hour that says how things stand; undefined while the hour that has just ended holds so little that either
 * traffic has stopped or its files are still coming.
 */
function latestWord(verdicts: readonly Verdict[], now: number): Verdict | undefined {
  const latest = verdicts.findLast(({ state, isSettled }) => state !== 'quiet' || isSettled);
  if (!latest || latest.state === 'quiet') return latest;
  const isOutdated = verdicts.some(
    (verdict) => verdict.hour > latest.hour && endOf(verdict.hour) <= now && !goesOnLike(latest, verdict),
  );
  return isOutdated ? undefined : latest;
}

/**
 * If nothing is delivered anywhere, an hour cannot be read until it is settled. After a total block an hour of refusals
 * alone shows no end of it: what the block's last hour says still stands.
 */
function goesOnLike(latest: Verdict, next: Verdict): boolean {
  return latest.state === 'trouble' && latest.figures.delivered === 0 && next.isAwaited;
}
