import { OTHER } from '../receivers/isp.ts';
import type { Isp, IspId } from '../receivers/isp.ts';
import type { Catalogue } from '../replies/catalogue.ts';
import type { Rule, WordingRule } from '../replies/rule.ts';
import { actionsFor, actsOnDeferralsAlone, isForEveryList } from './actions.ts';
import type { ListOf, PatternActions } from './actions.ts';
import { anyOf, guarded, matchesRaw, ofDeferrals, rawPattern, rawPhrases } from './raw-pattern.ts';
import type { RawPhrase } from './raw-pattern.ts';

/** One `reply /…/ …` line. */
interface Entry {
  rule: Rule;
  pattern: string;
  actions: PatternActions;
}

/** One `<smtp-pattern-list>`; PowerMTA takes the first entry that matches. */
export interface PatternList {
  /** The ISP whose rules it holds; `other` for the list of every receiver without one of its own. */
  isp: IspId;
  name: string;
  entries: readonly Entry[];
}

/** More exceptions than this, and a phrase says too little by itself. */
const MAX_EXCEPTIONS = 2;

/** The part of a catalogue that lists are made from. */
export type RulesByIsp = Pick<Catalogue, 'rules' | 'rulesFor'>;

/**
 * The lists of a catalogue: one for each ISP that has recipient domains of its own, and one for everybody else. Lists
 * without an entry are left out: their receivers need nothing but the ordinary retry.
 */
export function patternLists(catalogue: RulesByIsp, isps: readonly Isp[]): PatternList[] {
  const everybodyElse = listOfEverybodyElse(catalogue, isps);
  const shared = everybodyElse.entries.filter(({ rule }) => rule.isp === '*' && isForEveryList(rule));
  const own = isps
    .filter((isp) => isp.domains.length > 0)
    .map((isp) => listOfOne(isp.id, ownRules(catalogue, isp), shared));
  return [...own, everybodyElse].filter((list) => list.entries.length > 0);
}

function ownRules(catalogue: RulesByIsp, isp: Isp): readonly WordingRule[] {
  return catalogue
    .rulesFor(isp.id)
    .filter(isWordingRule)
    .filter((rule) => rule.isp !== '*');
}

/**
 * The list of one ISP: what it says in words of its own, then what any receiver may say of the sender, for a queue has
 * one list. No entry can do nothing, so a reply that needs nothing cannot be caught early: where an example of such a
 * rule would run into a later entry, that entry excludes it.
 */
function listOfOne(isp: IspId, rules: readonly WordingRule[], shared: readonly Entry[]): PatternList {
  const spared: WordingRule[] = [];
  const entries = rules.flatMap((rule) => {
    if (needsNothing(rule, 'one-isp')) spared.push(rule);
    const alone = rawPattern(rule);
    const exceptions = spared.filter((other) => alone !== null && catches(alone, other));
    if (actsOnDeferralsAlone(rule)) spared.push(rule);
    return entry(rule, actionsFor(rule, 'one-isp'), rawPattern(rule, exceptions));
  });
  const fitting = shared.filter(({ pattern }) => !spared.some((rule) => catches(pattern, rule)));
  // Without words of its own an ISP is left to the list of everybody else, which holds all of these.
  return {
    isp,
    name: `deferral-watch-${isp}`,
    entries: entries.length === 0 ? [] : [...entries, ...fitting],
  };
}

/**
 * The list of everybody else. PowerMTA chooses a list by domain and cannot know who hosts it, so the rules of ISPs that
 * take mail for domains of their customers (Workspace, Microsoft 365, filters) stand here too, behind those for every
 * receiver. A stranger's words are read with caution: an entry that replies which need nothing would run into is left
 * out or, if these are few, excludes them.
 */
function listOfEverybodyElse(catalogue: RulesByIsp, isps: readonly Isp[]): PatternList {
  const generic = catalogue.rules.filter(isWordingRule).filter((rule) => rule.isp === '*');
  const guests = isps.filter(hostsForeignDomains).flatMap((isp) => ownRules(catalogue, isp));
  const rules = [...new Set([...generic, ...guests])];
  const spared = rules.filter((rule) => needsNothing(rule, 'everybody-else'));

  const caughtBy = (pattern: string) => spared.filter((rule) => catches(pattern, rule));
  const meansLittle = ({ words }: RawPhrase) => {
    const read = generic.find((rule) => rule.pattern.test(words));
    return read !== undefined && needsNothing(read, 'everybody-else');
  };
  const patternsFor = (rule: WordingRule) => {
    const phrases = rawPhrases(rule);
    const whole = rule.isp === '*' || phrases.some(meansLittle) ? null : rawPattern(rule);
    if (whole !== null && caughtBy(whole).length === 0) return [whole];
    const telling = phrases.filter((phrase) => !meansLittle(phrase));
    const clear = telling.filter(({ pattern }) => caughtBy(pattern).length === 0);
    const nearlyClear = telling
      .filter((phrase) => !clear.includes(phrase) && phrase.words.includes(' '))
      .map(({ pattern }) => ({ pattern, caught: caughtBy(pattern) }))
      .filter(({ caught }) => caught.length <= MAX_EXCEPTIONS);
    return [anyOf(clear), ...nearlyClear.map(({ pattern, caught }) => guarded(pattern, caught))];
  };

  const entries = rules.flatMap((rule) => {
    const actions = actionsFor(rule, 'everybody-else');
    return actions === null ? [] : patternsFor(rule).flatMap((pattern) => entry(rule, actions, pattern));
  });
  return { isp: OTHER, name: `deferral-watch-${OTHER}`, entries };
}

/** PowerMTA can read words; codes alone decide nothing in a list. */
function isWordingRule(rule: Rule): rule is WordingRule {
  return rule.basis === 'wording';
}

/** Filters have no recipients of their own; Workspace and Microsoft 365 have some, and host many more. */
function hostsForeignDomains(isp: Isp): boolean {
  return isp.domains.length === 0 || isp.id === 'gmail' || isp.id === 'microsoft-365';
}

function needsNothing(rule: WordingRule, listOf: ListOf): boolean {
  return rule.spokenBy === 'receiver' && actionsFor(rule, listOf) === null;
}

/** Whether PowerMTA would find a pattern in a reply to which a rule wants nothing done. */
function catches(pattern: string, rule: Rule): boolean {
  const refusals = rule.examples.filter(({ text }) => !/^(?:smtp;\s*)?4/i.test(text));
  const idle = actsOnDeferralsAlone(rule) ? refusals : rule.examples;
  return idle.some((example) => matchesRaw(pattern, example.text));
}

function entry(rule: Rule, actions: PatternActions | null, pattern: string | null): Entry[] {
  if (actions === null || pattern === null) return [];
  return [{ rule, pattern: actsOnDeferralsAlone(rule) ? ofDeferrals(pattern) : pattern, actions }];
}
