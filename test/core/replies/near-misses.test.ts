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

test.each([
  '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using private blacklist',
  "550 5.7.1 Your IP is on the receiver's block list",
  '421 4.7.1 Connection refused, your IP is on our private blacklist',
  '554 5.7.1 Message blocked by recipient policy',
  "554 5.7.1 Message blocked by recipient's security gateway",
  '421 4.7.0 IP temporarily blocked by user complaints',
])('a block by the receiver is not taken for one by the owner of a mailbox: %s', (text) => {
  expect(catalogue.classify([], parseReply(text, '')).ofOneCustomer).toBeUndefined();
});
