import { type Hour, hourOf, hoursFrom, shiftHour } from '../core/hour.ts';
import type { Alert } from '../core/incidents/alert.ts';
import { rulesById } from '../core/incidents/cause.ts';
import { compose, type IspNames } from '../core/incidents/compose.ts';
import { EVERYONE } from '../core/incidents/everyone.ts';
import type { Incident } from '../core/incidents/incident.ts';
import { judgeAll, type Verdicts } from '../core/incidents/judge-all.ts';
import { type Circumstances, decide, type Silence } from '../core/incidents/life-cycle.ts';
import type { Matter } from '../core/incidents/verdict.ts';
import type { AlertChannel, FiguresStore, Incidents, Roster } from '../core/ports.ts';
import type { Isp, IspId } from '../core/receivers/isp.ts';
import type { Rule } from '../core/replies/rule.ts';
import type { JudgingSettings, Settings } from '../core/settings.ts';
import { deliver, UnsentAlertsError } from './deliver.ts';

export interface EvaluatePorts {
  figures: FiguresStore;
  incidents: Incidents;
  alerts: AlertChannel;
}

export interface EvaluateContext {
  settings: Settings;
  directory: { isps: readonly Isp[] };
  catalogue: { rules: readonly Rule[] };
}

/** What an evaluation came to. */
export interface Evaluation {
  /** A later time had been judged already, so nothing was done. */
  skipped: boolean;
  /** The alerts that were sent, leftovers of earlier evaluations included. */
  sent: Alert[];
}

/** Evaluations that ran at the same time and took each other's writes away. */
class EvaluationConflictError extends Error {
  override readonly name = 'EvaluationConflictError';
}

/** Twice another evaluation may come first; a third time something is wrong. */
const ATTEMPTS = 3;

/**
 * Judges the look-back and tells of what is news.
 *
 * 1. Nothing is done where a later time has been judged.
 * 2. What an earlier evaluation left unsent is sent.
 * 3. Figures and incidents are read; everything is decided without further reading.
 * 4. The roster names every incident that will be under way, before it is.
 * 5. Each incident is written with its unsent alerts in one conditional write.
 * 6. The alerts are sent, and marked as sent.
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
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const evaluation = await evaluateOnce(now, ports, context);
    if (evaluation) return evaluation;
  }
  throw new EvaluationConflictError(
    `another evaluation wrote first ${ATTEMPTS} times: is evaluate running more than once at a time?`,
  );
}

async function evaluateOnce(
  now: Date,
  ports: EvaluatePorts,
  context: EvaluateContext,
): Promise<Evaluation | undefined> {
  const roster = await ports.incidents.roster();
  if (roster.judgedAt !== null && Date.parse(roster.judgedAt) > now.getTime()) {
    return { skipped: true, sent: [] };
  }
  const known = await loadAll([EVERYONE, ...roster.isps], ports.incidents);
  const leftovers = await deliver([...known.values()], ports);
  for (const incident of leftovers.incidents) known.set(incident.isp, incident);

  const { settings } = context;
  const hours = lookBack(now, settings.judging);
  const rules = rulesById(context.catalogue.rules);
  const stored = await ports.figures.ofHours(hours);
  const verdicts = judgeAll({ hours, stored, known: known.keys(), now: now.getTime() }, settings, rules);
  const unknown = verdicts.inTrouble.filter((matter) => !known.has(matter));
  for (const [isp, incident] of await loadAll(unknown, ports.incidents)) known.set(isp, incident);

  const decided = decideAll(known, verdicts, now, context);
  if (!(await claim(roster, now, decided, ports.incidents))) return undefined;
  const changed = decided.filter((incident) => !isSame(incident, known.get(incident.isp)));
  const saved: Incident[] = [];
  for (const incident of changed) {
    const next = { ...incident, revision: incident.revision + 1 };
    if (!(await ports.incidents.save(next))) return undefined;
    saved.push(next);
  }
  const news = await deliver(saved, ports);
  const failures = [...leftovers.failures, ...news.failures];
  if (failures.length > 0) throw new UnsentAlertsError(failures);
  return { skipped: false, sent: [...leftovers.sent, ...news.sent] };
}

/** The hours to judge: the look-back before the running hour, and the running hour where it has begun. */
export function lookBack(now: Date, { lookBackHours, clearHours }: JudgingSettings): Hour[] {
  const last = hourOf(now.getTime() - 1);
  return hoursFrom(shiftHour(hourOf(now.getTime()), -Math.max(lookBackHours, clearHours + 1)), last);
}

async function loadAll(isps: readonly string[], incidents: Incidents): Promise<Map<string, Incident>> {
  const known = new Map<string, Incident>();
  for (const isp of new Set(isps)) {
    const incident = await incidents.load(isp);
    if (incident) known.set(isp, incident);
  }
  return known;
}

/** Decides on the sender's own side first, since that silences the ISPs. */
function decideAll(
  known: ReadonlyMap<string, Incident>,
  verdicts: Verdicts,
  now: Date,
  { settings, directory }: EvaluateContext,
): Incident[] {
  const names = namesIn(directory.isps);
  const circumstances = { now: now.getTime(), judging: settings.judging };
  const decideOn = (matter: Matter, silence: Silence | null): Incident[] => {
    const all = matter === EVERYONE ? verdicts.everyone : verdicts.of(matter);
    const incident = decideAndCompose(matter, known.get(matter), all, { ...circumstances, silence }, names);
    return incident ? [incident] : [];
  };
  const everyone = decideOn(EVERYONE, null);
  const silence = silenceOf(everyone[0]);
  const matters = new Set([...known.keys(), ...verdicts.inTrouble]);
  matters.delete(EVERYONE);
  return [...everyone, ...[...matters].sort().flatMap((matter) => decideOn(matter, silence))];
}

function decideAndCompose(
  matter: Matter,
  known: Incident | undefined,
  verdicts: Parameters<typeof decide>[2],
  circumstances: Circumstances,
  names: IspNames,
): Incident | undefined {
  const { incident, decisions } = decide(matter, known, verdicts, circumstances);
  if (!incident) return undefined;
  const alerts = decisions.map((decision) => compose(decision, circumstances.now, names));
  return { ...incident, unsent: [...incident.unsent, ...alerts] };
}

function silenceOf(everyone: Incident | undefined): Silence | null {
  if (!everyone) return null;
  return { now: everyone.status === 'open', from: everyone.firstHour, through: everyone.through };
}

function namesIn(isps: readonly Isp[]): IspNames {
  const byId = new Map<IspId, Isp>(isps.map((isp) => [isp.id, isp]));
  return (isp) => byId.get(isp);
}

/** Notes that this time is judged, and every incident that is under way from now on. */
async function claim(
  roster: Roster,
  now: Date,
  decided: readonly Incident[],
  incidents: Incidents,
): Promise<boolean> {
  const underWay = decided.filter(({ status, unsent }) => status === 'open' || unsent.length > 0);
  return incidents.saveRoster({
    revision: roster.revision + 1,
    judgedAt: now.toISOString(),
    isps: underWay.map(({ isp }) => isp).sort(),
  });
}

function isSame(incident: Incident, known: Incident | undefined): boolean {
  return JSON.stringify(incident) === JSON.stringify(known);
}
