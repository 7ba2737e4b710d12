import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';
import { MEASURED, readReplies } from '../../../scripts/labelled-replies.ts';

const catalogue = createCatalogue();
const directory = createDirectory();

describe.each(MEASURED)('the replies of %s', (name) => {
  const rows = readReplies(name);

  test('each have a text, a known category and a source', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ text, source }) => text === '' || source === '')).toEqual([]);
  });

  test('are read as a person labelled them, except for one in a hundred', () => {
    const wrong = rows.filter(({ receiver, text, accepted, stances }) => {
      const reply = parseReply(text, '');
      const rule = catalogue.classify(ispsOf(receiver, reply, directory), reply);
      return !accepted.includes(rule.category) || !stances.includes(rule.stance);
    });
    expect(wrong.length).toBeLessThanOrEqual(Math.ceil(rows.length / 100));
  });
});
