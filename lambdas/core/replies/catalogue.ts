import type { IspId } from '../receivers/isp.ts';
import { OTHER } from '../receivers/isp.ts';
import type { Settings } from '../settings.ts';
import { stanceOf } from './category.ts';
import { normalise } from './normalise.ts';
import { compileOwnRules } from './own-rules.ts';
import { writtenCodes } from './reply.ts';
import type { Reply, Rule } from './rule.ts';
import { builtInRules } from './rules/all.ts';

/** Answers kept by normalised text; emptied when full, so that hostile texts cannot fill the memory. */
const MEMO_LIMIT = 4096;

/** What a reply is when neither its words nor its codes are known. */
export const UNCLASSIFIED: Rule = {
  id: 'unclassified',
  isp: '*',
  pattern: /(?:)/,
  codes: null,
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
  /** Every rule in the order in which it is tried, `unclassified` last. */
  readonly rules: readonly Rule[];
  /**
   * The rule that reads a reply; never fails. Tried in this order: the operator's own rules, the rules of the
   * ISPs (most specific first), the rules for every receiver, for a receiver that the directory does not know
   * the words of all other ISPs (many run the same servers), the codes alone, `unclassified`.
   */
  classify(isp: IspId | readonly IspId[], reply: Reply): Rule;
}

/** Makes a catalogue; `own` are the operator's rules, tried before every other. */
export function createCatalogue(rules: readonly Rule[] = builtInRules, own: readonly Rule[] = []): Catalogue {
  const byWords = rules.filter((rule) => rule.basis === 'words');
  const byCodes = rules.filter((rule) => rule.basis === 'code');
  const ordered = [
    ...own,
    ...byWords.filter((rule) => rule.isp !== '*'),
    ...byWords.filter((rule) => rule.isp === '*'),
    ...byCodes.filter((rule) => rule.isp !== '*'),
    ...byCodes.filter((rule) => rule.isp === '*'),
    UNCLASSIFIED,
  ];
  const memo = new Map<string, Rule>();
  const candidates = new Map<string, readonly Rule[]>();

  const candidatesFor = (isps: readonly IspId[], key: string): readonly Rule[] => {
    const known = candidates.get(key);
    if (known !== undefined) return known;
    const chosen = isUnknown(isps) ? forUnknown(ordered, own) : forIsps(ordered, own, isps);
    if (candidates.size >= MEMO_LIMIT) candidates.clear();
    candidates.set(key, chosen);
    return chosen;
  };

  return {
    rules: ordered,
    classify(isp, reply) {
      const isps = typeof isp === 'string' ? [isp] : isp;
      const who = isps.join(' ');
      const words = normalise(reply.text);
      const codes = writtenCodes(reply);
      const key = `${who}\n${codes}\n${words}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const found =
        candidatesFor(isps, who).find((rule) =>
          rule.codes === null ? rule.pattern.test(words) : rule.codes.test(codes),
        ) ?? UNCLASSIFIED;
      if (memo.size >= MEMO_LIMIT) memo.clear();
      memo.set(key, found);
      return found;
    },
  };
}

/** The built-in rules, with the operator's own in front. Throws a SettingsError that names every bad rule. */
export function catalogueFor(settings: Settings): Catalogue {
  return createCatalogue(builtInRules, compileOwnRules(settings.rules));
}

function isUnknown(isps: readonly IspId[]): boolean {
  return isps.length === 0 || (isps.length === 1 && isps[0] === OTHER);
}

function forIsps(ordered: readonly Rule[], own: readonly Rule[], isps: readonly IspId[]): readonly Rule[] {
  const ownSet = new Set(own);
  const reads = (rule: Rule): boolean => rule.isp === '*' || isps.includes(rule.isp);
  return [...own.filter(reads), ...ordered.filter((rule) => !ownSet.has(rule) && reads(rule))];
}

function forUnknown(ordered: readonly Rule[], own: readonly Rule[]): readonly Rule[] {
  const ownSet = new Set(own);
  const builtIn = ordered.filter((rule) => !ownSet.has(rule));
  return [
    ...own.filter((rule) => rule.isp === '*' || rule.isp === OTHER),
    ...builtIn.filter((rule) => rule.isp === '*' && rule.basis === 'words'),
    ...builtIn.filter((rule) => rule.isp !== '*' && rule.basis === 'words'),
    ...builtIn.filter((rule) => rule.isp === '*' && rule.basis !== 'words'),
  ];
}
