import { endOf, type Hour, hoursFrom, shiftHour } from '../hour.ts';
import { type Category, isAboutTheSender, type Stance } from '../replies/category.ts';
import { isAboutOne, type Rule } from '../replies/rule.ts';
import type { JudgingSettings } from '../settings.ts';
import { type Decision, resolve, tell, wordOf } from './decision.ts';
import type { Incident } from './incident.ts';
import {
  byWeight,
  isNews,
  isWorse,
  levelOf,
  noteTold,
  OPENING,
  rank,
  weightiest,
  WORSENING,
} from './told.ts';
import { type Ground, isClear, type Matter, type Trouble, type Verdict } from './verdict.ts';
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

/** While many are told of at once (the sender's own side, many small receivers), single ones stay silent. */
export interface Silence {
  /** It lasts: nothing is told of any hour. */
  now: boolean;
  /** The hours that it told of, both included. */
  from: Hour;
  through: Hour | null;
  /** Hours up to this one are those of an earlier time of many at once: whoever was silent then has nothing to tell now. */
  after: Hour | null;
  /** What cannot wait is told of all the same, but for these categories, which are told of of the many. */
  immediate: readonly Category[];
}

/** What a decision depends on beside the verdicts. */
export interface Circumstances {
  /** Milliseconds. */
  now: number;
  judging: JudgingSettings;
  silences: readonly Silence[];
}

const HOUR_MS = 3_600_000;

/** Who has just been told that it is worse need not hear at once that it lasts. */
const LEAST_REST_MS = HOUR_MS;

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
  const firstHour = telling[0]?.hour;
  if (!found || !firstHour) return undefined;
  const { trouble, ground } = found;

  const again = before && firstHour <= through;
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
    worstRate: null,
    told: { intervention: false, blocked: false, immediate: [], persistent: false, noTraffic: false },
    category: ground.cause.category,
    stance: ground.cause.stance,
    ...placeOf(trouble.figures, ground),
    lastVolume: trouble.hour,
    lastTrouble: trouble.hour,
    unsent: before?.unsent ?? [],
  };
  return tell('opened', noteTold(incident, telling), trouble, ground);
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

/** Tells again of what goes on; once when it persists, once when there is no traffic left to judge it by. */
function remind(
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

/** The trouble that may be told of: all of it, or in a silence only what cannot wait. */
function heard(verdicts: readonly Verdict[], silences: readonly Silence[]): Trouble[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.state !== 'trouble') return [];
    const [first, ...rest] = verdict.grounds.filter(
      (ground) => !silences.some((silence) => isSilenced(ground, verdict.hour, silence)),
    );
    return first ? [{ ...verdict, grounds: [first, ...rest] as const }] : [];
  });
}

function isSilenced(
  { reason, cause }: Ground,
  hour: Hour,
  { now, from, through, after, immediate }: Silence,
): boolean {
  if (after !== null && hour <= after) return true;
  const lasts = now || (hour >= from && through !== null && hour <= through);
  return lasts && (reason !== 'immediate' || immediate.includes(cause.category));
}

function isSilent(silences: readonly Silence[]): boolean {
  return silences.some(({ now }) => now);
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

/**
 * Throttling that lasts is a matter for a person, whatever its rule says of the first hours; that of single recipients
 * and connections stays theirs.
 */
function onceItPersists(rule: Rule): Stance {
  return isAboutTheSender(rule.category) && !isAboutOne(rule) ? 'intervention' : rule.stance;
}
