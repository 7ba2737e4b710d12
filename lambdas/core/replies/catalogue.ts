import type { IspId } from '../receivers/isp.ts';
import { stanceOf } from './category.ts';
import type { Category } from './category.ts';
import { normalise } from './normalise.ts';
import { ownersFor } from './owners.ts';
import { codesToMatch } from './reply.ts';
import type { Reply, Rule, RuleOfLastResort } from './rule.ts';
import { builtInRules } from './rules/order.ts';
import { builtInWeighedWords } from './weighed-words/weighed-words.ts';

/** Answers kept by normalised text; emptied when full, so that hostile texts cannot fill the memory. */
const MEMO_LIMIT = 4096;

/** What a reply means if neither its words nor its codes are known. */
export const UNCLASSIFIED: RuleOfLastResort = {
  id: 'unclassified',
  isp: '*',
  category: 'unclassified',
  stance: stanceOf('unclassified'),
  scope: null,
  meaning: 'No rule knows these words, and the reply has no code that says more.',
  source: 'This catalogue.',
  examples: [{ text: 'xyzzy', source: 'made up: a text without meaning' }],
  spokenBy: 'receiver',
  basis: 'nothing',
};

/** The rules, and the way from a reply to the one that reads it. */
export interface Catalogue {
  /** Every rule, in the order in which rules are tried: the operator's own, the built-in ones, `unclassified`. */
  readonly rules: readonly Rule[];
  /**
   * The rule that reads a reply: the first of `rulesFor` that matches; never fails.
   */
  classify(isp: IspId | readonly IspId[], reply: Reply): Rule;
  /** The rules that are tried for these ISPs, in the order of `rules`. */
  rulesFor(isp: IspId | readonly IspId[]): readonly Rule[];
}

/** Makes a catalogue of rules in the order in which they are tried; `own` are the operator's, before every other. */
export function createCatalogue(rules: readonly Rule[] = builtInRules, own: readonly Rule[] = []): Catalogue {
  const ordered = [...own, ...rules, UNCLASSIFIED];
  const memo = new Map<string, Rule>();
  const chosen = new Map<string, readonly Rule[]>();

  const rulesFor = (isp: IspId | readonly IspId[]): readonly Rule[] => {
    const isps = typeof isp === 'string' ? [isp] : isp;
    const who = isps.join(' ');
    const known = chosen.get(who);
    if (known !== undefined) return known;
    const choice = ordered.filter(readsAnyOf(isps));
    if (chosen.size >= MEMO_LIMIT) chosen.clear();
    chosen.set(who, choice);
    return choice;
  };

  return {
    rules: ordered,
    rulesFor,
    classify(isp, reply) {
      const words = normalise(reply.text);
      const codes = codesToMatch(reply);
      const key = `${typeof isp === 'string' ? isp : isp.join(' ')}\n${codes}\n${words}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const found = firstThatReads(rulesFor(isp), words, codes);
      if (memo.size >= MEMO_LIMIT) memo.clear();
      memo.set(key, found);
      return found;
    },
  };
}

function firstThatReads(rules: readonly Rule[], words: string, codes: string): Rule {
  let likely: Category | null | undefined;
  const found = rules.find((rule) => {
    switch (rule.basis) {
      case 'wording':
        return (rule.codes === null || rule.codes.test(codes)) && rule.pattern.test(words);
      case 'weighed-words':
        if (likely === undefined) likely = builtInWeighedWords().weigh(words, codes);
        return rule.category === likely;
      case 'code':
        return rule.codes.test(codes);
      case 'nothing':
        return true;
      default:
        return rule satisfies never;
    }
  });
  return found ?? UNCLASSIFIED;
}

function readsAnyOf(isps: readonly IspId[]): (rule: Rule) => boolean {
  const owners = new Set(isps.flatMap(ownersFor));
  return (rule) => rule.isp === '*' || owners.has(rule.isp);
}
