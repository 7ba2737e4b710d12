import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CATEGORIES, STANCES, stanceOf } from '../lambdas/core/replies/category.ts';
import type { Category, Stance } from '../lambdas/core/replies/category.ts';
import { LABELLED_SETS } from './labelled-sets.ts';

/** One reply with what a person accepts for it. */
export interface LabelledReply {
  receiver: string;
  text: string;
  accepted: readonly Category[];
  /** Those of the categories, unless the label names one: `reputation:patience`. */
  stances: readonly Stance[];
  source: string;
}

/** Sets of replies that somebody received or published and that may be learnt from: all that have been measured. */
export const MEASURED: readonly string[] = LABELLED_SETS.map(({ name }) => name);

/** Sets of phrases that were thought of. */
export const PHRASES = ['phrases', 'near-misses'] as const;

/** Sets whose held-out parts are unread. */
export const UNREAD: ReadonlySet<string> = new Set(
  LABELLED_SETS.filter(({ heldOut }) => heldOut === 'unread').map(({ name }) => name),
);

const FIXTURES = new URL('../test/fixtures/replies/', import.meta.url);

/** The replies of a set in test/fixtures/replies/: receiver, text, categories (several by `|`) and source, with tabs between. */
export function labelledReplies(name: string, folder = FIXTURES): LabelledReply[] {
  return linesOf(name, folder).map(([receiver = '', text = '', labels = '', source = '']) => ({
    receiver,
    text: text.replaceAll('\\r\\n', '\n'),
    ...readLabels(labels),
    source,
  }));
}

/** The replies of a set that whoever mends rules may read. */
export function readReplies(name: string, folder = FIXTURES): LabelledReply[] {
  return labelledReplies(name, folder).filter((reply) => !UNREAD.has(name) || !isHeldOut(reply));
}

/** The phrases of a file there: categories and text. */
export function labelledPhrases(name: string, folder = FIXTURES): LabelledReply[] {
  return linesOf(name, folder).map(([labels = '', text = '']) => ({
    receiver: '',
    text: text.replaceAll('\\r\\n', '\n'),
    ...readLabels(labels),
    source: name,
  }));
}

/** A third by the hash of the text, so that adding a row moves no other one. */
export function isHeldOut(reply: LabelledReply): boolean {
  return (createHash('sha256').update(reply.text).digest()[0] ?? 0) % 3 === 0;
}

function linesOf(name: string, folder: URL): string[][] {
  const [, ...lines] = readFileSync(new URL(`${name}.tsv`, folder), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => line.split('\t'));
}

function readLabels(labels: string): Pick<LabelledReply, 'accepted' | 'stances'> {
  const accepted: Category[] = [];
  const stances: Stance[] = [];
  for (const label of labels.split('|')) {
    const [category = '', stance] = label.split(':');
    if (!isOneOf(CATEGORIES, category)) throw new Error(`No category among these labels: ${labels}`);
    accepted.push(category);
    stances.push(stance !== undefined && isOneOf(STANCES, stance) ? stance : stanceOf(category));
  }
  return { accepted, stances };
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((one) => one === word);
}
