import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestOfEachGroup, pruneNames } from '../../../../lambdas/core/accounting/counts/named-counts.ts';
import { addAttempts, addCount } from '../../../../lambdas/core/figures/merge.ts';
import { emptyFigures } from '../../../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../../../lambdas/core/figures/figures.ts';
import { REST } from '../../../../lambdas/core/names.ts';

const MIN_NAMES = 50;

interface Member {
  group: number;
  count: number;
  name: string;
}

/** The names that each group keeps. */
function kept(members: readonly Member[], most: number): string[][] {
  const flags = largestOfEachGroup(members.length, {
    group: (member) => members[member]!.group,
    count: (member) => members[member]!.count,
    name: (member) => members[member]!.name,
    most,
  });
  const groups: string[][] = [];
  for (const [index, { group, name }] of members.entries()) {
    if (flags[index] === 1) (groups[group] ??= []).push(name);
  }
  return groups.map((names) => names.toSorted());
}

describe('addCount and addAttempts', () => {
  test('add to what is there', () => {
    const counts = { a: 1 };
    addCount(counts, 'a', 2);
    addCount(counts, 'b', 3);
    expect(counts).toEqual({ a: 3, b: 3 });
    const attempts = { a: { throttled: 1, delivered: 1 } };
    addAttempts(attempts, 'a', 2, 3);
    addAttempts(attempts, 'b', 4, 5);
    expect(attempts).toEqual({ a: { throttled: 3, delivered: 4 }, b: { throttled: 4, delivered: 5 } });
  });
});

describe('largestOfEachGroup', () => {
  test('keeps every name up to the limit', () => {
    const members = Array.from({ length: 120 }, (_, index) => ({
      group: 0,
      count: index,
      name: `n${index}`,
    }));
    expect(kept(members, 120)[0]).toHaveLength(120);
  });

  test('keeps the largest of each group above it, and of equal ones the first by name', () => {
    const members = fc.array(
      fc.record({
        group: fc.integer({ min: 0, max: 2 }),
        count: fc.integer({ min: 0, max: 5 }),
        name: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }),
      }),
      { minLength: 101, maxLength: 260, size: 'max' },
    );
    fc.assert(
      fc.property(members, (all) => {
        const unique = [...new Map(all.map((member) => [`${member.group} ${member.name}`, member])).values()];
        fc.pre(unique.length > 100);
        // So small a limit leaves each group the fewest that it may keep.
        const plain: string[][] = [];
        for (const group of new Set(unique.map((member) => member.group))) {
          plain[group] = unique
            .filter((member) => member.group === group)
            .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
            .slice(0, MIN_NAMES)
            .map(({ name }) => name)
            .toSorted();
        }
        expect(kept(unique, 100)).toEqual(plain);
      }),
    );
  });
});

describe('pruneNames', () => {
  const withSources = (names: number): Figures => {
    const figures = emptyFigures();
    for (let index = 0; index < names; index++) addAttempts(figures.bySource, `s${index}`, index, 1);
    return figures;
  };

  test('does nothing up to the limit', () => {
    const figures = withSources(100);
    pruneNames([figures], 100);
    expect(figures).toEqual(withSources(100));
  });

  test('moves the rarest names to the rest, and keeps totals', () => {
    const figures = withSources(101);
    pruneNames([figures], 100);
    expect(Object.keys(figures.bySource)).toHaveLength(MIN_NAMES + 1);
    expect(figures.bySource[REST]).toEqual({ throttled: (50 * 51) / 2, delivered: 51 });
    expect(figures.bySource['s51']).toEqual({ throttled: 51, delivered: 1 });
    expect(figures.bySource['s50']).toBeUndefined();
  });

  test('adds to the rest that is there already, which never counts as a name', () => {
    const figures = withSources(101);
    addAttempts(figures.bySource, REST, 10_000, 10_000);
    pruneNames([figures], 100);
    expect(figures.bySource[REST]).toEqual({ throttled: 10_000 + (50 * 51) / 2, delivered: 10_051 });
    expect(Object.keys(figures.bySource)).toHaveLength(MIN_NAMES + 1);
  });
});
