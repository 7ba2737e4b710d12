import { hoursFrom, shiftHour } from '../../hour.ts';
import type { Hour } from '../../hour.ts';
import { isClear } from '../judge/verdict.ts';
import type { Verdict } from '../judge/verdict.ts';
import { reportNoTrouble } from './decision.ts';
import type { Decision, Situation } from './decision.ts';
import type { Incident } from './incident.ts';
import { isMuted } from './muting.ts';
import { recoveryOf } from './recovery.ts';

/** Ends an open incident: recovered, or without traffic for so long that there is nothing to wait for. */
export function resolve(incident: Incident, situation: Situation): Decision | undefined {
  const { verdicts, judging, mutes } = situation;
  if (isMuted(mutes)) return undefined;
  const recovery = recoveryOf(incident, situation);
  if (recovery) return recovered(incident, recovery, shiftHour(recovery.hour, 1 - judging.clearHours));

  const last = verdicts.findLast(({ isSettled }) => isSettled);
  if (!last) return undefined;
  const { lastTrouble, lastVolume } = incident;
  const isLongSince = (hour: Hour) => hoursFrom(hour, last.hour).length > judging.noTrafficHours;
  // A sender that is active one hour a day never has two clear hours in a row: one is enough.
  const clear = verdicts.findLast((verdict) => isClear(verdict) && verdict.hour > lastTrouble);
  if (clear && isLongSince(lastTrouble)) return recovered(incident, clear, clear.hour);
  return isLongSince(lastVolume) ? withoutTraffic(incident, last) : undefined;
}

function recovered(incident: Incident, decidedBy: Verdict, clearSince: Hour): Decision {
  return reportNoTrouble({
    kind: 'resolved',
    reason: 'recovered',
    incident: closed(incident, decidedBy.hour),
    decidedBy,
    clearSince,
  });
}

function withoutTraffic(incident: Incident, decidedBy: Verdict): Decision {
  return reportNoTrouble({
    kind: 'resolved',
    reason: 'no-traffic',
    incident: closed(incident, decidedBy.hour),
    decidedBy,
  });
}

function closed(incident: Incident, hour: Hour): Incident {
  return { ...incident, status: 'resolved', toldUntil: hour };
}
