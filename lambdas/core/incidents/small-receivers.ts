import { emptyFigures, type Figures } from '../figures/figures.ts';
import { addFigures } from '../figures/merge.ts';
import { rateOf } from '../figures/rates.ts';
import type { Hour } from '../hour.ts';
import { OTHER } from '../receivers/isp.ts';
import {
  causeOfBlocking,
  causeOfThrottling,
  refusedOf,
  type RulesById,
  throttlingOfTheSender,
} from './cause.ts';
import { domainOf } from './other-domains.ts';
import { byWeight, OPENING } from './told.ts';
import type { Ground, Matter, Trouble, Verdict } from './verdict.ts';

/** The matter of many domains of `other` at once: an alert for each of them would be a flood. */
export const SMALL_RECEIVERS: Matter = OTHER;

/** So many domains in trouble in one hour are told of together. */
const MANY = 6;

/** What this share of the domains in trouble have in common is told of; one of the four kinds always has it. */
const COMMON = 0.25;

/**
 * What an hour says about the domains of `other` together: trouble where at least six of them are in trouble. The
 * grounds are those that a quarter of them have, each at its highest level; their cause is the rule that was met most at
 * all of `other`, since the replies of a single small domain may be unknown. Totals are those of the domains in trouble.
 *
 * @param other the figures of the hour, of which the evidence is
 * @param verdicts of the domains in this hour
 */
export function judgeSmallReceivers(
  hour: Hour,
  settled: boolean,
  other: Figures,
  verdicts: ReadonlyMap<Matter, Verdict>,
  rules: RulesById,
): Verdict {
  const inTrouble = [...verdicts].flatMap(([matter, verdict]) =>
    verdict.state === 'trouble' ? [{ matter, verdict }] : [],
  );
  const judged = { hour, settled, isAwaited: [...verdicts.values()].some(({ isAwaited }) => isAwaited) };
  const [first, ...rest] =
    inTrouble.length < MANY
      ? []
      : commonGrounds(inTrouble.map(({ verdict }) => verdict)).map((of) => inOne(of, other, rules));
  if (!first) {
    const enough = [...verdicts.values()].some((verdict) => verdict.enough);
    return { ...judged, state: enough ? 'fine' : 'quiet', enough, figures: other };
  }
  return {
    ...judged,
    state: 'trouble',
    enough: true,
    figures: {
      ...together(inTrouble.map(({ verdict }) => verdict)),
      evidence: evidenceOf(
        inTrouble.map(({ matter }) => matter),
        other,
      ),
    },
    concerned: inTrouble
      .sort((a, b) => refusals(b.verdict) - refusals(a.verdict) || (a.matter < b.matter ? -1 : 1))
      .map(({ matter, verdict }) => ({ isp: matter, rate: rateOf(verdict.figures) ?? 0 })),
    grounds: [first, ...rest],
  };
}

/** The grounds of one kind that many domains have in common, most frequent kind first. */
function commonGrounds(troubles: readonly Trouble[]): Ground[][] {
  const kinds = new Map<string, Ground[]>();
  for (const ground of troubles.flatMap(({ grounds }) => grounds)) {
    const kind = ground.reason === 'immediate' ? ground.cause.category : ground.reason;
    kinds.set(kind, [...(kinds.get(kind) ?? []), ground]);
  }
  return [...kinds.values()]
    .filter((grounds) => grounds.length >= COMMON * troubles.length)
    .sort((a, b) => b.length - a.length);
}

/** Grounds of one kind as one. */
function inOne(grounds: readonly Ground[], other: Figures, rules: RulesById): Ground {
  const [highest] = byWeight(grounds, OPENING);
  if (!highest) throw new RangeError('there are no grounds of a kind that was met');
  const { reason, severity } = highest;
  const limits = grounds.filter((ground) => ground.severity === severity).flatMap(({ limit }) => limit ?? []);
  const limit = limits.length > 0 ? Math.min(...limits) : null;
  if (reason === 'blocked') return { reason, severity, limit, cause: causeOfBlocking(other, rules) };
  if (reason === 'rate') {
    const throttling = severity === 'critical' ? throttlingOfTheSender(other, rules) : other;
    return { reason, severity, limit, cause: causeOfThrottling(throttling, rules) };
  }
  const { cause } = refusedOf(highest.cause.category, other, rules);
  const refused = { deferred: 0, blocked: 0 };
  for (const ground of grounds) {
    refused.deferred += ground.refused?.deferred ?? 0;
    refused.blocked += ground.refused?.blocked ?? 0;
  }
  return { reason, severity, limit, cause, refused };
}

/** The evidence of `other` without the queues of domains that are in no trouble: nobody is to be sent there. */
function evidenceOf(matters: readonly Matter[], { evidence }: Figures): Figures['evidence'] {
  const troubled = new Set(matters);
  const isTold = (queue: string) => queue === '(rest)' || troubled.has(`${OTHER}:${domainOf(queue)}`);
  return Object.fromEntries(
    Object.entries(evidence).map(([rule, met]) => {
      const queues = Object.fromEntries(Object.entries(met.queues).filter(([queue]) => isTold(queue)));
      return [rule, { ...met, queues }];
    }),
  );
}

function refusals({ figures }: Verdict): number {
  return figures.throttled + figures.blocked;
}

function together(verdicts: readonly Verdict[]): Figures {
  const sum = emptyFigures();
  for (const { figures } of verdicts) addFigures(sum, figures);
  return sum;
}
