import { later } from '../../hour.ts';
import { isTrouble } from '../judge/verdict.ts';
import type { Decision, Situation } from './decision.ts';
import { escalate } from './escalate.ts';
import type { Incident } from './incident.ts';
import { open } from './open.ts';
import { recoveryOf } from './recovery.ts';
import { remind } from './remind.ts';
import { resolve } from './resolve.ts';
import { worstOf } from './told.ts';

/**
 * Decides which alerts a matter calls for: arrow after arrow of the diagram in ../README.md, from the verdicts of the
 * look-back and from what has been told, until nothing is left to say; so deciding again at the same time says nothing
 * more.
 *
 * @param known its incident as it was stored; undefined if it never had one
 * @returns the decisions in order, and the incident as it stands after them
 */
export function decide(
  known: Incident | undefined,
  situation: Situation,
): { incident: Incident | undefined; decisions: readonly Decision[] } {
  const decisions: Decision[] = [];
  let incident = known?.status === 'open' ? withLastHours(known, situation) : known;
  for (let next = nextArrow(incident, situation); next; next = nextArrow(incident, situation)) {
    decisions.push(next);
    incident = next.incident;
  }
  return { incident, decisions };
}

/** One arrow of the diagram; undefined if the incident stays as it is. */
function nextArrow(incident: Incident | undefined, situation: Situation): Decision | undefined {
  if (incident?.status !== 'open') return open(incident, situation);
  return escalate(incident, situation) ?? resolve(incident, situation) ?? remind(incident, situation);
}

/**
 * An open incident with its last hours of volume and of trouble, and the worst of its settled hours, muted or not; once
 * traffic is back, the notice that there was none is void.
 */
function withLastHours(incident: Incident, situation: Situation): Incident {
  const { firstHour, lastTrouble, lastVolume, told } = incident;
  const { verdicts } = situation;
  const recovery = recoveryOf(incident, situation);
  const troubles = verdicts.filter(isTrouble).filter(({ hour }) => hour >= firstHour);
  const ofIncident = troubles.filter(
    ({ hour, isSettled }) => isSettled && (!recovery || hour <= recovery.hour),
  );
  const volume = verdicts.findLast(({ state }) => state !== 'quiet');
  const noted = {
    ...incident,
    ...worstOf(ofIncident, incident),
    lastTrouble: later(lastTrouble, troubles.at(-1)?.hour),
  };
  if (!volume || volume.hour <= lastVolume) return noted;
  return { ...noted, lastVolume: volume.hour, told: { ...told, noTraffic: false } };
}
