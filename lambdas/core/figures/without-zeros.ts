import { ATTEMPT_LISTS, COUNT_LISTS, TOTALS, named } from './figures.ts';
import type { Figures } from './figures.ts';

/** Figures as they are stored: no zeros, no empty lists, names in order. */
export function withoutZeros(figures: Figures): Partial<Figures> {
  const kept: Partial<Figures> = {};
  for (const total of TOTALS) if (figures[total] !== 0) kept[total] = figures[total];
  for (const list of COUNT_LISTS) if (!isEmpty(figures[list])) kept[list] = inOrder(figures[list]);
  for (const list of ATTEMPT_LISTS) if (!isEmpty(figures[list])) kept[list] = inOrder(figures[list]);
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
