import { type Hour, hoursFrom, shiftHour } from '../hour.ts';
import type { JudgingSettings } from '../settings.ts';
import { type Circumstances, type Decision, resolve, tell } from './decision.ts';
import type { Incident } from './incident.ts';
import { remind } from './remind.ts';
import { heard, isSilent } from './silence.ts';
import {
  isNews,
  isWorse,
  levelOf,
  noteTold,
  OPENING,
  rank,
  weightiest,
  WORSENING,
  worstRateOf,
} from './told.ts';
import { isClear, type Matter, type Trouble, type Verdict } from './verdict.ts';
import { placeOf } from './where.ts';

/**
 * The life of an incident:
 *
 *             trouble that was not told of
 *   (none) ------------------------------------> open --- higher level, patience -> intervention,
 *   resolved -----------------------------------> |  ^    throttled -> blocked: `escalated`
 *      ^                                          |  +--- every 4 h, once at 2 h, once without traffic: `reminder`
 *      +--- 2 clear hours, or one and no trouble for 24 h: `recovered` --+
 *      +--- 24 h without traffic: `no-traffic` --------------------------+
 *
 * Everything is decided from the verdicts of the look-back and what has been told, over and over until nothing is
 * left to say; so deciding again at the same time says nothing more.
 */

/**
 * What is to be told of one matter.
 *
 * @param verdicts of the look-back, hours in order, without gaps
 * @returns the decisions in order; the last one's `incident`, or `known` with what was merely noted
 */
export function decide(
  matter: Matter,
  known: Incident | undefined,
  verdicts: readonly Verdict[],
  circumstances: Circumstances,
): { incident: Incident | undefined; decisions: readonly Decision[] } {
  const decisions: Decision[] = [];
  let incident = known?.status === 'open' ? noteVolume(known, verdicts) : known;
  for (;;) {
    const decision: Decision | undefined =
      incident?.status === 'open'
        ? (escalate(incident, verdicts, circumstances) ?? end(incident, verdicts, circumstances))
        : open(matter, incident, verdicts, circumstances);
    if (!decision) break;
    decisions.push(decision);
    incident = decision.incident;
  }
  const reminder =
    incident?.status === 'open' && decisions.length === 0
      ? remind(incident, verdicts, circumstances)
      : undefined;
  if (!reminder) return { incident, decisions };
  return { incident: reminder.incident, decisions: [reminder] };
}

/** Opens an incident for trouble that none has told of, or one again whose hours late files have made worse. */
function open(
  matter: Matter,
  before: Incident | undefined,
  verdicts: readonly Verdict[],
  circumstances: Circumstances,
): Decision | undefined {
  const through = before?.through ?? '';
  const fresh = heard(verdicts, circumstances.silences).filter(
    (trouble) =>
      trouble.hour > through || (before && trouble.hour > (before.after ?? '') && isWorse(trouble, before)),
  );
  const telling = oneMatter(fresh, verdicts, circumstances.judging);
  const found = weightiest(telling, OPENING);
  const toldFrom = telling[0]?.hour;
  if (!found || !toldFrom) return undefined;
  const { trouble, ground } = found;

  const again = before && toldFrom <= through;
  const lasting = again ? telling : troubleUntil(toldFrom, through, verdicts, circumstances.judging);
  const firstHour = lasting[0]?.hour ?? toldFrom;
  const passedOver = fresh.findLast(({ hour }) => hour < firstHour);
  const at = new Date(circumstances.now).toISOString();
  const incident: Incident = {
    isp: matter,
    revision: before?.revision ?? 0,
    status: 'open',
    firstHour: again ? before.firstHour : firstHour,
    after: again ? before.after : later(passedOver?.hour, before?.through),
    through: null,
    sequence: again ? before.sequence : 0,
    openedAt: at,
    toldAt: at,
    highest: levelOf(ground),
    worstRate: worstRateOf(lasting),
    told: {
      intervention: false,
      blocked: false,
      immediate: [],
      bounced: [],
      ips: [],
      persistent: false,
      noTraffic: false,
    },
    category: ground.cause.category,
    stance: ground.cause.stance,
    ...placeOf(trouble.figures, ground),
    lastVolume: trouble.hour,
    lastTrouble: trouble.hour,
    unsent: before?.unsent ?? [],
  };
  return tell('opened', noteTold(incident, telling), trouble, ground);
}

