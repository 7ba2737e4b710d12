import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import type { Rule } from '../../../lambdas/core/replies/rule.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';

const catalogue = createCatalogue();
const directory = createDirectory();
const classify = (text: string): Rule => {
  const reply = parseReply(text, '');
  return catalogue.classify(ispsOf('', reply, directory), reply);
};

/**
 * How servers of any make may say it, in the languages that occur: most phrases are thought of, some are from servers'
 * sources and help pages. A phrase of two meanings has both categories, with `|` between.
 */
const phrases = readFileSync(new URL('../../fixtures/replies/phrases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string]);

describe('the language of deferrals', () => {
  test.each(phrases)('%s: %s', (categories, phrase) => {
    const rule = classify(phrase.replaceAll(String.raw`\r\n`, '\r\n'));
    expect({ rule: rule.id, isAccepted: categories.split('|').includes(rule.category) }).toEqual({
      rule: rule.id,
      isAccepted: true,
    });
  });

  test('is read by its words, not by its codes', () => {
    const byCode = phrases.filter(([, phrase]) => {
      const { basis } = classify(phrase);
      return basis === 'code' || basis === 'nothing';
    });
    expect(byCode.length).toBeLessThanOrEqual(phrases.length / 100);
  });
});
