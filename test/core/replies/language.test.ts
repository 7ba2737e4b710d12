import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';

const catalogue = createCatalogue();

/** Phrases thought of, not found: how servers of any make may say it, in the languages that occur. */
const phrases = readFileSync(new URL('../../fixtures/phrases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string]);

describe('the language of deferrals', () => {
  it.each(phrases)('%s: %s', (category, phrase) => {
    const rule = catalogue.classify([], parseReply(phrase, ''));
    expect({ category: rule.category, rule: rule.id }).toEqual({ category, rule: rule.id });
  });
});
