import { fromJsonBytes, toJsonBytes } from '../json-bytes.ts';
import type { IspId } from '../receivers/isp.ts';
import { ATTEMPT_LISTS, COUNT_LISTS, TOTALS, emptyFigures, named } from './figures.ts';
import type { Attempts, Counts, Evidence, Figures, FiguresByIsp } from './figures.ts';

/*
 * Contributions and subtotals are written once and read again with every change of their part of the hour, up to
 * thousands at a time. So names and numbers stand one after the other in flat lists, which JSON.parse reads several
 * times faster than objects, and they are checked by hand: a schema took three times as long as everything else.
 */

/** The figures of several ISPs in few bytes, the same ones whatever the order in which names were added. */
export function figuresToBytes(figures: FiguresByIsp): Uint8Array {
  const isps = [...figures].sort(([a], [b]) => (a < b ? -1 : 1));
  return toJsonBytes(isps.map(([isp, counts]) => [isp, ...flat(counts)]));
}

/** The figures that `figuresToBytes` was given; fails on anything else. */
export function figuresFromBytes(bytes: Uint8Array): Map<IspId, Figures> {
  const figures = new Map<IspId, Figures>();
  for (const entry of listIn(fromJsonBytes(bytes))) {
    const [isp, ...lists] = listIn(entry);
    figures.set(nameIn(isp), figuresIn(lists));
  }
  return figures;
}

function flat(figures: Figures): unknown[] {
  return [
    TOTALS.map((total) => figures[total]),
    COUNT_LISTS.map((list) => flatCounts(figures[list])),
    ATTEMPT_LISTS.map((list) =>
      namesOf(figures[list]).flatMap((name) => {
        const { throttled, delivered } = figures[list][name]!;
        return [name, throttled, delivered];
      }),
    ),
    namesOf(figures.evidence).flatMap((rule) => {
      const { sources, queues, sample } = figures.evidence[rule]!;
      return [rule, sample, flatCounts(sources), flatCounts(queues)];
    }),
  ];
}

function flatCounts(counts: Counts): unknown[] {
  return namesOf(counts).flatMap((name) => [name, counts[name]!]);
}

function namesOf(list: object): string[] {
  return Object.keys(list).sort();
}

function figuresIn([totals, counts, attempts, evidence]: readonly unknown[]): Figures {
  const figures = emptyFigures();
  const [numbers, countLists, attemptLists] = [listIn(totals), listIn(counts), listIn(attempts)];
  for (const [i, total] of TOTALS.entries()) figures[total] = countIn(numbers[i]);
  for (const [i, list] of COUNT_LISTS.entries()) figures[list] = countsIn(countLists[i]);
  for (const [i, list] of ATTEMPT_LISTS.entries()) figures[list] = attemptsIn(attemptLists[i]);
  figures.evidence = evidenceIn(evidence);
  return figures;
}

function countsIn(value: unknown): Counts {
  const entries = listIn(value);
  const counts = named<number>();
  for (let i = 0; i < entries.length; i += 2) counts[nameIn(entries[i])] = countIn(entries[i + 1]);
  return counts;
}

function attemptsIn(value: unknown): Record<string, Attempts> {
  const entries = listIn(value);
  const list = named<Attempts>();
  for (let i = 0; i < entries.length; i += 3) {
    list[nameIn(entries[i])] = { throttled: countIn(entries[i + 1]), delivered: countIn(entries[i + 2]) };
  }
  return list;
}

function evidenceIn(value: unknown): Record<string, Evidence> {
  const entries = listIn(value);
  const list = named<Evidence>();
  for (let i = 0; i < entries.length; i += 4) {
    list[nameIn(entries[i])] = {
      sample: nameIn(entries[i + 1]),
      sources: countsIn(entries[i + 2]),
      queues: countsIn(entries[i + 3]),
    };
  }
  return list;
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError('stored figures are damaged: a list is missing');
}

function nameIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('stored figures are damaged: a name is missing');
}

function countIn(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError('stored figures are damaged: a count is missing');
}
