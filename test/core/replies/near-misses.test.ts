import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';

const catalogue = createCatalogue();
const directory = createDirectory();

/**
 * Replies with words of one category in them that mean another: the user who is named in a refusal for size, the spam
 * scanner that is down, the connection limit of a user. A wording that is too broad is seen here.
 */
const nearMisses = readFileSync(new URL('../../fixtures/replies/near-misses.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string]);

describe('a reply with words of another category', () => {
  test.each(nearMisses)('is %s: %s', (categories, text) => {
    const reply = parseReply(text, '');
    const { id, category } = catalogue.classify(ispsOf('', reply, directory), reply);
    expect({ id, isAccepted: categories.split('|').includes(category) }).toEqual({ id, isAccepted: true });
  });
});
