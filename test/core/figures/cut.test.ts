import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutFigures, fitToItem, mostBytes } from '../../../lambdas/core/figures/cut.ts';
import { figuresToBytes } from '../../../lambdas/core/figures/figures-bytes.ts';
import { COUNT_LISTS, TOTALS, emptyFigures, named } from '../../../lambdas/core/figures/figures.ts';
import type { Attempts, Counts, Evidence, Figures } from '../../../lambdas/core/figures/figures.ts';
import { addByIsp } from '../../../lambdas/core/figures/merge.ts';
import { cutName } from '../../../lambdas/core/figures/shorten.ts';
import { REST } from '../../../lambdas/core/names.ts';
import { fromJsonBytes } from '../../../lambdas/core/json-bytes.ts';
import { figuresWith } from '../../example-figures.ts';

function counts(entries: Iterable<[string, number]>): Counts {
  const list = named<number>();
  for (const [name, count] of entries) list[name] = count;
  return list;
}

/** Of one rule, whose sources and queues are these. */
function evidence(of: Partial<Evidence>): Record<string, Evidence> {
  return { 'gmail.rate': { sources: named(), queues: named(), sample: '', ...of } };
}

function sum(list: Counts): number {
  return Object.values(list).reduce((a, b) => a + b, 0);
}

function sumOfAttempts(list: Record<string, Attempts>): Attempts {
  const total = { throttled: 0, delivered: 0 };
  for (const { throttled, delivered } of Object.values(list)) {
    total.throttled += throttled;
    total.delivered += delivered;
  }
  return total;
}

describe('mostBytes', () => {
  test.each([
    ['plain names', fc.stringMatching(/^[a-z0-9 ./]{1,12}$/)],
    ['names of any characters', fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })],
    [
      'names that JSON escapes',
      fc.string({ unit: fc.constantFrom('\u0000', '\u0001', '\u0007'), minLength: 10, maxLength: 16 }),
    ],
  ])('is never less than figures with %s take in JSON', (_of, name) => {
    // So many that what is reckoned for an ISP hides nothing.
    const names = fc.uniqueArray(name, { minLength: 1_000, maxLength: 1_000 });
    const times = Number.MAX_SAFE_INTEGER;
    fc.assert(
      fc.property(names, (all) => {
        const bySource = named<Attempts>();
        for (const source of all) bySource[source] = { throttled: times, delivered: times };
        const figures = new Map([['gmail', figuresWith({ bySource })]]);
        const json = JSON.stringify(fromJsonBytes(figuresToBytes(figures)));
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(mostBytes(figures));
      }),
      { numRuns: 20 },
    );
  });

  test.each<[string, (names: Counts) => Partial<Figures>]>([
    ['counts', (names) => ({ byReply: names })],
    ['sources of evidence', (names) => ({ evidence: evidence({ sources: names }) })],
    ['queues of evidence', (names) => ({ evidence: evidence({ queues: names }) })],
  ])('is never less than many %s take in JSON', (_of, changes) => {
    const names = Array.from({ length: 1_000 }, (_, i): [string, number] => [`${i}`.padStart(12, 'x'), 1]);
    const figures = new Map([['gmail', figuresWith(changes(counts(names)))]]);
    const json = JSON.stringify(fromJsonBytes(figuresToBytes(figures)));
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(mostBytes(figures));
  });
});

describe('cutFigures', () => {
  test('keeps the 50 largest of a breakdown, ties by name, and adds up the rest', () => {
    const byReply = counts(Array.from({ length: 60 }, (_, i) => [`421 4.7.${i}`, i < 40 ? 100 - i : 1]));
    const cut = cutFigures(figuresWith({ byReply })).byReply;
    expect(Object.keys(cut)).toHaveLength(51);
    // Of the 20 with one each, the ten that come first by name.
    const kept = Object.keys(cut).filter((name) => cut[name] === 1);
    expect(kept).toEqual(Array.from({ length: 10 }, (_, i) => `421 4.7.${40 + i}`));
    expect(cut[REST]).toBe(10);
    expect(sum(cut)).toBe(sum(byReply));
  });

  test('adds attempts that are cut to the rest, too', () => {
    const bySource = named<Attempts>();
    for (let i = 0; i < 52; i++) bySource[`vmta 10.0.0.${i}`] = { throttled: i, delivered: 1 };
    const cut = cutFigures(figuresWith({ bySource })).bySource;
    expect(cut[REST]).toEqual({ throttled: 1, delivered: 2 });
    expect(sumOfAttempts(cut)).toEqual(sumOfAttempts(bySource));
  });

  test('leaves figures alone that are small enough, and its argument in any case', () => {
    const figures = figuresWith({ delivered: 3, byReply: counts([['421', 2]]) });
    const before = structuredClone(figures);
    expect(cutFigures(figures)).toEqual(figures);
    expect(figures).toEqual(before);
  });

  test('changes nothing when it is done again, whatever the names and counts', () => {
    const list = fc.array(fc.tuple(fc.string({ maxLength: 150 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(list, list, (replies, texts) => {
        const figures = figuresWith({ byReply: counts(replies), unclassified: counts(texts) });
        const once = cutFigures(figures);
        expect(cutFigures(once)).toEqual(once);
        for (const name of COUNT_LISTS) expect(sum(once[name])).toBe(sum(figures[name]));
      }),
    );
  });

  test('does not depend on the order in which names were added', () => {
    const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 55,
      maxLength: 90,
    });
    fc.assert(
      fc.property(entries, (list) => {
        const unique = [...new Map(list)];
        const one = cutFigures(figuresWith({ byReply: counts(unique) }));
        const other = cutFigures(figuresWith({ byReply: counts(unique.toReversed()) }));
        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      }),
    );
  });

  test('knows no special names', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty'];
    const cut = cutFigures(figuresWith({ byReply: counts(names.map((name) => [name, 1])) }));
    expect(Object.keys(cut.byReply).sort()).toEqual(names.sort());
  });
});

