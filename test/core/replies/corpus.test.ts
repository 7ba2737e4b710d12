import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { isHeldOut, labelledReplies } from '../../../scripts/labelled-replies.ts';

const catalogue = createCatalogue();
const directory = createDirectory();
const corpus = labelledReplies('large-providers');
const GIANTS = new Set(['gmail', 'microsoft', 'yahoo', 'apple']);

describe('real replies of the four giants', () => {
  for (const { receiver, text, accepted } of corpus.filter((reply) => GIANTS.has(reply.receiver))) {
    test(`${receiver}: ${text}`, () => {
      const rule = catalogue.classify(directory.named(receiver), parseReply(text, ''));
      expect(accepted).toContain(rule.category);
      expect(rule.basis).toBe('wording');
      expect(rule.isp).not.toBe('*');
    });
  }
});

describe('the split of the corpus', () => {
  test('holds out between a tenth and a half of the texts, of giants and of others', () => {
    const heldOut = corpus.filter(isHeldOut);
    expect(heldOut.length).toBeGreaterThan(corpus.length / 10);
    expect(heldOut.length).toBeLessThan(corpus.length / 2);
    expect(heldOut.some(({ receiver }) => GIANTS.has(receiver))).toBe(true);
    expect(heldOut.some(({ receiver }) => !GIANTS.has(receiver))).toBe(true);
  });
});
