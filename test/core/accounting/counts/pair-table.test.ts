import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PairTable } from '../../../../lambdas/core/accounting/counts/pair-table.ts';

const small = fc.integer({ min: 0, max: 40 });
const additions = fc.array(
  fc.record({ group: small, name: small, counter: fc.constantFrom(0 as const, 1 as const), times: small }),
  { maxLength: 200 },
);

describe('PairTable', () => {
  test('counts like a plain map', () => {
    fc.assert(
      fc.property(additions, (all) => {
        const table = new PairTable();
        const plain = new Map<string, [number, number]>();
        for (const { group, name, counter, times } of all) {
          table.count(table.numberOf(group, name), counter, times);
          const counts = plain.get(`${group} ${name}`) ?? [0, 0];
          counts[counter] += times;
          plain.set(`${group} ${name}`, counts);
        }
        const counted = Array.from({ length: table.size }, (_, number) => [
          `${table.groupOf(number)} ${table.nameOf(number)}`,
          [table.counted(number, 0), table.counted(number, 1)],
        ]);
        expect(counted).toEqual([...plain]);
      }),
    );
  });

  test('a pair is found by its number, and one that was not added is not', () => {
    const table = new PairTable();
    table.numberOf(3, 4);
    table.numberOf(-3, 0x7fffffff);
    expect([table.find(-3, 0x7fffffff), table.find(3, 4), table.find(4, 3)]).toEqual([1, 0, -1]);
    expect(table.size).toBe(2);
  });

  test('keeps numbers and counts while it grows', () => {
    const table = new PairTable();
    const pairs = 50_000;
    for (let index = 0; index < pairs; index++) table.count(table.numberOf(index % 7, index), 0, index);
    for (let index = 0; index < pairs; index++) {
      if (table.numberOf(index % 7, index) !== index) throw new Error(`pair ${index} has another number`);
      if (table.counted(index, 0) !== index) throw new Error(`pair ${index} has another count`);
    }
    expect(table.size).toBe(pairs);
  });

  test('hands out every pair with its first counter', () => {
    const table = new PairTable();
    table.count(table.numberOf(1, 2), 0, 3);
    table.count(table.numberOf(4, 5), 1, 6);
    const pairs: number[][] = [];
    table.forEach((...pair) => pairs.push(pair));
    expect(pairs).toEqual([
      [1, 2, 3],
      [4, 5, 0],
    ]);
  });

  test('starts from nothing after clear', () => {
    const table = new PairTable();
    for (let name = 0; name < 2_000; name++) table.count(table.numberOf(0, name), 0, 1);
    table.clear();
    expect(table.size).toBe(0);
    expect(table.counted(table.numberOf(0, 1_999), 0)).toBe(0);
  });
});
