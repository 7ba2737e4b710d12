import { createHash } from 'node:crypto';
import { REST } from '../names.ts';
import { ATTEMPTS, COUNTS, named } from './figures.ts';
import type { Attempts, Counts, Evidence, Figures } from './figures.ts';

export { REST };

/** Bytes of a name; a longer one ends in a hash of the whole. */
const NAME_BYTES = 100;
const HASH_CHARACTERS = 16;

/** Figures whose breakdowns keep at most so many entries each beside the rest; totals stay as they are. */
export function shortenLists(figures: Figures, largest: number, largestOfEvidence: number): Figures {
  const cut: Figures = { ...figures };
  for (const list of COUNTS) cut[list] = shortenCounts(figures[list], largest);
  for (const list of ATTEMPTS) cut[list] = shortenAttempts(figures[list], largest);
  cut.evidence = shortenEvidence(figures.evidence, largest, largestOfEvidence);
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

function shortenCounts(counts: Counts, largest: number): Counts {
  const kept = named<number>();
  for (const [name, count] of ranked(counts, (value) => value, largest))
    kept[name] = (kept[name] ?? 0) + count;
  return kept;
}

function shortenAttempts(list: Record<string, Attempts>, largest: number): Record<string, Attempts> {
  const kept = named<Attempts>();
  for (const [name, value] of ranked(list, ({ throttled, delivered }) => throttled + delivered, largest)) {
    const known = (kept[name] ??= { throttled: 0, delivered: 0 });
    known.throttled += value.throttled;
    known.delivered += value.delivered;
  }
  return kept;
}

/** The evidence for the rules met most often. What is left out has no rest: two samples do not add up to one. */
function shortenEvidence(
  evidence: Record<string, Evidence>,
  largest: number,
  largestOfEvidence: number,
): Record<string, Evidence> {
  const kept = named<Evidence>();
  const byCount = ranked(
    evidence,
    ({ sources }) => Object.values(sources).reduce((a, b) => a + b, 0),
    largest,
  );
  for (const [rule, { sources, queues, sample }] of byCount) {
    if (rule === REST) continue;
    kept[rule] = {
      sources: shortenCounts(sources, largestOfEvidence),
      queues: shortenCounts(queues, largestOfEvidence),
      sample,
    };
  }
  return kept;
}

/**
 * Entries, names cut; those beyond the largest, and a rest from before, are named `(rest)`. Of two of the same size the
 * one whose name comes first is larger.
 */
function ranked<Value>(
  list: Record<string, Value>,
  sizeOf: (value: Value) => number,
  largest: number,
): [string, Value][] {
  const names = Object.keys(list).filter((name) => name !== REST);
  const isKept = keptOf(names, (name) => sizeOf(list[name]!), largest);
  const cut = names.map((name): [string, Value] => [isKept(name) ? cutName(name) : REST, list[name]!]);
  const rest = list[REST];
  if (rest !== undefined) cut.push([REST, rest]);
  return cut;
}

/** Which names are among the largest. Sorts numbers alone, and names only where they are as large as the last one. */
function keptOf(
  names: readonly string[],
  sizeOf: (name: string) => number,
  largest: number,
): (name: string) => boolean {
  if (names.length <= largest) return () => true;
  if (largest === 0) return () => false;
  const least = Float64Array.from(names, sizeOf).sort()[names.length - largest]!;
  const larger = names.filter((name) => sizeOf(name) > least);
  const asLarge = names.filter((name) => sizeOf(name) === least).sort();
  const kept = new Set([...larger, ...asLarge.slice(0, largest - larger.length)]);
  return (name) => kept.has(name);
}
