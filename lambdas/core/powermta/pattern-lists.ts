import { OTHER, type Isp, type IspId } from '../receivers/isp.ts';
import type { Catalogue } from '../replies/catalogue.ts';
import type { Rule } from '../replies/rule.ts';
import { actionsFor, type ListOf, type PatternActions } from './actions.ts';
import { matchesRaw, phrasesIn, rawPattern } from './raw-pattern.ts';

/** One `reply /…/ …` line. */
export interface Entry {
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

/** The part of a catalogue that lists are made from. */
export type RulesByIsp = Pick<Catalogue, 'rules' | 'rulesFor'>;

/**
 * The lists of a catalogue: one for each ISP that has recipient domains of its own, and one for all others. That
 * one also holds the rules of ISPs that take mail for domains of their customers (Workspace, Microsoft 365,
 * filters), since PowerMTA chooses a list by domain and cannot know who hosts it. The rules for every
 * receiver come first in it, as they do in the catalogue where the receiver is unknown.
 *
 * Lists without an entry are left out: their receivers need nothing but the ordinary retry.
 */
export function patternLists(catalogue: RulesByIsp, isps: readonly Isp[]): PatternList[] {
  const own = isps
    .filter((isp) => isp.domains.length > 0)
    .map((isp) => listOf(isp.id, ownRules(catalogue, isp)));
  return [...own, everybodyElse(catalogue, isps)].filter((list) => list.entries.length > 0);
}

function ownRules(catalogue: RulesByIsp, isp: Isp): readonly Rule[] {
  return catalogue.rulesFor(isp.id).filter((rule) => rule.isp !== '*');
}

function everybodyElse(catalogue: RulesByIsp, isps: readonly Isp[]): PatternList {
  const generic = catalogue.rules.filter((rule) => rule.isp === '*');
  const hosts = isps.filter(hostsForeignDomains);
  const foreign = [...new Set(hosts.flatMap((isp) => ownRules(catalogue, isp)))];
  const entries = foreign.filter((rule) => !meansNothingElsewhere(rule, generic));
  return listOf(OTHER, [...generic, ...entries], foreign.filter(needsNothingFrom('everybody-else')));
}

function hostsForeignDomains(isp: Isp): boolean {
  return isp.domains.length === 0 || isp.id === 'gmail';
}

/** Whether the words that a rule goes by need nothing when anybody else says them: "service unavailable". */
function meansNothingElsewhere(rule: Rule, generic: readonly Rule[]): boolean {
  return phrasesIn(rule).some((phrase) => {
    const other = generic.find(({ basis, pattern }) => basis === 'words' && pattern.test(phrase));
    return other !== undefined && actionsFor(other, 'everybody-else') === null;
  });
}

/** The rules in their order; `needingNothing` are rules whose replies no entry may catch, wherever it stands. */
function listOf(isp: IspId, rules: readonly Rule[], needingNothing: readonly Rule[] = []): PatternList {
  const whose = isp === OTHER ? 'everybody-else' : 'one-isp';
  const spared = [...needingNothing];
  const entries: Entry[] = [];
  for (const rule of rules) {
    if (needsNothingFrom(whose)(rule)) spared.push(rule);
    const actions = actionsFor(rule, whose);
    const pattern = actions === null ? null : rawPattern(rule, exceptionsOf(rule, spared));
    if (actions !== null && pattern !== null) entries.push({ rule, pattern, actions });
  }
  return { isp, name: `deferral-watch-${isp}`, entries };
}

function needsNothingFrom(whose: ListOf): (rule: Rule) => boolean {
  return (rule) => rule.basis === 'words' && rule.spokenBy === 'receiver' && actionsFor(rule, whose) === null;
}

/**
 * A list has no entry that does nothing, so a reply that needs nothing cannot be caught early. Where an example of
 * such a rule would run into another entry, that entry says that it does not mean it.
 */
function exceptionsOf(rule: Rule, spared: readonly Rule[]): Rule[] {
  const pattern = rawPattern(rule);
  if (pattern === null) return [];
  return spared.filter((other) => other.examples.some((example) => matchesRaw(pattern, example.text)));
}
