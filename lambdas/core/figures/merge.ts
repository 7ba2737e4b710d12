import type { IspId } from '../receivers/isp.ts';
import { ATTEMPT_LISTS, COUNT_LISTS, TOTALS, emptyFigures, named } from './figures.ts';
import type { Attempts, Counts, Figures, FiguresByIsp } from './figures.ts';

/** Adds figures to a sum in place. Names are compared as they are; nothing is cut. */
export function addFigures(sum: Figures, part: Figures): void {
  for (const total of TOTALS) sum[total] += part[total];
  for (const list of COUNT_LISTS) addCounts(sum[list], part[list]);
  for (const list of ATTEMPT_LISTS) {
    for (const name of Object.keys(part[list])) {
      const { throttled, delivered } = part[list][name]!;
      addAttempts(sum[list], name, throttled, delivered);
    }
  }
  for (const [rule, { sources, queues, sample }] of Object.entries(part.evidence)) {
    const known = (sum.evidence[rule] ??= { sources: named(), queues: named(), sample });
    if (sample < known.sample) known.sample = sample;
    addCounts(known.sources, sources);
    addCounts(known.queues, queues);
  }
}

/** Adds figures per ISP to a sum in place; an ISP with zeros is named in the sum, too. */
export function addByIsp(sum: Map<IspId, Figures>, part: FiguresByIsp): void {
  for (const [isp, figures] of part) {
    let known = sum.get(isp);
    if (!known) sum.set(isp, (known = emptyFigures()));
    addFigures(known, figures);
  }
}

/** Adds to one count of a list, in place. */
export function addCount(counts: Counts, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}

/** Adds to the attempts of one name of a list, in place. */
export function addAttempts(
  list: Record<string, Attempts>,
  name: string,
  throttled: number,
  delivered: number,
): void {
  const known = (list[name] ??= { throttled: 0, delivered: 0 });
  known.throttled += throttled;
  known.delivered += delivered;
}

function addCounts(sum: Counts, part: Counts): void {
  for (const name of Object.keys(part)) addCount(sum, name, part[name]!);
}

/** Figures added up; the parts stay as they are. */
export function sumOf(parts: readonly Figures[]): Figures {
  const sum = emptyFigures();
  for (const part of parts) addFigures(sum, part);
  return sum;
}
