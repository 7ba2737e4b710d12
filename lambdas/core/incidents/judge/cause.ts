import type { Counts, Figures } from '../../figures/figures.ts';
import { isAboutTheSender } from '../../replies/category.ts';
import type { Category } from '../../replies/category.ts';
import { UNCLASSIFIED } from '../../replies/catalogue.ts';
import { isAboutOne, isUrgent } from '../../replies/rule.ts';
import type { Meaning } from '../../replies/rule.ts';

/** What each rule of the catalogue means, by its id. */
export type RulesById = ReadonlyMap<string, Meaning>;

/** From this share of the throttled attempts on, replies that judge the sender are named as the cause. */
const WORTH_NAMING = 0.1;

/** Prepares a catalogue for looking up. */
export function rulesById(rules: readonly Meaning[]): RulesById {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** What a rate of throttling is made of. */
export type Throttling = Pick<Figures, 'delivered' | 'throttled' | 'byRule'>;

/** The throttling that can mean a limit of the sender: without replies about one recipient, connection or customer. */
export function throttlingOfTheSender(figures: Figures, rules: RulesById): Throttling {
  const aboutOne = known(figures.byRule, rules).filter(({ rule }) => isAboutOne(rule));
  const ids = new Set(aboutOne.map(({ rule }) => rule.id));
  return {
    delivered: figures.delivered,
    throttled: Math.max(0, figures.throttled - sum(aboutOne)),
    byRule: Object.fromEntries(Object.entries(figures.byRule).filter(([id]) => !ids.has(id))),
  };
}

/**
 * What most of the throttling is due to: the rule with most deferrals among those that judge the sender. Another 421 is
 * named only if these are next to nothing; full mailboxes never are.
 */
export function causeOfThrottling(figures: Throttling, rules: RulesById): Meaning {
  const met = known(figures.byRule, rules);
  const aboutTheSender = met.filter(({ rule }) => isAboutTheSender(rule.category));
  const others = met.filter(({ rule }) => !isAboutTheSender(rule.category) && rule.category !== 'recipient');
  const weighty = sum(aboutTheSender) >= WORTH_NAMING * figures.throttled;
  return first(weighty ? [aboutTheSender, others] : [others, aboutTheSender]);
}

/** What a rate of blocking is made of. */
export type Blocking = Pick<Figures, 'delivered' | 'blocked' | 'blockedByRule'>;

/** The bounces that block a sender, and not the mail to one customer of a provider. */
export function blockingOfTheSender(figures: Figures, rules: RulesById): Blocking {
  const ofOneCustomer = known(figures.blockedByRule, rules).filter(({ rule }) => rule.ofOneCustomer);
  const ids = new Set(ofOneCustomer.map(({ rule }) => rule.id));
  return {
    delivered: figures.delivered,
    blocked: Math.max(0, figures.blocked - sum(ofOneCustomer)),
    blockedByRule: Object.fromEntries(Object.entries(figures.blockedByRule).filter(([id]) => !ids.has(id))),
  };
}

/** What most of the bounces that block are due to. */
export function causeOfBlocking(figures: Pick<Figures, 'blockedByRule'>, rules: RulesById): Meaning {
  return first([known(figures.blockedByRule, rules)]);
}

/** Attempts of one category. */
export interface Refused {
  deferred: number;
  blocked: number;
}

/**
 * How many attempts of a category that does not wait for a rate were deferred or blocked, and by which rule most of
 * them. What waits all the same is left out: temporary failures, and the refusals of one customer.
 */
export function refusedOf(
  category: Category,
  figures: Figures,
  rules: RulesById,
): Refused & { cause: Meaning } {
  const ofCategory = ({ rule }: Met) => rule.category === category;
  const allDeferred = known(figures.byRule, rules).filter(ofCategory);
  const deferred = allDeferred.filter(({ rule }) => isUrgent(rule));
  const blocked = known(figures.blockedByRule, rules).filter((met) => ofCategory(met) && isUrgent(met.rule));
  const unnamed = Math.max(0, (figures.byCategory[category] ?? 0) - sum(allDeferred));
  const counts = new Map<Meaning, number>();
  for (const { rule, count } of [...deferred, ...blocked]) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return {
    deferred: sum(deferred) + unnamed,
    blocked: sum(blocked),
    cause: first([[...counts].map(([rule, count]) => ({ rule, count }))]),
  };
}

interface Met {
  rule: Meaning;
  count: number;
}

function known(counts: Counts, rules: RulesById): Met[] {
  return Object.entries(counts).flatMap(([id, count]) => {
    const rule = rules.get(id);
    return rule && count > 0 ? [{ rule, count }] : [];
  });
}

function sum(met: readonly Met[]): number {
  return met.reduce((total, { count }) => total + count, 0);
}

function first(choices: readonly (readonly Met[])[]): Meaning {
  const choice = choices.find((met) => met.length > 0) ?? [];
  const [most] = [...choice].sort((a, b) => b.count - a.count || (a.rule.id < b.rule.id ? -1 : 1));
  return most?.rule ?? UNCLASSIFIED;
}
