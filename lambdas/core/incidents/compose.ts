import { blockedRateOf, rateOf } from '../figures/rates.ts';
import { isoHour, isoInstant } from '../hour.ts';
import { fillCommands, type Where } from '../powermta/commands.ts';
import { type Isp, OTHER } from '../receivers/isp.ts';
import { adviceFor } from '../replies/advice.ts';
import type { Advice } from '../replies/rule.ts';
import type { Alert } from './alert.ts';
import { EVERYONE } from './everyone.ts';
import type { Decision } from './decision.ts';
import { wasLastClear } from './incident.ts';
import {
  NO_LONGER_EVERYONE,
  NO_LONGER_MANY_SMALL,
  NO_TRAFFIC_AFTER_A_CLEAR_HOUR,
  NO_TRAFFIC_FOR_LONG_AFTER_A_CLEAR_HOUR,
  NO_TRAFFIC_FOR_LONG,
  NO_TRAFFIC_NOW,
  RECOVERED,
  RECOVERED_WITHOUT_THE_REFUSED,
} from './restart.ts';
import { SMALL_RECEIVERS } from './small-receivers.ts';
import type { Story } from './story.ts';
import { subjectOf } from './subject.ts';
import { textOf } from './text.ts';
import { placeOf, silentOf } from './where.ts';

/** How an ISP is called, and where its postmaster is met. */
export type IspNames = (isp: string) => Pick<Isp, 'name' | 'postmaster'> | undefined;

/** Puts a decision into words. The same decision gives the same alert, letter by letter. */
export function compose(decision: Decision, now: number, names: IspNames): Alert {
  const { kind, reason, severity, category, stance, limit, judged, scope, incident } = decision;
  const { isp, firstHour, sequence } = incident;
  const rate = rateOf(judged.figures);
  const story: Story = {
    ...decision,
    ...named(isp, names),
    advice: adviceOf(decision),
    silent: refusedAndSilent(decision),
    now,
    concerned: (judged.concerned ?? []).map(({ isp, rate }) => ({ name: named(isp, names).name, rate })),
    rate,
    blockedRate: blockedRateOf(judged.figures),
    besides: decision.others.map((ground) => ({
      ground,
      firstStep: adviceFor(ground.cause, isp).do[0] ?? '',
      ips: placeOf(judged.figures, ground).scope.ips,
    })),
    sample: (decision.cause && judged.figures.evidence[decision.cause.id]?.sample) ?? null,
  };
  return {
    alertId: `${isp}/${firstHour}/${kind}/${sequence}`,
    sequence,
    isp,
    kind,
    severity,
    category,
    stance,
    reason,
    hour: isoHour(judged.hour),
    at: isoInstant(now),
    rate: rate === null ? null : Number(rate.toFixed(4)),
    limit,
    subject: subjectOf(story),
    text: textOf(story),
    advice: story.advice,
    scope,
  };
}

function named(isp: string, names: IspNames): Pick<Story, 'name' | 'postmaster'> {
  if (isp === EVERYONE) return { name: 'Several providers', postmaster: [] };
  if (isp === SMALL_RECEIVERS) return { name: 'Small receivers', postmaster: [] };
  if (isp.startsWith(`${OTHER}:`)) return { name: isp.slice(OTHER.length + 1), postmaster: [] };
  const known = names(isp);
  return { name: known?.name ?? isp, postmaster: known?.postmaster ?? [] };
}

function adviceOf(decision: Decision): Alert['advice'] {
  const { cause, persistent, scope, sources, incident } = decision;
  const chosen = cause ? adviceFor(cause, incident.isp) : adviceWithoutTrouble(decision);
  const where = chosen.commandsFor === 'one-queue' ? firstOf(scope, sources) : { ...scope, sources };
  return {
    meaning: chosen.meaning,
    do: [...(persistent ? chosen.persistent : chosen.do)],
    avoid: [...chosen.avoid],
    commands: fillCommands(chosen.commands, where),
  };
}

/** The one queue and IP to start again with: the IP is one of the queue's own. */
function firstOf({ queues, ips }: Alert['scope'], sources: readonly string[]): Where {
  const [queue = ''] = queues;
  const vmta = queue.slice(queue.indexOf('/') + 1);
  const own = ips.find((ip) => sources.includes(`${vmta} ${ip}`));
  return { queues: queues.slice(0, 1), ips: [own ?? ips[0] ?? ''], sources };
}

const NO_LONGER_AT_ONCE: ReadonlyMap<string, Advice> = new Map([
  [EVERYONE, NO_LONGER_EVERYONE],
  [SMALL_RECEIVERS, NO_LONGER_MANY_SMALL],
]);

function adviceWithoutTrouble(decision: Decision): Advice {
  const { kind, reason, incident } = decision;
  if (reason === 'recovered') {
    const silent = refusedAndSilent(decision);
    const isWithout = silent.length > 0 && silent.length === refusedIn(decision).length;
    return NO_LONGER_AT_ONCE.get(incident.isp) ?? (isWithout ? RECOVERED_WITHOUT_THE_REFUSED : RECOVERED);
  }
  if (wasLastClear(incident)) {
    return kind === 'resolved' ? NO_TRAFFIC_FOR_LONG_AFTER_A_CLEAR_HOUR : NO_TRAFFIC_AFTER_A_CLEAR_HOUR;
  }
  return kind === 'resolved' ? NO_TRAFFIC_FOR_LONG : NO_TRAFFIC_NOW;
}

function refusedAndSilent(decision: Decision): string[] {
  const { reason, judged } = decision;
  return reason === 'recovered' ? silentOf(judged.figures, refusedIn(decision)) : [];
}

/** The addresses that the alerts named, also those that were paused before others were refused. */
function refusedIn({ scope, incident }: Decision): string[] {
  return [...new Set([...incident.told.ips, ...scope.ips])];
}
