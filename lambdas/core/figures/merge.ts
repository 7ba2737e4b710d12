import type { IspId } from '../receivers/isp.ts';
import { ATTEMPTS, COUNTS, TOTALS, emptyFigures, named } from './figures.ts';
import type { Attempts, Counts, Figures } from './figures.ts';

/** Adds figures to a sum in place. Names are compared as they are; nothing is cut. */
export function addFigures(sum: Figures, part: Figures): void {
  for (const total of TOTALS) sum[total] += part[total];
  for (const list of COUNTS) addCounts(sum[list], part[list]);
  for (const list of ATTEMPTS) addAttempts(sum[list], part[list]);
  for (const [rule, { sources, queues, sample }] of Object.entries(part.evidence)) {
    const known = (sum.evidence[rule] ??= { sources: named(), queues: named(), sample });
    if (sample < known.sample) known.sample = sample;
    addCounts(known.sources, sources);
    addCounts(known.queues, queues);
  }
}

/** Adds figures per ISP to a sum in place; an ISP with zeros is named in the sum, too. */
export function addByIsp(sum: Map<IspId, Figures>, part: ReadonlyMap<IspId, Figures>): void {
  for (const [isp, figures] of part) {
    let known = sum.get(isp);
    if (!known) sum.set(isp, (known = emptyFigures()));
    addFigures(known, figures);
  }
}

/** Adds counts to a sum in place. */
function addCounts(sum: Counts, part: Counts): void {
  for (const name of Object.keys(part)) sum[name] = (sum[name] ?? 0) + part[name]!;
}

function addAttempts(sum: Record<string, Attempts>, part: Record<string, Attempts>): void {
  for (const name of Object.keys(part)) {
    const { throttled, delivered } = part[name]!;
    const known = sum[name];
    if (known) {
      known.throttled += throttled;
      known.delivered += delivered;
    } else sum[name] = { throttled, delivered };
  }
}

/** Figures added up; the parts stay as they are. */
export function sumOf(parts: readonly Figures[]): Figures {
  const sum = emptyFigures();
  for (const part of parts) addFigures(sum, part);
  return sum;
}
