import type { Attempts, Counts, Figures } from '../../figures/figures.ts';
import { REST } from '../../names.ts';

/** Every breakdown keeps this many names, however many there are in others: figures show no more in the end. */
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

/** Every breakdown whose names come from the file, which can make them many. */
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
 * each), the same number in each; does nothing if they hold no more than `limit`. Totals stay as they are.
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

/** What `largestOfEachGroup` must know of members, which are numbers from 0. */
interface Grouping {
  group: (member: number) => number;
  count: (member: number) => number;
  name: (member: number) => string;
  /** If there are more members in all, each group keeps its largest, half as many together. */
  limit: number;
}

/** For each member 1 if it keeps its name: all do, or the largest of each group if they are too many. */
export function largestOfEachGroup(members: number, by: Grouping): Uint8Array {
  const isKept = new Uint8Array(members).fill(1);
  if (members <= by.limit) return isKept;
  const groups = membersOfGroups(members, by);
  const keep = largestFit(
    groups.map(({ length }) => length),
    by.limit,
  );
  for (const group of groups) for (const member of beyondLargest(group, keep, by)) isKept[member] = 0;
  return isKept;
}

function membersOfGroups(members: number, by: Grouping): Int32Array[] {
  const sizes: number[] = [];
  for (let member = 0; member < members; member++) {
    const group = by.group(member);
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const groups = Array.from(sizes, (size: number | undefined) => new Int32Array(size ?? 0));
  const filled = new Int32Array(groups.length);
  for (let member = 0; member < members; member++) {
    const group = by.group(member);
    groups[group]![filled[group]!++] = member;
  }
  return groups;
}

/** The members of a group that are not among its `keep` largest; ties go by name. */
function beyondLargest(group: Int32Array, keep: number, by: Grouping): number[] {
  if (group.length <= keep) return [];
  const counts = new Float64Array(group.length);
  for (let index = 0; index < group.length; index++) counts[index] = by.count(group[index]!);
  const smallest = counts.slice().sort().at(-keep)!;
  const smaller: number[] = [];
  const equal: number[] = [];
  for (let index = 0; index < group.length; index++) {
    if (counts[index]! < smallest) smaller.push(group[index]!);
    else if (counts[index] === smallest) equal.push(group[index]!);
  }
  const room = keep - (group.length - smaller.length - equal.length);
  equal.sort((a, b) => (by.name(a) < by.name(b) ? -1 : 1));
  return [...smaller, ...equal.slice(room)];
}

/** How many names each breakdown may keep so that all together keep at most half of `limit`; never less than `FEWEST`. */
function largestFit(sizes: readonly number[], limit: number): number {
  const held = (keep: number): number => sizes.reduce((sum, size) => sum + Math.min(size, keep), 0);
  let keep = limit;
  while (keep > FEWEST && held(keep) > limit / 2) keep = Math.max(FEWEST, Math.floor(keep / 2));
  return keep;
}