describe('cutName', () => {
  test('leaves a name of 100 bytes, and cuts a longer one with a hash', () => {
    expect(cutName('a'.repeat(100))).toBe('a'.repeat(100));
    expect(cutName('a'.repeat(101))).toMatch(/^a{83}~[0-9a-f]{16}$/);
  });

  test('tells long names apart that begin alike', () => {
    expect(cutName(`${'a'.repeat(200)}b`)).not.toBe(cutName(`${'a'.repeat(200)}c`));
  });

  test('never takes more than 100 bytes, and never cuts through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 20, maxLength: 200 }), (name) => {
        const cut = cutName(name);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(100);
        expect(Buffer.from(cut).toString()).toBe(cut);
      }),
    );
  });
});

describe('fitToItem', () => {
  test('leaves what fits as it is, uncut', () => {
    const figures = new Map([
      ['gmail', figuresWith({ byReply: counts(Array.from({ length: 900 }, (_, i) => [`reply ${i}`, 1])) })],
    ]);
    expect(fitToItem(figures)).toEqual(figures);
  });

  test('leaves thousands of names as they are that compress well', () => {
    const byDomain = named<Attempts>();
    for (let i = 0; i < 8_000; i++) byDomain[`host${i}.example.com`] = { throttled: 1, delivered: 2 };
    const figures = new Map([['gmail', figuresWith({ byDomain })]]);
    expect(mostBytes(figures)).toBeGreaterThan(400_000);
    expect(fitToItem(figures)).toEqual(figures);
  });

  test('shortens the longest lists of what does not, and only these', () => {
    const noise = (i: number): string => Buffer.from(String(Math.sin(i))).toString('base64url');
    const byDomain = named<Attempts>();
    for (let i = 0; i < 20_000; i++) byDomain[noise(i)] = { throttled: 1, delivered: 2 };
    const byReply = counts(Array.from({ length: 60 }, (_, i) => [noise(i), 1]));
    const figures = figuresWith({ delivered: 40_000, throttled: 20_000, byDomain, byReply });
    const fitted = fitToItem(
      new Map([
        ['gmail', figures],
        ['yahoo', emptyFigures()],
      ]),
    );
    expect(figuresToBytes(fitted).length).toBeLessThan(98_000);
    const gmail = fitted.get('gmail')!;
    for (const total of TOTALS) expect(gmail[total]).toBe(figures[total]);
    expect(gmail.byReply).toEqual(byReply);
    expect(sumOfAttempts(gmail.byDomain)).toEqual({ throttled: 20_000, delivered: 40_000 });
    expect(Object.keys(gmail.byDomain).length).toBeGreaterThan(1_000);
    expect([...fitted.keys()]).toEqual(['gmail', 'yahoo']);
  });
});

test('adding up is the same in any order, and changes no part', () => {
  const part = fc.dictionary(
    fc.constantFrom('gmail', 'yahoo'),
    fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__'), fc.nat(9))),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const given = parts.map(
        (isps) =>
          new Map(
            Object.entries(isps).map(([isp, entries]) => {
              const evidence = named<{ sources: Counts; queues: Counts; sample: string }>();
              for (const [name, count] of entries) {
                evidence[name] = {
                  sources: counts([[name, count]]),
                  queues: counts([]),
                  sample: `${name} ${count}`,
                };
              }
              return [isp, figuresWith({ delivered: entries.length, byReply: counts(entries), evidence })];
            }),
          ),
      );
      const before = structuredClone(given);
      const one = new Map();
      for (const isps of given) addByIsp(one, isps);
      const other = new Map();
      for (const isps of given.toReversed()) addByIsp(other, isps);
      expect(other).toEqual(one);
      expect(structuredClone(given)).toEqual(before);
    }),
  );
});
