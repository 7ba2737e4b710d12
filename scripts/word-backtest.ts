/**
 * What weighed words would have said at the first look at each set: the rules and the labelled texts are taken from the
 * commit before anything was changed for the set, words are counted in those texts without the set's own, and both read
 * the texts of the set whose wording no rule knew. Needs the repository's history.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { stanceOf, type Category, type Stance } from '../lambdas/core/replies/category.ts';
import type * as Catalogues from '../lambdas/core/replies/catalogue.ts';
import { normalise } from '../lambdas/core/replies/normalise.ts';
import { parseReply, writtenCodes } from '../lambdas/core/replies/reply.ts';
import type * as Directories from '../lambdas/core/receivers/directory.ts';
import { createWeighedWords } from '../lambdas/core/replies/weighed-words/weighed-words.ts';
import { wordCounts, examplesOf, type CountedText } from './word-counts.ts';
import { MEASURED, labelledPhrases, type LabelledReply, PHRASES, readReplies } from './labelled-replies.ts';

const FIRST_LOOKS = [
  ['fifth-replies.tsv', '74edb70'],
  ['sixth-replies.tsv', '9b8298d'],
  ['seventh-replies.tsv', 'f1943d6'],
  ['eighth-replies.tsv', '4abde1f'],
  ['ninth-replies.tsv', '87eaa98'],
  ['tenth-replies.tsv', '4a60a21'],
  ['eleventh-replies.tsv', '698b0f1'],
] as const;

const ROOT = join(import.meta.dirname, '..');

interface Tally {
  texts: number;
  weak: number;
  before: Right;
  after: Right;
}
interface Right {
  category: number;
  stance: number;
  weakCategory: number;
  weakStance: number;
}

async function look(set: string, folder: string): Promise<Tally> {
  const core = pathToFileURL(join(folder, 'lambdas/core/')).href;
  const { createCatalogue } = (await import(`${core}replies/catalogue.ts`)) as typeof Catalogues;
  const { createDirectory } = (await import(`${core}receivers/directory.ts`)) as typeof Directories;
  const catalogue = createCatalogue();
  const directory = createDirectory();
  const fixtures = pathToFileURL(join(folder, 'test/fixtures/'));
  const examples = new Set(catalogue.rules.flatMap((rule) => rule.examples.map(({ text }) => text)));
  const weighedWords = createWeighedWords(
    wordCounts([...labelledBefore(set, fixtures), ...examplesOf(catalogue.rules)]),
  );

  const tally: Tally = { texts: 0, weak: 0, before: noneRight(), after: noneRight() };
  for (const labelled of readReplies(set, fixtures).filter(({ text }) => !examples.has(text))) {
    const reply = parseReply(labelled.text, '');
    const isps = labelled.receiver === '' ? [] : directory.named(labelled.receiver);
    const rule = catalogue.classify(isps, reply);
    const isWeak = rule.basis !== 'wording' || /^generic\.(?:word\.|unavailable\.try-later)/.test(rule.id);
    const weighed = isWeak ? weighedWords.weigh(normalise(reply.text), writtenCodes(reply)) : null;
    const after = weighed === null ? rule : { category: weighed, stance: stanceOf(weighed) };
    tally.texts += 1;
    if (isWeak) tally.weak += 1;
    count(tally.before, labelled, rule, isWeak);
    count(tally.after, labelled, after, isWeak);
  }
  return tally;
}

function labelledBefore(set: string, fixtures: URL): CountedText[] {
  const isThere = (name: string): boolean => name !== set && existsSync(new URL(name, fixtures));
  return [
    ...MEASURED.filter(isThere).flatMap((name) => readReplies(name, fixtures)),
    ...PHRASES.filter(isThere).flatMap((name) => labelledPhrases(name, fixtures)),
  ];
}

function noneRight(): Right {
  return { category: 0, stance: 0, weakCategory: 0, weakStance: 0 };
}

function count(
  right: Right,
  { accepted, stances }: LabelledReply,
  answer: { category: Category; stance: Stance },
  isWeak: boolean,
): void {
  const category = accepted.includes(answer.category) ? 1 : 0;
  const stance = stances.includes(answer.stance) ? 1 : 0;
  right.category += category;
  right.stance += stance;
  if (isWeak) right.weakCategory += category;
  if (isWeak) right.weakStance += stance;
}

/** Runs something with the repository as it was at a commit. */
async function withCommit<Result>(commit: string, run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'word-backtest-'));
  try {
    const archive = execFileSync('git', ['-C', ROOT, 'archive', commit], { maxBuffer: 2 ** 28 });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name: string, { texts, weak, before, after }: Tally): string {
  const cells = [
    name,
    weak,
    `${before.weakCategory} -> ${after.weakCategory}`,
    `${before.weakStance} -> ${after.weakStance}`,
    texts,
    `${percent(before.category, texts)} -> ${percent(after.category, texts)}`,
    `${percent(before.stance, texts)} -> ${percent(after.stance, texts)}`,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function added(one: Tally, other: Tally): Tally {
  const both = (a: Right, b: Right): Right => ({
    category: a.category + b.category,
    stance: a.stance + b.stance,
    weakCategory: a.weakCategory + b.weakCategory,
    weakStance: a.weakStance + b.weakStance,
  });
  return {
    texts: one.texts + other.texts,
    weak: one.weak + other.weak,
    before: both(one.before, other.before),
    after: both(one.after, other.after),
  };
}

process.stdout.write('| set | no wording known | category | stance | all | category | stance |\n');
process.stdout.write('|---|--:|--:|--:|--:|--:|--:|\n');
const tallies: Tally[] = [];
for (const [set, commit] of FIRST_LOOKS) {
  const tally = await withCommit(commit, (folder) => look(set, folder));
  tallies.push(tally);
  process.stdout.write(row(set, tally));
}
process.stdout.write(row('all of them', tallies.reduce(added)));
process.stdout.write(row('from the seventh on', tallies.slice(2).reduce(added)));
