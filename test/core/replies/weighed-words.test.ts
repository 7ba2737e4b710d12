import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { explain } from '../../../lambdas/core/explain.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { codesOf, wordsOf } from '../../../lambdas/core/replies/weighed-words/single-words.ts';
import { createWeighedWords } from '../../../lambdas/core/replies/weighed-words/weighed-words.ts';

/** d is policy-block, h is recipient, j is unavailable. */
const weighed = createWeighedWords(`
*texts d10 h10 j10
*words d40 h40 j40
<ip> d9
#4 j8
#5 d6 h6
jail d6
mailbox h8 j1
the d5 h5 j5
`);

describe('weighed words', () => {
  test.each([
    ['policy-block', 'you are in jail', '554'],
    ['recipient', 'the mailbox sleeps', '550'],
    ['recipient', 'the mailbox sleeps', 'none'],
    ['unavailable', 'the cellar', '450'],
    ['policy-block', 'jail jail jail mailbox <ip>', '550'],
  ])('%s: %s', (category, words, codes) => {
    expect(weighed.weigh(words, codes)).toBe(category);
  });

  test('say nothing if none is known, or only placeholders', () => {
    expect(weighed.weigh('xyzzy', '450')).toBeNull();
    expect(weighed.weigh('<ip> xyzzy', '554')).toBeNull();
    expect(weighed.weigh('', '554')).toBeNull();
  });

  test('say nothing if no category is likely enough', () => {
    const even = createWeighedWords('*texts a1 c1 e1 g1\n*words a1 c1 e1 g1\nthe a1 c1 e1 g1');
    expect(even.weigh('the', 'none')).toBeNull();
  });

  test('are named if they speak clearly for a category', () => {
    expect(weighed.heaviest('the mailbox at <ip> is in jail', 'policy-block')).toEqual(['jail']);
    expect(weighed.heaviest('the mailbox at <ip> is in jail', 'recipient')).toEqual(['mailbox']);
  });
});

describe('the single words of a reply', () => {
  test.each([
    ["don't send, user_unknown: 12 times", ["don't", 'send', 'user_unknown', '<n>', 'times']],
    ['see <url:google.com/mail/answer/81126> or <url>', ['see', '<url>', 'or']],
    ['no, no, <ip>', ['no', '<ip>']],
    ['邮箱已满', ['邮箱', '箱已', '已满']],
    ['ящик переполнен', ['ящик', 'переполнен']],
  ])('%s', (words, expected) => {
    expect(wordsOf(words)).toEqual(expected);
  });

  test('are joined by its codes, part by part', () => {
    expect(codesOf('450 4.7.1')).toEqual(['#4', '#450', '#.7', '#.7.1']);
    expect(codesOf('421')).toEqual(['#4', '#421']);
    expect(codesOf('none 5.1.1')).toEqual(['#.1', '#.1.1']);
    expect(codesOf('none')).toEqual([]);
  });
});

describe('a reply whose wording no rule knows', () => {
  const catalogue = createCatalogue();

  test('gets a weak answer by its words, in any language that the labelled texts have', () => {
    for (const [category, text] of [
      ['policy-block', '554 the prison warden says no to your machine'],
      ['recipient', '550 diese Mailbox mag nicht mehr'],
      ['unavailable', '451 поломка где-то в хозяйстве сервера'],
    ] as const) {
      expect(catalogue.classify([], parseReply(text, ''))).toMatchObject({
        category,
        basis: 'weighed-words',
      });
    }
  });

  test('is explained with the words that counted most', () => {
    const { meaning } = explain(
      '',
      '554 the prison warden says no to your machine',
      catalogue,
      createDirectory(),
    );
    expect(meaning).toMatch(/^No wording is known; .* The words that counted most: “prison”, /);
  });
});
