import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { storedFigures } from '../../lambdas/adapters/stored-figures.ts';
import { withoutZeros } from '../../lambdas/core/figures/without-zeros.ts';
import { anyFigures } from '../core/figures/any-figures.ts';

test('figures come back from what is stored as they were', () => {
  fc.assert(
    fc.property(anyFigures, (figures) => {
      const stored: unknown = JSON.parse(JSON.stringify(withoutZeros(figures)));
      expect(storedFigures.parse(stored)).toEqual(figures);
    }),
  );
});

test.each([
  ['a list', []],
  ['a count that is none', { delivered: -1 }],
  ['a breakdown that is no object', { byReply: 3 }],
  ['a count by name that is text', { byReply: { '421': '3' } }],
  ['attempts without their delivered ones', { byDomain: { 'gmail.com': { throttled: 1 } } }],
])('what was not written by us is refused: %s', (_what, stored) => {
  expect(storedFigures.safeParse(stored).success).toBe(false);
});
