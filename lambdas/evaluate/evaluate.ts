import { hourOf, hoursFrom, shiftHour } from '../core/hour.ts';
import type { Hour } from '../core/hour.ts';
import { decideAll } from '../core/incidents/decide-all.ts';
import { rulesById } from '../core/incidents/judge/cause.ts';
import type { JudgeHour } from '../core/incidents/judge/judge-hour.ts';
import { judgeLookBack } from '../core/incidents/judge/judge-look-back.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import { EVERYONE, SMALL_RECEIVERS } from '../core/incidents/matter.ts';
import type { Matter } from '../core/incidents/matter.ts';
import type { IspNames } from '../core/incidents/message/compose.ts';
import { mattersUnderWay } from '../core/incidents/roster.ts';
import type { Roster } from '../core/incidents/roster.ts';
import type { AlertChannel, FiguresStore, Incidents } from '../core/ports.ts';
import type { Isp, IspId } from '../core/receivers/isp.ts';
import type { Meaning } from '../core/replies/rule.ts';
import type { JudgingSettings, Settings } from '../core/settings.ts';
import { counted } from '../core/text/plain-text.ts';
import { deliver } from './deliver.ts';
import { IncidentReader } from './incident-reader.ts';
import { EvaluationConflictError, keepInRoster, MAX_ROUNDS, noteJudged } from './roster.ts';

export interface EvaluatePorts {
  figures: FiguresStore;
  incidents: Incidents;
  alerts: AlertChannel;
}

export interface EvaluateContext {
  settings: Settings;
  directory: { isps: readonly Isp[] };
  catalogue: { rules: readonly Meaning[] };
  /** Whether there is time to send another alert; by default there always is. */
  hasTimeToSend?: () => boolean;
  /** Judges an hour in place of `judgeHour`, to the same result: for a caller that knows what it has judged before. */
  judge?: JudgeHour;
}

/**
 * What an evaluation could not do beside all that it did: alerts that could not be sent, which stay in the outbox and are
 * sent first by the next one, and incidents that cannot be read.
 */
export class UnfinishedEvaluationError extends AggregateError {
  override readonly name = 'UnfinishedEvaluationError';

  constructor(failures: readonly unknown[]) {
    const reasons = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
    super(
      failures,
      `${counted(failures.length, 'fault')}; all else is judged and sent:\n${reasons.join('\n')}`,
    );
  }
}

/** What an evaluation came to. */
export interface Evaluation {
  /** The later time that had been judged already, so that nothing was done; null otherwise. */
  skippedFor: string | null;
}

/**
 * Judges the look-back and reports what is news.
 *
 * 1. Nothing is done if a later time has been judged.
 * 2. What an earlier evaluation left unsent is sent.
 * 3. Figures and incidents are read; everything is decided without further reading.
 * 4. The roster names every incident that will be under way, before it is.
 * 5. Each incident is written with its unsent alerts in one conditional write. An evaluation at the same time may have
 *    taken its matter out of the roster before that, or begun the incident whose matter this one took out: whichever
 *    writes later sees the other's write, and puts the matter back.
 * 6. The alerts are sent, and marked as sent.
 *
 * If it is interrupted anywhere, the next evaluation finds the alerts in the outbox, or decides the same again. If
 * another evaluation wrote first, everything is decided anew. An incident of one ISP or domain that cannot be read is left
 * alone: all others are reported, and the evaluation fails in the end. Without the roster, the figures or the incidents
 * of many at once nothing true could be said: if one of them cannot be read, it fails right away.
 *
 * @throws UnfinishedEvaluationError if alerts could not be sent, or an incident not be read
 * @throws EvaluationConflictError if other evaluations wrote first again and again
 */
export async function evaluate(
  now: Date,
  ports: EvaluatePorts,
  context: EvaluateContext,
): Promise<Evaluation> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const outcome = await evaluateOnce(now, ports, context);
    if (outcome === 'lost') continue;
    if (outcome.failures.length > 0) throw new UnfinishedEvaluationError(outcome.failures);
    return { skippedFor: outcome.skippedFor };
  }
  throw new EvaluationConflictError();
}

