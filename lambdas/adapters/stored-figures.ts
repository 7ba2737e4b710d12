import * as z from 'zod';
import {
  ATTEMPT_LISTS,
  COUNT_LISTS,
  TOTALS,
  emptyFigures,
  named,
  objectOf,
} from '../core/figures/figures.ts';
import type { Attempts, Evidence, Figures } from '../core/figures/figures.ts';

const count = z.int().nonnegative();

/**
 * A list by names from files. Parsed by hand because a record's schema drops the name `__proto__`, and because it runs
 * for every name of every contribution.
 */
function listOf<Value>(parseValue: (value: unknown) => Value): z.ZodType<Record<string, Value>> {
  return z.unknown().transform((value, context) => {
    const list = named<Value>();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      context.addIssue({ code: 'custom', message: 'expected an object of names' });
      return list;
    }
    try {
      for (const [name, entry] of Object.entries(value)) list[name] = parseValue(entry);
    } catch {
      context.addIssue({ code: 'custom', message: 'expected counts' });
    }
    return list;
  });
}

function parseCount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError('no count');
  return value;
}

const counts = listOf(parseCount).optional();
const attemptsOf = z.object({ throttled: count, delivered: count });
const attempts = listOf((value): Attempts => attemptsOf.parse(value)).optional();
const evidenceOf = z.object({ sources: listOf(parseCount), queues: listOf(parseCount), sample: z.string() });

/** Figures as `withoutZeros` gives them, filled up. */
export const storedFigures = z
  .object({
    ...objectOf(TOTALS, () => count.optional()),
    ...objectOf(COUNT_LISTS, () => counts),
    ...objectOf(ATTEMPT_LISTS, () => attempts),
    evidence: listOf((value): Evidence => evidenceOf.parse(value)).optional(),
  })
  .transform((found): Figures => ({ ...emptyFigures(), ...found }));
