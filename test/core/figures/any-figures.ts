import * as fc from 'fast-check';
import { TOTALS, emptyFigures } from '../../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../../lambdas/core/figures/figures.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', '1'),
);
/** Counts by names, in any order; a name may come twice. */
export const counts = fc.array(fc.tuple(name, fc.nat()), { maxLength: 30 });

/** Figures with any names and counts, made as counting makes them: by setting entries. */
export const anyFigures: fc.Arbitrary<Figures> = fc
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