/** What one round came to; `lost` if another evaluation wrote first. */
type Outcome = 'lost' | { skippedFor: string | null; failures: unknown[] };

async function evaluateOnce(now: Date, ports: EvaluatePorts, context: EvaluateContext): Promise<Outcome> {
  const roster = await ports.incidents.roster();
  if (roster.judgedAt !== null && Date.parse(roster.judgedAt) > now.getTime()) {
    return { skippedFor: roster.judgedAt, failures: [] };
  }
  const reader = new IncidentReader(ports.incidents);
  const underWay = await reader.of([EVERYONE, SMALL_RECEIVERS, ...roster.matters]);
  const { hasTimeToSend = () => true } = context;
  const leftovers = await deliver(underWay, ports, hasTimeToSend);

  const read = { figures: ports.figures, reader, underWay: leftovers.incidents };
  const { known, decided } = await judgeAndDecide(now, read, context);
  const matters = stillUnderWay(roster, decided, reader);
  if (!(await noteJudged(roster, now, matters, ports.incidents))) return 'lost';
  const changed = decided.filter((incident) => !isSame(incident, known.get(incident.matter)));
  const saved = await saveAll(changed, ports.incidents);
  const dropped = roster.matters.filter((matter) => !matters.includes(matter));
  await keepInRoster([...saved, ...(await reader.of(dropped))], ports.incidents);
  if (saved.length < changed.length) return 'lost';

  const news = await deliver(saved, ports, hasTimeToSend);
  return { skippedFor: null, failures: [...reader.failures, ...leftovers.failures, ...news.failures] };
}

/** The matters that a roster names from now on; those it names whose incident cannot be read stay. */
function stillUnderWay(
  roster: Roster,
  decided: readonly Incident[],
  { unreadable }: IncidentReader,
): Matter[] {
  return [...mattersUnderWay(decided), ...roster.matters.filter((matter) => unreadable.has(matter))];
}

/**
 * Judges the look-back, and decides on what is under way and on what is in trouble.
 *
 * @returns the incidents as they were stored, and all as they stand now
 */
async function judgeAndDecide(
  now: Date,
  {
    figures,
    reader,
    underWay,
  }: { figures: FiguresStore; reader: IncidentReader; underWay: readonly Incident[] },
  { settings, catalogue, directory, judge }: EvaluateContext,
): Promise<{ known: ReadonlyMap<Matter, Incident>; decided: Incident[] }> {
  const hours = lookBack(now, settings.judging);
  const verdicts = judgeLookBack(
    { hours, stored: await figures.ofHours(hours), now: now.getTime() },
    { settings, rules: rulesById(catalogue.rules) },
    judge,
  );
  const loaded = new Set(underWay.map(({ matter }) => matter));
  const others = verdicts.inTrouble.filter((matter) => !loaded.has(matter));
  const stored = [...underWay, ...(await reader.of(others))];
  const known = new Map(stored.map((incident) => [incident.matter, incident]));
  const decided = decideAll({
    known,
    leftOut: reader.unreadable,
    verdicts,
    now: now.getTime(),
    judging: settings.judging,
    names: namesIn(directory.isps),
  });
  return { known, decided };
}

/** The hours to judge: the look-back before the running hour, and the running hour if it has begun. */
export function lookBack(now: Date, judging: JudgingSettings): Hour[] {
  const last = hourOf(now.getTime() - 1);
  return hoursFrom(shiftHour(hourOf(now.getTime()), -hoursLookedBack(judging)), last);
}

/** How many hours before the running one are judged: at least as many as an all-clear needs. */
export function hoursLookedBack({ lookBackHours, clearHours, settledAfterMinutes }: JudgingSettings): number {
  // Only settled hours are clear.
  const least = clearHours + Math.max(1, Math.ceil(settledAfterMinutes / 60));
  return Math.max(lookBackHours, least);
}

function namesIn(isps: readonly Isp[]): IspNames {
  const byId = new Map<IspId, Isp>(isps.map((isp) => [isp.id, isp]));
  return (isp) => byId.get(isp);
}

/** Writes incidents until another evaluation comes first; returns those that were written. */
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
