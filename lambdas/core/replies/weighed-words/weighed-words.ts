import { CATEGORIES } from '../category.ts';
import type { Category } from '../category.ts';
import { WORD_COUNTS } from './word-counts.ts';
import { codesOf, isPlaceholder, wordsOf } from './single-words.ts';

/** Tells what a reply is about by its single words, each weighed by a table of word counts. */
export interface WeighedWords {
  /**
   * The category that labelled texts with these words and codes have most often; null if the table knows no word of
   * the reply, or if no category is likely enough.
   *
   * @param words as `normalise` makes them
   * @param codes as `codesToMatch` gives them
   */
  weigh(words: string, codes: string): Category | null;
  /** The words of a reply that speak most for a category, the heaviest first; at most three. */
  heaviest(words: string, category: Category): string[];
}

/** The lines of the table that hold, for each category, the number of texts and the sum of all counts. */
export const ALL_TEXTS = '*texts';
export const ALL_WORDS = '*words';

/** Added to every count: a word that no text of a category holds speaks against that category, but does not rule it out. */
const NEVER_SEEN = 0.5;

/** A category with a smaller share of the likelihood says no more than the codes do. */
const MIN_SHARE = 0.3;

/** How much more a word must speak for a category than for the others, as a logarithm, to be named. */
const MIN_SURPLUS = 0.5;
const MAX_HEAVIEST = 3;

let builtIn: WeighedWords | undefined;

/** By the built-in table, which is read when it is first needed: the wording of most replies is known. */
export function builtInWeighedWords(): WeighedWords {
  return (builtIn ??= createWeighedWords(WORD_COUNTS));
}

/**
 * Naive Bayes: each word counts by itself, whatever stands beside it.
 *
 * @param table of one word a line, with how many labelled texts of each category hold it: `mailbox a1 h312`, by the
 *   letter of the category in the order of CATEGORIES
 */
export function createWeighedWords(table: string): WeighedWords {
  const lines = new Map(table.trim().split('\n').map(atFirstSpace));
  const before = countsIn(lines.get(ALL_TEXTS)).map((texts) => Math.log(texts));
  const spread = countsIn(lines.get(ALL_WORDS)).map((held) => Math.log(held + NEVER_SEEN * lines.size));
  const weights = new Map<string, readonly number[]>();
  const weightsOf = (word: string): readonly number[] => {
    const known = weights.get(word);
    if (known !== undefined) return known;
    const ofWord = countsIn(lines.get(word)).map(
      (count, at) => Math.log(count + NEVER_SEEN) - (spread[at] ?? 0),
    );
    weights.set(word, ofWord);
    return ofWord;
  };

  return {
    weigh(words, codes) {
      const known = wordsOf(words).filter((word) => lines.has(word));
      if (known.every(isPlaceholder)) return null;
      const totals = [...before];
      for (const word of known) addTo(totals, weightsOf(word));
      for (const code of codesOf(codes)) if (lines.has(code)) addTo(totals, weightsOf(code));
      const best = totals.indexOf(Math.max(...totals));
      return shareOf(best, totals) < MIN_SHARE ? null : (CATEGORIES[best] ?? null);
    },
    heaviest(words, category) {
      const at = CATEGORIES.indexOf(category);
      return wordsOf(words)
        .filter((word) => lines.has(word) && !isPlaceholder(word))
        .map((word) => ({ word, surplus: surplusOf(at, weightsOf(word)) }))
        .filter(({ surplus }) => surplus > MIN_SURPLUS)
        .sort((one, other) => other.surplus - one.surplus)
        .slice(0, MAX_HEAVIEST)
        .map(({ word }) => word);
    },
  };
}

function atFirstSpace(line: string): [word: string, pairs: string] {
  const space = line.indexOf(' ');
  return [line.slice(0, space), line.slice(space + 1)];
}

function countsIn(pairs = ''): number[] {
  const counts = CATEGORIES.map(() => 0);
  for (const pair of pairs.split(' ')) counts[pair.charCodeAt(0) - 97] = Number(pair.slice(1));
  return counts;
}

function addTo(totals: number[], weights: readonly number[]): void {
  for (let at = 0; at < totals.length; at += 1) totals[at] = (totals[at] ?? 0) + (weights[at] ?? 0);
}

/** The share of one category in the likelihood of all. */
function shareOf(at: number, logarithms: readonly number[]): number {
  const highest = logarithms[at] ?? 0;
  return 1 / logarithms.reduce((sum, logarithm) => sum + Math.exp(logarithm - highest), 0);
}

/** How much more a word speaks for one category than for all on average. */
function surplusOf(at: number, weights: readonly number[]): number {
  return (weights[at] ?? 0) - weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}
