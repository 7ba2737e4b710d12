import { createHash } from 'node:crypto';
import { REST } from '../names.ts';
import { ATTEMPT_LISTS, COUNT_LISTS, named } from './figures.ts';
import type { Attempts, Counts, Evidence, Figures } from './figures.ts';
import { largest } from './largest.ts';
import { addAttempts, addCount } from './merge.ts';

/** Bytes of a name; a longer one ends in a hash of the whole. */
const NAME_BYTES = 100;
const HASH_CHARACTERS = 16;
const HASH = new RegExp(`~[0-9a-f]{${HASH_CHARACTERS}}$`);

/**
 * Figures whose breakdowns keep at most so many entries each beside the rest, and so many sources and queues of each rule;
 * totals stay as they are.
 */
export function shortenLists(figures: Figures, keep: number, keepOfEach: number): Figures {
  const cut: Figures = { ...figures };
  for (const list of COUNT_LISTS) cut[list] = shortenCounts(figures[list], keep);
  for (const list of ATTEMPT_LISTS) cut[list] = shortenAttempts(figures[list], keep);
  cut.evidence = shortenEvidence(figures.evidence, keep, keepOfEach);
  return cut;
}

/** A name of at most 100 bytes: a longer one keeps its beginning, and a hash that tells it from others. */
export function cutName(name: string): string {
  // No UTF-16 unit takes more than three bytes, so that short names need no encoding.
  if (name.length * 3 <= NAME_BYTES || Buffer.byteLength(name) <= NAME_BYTES) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_CHARACTERS);
  const room = NAME_BYTES - HASH_CHARACTERS - 1;
  // A character that is cut in half decodes to U+FFFD, three bytes where there may have been one.
  const start = Buffer.from(name)
    .subarray(0, room)
    .toString()
    .replace(/\uFFFD+$/, '');
  return `${start}~${hash}`;
}

/** The whole words of a name that `cutName` may have cut. */
export function withoutCut(name: string): string {
  return HASH.test(name) ? name.replace(HASH, '').replace(/\s+\S*$/, '') : name;
}

function shortenCounts(counts: Counts, keep: number): Counts {
  const kept = named<number>();
  for (const [name, count] of shortened(counts, (value) => value, keep)) addCount(kept, name, count);
  return kept;
}

function shortenAttempts(list: Record<string, Attempts>, keep: number): Record<string, Attempts> {
  const kept = named<Attempts>();
  const sizeOf = ({ throttled, delivered }: Attempts): number => throttled + delivered;
  for (const [name, { throttled, delivered }] of shortened(list, sizeOf, keep)) {
    addAttempts(kept, name, throttled, delivered);
  }
  return kept;
}

/** The evidence for the rules met most often. What is left out has no rest: two samples do not add up to one. */
function shortenEvidence(
  evidence: Record<string, Evidence>,
  keep: number,
  keepOfEach: number,
): Record<string, Evidence> {
  const kept = named<Evidence>();
  const sizeOf = ({ sources }: Evidence): number => Object.values(sources).reduce((a, b) => a + b, 0);
  for (const [rule, { sources, queues, sample }] of shortened(evidence, sizeOf, keep)) {
    if (rule === REST) continue;
    kept[rule] = {
      sources: shortenCounts(sources, keepOfEach),
      queues: shortenCounts(queues, keepOfEach),
      sample,
    };
  }
  return kept;
}

/**
 * Entries in the order of their names, which are cut; those beyond the largest, and a rest from before, come last and are
 * named `(rest)`.
 */
function shortened<Value>(
  list: Record<string, Value>,
  sizeOf: (value: Value) => number,
  keep: number,
): [string, Value][] {
  const names = Object.keys(list).filter((name) => name !== REST);
  const kept = largest(
    names,
    keep,
    (name) => sizeOf(list[name]!),
    (name) => name,
  );
  const entries = [...kept].sort().map((name): [string, Value] => [cutName(name), list[name]!]);
  const rest = Object.keys(list).filter((name) => !kept.has(name));
  return [...entries, ...rest.map((name): [string, Value] => [REST, list[name]!])];
}
