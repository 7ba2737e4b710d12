import { type Hour, hourOf, hoursFrom, shiftHour } from '../core/hour.ts';
import type { Alert } from '../core/incidents/alert.ts';
import { rulesById } from '../core/incidents/cause.ts';
import { compose, type IspNames } from '../core/incidents/compose.ts';
import type { Circumstances } from '../core/incidents/decision.ts';
import { EVERYONE } from '../core/incidents/everyone.ts';
import type { Incident } from '../core/incidents/incident.ts';
import { isDomain, judgeAll, type Verdicts } from '../core/incidents/judge-all.ts';
import { decide } from '../core/incidents/life-cycle.ts';
import { type Silence, silenceOf } from '../core/incidents/silence.ts';
import { SMALL_RECEIVERS } from '../core/incidents/small-receivers.ts';
import type { Matter, Verdict } from '../core/incidents/verdict.ts';
import type { AlertChannel, FiguresStore, Incidents } from '../core/ports.ts';
import type { Isp, IspId } from '../core/receivers/isp.ts';
import type { Meaning } from '../core/replies/rule.ts';
import type { JudgingSettings, Settings } from '../core/settings.ts';
import { deliver, UnsentAlertsError } from './deliver.ts';
import { ATTEMPTS, claim, complete, droppedFrom, EvaluationConflictError, keepNamed } from './roster.ts';

export interface EvaluatePorts {
  figures: FiguresStore;
  incidents: Incidents;
  alerts: AlertChannel;
}

export interface EvaluateContext {
  settings: Settings;
  directory: { isps: readonly Isp[] };
  catalogue: { rules: readonly Meaning[] };
  /** Whether another alert may still be begun; without it there is time for all. */
  hasTimeToSend?: () => boolean;
}

/** What an evaluation came to. */
export interface Evaluation {
  /** The later time that had been judged already, so that nothing was done; null otherwise. */
  skippedFor: string | null;
  /** The alerts that were sent, leftovers of earlier evaluations included. */
  sent: Alert[];
}

/**
 * Judges the look-back and tells of what is news.
 *
 * 1. Nothing is done where a later time has been judged.
 * 2. What an earlier evaluation left unsent is sent.
 * 3. Figures and incidents are read; everything is decided without further reading.
 * 4. The roster names every incident that will be under way, before it is.
 * 5. Each incident is written with its unsent alerts in one conditional write. An evaluation at the same time may have
 *    taken its name out of the roster before that, or begun the incident whose name this one took out: whichever
 *    writes later sees the other's write, and puts the name back.
 * 6. The alerts are sent, and marked as sent. Then the evaluation is complete: what none has completed is judged again.
 *
 * Interrupted anywhere, the next evaluation finds the alerts in the outbox, or decides the same again. Where another
 * evaluation wrote first, everything is decided anew.
 *
 * @throws UnsentAlertsError where alerts could not be sent; they stay in the outbox
 */
export async function evaluate(
  now: Date,
  ports: EvaluatePorts,
  context: EvaluateContext,
): Promise<Evaluation> {
  const sent: Alert[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await evaluateOnce(now, ports, context, sent);
    if (outcome === 'judged') return { skippedFor: null, sent };
    if (outcome !== 'lost') return { skippedFor: outcome.judgedAt, sent };
  }
  throw new EvaluationConflictError();
}

const HOUR_MS = 3_600_000;

/** What it sends it adds to `sent`. `lost`: another evaluation wrote first. A time: it is later, and judged already. */
async function evaluateOnce(
  now: Date,
  ports: EvaluatePorts,
  context: EvaluateContext,
  sent: Alert[],
): Promise<'judged' | 'lost' | { judgedAt: string }> {
  const roster = await ports.incidents.roster();
  const { judgedAt } = roster;
  if (judgedAt !== null && Date.parse(judgedAt) > now.getTime()) return { judgedAt };
  const known = await loadAll([EVERYONE, SMALL_RECEIVERS, ...roster.isps], ports.incidents);
  const { settings, hasTimeToSend = () => true } = context;
  const leftovers = await deliver([...known.values()], ports, hasTimeToSend);
  sent.push(...leftovers.sent);
  for (const incident of leftovers.incidents) known.set(incident.isp, incident);

  const hours = lookBack(now, settings.judging, roster.completeAt ?? judgedAt);
  const rules = rulesById(context.catalogue.rules);
  const stored = await ports.figures.ofHours(hours);
  const verdicts = judgeAll({ hours, stored, known: known.keys(), now: now.getTime() }, settings, rules);
  const unknown = verdicts.inTrouble.filter((matter) => !known.has(matter));
  for (const [isp, incident] of await loadAll(unknown, ports.incidents)) known.set(isp, incident);

  const decided = decideAll(known, verdicts, now, context);
  const claimed = await claim(roster, now, decided, ports.incidents);
  if (!claimed) return 'lost';
  const changed = decided.filter((incident) => !isSame(incident, known.get(incident.isp)));
  const saved = await saveAll(changed, ports.incidents);
  const dropped = await loadAll(droppedFrom(roster, decided), ports.incidents);
  await keepNamed([...saved, ...dropped.values()], ports.incidents);
  if (saved.length < changed.length) return 'lost';
  const news = await deliver(saved, ports, hasTimeToSend);
  sent.push(...news.sent);
  await complete(claimed, now, ports.incidents);
  const failures = [...leftovers.failures, ...news.failures];
  if (failures.length > 0) throw new UnsentAlertsError(failures, sent);
  return 'judged';
}

