import type { Attempts, Counts, Figures } from './figures.ts';
import { REST } from './shorten.ts';

/** So many names every breakdown keeps, however many there are elsewhere: as many as figures show in the end. */
const FEWEST = 50;

export function addCount(counts: Counts, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}

export function addAttempts(
  attempts: Record<string, Attempts>,
  name: string,
  throttled: number,
  delivered: number,
): void {
  const known = (attempts[name] ??= { throttled: 0, delivered: 0 });
  known.throttled += throttled;
  known.delivered += delivered;
}

/** Every breakdown whose names a file chooses, so that it can make them many. */
function breakdownsOf(figures: Figures): (Counts | Record<string, Attempts>)[] {
  const evidence = Object.values(figures.evidence).flatMap(({ sources, queues }) => [sources, queues]);
  return [
    figures.bySource,
    figures.byQueue,
    figures.byDomain,
    figures.byReply,
    figures.unclassified,
    ...evidence,
  ];
}

/**
 * Moves the rarest names to `(rest)` until all breakdowns together hold at most half of `limit` names (or 50
 * each), as many in each; nothing where they hold no more than `limit`. Totals stay as they are.
 */
export function pruneNames(cells: readonly Figures[], limit: number): void {
  const breakdowns = cells
    .flatMap(breakdownsOf)
    .map((counts) => ({ counts, size: Object.keys(counts).length }));
  const sizes = breakdowns.map(({ size }) => size);
  if (sizes.reduce((sum, size) => sum + size, 0) <= limit) return;
  const keep = largestFit(sizes, limit);
  for (const { counts, size } of breakdowns) if (size > keep) keepLargest(counts, keep);
}

function keepLargest(counts: Counts | Record<string, Attempts>, keep: number): void {
  const names = Object.entries<number | Attempts>(counts)
    .filter(([name]) => name !== REST)
    .map(([name, value]) => ({ name, value, total: totalOf(value) }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  for (const { name, value } of names.slice(keep)) {
    if (typeof value === 'number') addCount(counts as Counts, REST, value);
    else addAttempts(counts as Record<string, Attempts>, REST, value.throttled, value.delivered);
    delete counts[name];
  }
}

function totalOf(value: number | Attempts): number {
  return typeof value === 'number' ? value : value.throttled + value.delivered;
}

/** How `largestOfEachGroup` sees the members of groups, which are numbers from 0. */
interface Grouping {
  group: (member: number) => number;
  count: (member: number) => number;
  name: (member: number) => string;
  /** Above so many members in all, each group keeps its largest; half as many are kept. */
  limit: number;
}

/** For each member 1 where it keeps its name: all do, or where they are too many the largest of each group. */
export function largestOfEachGroup(members: number, by: Grouping): Uint8Array {
  const isKept = new Uint8Array(members);
  if (members <= by.limit) return isKept.fill(1);
  const groups = new Map<number, number[]>();
  for (let member = 0; member < members; member++) {
    const group = groups.get(by.group(member));
    if (group) group.push(member);
    else groups.set(by.group(member), [member]);
  }
  const sizes = [...groups.values()].map(({ length }) => length);
  const keep = largestFit(sizes, by.limit);
  for (const group of groups.values()) for (const member of largestOf(group, keep, by)) isKept[member] = 1;
  return isKept;
}

/** The largest of a group. Sorts numbers alone, and by name only those that are as large as the last one. */
function largestOf(group: readonly number[], keep: number, { count, name }: Grouping): readonly number[] {
  if (group.length <= keep) return group;
  const least = Float64Array.from(group, count).sort()[group.length - keep]!;
  const larger = group.filter((member) => count(member) > least);
  const asLarge = group.filter((member) => count(member) === least);
  const byName = asLarge.map((member) => ({ member, name: name(member) }));
  byName.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...larger, ...byName.slice(0, keep - larger.length).map(({ member }) => member)];
}

/** How many names each breakdown may keep so that all together keep at most half of `limit`; never less than `FEWEST`. */
function largestFit(sizes: readonly number[], limit: number): number {
  const held = (keep: number): number => sizes.reduce((sum, size) => sum + Math.min(size, keep), 0);
  let keep = limit;
  while (keep > FEWEST && held(keep) > limit / 2) keep = Math.max(FEWEST, Math.floor(keep / 2));
  return keep;
}
