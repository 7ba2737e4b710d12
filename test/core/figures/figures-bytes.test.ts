import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresFromBytes, figuresToBytes } from '../../../lambdas/core/figures/figures-bytes.ts';
import { emptyFigures } from '../../../lambdas/core/figures/figures.ts';
import { toJsonBytes } from '../../../lambdas/core/json-bytes.ts';
import { anyFigures, counts } from './any-figures.ts';

test('figures come back from their bytes as they were', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('gmail', 'yahoo', 'other'), anyFigures), (byIsp) => {
      const figures = new Map(Object.entries(byIsp));
      expect(figuresFromBytes(figuresToBytes(figures))).toEqual(figures);
    }),
  );
});

test('the same figures give the same bytes, in whatever order they were counted', () => {
  fc.assert(
    fc.property(counts, (entries) => {
      const of = (list: [string, number][]): Uint8Array => {
        const figures = emptyFigures();
        for (const [key, count] of list) figures.byReply[key] = count;
        return figuresToBytes(new Map([['gmail', figures]]));
      };
      const unique = [...new Map(entries)];
      expect(of(unique)).toEqual(of(unique.toReversed()));
    }),
  );
});

test.each([
  ['no list', {}],
  ['an ISP without figures', [['gmail']]],
  ['a count that is none', [['gmail', [0, 0, 0, 0, 0, 0, -1], [[], [], [], [], []], [[], [], []], []]]],
  [
    'a count that is text',
    [['gmail', [0, 0, 0, 0, 0, 0, 0], [['421', '1'], [], [], [], []], [[], [], []], []]],
  ],
  [
    'a name without its count',
    [['gmail', [0, 0, 0, 0, 0, 0, 0], [['421'], [], [], [], []], [[], [], []], []]],
  ],
])('damaged figures are refused: %s', (_what, value) => {
  expect(() => figuresFromBytes(toJsonBytes(value))).toThrow('stored figures are damaged');
});
