import { OTHER, type Isp, type IspId } from '../receivers/isp.ts';
import type { Rule } from '../replies/rule.ts';
import { actionsFor, type PatternActions } from './actions.ts';
import { matchesRaw, rawPattern } from './raw-pattern.ts';

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

/**
 * The lists of a catalogue: one for each ISP that has recipient domains of its own, and one for all others. That
 * one also holds the rules of ISPs that take mail for domains of their customers (Workspace, Microsoft 365,
 * filters), since PowerMTA chooses a list by domain and cannot know who hosts it.
 *
 * Lists without an entry are left out: their receivers need nothing but the ordinary retry.
 */
export function patternLists(rules: readonly Rule[], isps: readonly Isp[]): PatternList[] {
  const own = isps
    .filter((isp) => isp.domains.length > 0)
    .map((isp) =>
      listOf(
        isp.id,
        rules.filter((rule) => rule.isp === isp.id),
      ),
    );
  const hosts = new Set<IspId>(isps.filter(hostsForeignDomains).map((isp) => isp.id));
  const foreign = rules.filter((rule) => hosts.has(rule.isp));
  const generic = rules.filter((rule) => rule.isp === '*');
  return [...own, listOf(OTHER, [...foreign, ...generic])].filter((list) => list.entries.length > 0);
}

function hostsForeignDomains(isp: Isp): boolean {
  return isp.domains.length === 0 || isp.id === 'gmail';
}

function listOf(isp: IspId, rules: readonly Rule[]): PatternList {
  const entries: Entry[] = [];
  const needNothing: Rule[] = [];
  for (const rule of rules) {
    const actions = actionsFor(rule);
    if (actions !== null) {
      const pattern = rawPattern(rule.pattern, exceptionsOf(rule, needNothing));
      entries.push({ rule, pattern, actions });
    } else if (rule.basis === 'words' && rule.spokenBy === 'receiver') {
      needNothing.push(rule);
    }
  }
  return { isp, name: `deferral-watch-${isp}`, entries };
}

/**
 * A list has no entry that does nothing, so a reply that needs nothing cannot be caught early. Where an example of
 * such a rule would run into a later entry, that entry says that it does not mean it.
 */
function exceptionsOf(rule: Rule, needNothing: readonly Rule[]): RegExp[] {
  const pattern = rawPattern(rule.pattern);
  return needNothing
    .filter((earlier) => earlier.examples.some((example) => matchesRaw(pattern, example.text)))
    .map((earlier) => earlier.pattern);
}
