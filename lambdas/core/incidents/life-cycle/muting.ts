import type { Hour } from '../../hour.ts';
import { IMMEDIATE } from '../../replies/category.ts';
import type { Category } from '../../replies/category.ts';
import { isTrouble } from '../judge/verdict.ts';
import type { Ground, Trouble, Verdict } from '../judge/verdict.ts';
import { EVERYONE } from '../matter.ts';
import type { Matter } from '../matter.ts';
import type { Incident } from './incident.ts';

/** While many are reported at once (by `everyone`, by `other`), each of them is muted. */
export interface Mute {
  /** The incident of the many is open. */
  isActive: boolean;
  /** The first hour that it reported. */
  from: Hour;
  /** The last hour that it reported; null while it is open. */
  until: Hour | null;
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
 * @param verdicts what the hours say about the many
 */
export function muteOf(
  { matter: many, status, firstHour, toldUntil, previousUntil, told }: Incident,
  verdicts: readonly Verdict[],
  matter: Matter,
): Mute {
  const wasAmong = verdicts.some(
    ({ hour, concerned = [] }) => hour >= firstHour && concerned.some((one) => one.matter === matter),
  );
  return {
    isActive: status === 'open',
    from: firstHour,
    until: toldUntil,
    previousUntil,
    immediate: wasAmong ? told.immediate : [],
    previousImmediate: many === EVERYONE ? [] : IMMEDIATE,
  };
}

/** The trouble that may be reported, with those of its grounds that are not muted. */
export function unmuted(verdicts: readonly Verdict[], mutes: readonly Mute[]): Trouble[] {
  return verdicts.filter(isTrouble).flatMap((trouble) => {
    const [first, ...rest] = trouble.grounds.filter(
      (ground) => !mutes.some((mute) => isMutedBy(mute, trouble.hour, ground)),
    );
    return first ? [{ ...trouble, grounds: [first, ...rest] as const }] : [];
  });
}

function isMutedBy(
  { isActive, from, until, previousUntil, immediate, previousImmediate }: Mute,
  hour: Hour,
  { reason, cause }: Ground,
): boolean {
  const isEarlier = previousUntil !== null && hour <= previousUntil;
  const isCovered = isEarlier || isActive || (hour >= from && until !== null && hour <= until);
  const told = isEarlier ? previousImmediate : immediate;
  return isCovered && (reason !== 'immediate' || told.includes(cause.category));
}

/** Whether many are reported at once now: then one of them is neither reminded of nor ended. */
export function isMuted(mutes: readonly Mute[]): boolean {
  return mutes.some(({ isActive }) => isActive);
}