/** The trouble that led to an hour which is told of: it may have begun in a silence. */
function troubleUntil(
  hour: Hour,
  after: Hour,
  verdicts: readonly Verdict[],
  judging: JudgingSettings,
): Trouble[] {
  return verdicts
    .filter((verdict) => verdict.state === 'trouble')
    .filter((trouble) => {
      if (trouble.hour <= after || trouble.hour > hour) return false;
      const recovered = recoveredAt(trouble.hour, verdicts, judging);
      return !recovered || recovered.hour > hour;
    });
}

function later(...hours: readonly (Hour | null | undefined)[]): Hour | null {
  return (
    hours
      .flatMap((hour) => hour ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** Of hours in trouble those that make up one incident: what goes on; where nothing does, the first that is over. */
function oneMatter(
  fresh: readonly Trouble[],
  verdicts: readonly Verdict[],
  judging: JudgingSettings,
): Trouble[] {
  const lasting = fresh.filter(({ hour }) => !recoveredAt(hour, verdicts, judging));
  if (lasting.length > 0 || !fresh[0]) return lasting;
  const over = recoveredAt(fresh[0].hour, verdicts, judging);
  return fresh.filter(({ hour }) => !over || hour <= over.hour);
}

/** Tells of an open incident that has become worse: higher, a matter for a person, blocked, or not to be waited for. */
function escalate(
  incident: Incident,
  verdicts: readonly Verdict[],
  { now, judging, silences }: Circumstances,
): Decision | undefined {
  const end = isSilent(silences) ? undefined : recoveredAt(incident.firstHour, verdicts, judging);
  const told = heard(verdicts, silences).filter(
    ({ hour }) => hour > (incident.after ?? '') && (end === undefined || hour <= end.hour),
  );
  const news = told.flatMap((trouble) => {
    const grounds = trouble.grounds.filter((ground) => isNews(ground, incident));
    return grounds.length > 0 ? [{ ...trouble, grounds, whole: trouble }] : [];
  });
  const found = weightiest(news, WORSENING);
  if (!found) return undefined;
  const { trouble, ground } = found;
  const higher = rank(ground.severity) >= rank(incident.highest.severity);
  const severity = higher ? ground.severity : incident.highest.severity;
  const next = {
    ...noteTold(incident, told),
    toldAt: new Date(now).toISOString(),
    highest: rank(ground.severity) > rank(incident.highest.severity) ? levelOf(ground) : incident.highest,
  };
  return tell('escalated', next, trouble.whole, ground, {
    severity,
    limit: higher || ground.limit === null ? ground.limit : incident.highest.limit,
  });
}

/** Ends an open incident: recovered, or without traffic for so long that there is nothing to wait for. */
function end(
  incident: Incident,
  verdicts: readonly Verdict[],
  { judging, silences }: Circumstances,
): Decision | undefined {
  if (isSilent(silences)) return undefined;
  const recovered = recoveredAt(incident.firstHour, verdicts, judging);
  if (recovered) return resolve(incident, recovered, shiftHour(recovered.hour, 1 - judging.clearHours));
  const last = verdicts.findLast(({ settled }) => settled);
  const lastTrouble = incident.lastTrouble ?? incident.lastVolume;
  if (!last || hoursFrom(lastTrouble, last.hour).length <= judging.noTrafficHours) return undefined;
  // Who sends for one hour a day never has two clear hours in a row.
  const clear = verdicts.findLast((verdict) => isClear(verdict) && verdict.hour > lastTrouble);
  return clear ? resolve(incident, clear, clear.hour) : resolve(incident, last);
}

/** The hour that ends the first row of clear hours from an hour on. */
function recoveredAt(
  from: Hour,
  verdicts: readonly Verdict[],
  { clearHours }: Pick<JudgingSettings, 'clearHours'>,
): Verdict | undefined {
  let row = 0;
  return verdicts.find((verdict) => {
    row = verdict.hour >= from && isClear(verdict) ? row + 1 : 0;
    return row === clearHours;
  });
}

function noteVolume(incident: Incident, verdicts: readonly Verdict[]): Incident {
  const trouble = verdicts.findLast(({ state }) => state === 'trouble');
  const noted =
    trouble && trouble.hour > (incident.lastTrouble ?? incident.lastVolume)
      ? { ...incident, lastTrouble: trouble.hour }
      : incident;
  const last = verdicts.findLast(({ state }) => state !== 'quiet');
  if (!last || last.hour <= incident.lastVolume) return noted;
  return { ...noted, lastVolume: last.hour, told: { ...incident.told, noTraffic: false } };
}
