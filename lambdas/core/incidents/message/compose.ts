import { blockedRateOf, rateOf } from '../../figures/rates.ts';
import { isoHour, isoInstant } from '../../hour.ts';
import { isSourceOf, sourceParts } from '../../names.ts';
import { fillCommands } from '../../powermta/commands.ts';
import type { Isp, IspId } from '../../receivers/isp.ts';
import { adviceFor } from '../../replies/advice.ts';
import { alertIdOf } from '../alert.ts';
import type { Alert } from '../alert.ts';
import type { Ground } from '../judge/verdict.ts';
import type { Decision, Persistence } from '../life-cycle/decision.ts';
import { idleIps, placeOf } from '../life-cycle/place.ts';
import type { Place } from '../life-cycle/place.ts';
import { domainOf, EVERYONE, SMALL_RECEIVERS } from '../matter.ts';
import type { Matter } from '../matter.ts';
import type { AlertAdvice } from './alert-advice.ts';
import { adviceWithoutTrouble } from './no-trouble-advice.ts';
import type { Story } from './story.ts';
import { subjectOf } from './subject.ts';
import { textOf } from './text.ts';

/** An ISP's name as people write it, and its postmaster's pages. */
export type IspNames = (isp: IspId) => Pick<Isp, 'name' | 'postmaster'> | undefined;

/** Puts a decision into words. The same decision gives the same alert, letter by letter. */
export function compose(decision: Decision, now: number, names: IspNames): Alert {
  const { kind, reason, severity, category, stance, limit, decidedBy, place, incident } = decision;
  const { matter, sequence } = incident;
  const { blamed, ips, vmtas, queues, domains } = place;
  const story = storyOf(decision, now, names);
  return {
    alertId: alertIdOf(incident, kind),
    sequence,
    isp: matter,
    kind,
    severity,
    category,
    stance,
    reason,
    hour: isoHour(decidedBy.hour),
    at: isoInstant(now),
    rate: story.rate === null ? null : Number(story.rate.toFixed(4)),
    limit,
    subject: subjectOf(story),
    text: textOf(story),
    advice: story.advice,
    scope: { kind: blamed, ips, vmtas, queues, domains },
  };
}

function storyOf(decision: Decision, now: number, names: IspNames): Story {
  const { ground, otherGrounds, decidedBy, place, incident, persistence } = decision;
  const { figures, concerned = [] } = decidedBy;
  const idle = idleIpsIn(decision);
  const advice = adviceOf(decision, idle);
  const target = advice.restart ? oneQueueOf(place) : placeToSend(place, idle);
  const commands = fillCommands(commandsOf(decision, advice), target);
  const restart = fillCommands(advice.restart ?? [], target);
  return {
    ...decision,
    ...named(incident.matter, names),
    advice: {
      meaning: advice.meaning,
      do: [...(persistence === 'lasting' ? advice.persistent : advice.do)],
      avoid: [...advice.avoid],
      commands: [...commands, ...restart].map(({ line }) => line),
    },
    commands,
    restart,
    idleIps: idle,
    now,
    concerned: concerned.map(({ matter, rate }) => ({ name: named(matter, names).name, rate })),
    rate: rateOf(figures),
    blockedRate: blockedRateOf(figures),
    besides: otherGrounds.map((other) => ({
      ground: other,
      firstStep: firstStepOf(other, incident.matter, persistence),
      ips: placeOf(figures, other).ips,
    })),
    sample: (ground && figures.evidence[ground.cause.id]?.sample) ?? null,
  };
}

function commandsOf(
  { persistence }: Decision,
  { commands, persistentCommands }: AlertAdvice,
): readonly string[] {
  return persistence === 'lasting' ? (persistentCommands ?? commands) : commands;
}

/** The first step of the advice; for throttling that persists, of the advice for that: the operator has waited. */
function firstStepOf({ reason, cause }: Ground, matter: Matter, persistence: Persistence): string {
  const advice = adviceFor(cause, matter);
  const [step] = reason === 'rate' && persistence !== 'not-yet' ? advice.persistent : advice.do;
  return step ?? '';
}

function named(matter: Matter, names: IspNames): Pick<Story, 'name' | 'postmaster'> {
  if (matter === EVERYONE) return { name: 'Several providers', postmaster: [] };
  if (matter === SMALL_RECEIVERS) return { name: 'Small receivers', postmaster: [] };
  const domain = domainOf(matter);
  if (domain !== undefined) return { name: domain, postmaster: [] };
  const known = names(matter);
  return { name: known?.name ?? matter, postmaster: known?.postmaster ?? [] };
}

function adviceOf(decision: Decision, idle: readonly string[]): AlertAdvice {
  const { ground, incident } = decision;
  if (ground) return adviceFor(ground.cause, incident.matter);
  const isAll = idle.length === refusedIps(decision).length;
  return adviceWithoutTrouble(decision, idle.length === 0 ? 'none' : isAll ? 'all' : 'some');
}

/** Where commands apply: everywhere but in the queues of vmtas that were seen only with idle addresses. */
function placeToSend(place: Place, idle: readonly string[]): Place {
  const isSending = (queue: string) => {
    const own = place.sources.filter((source) => isSourceOf(queue, source));
    return own.length === 0 || own.some((source) => !idle.includes(sourceParts(source).ip));
  };
  return { ...place, queues: place.queues.filter(isSending) };
}

/** The one queue and IP to start again with; the IP is one of the queue's own if any of these is named. */
function oneQueueOf(place: Place): Place {
  const { queues, ips, sources } = place;
  const [queue = ''] = queues;
  const ownIps = new Set(
    sources.filter((source) => isSourceOf(queue, source)).map((source) => sourceParts(source).ip),
  );
  const own = ips.find((ip) => ownIps.has(ip));
  return { ...place, queues: queues.slice(0, 1), ips: [own ?? ips[0] ?? ''] };
}

/** The refused addresses from which nothing was accepted in the hour that shows a recovery. */
function idleIpsIn(decision: Decision): string[] {
  return decision.reason === 'recovered' ? idleIps(decision.decidedBy.figures, refusedIps(decision)) : [];
}

/** The addresses that any alert of the incident named, also those that were paused before others were refused. */
function refusedIps({ place, incident }: Decision): string[] {
  return [...new Set([...incident.told.ips, ...place.ips])];
}
