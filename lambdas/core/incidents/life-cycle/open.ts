import type { Hour } from '../../hour.ts';
import { mostUrgent, OPENING } from '../judge/urgency.ts';
import { isTrouble } from '../judge/verdict.ts';
import type { Ground, Trouble } from '../judge/verdict.ts';
import { reportTrouble } from './decision.ts';
import type { Decision, Situation } from './decision.ts';
import { NOTHING_TOLD } from './incident.ts';
import type { Incident } from './incident.ts';
import { unmuted } from './muting.ts';
import { placeOf } from './place.ts';
import { recoveryFrom } from './recovery.ts';
import { isWorse, levelOf, withTold, worstOf } from './told.ts';

/**
 * Opens an incident for trouble that none has reported; or reopens the last one, if late files have worsened an hour
 * that it reported.
 *
 * @param before the last incident of the matter, resolved
 */
export function open(before: Incident | undefined, situation: Situation): Decision | undefined {
  const news = unmuted(situation.verdicts, situation.mutes).filter((trouble) => isUntold(trouble, before));
  const reported = hoursOfOneIncident(news, situation);
  const first = reported[0];
  const urgent = mostUrgent(reported, OPENING);
  if (!first || !urgent) return undefined;

  const isAgain = before !== undefined && first.hour <= (before.toldUntil ?? '');
  const incident = isAgain
    ? reopened(before, reported, urgent, situation)
    : begun(before, { first, news }, urgent, situation);
  return reportTrouble({ kind: 'opened', incident: withTold(incident, reported), ...urgent });
}

/** Whether the incident before has not reported an hour, or late files lifted it above all that was reported. */
function isUntold(trouble: Trouble, before: Incident | undefined): boolean {
  if (!before || trouble.hour > (before.toldUntil ?? '')) return true;
  return trouble.hour > (before.previousUntil ?? '') && isWorse(trouble, before);
}

/** The hours in trouble that make up one incident: what goes on; if nothing does, the first trouble that is over. */
function hoursOfOneIncident(news: readonly Trouble[], { verdicts, judging }: Situation): Trouble[] {
  const goingOn = news.filter(({ hour }) => !recoveryFrom(hour, verdicts, judging));
  if (goingOn.length > 0 || !news[0]) return goingOn;
  const recovery = recoveryFrom(news[0].hour, verdicts, judging);
  return news.filter(({ hour }) => !recovery || hour <= recovery.hour);
}

interface Urgent {
  trouble: Trouble;
  ground: Ground;
}

/** A new incident; it may have begun while it was muted. */
function begun(
  before: Incident | undefined,
  { first, news }: { first: Trouble; news: readonly Trouble[] },
  urgent: Urgent,
  situation: Situation,
): Incident {
  const since = troubleUntil(first.hour, before?.toldUntil ?? '', situation);
  const firstHour = since[0]?.hour ?? first.hour;
  const passedOver = news.findLast(({ hour }) => hour < firstHour);
  return {
    ...opening(before, urgent, situation),
    firstHour,
    previousUntil: latest(passedOver?.hour, before?.toldUntil),
    sequence: 0,
    ...worstOf(since),
  };
}

/** The same incident once more: its first hour stays and its sequence goes on, so that no `alertId` is used twice. */
function reopened(
  before: Incident,
  reported: readonly Trouble[],
  urgent: Urgent,
  situation: Situation,
): Incident {
  const { firstHour, previousUntil, sequence } = before;
  return {
    ...opening(before, urgent, situation),
    firstHour,
    previousUntil,
    sequence,
    ...worstOf(reported),
  };
}

/** What every incident begins with. */
function opening(before: Incident | undefined, { trouble, ground }: Urgent, { matter, now }: Situation) {
  const at = new Date(now).toISOString();
  return {
    matter,
    revision: before?.revision ?? 0,
    status: 'open' as const,
    toldUntil: null,
    openedAt: at,
    toldAt: at,
    highest: levelOf(ground),
    told: NOTHING_TOLD,
    category: ground.cause.category,
    stance: ground.cause.stance,
    place: placeOf(trouble.figures, ground),
    lastVolume: trouble.hour,
    lastTrouble: trouble.hour,
    unsent: before?.unsent ?? [],
  };
}

/** The trouble that led to an hour which is reported, muted or not, as far as it has not recovered in between. */
function troubleUntil(hour: Hour, after: Hour, { verdicts, judging }: Situation): Trouble[] {
  return verdicts.filter(isTrouble).filter((trouble) => {
    if (trouble.hour <= after || trouble.hour > hour) return false;
    const recovery = recoveryFrom(trouble.hour, verdicts, judging);
    return !recovery || recovery.hour > hour;
  });
}

function latest(...hours: readonly (Hour | null | undefined)[]): Hour | null {
  const known = hours.flatMap((hour) => hour ?? []).sort();
  return known.at(-1) ?? null;
}
