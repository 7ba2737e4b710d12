import type { Counts, Figures } from '../../figures/figures.ts';
import { CATEGORIES, isAboutTheSender, stanceOf } from '../../replies/category.ts';
import type { Category } from '../../replies/category.ts';
import { UNCLASSIFIED } from '../../replies/catalogue.ts';
import { isAboutOne, isUrgent } from '../../replies/rule.ts';
import type { Meaning } from '../../replies/rule.ts';
import { CATEGORY_WORDS } from '../../text/words.ts';

/** What each rule of the catalogue means, by its id. */
export type RulesById = ReadonlyMap<string, Meaning>;

/** From this share of the throttled attempts on, replies that judge the sender are named as the cause. */
const WORTH_NAMING = 0.1;

/** Prepares a catalogue for looking up. */
export function rulesById(rules: readonly Meaning[]): RulesById {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** What a rate of throttling is made of. */
export type Throttling = Pick<Figures, 'delivered' | 'throttled' | 'byRule' | 'byCategory'>;

/** The throttling that can mean a limit of the sender: without replies about one recipient, connection or customer. */
export function throttlingOfTheSender(figures: Figures, rules: RulesById): Throttling {
  const aboutOne = known(figures.byRule, rules).filter(({ rule }) => isAboutOne(rule));
  const ids = new Set(aboutOne.map(({ rule }) => rule.id));
  const left = ([category, count]: [string, number]) =>
    [category, Math.max(0, count - sum(ofCategory(category, aboutOne)))] as const;
  return {
    delivered: figures.delivered,
    throttled: Math.max(0, figures.throttled - sum(aboutOne)),
    byCategory: Object.fromEntries(Object.entries(figures.byCategory).map(left)),
    byRule: Object.fromEntries(Object.entries(figures.byRule).filter(([id]) => !ids.has(id))),
  };
}

/**
 * What most of the throttling is due to: the rule with most deferrals among those that judge the sender. Another 421 is
 * named only if these are next to nothing; full mailboxes never are.
 */
export function causeOfThrottling(figures: Throttling, rules: RulesById): Meaning {
  const named = known(figures.byRule, rules);
  const met = [...named, ...NAMED_CATEGORIES.flatMap((category) => unnamed(category, figures, named))];
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
  return first([known(figures.blockedByRule, rules)], UNNAMED_BLOCK);
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
  const named = known(figures.byRule, rules);
  const deferred = ofCategory(category, named).filter(({ rule }) => isUrgent(rule));
  const blocked = ofCategory(category, known(figures.blockedByRule, rules)).filter(({ rule }) =>
    isUrgent(rule),
  );
  const counts = new Map<Meaning, number>();
  for (const { rule, count } of [...deferred, ...blocked]) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return {
    deferred: sum(deferred) + sum(unnamed(category, figures, named)),
    blocked: sum(blocked),
    cause: first([[...counts].map(([rule, count]) => ({ rule, count }))], unnamedRule(category)),
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

function ofCategory(category: string, met: readonly Met[]): Met[] {
  return met.filter(({ rule }) => rule.category === category);
}

/**
 * What figures hold of a category without a rule that is known: there were too many rules to name, or another version had
 * them.
 */
function unnamed(
  category: Category,
  { byCategory }: Pick<Figures, 'byCategory'>,
  named: readonly Met[],
): Met[] {
  const count = (byCategory[category] ?? 0) - sum(ofCategory(category, named));
  return count > 0 ? [{ rule: unnamedRule(category), count }] : [];
}

/** What only `UNCLASSIFIED` means needs no other rule. */
const NAMED_CATEGORIES = CATEGORIES.filter((category) => category !== 'unclassified');

/** Of bounces that block the figures keep no category; all of them judge the sender. */
const UNNAMED_BLOCK: Meaning = {
  ...unnamedRule('policy-block'),
  id: 'unnamed.block',
  meaning: 'These bounces were counted as blocks: the figures name no rule for them that this version knows.',
};

/** The category of rules that this version does not know, if the figures leave but one. */
export function categoryOfUnnamed(
  figures: Pick<Figures, 'byRule' | 'byCategory'>,
  rules: RulesById,
): Category {
  const named = known(figures.byRule, rules);
  const left = CATEGORIES.filter((category) => unnamed(category, figures, named).length > 0);
  const [only, another] = left;
  return only !== undefined && another === undefined ? only : 'unclassified';
}

/** All that is known of such replies: their category, which says what to do. */
function unnamedRule(category: Category): Meaning {
  return {
    id: `unnamed.${category}`,
    isp: '*',
    category,
    stance: stanceOf(category),
    scope: null,
    meaning: `Replies about this (${CATEGORY_WORDS[category]}): the figures name no rule for them that this version knows.`,
    source: 'the figures of the hour',
  };
}

function sum(met: readonly Met[]): number {
  return met.reduce((total, { count }) => total + count, 0);
}

function first(choices: readonly (readonly Met[])[], otherwise: Meaning = UNCLASSIFIED): Meaning {
  const choice = choices.find((met) => met.length > 0) ?? [];
  const [most] = [...choice].sort((a, b) => b.count - a.count || (a.rule.id < b.rule.id ? -1 : 1));
  return most?.rule ?? otherwise;
}
