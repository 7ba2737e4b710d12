import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInRules } from '../../lambdas/core/replies/rules/order.ts';
import { countedTexts, WORD_COUNTS_FILE, wordCounts, wordCountsModule } from '../../scripts/word-counts.ts';
import { isHeldOut, labelledReplies, UNREAD } from '../../scripts/labelled-replies.ts';

describe('the word counts', () => {
  test('are those of the labelled texts (if not: npm run generate)', () => {
    expect(readFileSync(WORD_COUNTS_FILE, 'utf8') === wordCountsModule(builtInRules)).toBe(true);
  });

  test('are small enough to go with every function', () => {
    expect(readFileSync(WORD_COUNTS_FILE).length).toBeLessThan(150_000);
  });

  test('know nothing of the texts that are kept unread', () => {
    const unread = [...UNREAD].flatMap((name) => labelledReplies(name).filter(isHeldOut));
    const keys = new Set(unread.map(({ source, text }) => `${source}\n${text}`));
    const counted = countedTexts([]).filter(
      (one) => 'source' in one && keys.has(`${String(one.source)}\n${one.text}`),
    );
    expect(unread.length).toBeGreaterThan(30 * UNREAD.size);
    expect(counted.length).toBe(0);
  });

  test('say for each category in how many texts a word or a code occurs', () => {
    const table = wordCounts([
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
