import { LARGEST } from '../../figures/cut.ts';
import type { Attempts, Counts, Figures } from '../../figures/figures.ts';
import { largest } from '../../figures/largest.ts';
import { addAttempts, addCount } from '../../figures/merge.ts';
import { REST } from '../../names.ts';

/** Every breakdown keeps this many names, however many others have: figures show no more in the end. */
const MIN_NAMES = LARGEST;

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
 * Moves the rarest names to `(rest)` until all breakdowns together hold at most half of `most` names (or 50
 * each), the same number in each; does nothing if they hold no more than `most`. Totals stay as they are.
 */
export function pruneNames(cells: readonly Figures[], most: number): void {
  const breakdowns = cells
    .flatMap(breakdownsOf)
    .map((counts) => ({ counts, size: Object.keys(counts).length }));
  const sizes = breakdowns.map(({ size }) => size);
  if (sizes.reduce((sum, size) => sum + size, 0) <= most) return;
  const keep = largestFit(sizes, most);
  for (const { counts, size } of breakdowns) if (size > keep) keepLargest(counts, keep);
}

function keepLargest(counts: Counts | Record<string, Attempts>, keep: number): void {
  const names = Object.keys(counts).filter((name) => name !== REST);
  const kept = largest(
    names,
    keep,
    (name) => totalOf(counts[name]!),
    (name) => name,
  );
  for (const name of names) {
    if (kept.has(name)) continue;
    const value = counts[name]!;
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
  /** With more members, each group keeps its largest: together half this many. */
  most: number;
}

/** 1 for each member that keeps its name: all of them, or if they are too many, the largest of each group. */
export function largestOfEachGroup(members: number, by: Grouping): Uint8Array {
  const isKept = new Uint8Array(members).fill(1);
  if (members <= by.most) return isKept;
  const groups = membersOfGroups(members, by);
  const keep = largestFit(
    groups.map(({ length }) => length),
    by.most,
  );
  for (const group of groups) {
    if (group.length <= keep) continue;
    const kept = largest(group, keep, by.count, by.name);
    for (const member of group) if (!kept.has(member)) isKept[member] = 0;
  }
  return isKept;
}

function membersOfGroups(members: number, by: Grouping): number[][] {
  const groups: number[][] = [];
  for (let member = 0; member < members; member++) (groups[by.group(member)] ??= []).push(member);
  return groups.filter(Boolean);
}

/** How many names each breakdown may keep so that all together keep at most half of `most`; never less than `MIN_NAMES`. */
function largestFit(sizes: readonly number[], most: number): number {
  const held = (keep: number): number => sizes.reduce((sum, size) => sum + Math.min(size, keep), 0);
  let keep = most;
  while (keep > MIN_NAMES && held(keep) > most / 2) keep = Math.max(MIN_NAMES, Math.floor(keep / 2));
  return keep;
}
