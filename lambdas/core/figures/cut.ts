import type { IspId } from '../receivers/isp.ts';
import { compact, sealed } from './compact.ts';
import { sparse } from './sparse.ts';
import { ATTEMPTS, COUNTS } from './figures.ts';
import type { Figures } from './figures.ts';
import { shortenLists } from './shorten.ts';

/** Entries that a breakdown keeps beside the rest. */
export const LARGEST = 50;
/** Sources and queues that the evidence for one rule keeps: enough to act on, small enough for fifty rules. */
export const LARGEST_OF_EVIDENCE = 10;
/** Bytes that the figures in one item take at most; keys and counts beside them stay below a further 2 KB. */
const MAX_ITEM_BYTES = 98_000;
/** Entries that no compression brings into one item. */
const MAX_ITEM_ENTRIES = 40_000;

/**
 * Figures as they are stored and shown: the 50 largest entries of each breakdown, the rest of it under
 * `(rest)`, long names cut with a hash; where that still takes more than an item of 100 KB, fewer. Totals
 * stay as they are. To be done once, after adding up.
 */
export function cutFigures(figures: Figures): Figures {
  const bytesOf = (candidate: Figures): number => Buffer.byteLength(JSON.stringify(sparse(candidate)));
  let cut = shortenLists(figures, LARGEST, LARGEST_OF_EVIDENCE);
  for (let keep = LARGEST; keep > 0 && bytesOf(cut) > MAX_ITEM_BYTES;) {
    keep = Math.floor(keep * 0.8);
    cut = shortenLists(figures, keep, Math.ceil(keep / 5));
  }
  return cut;
}

/**
 * The figures of a contribution or subtotal, made to fit into one item: where they do not as they are, their
 * longest lists are shortened until they do, and what was left out is added up under `(rest)`. Totals stay
 * as they are. What it was made from may change no more.
 */
export function fitToItem(figures: ReadonlyMap<IspId, Figures>): ReadonlyMap<IspId, Figures> {
  if (mostBytes(figures) <= MAX_ITEM_BYTES) return new Map(figures);
  const lengths = lengthsOf(figures);
  let keep = Math.max(0, ...lengths);
  const isHopeless = (): boolean =>
    lengths.reduce((sum, length) => sum + Math.min(length, keep), 0) > MAX_ITEM_ENTRIES;
  if (isHopeless()) while (isHopeless()) keep = Math.floor(keep * 0.7);
  else {
    const bytes = compact(figures);
    if (bytes.length <= MAX_ITEM_BYTES) return sealed(figures, bytes);
  }

  let fitted = shortenAll(figures, keep);
  let bytes = compact(fitted);
  while (bytes.length > MAX_ITEM_BYTES && keep > 0) {
    keep = Math.floor(keep * Math.min(0.7, MAX_ITEM_BYTES / bytes.length));
    fitted = shortenAll(fitted, keep);
    bytes = compact(fitted);
  }
  return sealed(fitted, bytes);
}

function shortenAll(figures: ReadonlyMap<IspId, Figures>, keep: number): Map<IspId, Figures> {
  return new Map([...figures].map(([isp, counts]) => [isp, shortenLists(counts, keep, Math.ceil(keep / 5))]));
}

/** In JSON such text takes a byte for a character, any other up to six. */
const PLAIN = /^[ !#-[\]-~]*$/;
const MOST_BYTES_OF_CHARACTER = 6;
/** What stands beside a name: two counts, quotes and commas. */
const BYTES_OF_ENTRY = 40;
/** Of an ISP its name, totals and brackets. */
const BYTES_OF_ISP = 1_000;

/** As many bytes as `compact` may need, or more: the figures of most files surely fit, and need not be packed to see it. */
export function mostBytes(figures: ReadonlyMap<IspId, Figures>): number {
  let bytes = 0;
  const addText = (text: string): void => {
    bytes += BYTES_OF_ENTRY + text.length * (PLAIN.test(text) ? 1 : MOST_BYTES_OF_CHARACTER);
  };
  for (const counts of figures.values()) {
    bytes += BYTES_OF_ISP;
    for (const list of [...COUNTS, ...ATTEMPTS]) Object.keys(counts[list]).forEach(addText);
    for (const [rule, { sample, sources, queues }] of Object.entries(counts.evidence)) {
      for (const text of [rule, sample, ...Object.keys(sources), ...Object.keys(queues)]) addText(text);
    }
  }
  return bytes;
}

/** How many entries each list has. */
function lengthsOf(figures: ReadonlyMap<IspId, Figures>): number[] {
  return [...figures.values()].flatMap((counts) => [
    ...[...COUNTS, ...ATTEMPTS].map((list) => Object.keys(counts[list]).length),
    ...Object.values(counts.evidence).flatMap(({ sources, queues }) => [
      Object.keys(sources).length,
      Object.keys(queues).length,
    ]),
  ]);
}
