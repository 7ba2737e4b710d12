import * as z from 'zod';
import { ATTEMPTS, COUNTS, TOTALS, emptyFigures, objectOf, named } from './figures.ts';
import type { Attempts, Evidence, Figures } from './figures.ts';

/** Figures as they are stored: no zeros, no empty lists, names in order. */
export function sparse(figures: Figures): Partial<Figures> {
  const kept: Partial<Figures> = {};
  for (const total of TOTALS) if (figures[total] !== 0) kept[total] = figures[total];
  for (const list of COUNTS) if (!isEmpty(figures[list])) kept[list] = inOrder(figures[list]);
  for (const list of ATTEMPTS) if (!isEmpty(figures[list])) kept[list] = inOrder(figures[list]);
  if (!isEmpty(figures.evidence)) {
    kept.evidence = inOrder(figures.evidence);
    for (const [rule, { sources, queues, sample }] of Object.entries(kept.evidence)) {
      kept.evidence[rule] = { sources: inOrder(sources), queues: inOrder(queues), sample };
    }
  }
  return kept;
}

function isEmpty(list: object): boolean {
  return Object.keys(list).length === 0;
}

function inOrder<Value>(list: Record<string, Value>): Record<string, Value> {
  const ordered = named<Value>();
  for (const name of Object.keys(list).sort()) ordered[name] = list[name]!;
  return ordered;
}

const count = z.int().nonnegative();

/**
 * A list by names out of files. Parsed by hand because a schema of a record drops the name `__proto__`,
 * and because it runs for every name of every contribution.
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

/** Figures as `sparse` gives them, filled up. */
export const sparseFigures = z
  .object({
    ...objectOf(TOTALS, () => count.optional()),
    ...objectOf(COUNTS, () => counts),
    ...objectOf(ATTEMPTS, () => attempts),
    evidence: listOf((value): Evidence => evidenceOf.parse(value)).optional(),
  })
  .transform((found): Figures => ({ ...emptyFigures(), ...found }));
