import { readFileSync } from 'node:fs';
import { CATEGORIES, STANCES, stanceOf } from '../lambdas/core/replies/category.ts';
import type { Category, Stance } from '../lambdas/core/replies/category.ts';

/** One reply with what a person accepts for it. */
export interface LabelledReply {
  receiver: string;
  text: string;
  accepted: readonly Category[];
  /** Those of the categories, unless the label names one: `reputation:patience`. */
  stances: readonly Stance[];
  source: string;
}

const FIXTURES = new URL('../test/fixtures/', import.meta.url);

/** The replies of a file in test/fixtures/: receiver, text, categories (several by `|`) and source, with tabs between. */
export function labelledReplies(name: string): LabelledReply[] {
  const [, ...lines] = readFileSync(new URL(name, FIXTURES), 'utf8').trimEnd().split('\n');
  return lines.map(parseLine);
}

function parseLine(line: string): LabelledReply {
  const [receiver = '', text = '', labels = '', source = ''] = line.split('\t');
  const accepted: Category[] = [];
  const stances: Stance[] = [];
  for (const label of labels.split('|')) {
    const [category = '', stance] = label.split(':');
    if (!isOneOf(CATEGORIES, category)) throw new Error(`No category in this line: ${line}`);
    accepted.push(category);
    stances.push(stance !== undefined && isOneOf(STANCES, stance) ? stance : stanceOf(category));
  }
  return { receiver, text: text.replaceAll('\\r\\n', '\n'), accepted, stances, source };
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((one) => one === word);
}
