import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { corpus, isHeldOut, received } from './corpus.ts';

const catalogue = createCatalogue();
const directory = createDirectory();
const GIANTS = new Set(['gmail', 'microsoft', 'yahoo', 'apple']);

describe('real replies of the four giants', () => {
  for (const row of corpus().filter(({ receiver }) => GIANTS.has(receiver))) {
    it(`${row.receiver}: ${row.reply}`, () => {
      const rule = catalogue.classify(directory.named(row.receiver), parseReply(received(row), ''));
      expect(row.categories).toContain(rule.category);
      expect(rule.basis).toBe('wording');
      expect(rule.isp).not.toBe('*');
    });
  }
});

describe('the split of the corpus', () => {
  it('holds out between a tenth and a half of the texts, of giants and of others', () => {
    const rows = corpus();
    const heldOut = rows.filter(isHeldOut);
    expect(heldOut.length).toBeGreaterThan(rows.length / 10);
    expect(heldOut.length).toBeLessThan(rows.length / 2);
    expect(heldOut.some(({ receiver }) => GIANTS.has(receiver))).toBe(true);
    expect(heldOut.some(({ receiver }) => !GIANTS.has(receiver))).toBe(true);
  });
});