/** So many hours are judged at the most, however long no evaluation has run. */
const MOST_HOURS = 48;

/**
 * The hours to judge: the look-back before the running hour, and the running hour where it has begun. Where evaluations
 * have failed or were not called for hours, also those that they would have judged.
 *
 * @param completeAt the latest evaluation that came to its end, or an hour before; null before the first time
 */
export function lookBack(now: Date, judging: JudgingSettings, completeAt: string | null): Hour[] {
  const { lookBackHours, clearHours, settledAfterMinutes } = judging;
  const last = hourOf(now.getTime() - 1);
  // Only settled hours are clear.
  const least = Math.max(lookBackHours, clearHours + Math.max(1, Math.ceil(settledAfterMinutes / 60)));
  const missed = completeAt === null ? 0 : Math.floor((now.getTime() - Date.parse(completeAt)) / HOUR_MS) - 1;
  const reach = Math.max(least, Math.min(least + missed, MOST_HOURS));
  return hoursFrom(shiftHour(hourOf(now.getTime()), -reach), last);
}

async function loadAll(isps: readonly string[], incidents: Incidents): Promise<Map<string, Incident>> {
  const known = new Map<string, Incident>();
  for (const isp of new Set(isps)) {
    const incident = await incidents.load(isp);
    if (incident) known.set(isp, incident);
  }
  return known;
}

/** Decides first on the sender's own side, then on many small receivers at once: either silences single ones. */
function decideAll(
  known: ReadonlyMap<string, Incident>,
  verdicts: Verdicts,
  now: Date,
  { settings, directory }: EvaluateContext,
): Incident[] {
  const names = namesIn(directory.isps);
  const circumstances = { now: now.getTime(), judging: settings.judging };
  const decideOn = (matter: Matter, all: readonly Verdict[], silences: readonly Silence[]): Incident[] => {
    const incident = decideAndCompose(matter, known.get(matter), all, { ...circumstances, silences }, names);
    return incident ? [incident] : [];
  };
  const everyone = decideOn(EVERYONE, verdicts.everyone, []);
  const ofEveryone = (matter: Matter) =>
    everyone.map((incident) => silenceOf(incident, verdicts.everyone, matter));
  const small = decideOn(SMALL_RECEIVERS, verdicts.smallReceivers, ofEveryone(SMALL_RECEIVERS));
  const ofMany = (matter: Matter) =>
    isDomain(matter)
      ? [
          ...ofEveryone(matter),
          ...small.map((incident) => silenceOf(incident, verdicts.smallReceivers, matter)),
        ]
      : ofEveryone(matter);
  const matters = new Set([...known.keys(), ...verdicts.inTrouble]);
  matters.delete(EVERYONE);
  matters.delete(SMALL_RECEIVERS);
  const single = [...matters]
    .sort()
    .flatMap((matter) => decideOn(matter, verdicts.of(matter), ofMany(matter)));
  return [...everyone, ...small, ...single];
}

function decideAndCompose(
  matter: Matter,
  known: Incident | undefined,
  verdicts: readonly Verdict[],
  circumstances: Circumstances,
  names: IspNames,
): Incident | undefined {
  const { incident, decisions } = decide(matter, known, verdicts, circumstances);
  if (!incident) return undefined;
  const alerts = decisions.map((decision) => compose(decision, circumstances.now, names));
  return { ...incident, unsent: [...incident.unsent, ...alerts] };
}

function namesIn(isps: readonly Isp[]): IspNames {
  const byId = new Map<IspId, Isp>(isps.map((isp) => [isp.id, isp]));
  return (isp) => byId.get(isp);
}

/** Writes incidents until another evaluation comes first; answers those that were written. */
async function saveAll(changed: readonly Incident[], incidents: Incidents): Promise<Incident[]> {
  const saved: Incident[] = [];
  for (const incident of changed) {
    const next = { ...incident, revision: incident.revision + 1 };
    if (!(await incidents.save(next))) break;
    saved.push(next);
  }
  return saved;
}

function isSame(incident: Incident, known: Incident | undefined): boolean {
  return JSON.stringify(incident) === JSON.stringify(known);
}
