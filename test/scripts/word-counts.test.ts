import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../lambdas/core/replies/rules/order.ts';
import { countedWords, learntTexts, wordCountsModule } from '../../scripts/word-counts.ts';
import { isHeldOut, labelledReplies } from '../../scripts/labelled-replies.ts';

const file = new URL('../../lambdas/core/replies/weighed-words/word-counts.ts', import.meta.url);

describe('the counts of words', () => {
  it('are those of the labelled texts: if not, run npx tsx scripts/word-weights.ts', () => {
    expect(readFileSync(file, 'utf8') === wordCountsModule(builtInRules)).toBe(true);
  });

  it('are small enough to go with every function', () => {
    expect(readFileSync(file).length).toBeLessThan(150_000);
  });

  it('know nothing of the texts that are kept unread', () => {
    const unread = labelledReplies('eleventh-replies.tsv').filter(isHeldOut);
    const keys = new Set(unread.map(({ source, text }) => `${source}\n${text}`));
    const learnt = learntTexts([]).filter(
      (one) => 'source' in one && keys.has(`${String(one.source)}\n${one.text}`),
    );
    expect(unread.length).toBeGreaterThan(30);
    expect(learnt.length).toBe(0);
  });

  it('hold for each category in how many texts a word and a code occur', () => {
    const table = countedWords([
      { text: '550 no such user, no', accepted: ['recipient'] },
      { text: '554 no', accepted: ['policy-block', 'recipient'] },
      { text: '421 no idea', accepted: ['unclassified'] },
    ]);
    expect(table.split('\n')).toEqual([
      '#5 d1 h2',
      '#550 h1',
      '#554 d1 h1',
      '*texts d1 h2',
      '*words d3 h8',
      'no d1 h2',
      'such h1',
      'user h1',
    ]);
  });
});
