import type { Figures } from '../../figures/figures.ts';
import { sumOf } from '../../figures/merge.ts';
import { rateOf } from '../../figures/rates.ts';
import { queueParts, REST } from '../../names.ts';
import { matterOfDomain } from '../matter.ts';
import type { Matter } from '../matter.ts';
import { causeOfBlocking, causeOfThrottling, refusedOf, throttlingOfTheSender } from './cause.ts';
import type { RulesById } from './cause.ts';
import type { Progress } from './progress.ts';
import { byUrgency, OPENING } from './urgency.ts';
import { isTrouble } from './verdict.ts';
import type { Ground, Trouble, Verdict } from './verdict.ts';

/** This many domains in trouble in one hour are reported together. */
const MANY = 6;

/** What this share of the domains in trouble have in common is reported; one of the four kinds always has it. */
const COMMON = 0.25;

/**
 * What an hour says about the domains of `other` together: trouble if at least six of them are in trouble. The grounds
 * are those that a quarter of them have, each at its highest level; their cause is the rule that was met most at all of
 * `other`, since the replies of a single small domain may be unknown. Totals are those of the domains in trouble.
 *
 * @param other the figures of all of `other` in the hour: its evidence knows more than that of the domains
 * @param verdicts what the hour says about each domain
 */
export function judgeSmallReceivers(
  { hour, isSettled }: Pick<Progress, 'hour' | 'isSettled'>,
  other: Figures,
  verdicts: ReadonlyMap<Matter, Verdict>,
  rules: RulesById,
): Verdict {
  const all = [...verdicts.values()];
  const base = { hour, isSettled, isAwaited: all.some(({ isAwaited }) => isAwaited) };
  const inTrouble = [...verdicts].flatMap(([matter, verdict]) =>
    isTrouble(verdict) ? [{ matter, verdict }] : [],
  );
  const troubles = inTrouble.map(({ verdict }) => verdict);
  const common = inTrouble.length < MANY ? [] : commonGrounds(troubles);
  const [first, ...rest] = common.map((grounds) => joined(grounds, other, rules));
  if (!first) {
    const hasVolume = all.some((verdict) => verdict.hasVolume);
    return { ...base, state: hasVolume ? 'fine' : 'quiet', hasVolume, figures: other };
  }
  const evidence = evidenceOf(
    inTrouble.map(({ matter }) => matter),
    other,
  );
  return {
    ...base,
    state: 'trouble',
    hasVolume: true,
    figures: { ...sumOf(troubles.map(({ figures }) => figures)), evidence },
    concerned: inTrouble
      .sort((a, b) => refusals(b.verdict) - refusals(a.verdict) || (a.matter < b.matter ? -1 : 1))
      .map(({ matter, verdict }) => ({ matter, rate: rateOf(verdict.figures) ?? 0 })),
    grounds: [first, ...rest],
  };
}

/** The grounds of each kind that many domains have in common, most frequent kind first. */
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

/** Grounds of one kind as one, at their highest level and with the lowest limit of that level. */
function joined(grounds: readonly Ground[], other: Figures, rules: RulesById): Ground {
  const [highest] = byUrgency(grounds, OPENING);
  if (!highest) throw new RangeError('there are no grounds of a kind that was met');
  const { severity } = highest;
  if (highest.reason === 'immediate') {
    const { cause } = refusedOf(highest.cause.category, other, rules);
    return { ...highest, cause, refused: refusedInAll(grounds) };
  }
  const limits = grounds.filter((ground) => ground.severity === severity).flatMap(({ limit }) => limit ?? []);
  const limit = Math.min(...limits);
  if (highest.reason === 'blocked') return { ...highest, limit, cause: causeOfBlocking(other, rules) };
  const throttling = severity === 'critical' ? throttlingOfTheSender(other, rules) : other;
  return { ...highest, limit, cause: causeOfThrottling(throttling, rules), aboutOne: 0 };
}

function refusedInAll(grounds: readonly Ground[]): { deferred: number; blocked: number } {
  const sum = { deferred: 0, blocked: 0 };
  for (const ground of grounds) {
    if (ground.reason !== 'immediate') continue;
    sum.deferred += ground.refused.deferred;
    sum.blocked += ground.refused.blocked;
  }
  return sum;
}

/** The evidence of `other` without the queues of domains that are in no trouble: nobody should be sent there. */
function evidenceOf(matters: readonly Matter[], { evidence }: Figures): Figures['evidence'] {
  const inTrouble = new Set(matters);
  const isKept = (queue: string) => queue === REST || inTrouble.has(matterOfDomain(queueParts(queue).domain));
  return Object.fromEntries(
    Object.entries(evidence).map(([rule, met]) => {
      const queues = Object.fromEntries(Object.entries(met.queues).filter(([queue]) => isKept(queue)));
      return [rule, { ...met, queues }];
    }),
  );
}

function refusals({ figures }: Verdict): number {
  return figures.throttled + figures.blocked;
}
