/** Counts the words of the labelled texts and writes the table that words are weighed by: part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../lambdas/core/replies/category.ts';
import type { Category } from '../lambdas/core/replies/category.ts';
import { normalise } from '../lambdas/core/replies/normalise.ts';
import { parseReply, codesToMatch } from '../lambdas/core/replies/reply.ts';
import type { Rule } from '../lambdas/core/replies/rule.ts';
import { codesOf, wordsOf } from '../lambdas/core/replies/weighed-words/single-words.ts';
import { ALL_TEXTS, ALL_WORDS } from '../lambdas/core/replies/weighed-words/weighed-words.ts';
import { builtInRules } from '../lambdas/core/replies/rules/order.ts';
import { MEASURED, labelledPhrases, PHRASES, readReplies } from './labelled-replies.ts';

export const WORD_COUNTS_FILE = join(
  import.meta.dirname,
  '../lambdas/core/replies/weighed-words/word-counts.ts',
);

/** A text whose words are counted, with the categories that a person accepts for it. */
export interface CountedText {
  text: string;
  accepted: readonly Category[];
}

/** Every labelled text that may be read, and the examples of the rules that know a wording. */
export function countedTexts(rules: readonly Rule[]): CountedText[] {
  return [
    ...MEASURED.flatMap((name) => readReplies(name)),
    ...PHRASES.flatMap((name) => labelledPhrases(name)),
    ...examplesOf(rules),
  ];
}

/** Of rules that know a wording: the others' examples are made of words without a meaning. */
export function examplesOf(rules: readonly Rule[]): CountedText[] {
  return rules
    .filter(({ basis }) => basis === 'wording')
    .flatMap(({ category, examples }) => examples.map(({ text }) => ({ text, accepted: [category] })));
}

/** The table that words are weighed by: a word a line, sorted. */
export function wordCounts(texts: readonly CountedText[]): string {
  const counts = new Map<string, number[]>();
  for (const { text, accepted } of texts) {
    const reply = parseReply(text, '');
    const held = [...wordsOf(normalise(reply.text)), ...codesOf(codesToMatch(reply))];
    for (const category of new Set(accepted)) {
      if (category === 'unclassified') continue;
      add(counts, ALL_TEXTS, category, 1);
      add(counts, ALL_WORDS, category, held.length);
      for (const word of held) add(counts, word, category, 1);
    }
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([word, ofWord]) => [word, ...pairs(ofWord)].join(' '))
    .join('\n');
}

/** The module that holds the table. */
export function wordCountsModule(rules: readonly Rule[]): string {
  return `/**
 * How many labelled texts of each category hold a word, by the letter of the category (a is the first of CATEGORIES);
 * \`#4\`, \`#450\`, \`#.7\` and \`#.7.1\` are codes. Written by \`npm run generate\`.
 */
export const WORD_COUNTS = \`
${wordCounts(countedTexts(rules))}
\`;
`;
}

function add(counts: Map<string, number[]>, word: string, category: Category, count: number): void {
  const ofWord = counts.get(word) ?? CATEGORIES.map(() => 0);
  const at = CATEGORIES.indexOf(category);
  ofWord[at] = (ofWord[at] ?? 0) + count;
  counts.set(word, ofWord);
}

function pairs(ofWord: readonly number[]): string[] {
  return ofWord.flatMap((count, at) => (count === 0 ? [] : [`${String.fromCodePoint(97 + at)}${count}`]));
}

if (import.meta.filename === process.argv[1]) writeFileSync(WORD_COUNTS_FILE, wordCountsModule(builtInRules));
