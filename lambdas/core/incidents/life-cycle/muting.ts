import { later, shiftHour } from '../../hour.ts';
import type { Hour } from '../../hour.ts';
import { IMMEDIATE } from '../../replies/category.ts';
import type { Category } from '../../replies/category.ts';
import type { JudgingSettings } from '../../settings.ts';
import { isTrouble } from '../judge/verdict.ts';
import type { Ground, Trouble, Verdict } from '../judge/verdict.ts';
import { EVERYONE } from '../matter.ts';
import type { Matter } from '../matter.ts';
import type { Incident } from './incident.ts';

/** While many are reported at once (by `everyone`, by `other`), each of them is muted. */
export interface Mute {
  /** The incident of the many is open, and no hour with enough volume has shown it to be over. */
  isActive: boolean;
  /** The first hour that it reported. */
  from: Hour;
  /** The last hour in which the many were in trouble. */
  lastTrouble: Hour;
  /** The last hour that it covers: of those after `lastTrouble` only what is over as well. */
  until: Hour;
  /** Hours up to this one belong to an earlier incident of the many: what was muted then is not reported now. */
  previousUntil: Hour | null;
  /** Refusals of these categories are muted too. Others do not wait, and the alert about the many says nothing of them. */
  immediate: readonly Category[];
  /** The same for an earlier incident of the many, whose alerts are no longer known: what it may have told of. */
  previousImmediate: readonly Category[];
}

/**
 * How an incident of many at once mutes one of them. What cannot wait is muted only for a matter that was among the
 * many: one that refuses for the same reason later, when they are few, was in no alert.
 *
 * Where traffic comes and goes, an open incident may wait a day for its clear hours, while each hour with traffic shows
 * that few are left. So it mutes no longer than it takes to end where there is traffic in every hour.
 *
 * @param verdicts what the hours say about the many
 */
export function muteOf(
  many: Incident,
  verdicts: readonly Verdict[],
  matter: Matter,
  { clearHours }: Pick<JudgingSettings, 'clearHours'>,
): Mute {
  const { firstHour, toldUntil, previousUntil, told } = many;
  const since = verdicts.filter(({ hour }) => hour >= firstHour);
  const lastTrouble = later(many.lastTrouble, since.filter(isTrouble).at(-1)?.hour);
  // The last of the clear hours settles in the one after it.
  const longest = shiftHour(lastTrouble, clearHours + 1);
  const lastJudged = since.findLast(({ state }) => state !== 'quiet')?.hour ?? firstHour;
  const wasAmong = since.some(({ concerned = [] }) => concerned.some((one) => one.matter === matter));
  return {
    isActive: many.status === 'open' && lastJudged <= longest,
    from: firstHour,
    lastTrouble,
    until: toldUntil !== null && toldUntil < longest ? toldUntil : longest,
    previousUntil,
    immediate: wasAmong ? told.immediate : [],
    previousImmediate: many.matter === EVERYONE ? [] : IMMEDIATE,
  };
}

/** The trouble that may be reported, with those of its grounds that are not muted. */
export function unmuted(verdicts: readonly Verdict[], mutes: readonly Mute[]): Trouble[] {
  const goesOn = isStillInTrouble(verdicts);
  return verdicts.filter(isTrouble).flatMap((trouble) => {
    const [first, ...rest] = trouble.grounds.filter(
      (ground) => !mutes.some((mute) => isMutedBy(mute, trouble.hour, ground, goesOn)),
    );
    return first ? [{ ...trouble, grounds: [first, ...rest] as const }] : [];
  });
}

/** Whether no hour after the last one in trouble says that it is over. */
function isStillInTrouble(verdicts: readonly Verdict[]): boolean {
  return verdicts.findLast(({ state }) => state !== 'quiet')?.state === 'trouble';
}

function isMutedBy(
  { isActive, from, lastTrouble, until, previousUntil, immediate, previousImmediate }: Mute,
  hour: Hour,
  { reason, cause }: Ground,
  goesOn: boolean,
): boolean {
  const isEarlier = previousUntil !== null && hour <= previousUntil;
  const wasCovered = hour >= from && hour <= (goesOn ? lastTrouble : until);
  const told = isEarlier ? previousImmediate : immediate;
  return (isEarlier || isActive || wasCovered) && (reason !== 'immediate' || told.includes(cause.category));
}

/** Whether many are reported at once now: then one of them is neither reminded of nor ended. */
export function isMuted(mutes: readonly Mute[]): boolean {
  return mutes.some(({ isActive }) => isActive);
}
