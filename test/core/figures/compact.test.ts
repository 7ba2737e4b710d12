import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact, expand } from '../../../lambdas/core/figures/compact.ts';
import { TOTALS, emptyFigures } from '../../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../../lambdas/core/figures/figures.ts';
import { sparse, sparseFigures } from '../../../lambdas/core/figures/sparse.ts';
import { pack } from '../../../lambdas/core/packed.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', '1'),
);
const counts = fc.array(fc.tuple(name, fc.nat()), { maxLength: 30 });

/** Figures with any names and counts, made as counting makes them: by setting entries. */
const anyFigures: fc.Arbitrary<Figures> = fc
  .record({ totals: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), entries: counts, text: name })
  .map(({ totals, entries, text }) => {
    const figures = emptyFigures();
    TOTALS.forEach((total, i) => (figures[total] = totals[i]!));
    for (const [key, count] of entries) {
      figures.byReply[key] = count;
      figures.unclassified[key] = count;
      figures.byDomain[key] = { throttled: count, delivered: 1 };
      figures.evidence[key] = { sample: text, sources: { ...figures.byReply }, queues: {} };
    }
    return figures;
  });

describe('figures come back as they were', () => {
  test('from the compact form', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('gmail', 'yahoo', 'other'), anyFigures), (byIsp) => {
        const figures = new Map(Object.entries(byIsp));
        expect(expand(compact(figures))).toEqual(figures);
      }),
    );
  });

  test('from the readable form', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const stored: unknown = JSON.parse(JSON.stringify(sparse(figures)));
        expect(sparseFigures.parse(stored)).toEqual(figures);
      }),
    );
  });
});

test('the same figures give the same bytes, in whatever order they were counted', () => {
  fc.assert(
    fc.property(counts, (entries) => {
      const of = (list: [string, number][]): Uint8Array => {
        const figures = emptyFigures();
        for (const [key, count] of list) figures.byReply[key] = count;
        return compact(new Map([['gmail', figures]]));
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
  expect(() => expand(pack(value))).toThrow('stored figures are damaged');
});
