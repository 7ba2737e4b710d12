import { createHash } from 'node:crypto';
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

/** Sets of replies that somebody received or published and that may be learnt from: all that have been measured. */
export const MEASURED = [
  'replies.tsv',
  'more-replies.tsv',
  'unseen-replies.tsv',
  'later-replies.tsv',
  'fourth-replies.tsv',
  'fifth-replies.tsv',
  'sixth-replies.tsv',
  'seventh-replies.tsv',
  'eighth-replies.tsv',
  'ninth-replies.tsv',
  'tenth-replies.tsv',
  'eleventh-replies.tsv',
  'twelfth-replies.tsv',
  'thirteenth-replies.tsv',
  'fourteenth-replies.tsv',
  'fifteenth-replies.tsv',
  'sixteenth-replies.tsv',
  'seventeenth-replies.tsv',
  'eighteenth-replies.tsv',
  'nineteenth-replies.tsv',
  'twentieth-replies.tsv',
] as const;

/** Sets of phrases that were thought of. */
export const PHRASES = ['phrases.tsv', 'near-misses.tsv'] as const;

/** Their held-out parts are kept unread, so that they can be measured once more: nothing may learn from them. */
export const UNREAD: ReadonlySet<string> = new Set([
  'eleventh-replies.tsv',
  'fifteenth-replies.tsv',
  'sixteenth-replies.tsv',
  'seventeenth-replies.tsv',
  'eighteenth-replies.tsv',
  'nineteenth-replies.tsv',
]);

const FIXTURES = new URL('../test/fixtures/', import.meta.url);

/** The replies of a file in test/fixtures/: receiver, text, categories (several by `|`) and source, with tabs between. */
export function labelledReplies(name: string, folder = FIXTURES): LabelledReply[] {
  return linesOf(name, folder).map(([receiver = '', text = '', labels = '', source = '']) => ({
    receiver,
    text: text.replaceAll('\\r\\n', '\n'),
    ...readLabels(labels),
    source,
  }));
}

/** The replies of a file that whoever mends rules may read. */
export function readReplies(name: string, folder = FIXTURES): LabelledReply[] {
  return labelledReplies(name, folder).filter((reply) => !UNREAD.has(name) || !isHeldOut(reply));
}

/** The phrases of a file in test/fixtures/: categories and text. */
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
  const [, ...lines] = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
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
