import type { IspId } from '../receivers/isp.ts';
import { figuresToBytes } from './figures-bytes.ts';
import { withoutZeros } from './without-zeros.ts';
import { ATTEMPT_LISTS, COUNT_LISTS } from './figures.ts';
import type { Figures, FiguresByIsp } from './figures.ts';
import { shortenLists } from './shorten.ts';

/** Entries that a breakdown keeps beside the rest. */
export const LARGEST = 50;
/** Sources and queues that the evidence for one rule keeps: enough to act on, small enough for fifty rules. */
const LARGEST_OF_EVIDENCE = 10;
/** Bytes that the figures in one item take at most; keys and counts beside them stay below a further 2 KB. */
const MAX_ITEM_BYTES = 98_000;
/** No figures are taken to need less than this part of `mostBytes`: 1 / 20. */
const BEST_COMPRESSION = 20;

/** In JSON such text takes a byte for a character, any other up to six. */
const PLAIN = /^[ !#-[\]-~]*$/;
const MAX_BYTES_OF_CHARACTER = 6;
/** What stands beside a name: two counts, quotes and commas. */
const BYTES_OF_ENTRY = 40;
/** Of an ISP its name, totals and brackets. */
const BYTES_OF_ISP = 1_000;

/**
 * Figures as they are stored and shown: the 50 largest entries of each breakdown, the rest of it under
 * `(rest)`, long names cut with a hash; where that still takes more than an item of 100 KB, fewer. Totals
 * stay as they are. To be done once, after adding up.
 */
export function cutFigures(figures: Figures): Figures {
  const bytesOf = (candidate: Figures): number => Buffer.byteLength(JSON.stringify(withoutZeros(candidate)));
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
 * as they are.
 */
export function fitToItem(figures: FiguresByIsp): FiguresByIsp {
  let fitted = figures;
  let keep = longestListOf(figures);
  for (let bytes = itemBytes(fitted); bytes > MAX_ITEM_BYTES && keep > 0; bytes = itemBytes(fitted)) {
    keep = Math.floor(keep * Math.min(0.7, MAX_ITEM_BYTES / bytes));
    fitted = shortenAll(fitted, keep);
  }
  return fitted;
}

function shortenAll(figures: FiguresByIsp, keep: number): Map<IspId, Figures> {
  return new Map([...figures].map(([isp, counts]) => [isp, shortenLists(counts, keep, Math.ceil(keep / 5))]));
}

function longestListOf(figures: FiguresByIsp): number {
  const lengths = [...figures.values()].flatMap(listsOf).map((list) => Object.keys(list).length);
  return lengths.reduce((longest, length) => Math.max(longest, length), 0);
}

/**
 * The bytes that figures take in an item. They are written out only if their names do not settle it: most figures are
 * small, and writing those of a hostile file takes seconds.
 */
function itemBytes(figures: FiguresByIsp): number {
  const most = mostBytes(figures);
  if (most <= MAX_ITEM_BYTES) return most;
  const least = most / BEST_COMPRESSION;
  return least > MAX_ITEM_BYTES ? least : figuresToBytes(figures).length;
}

/** As many bytes as `figuresToBytes` may need, or more. */
export function mostBytes(figures: FiguresByIsp): number {
  let bytes = figures.size * BYTES_OF_ISP;
  const addText = (text: string): void => {
    bytes += BYTES_OF_ENTRY + text.length * (PLAIN.test(text) ? 1 : MAX_BYTES_OF_CHARACTER);
  };
  for (const counts of figures.values()) {
    for (const list of listsOf(counts)) Object.keys(list).forEach(addText);
    for (const { sample } of Object.values(counts.evidence)) addText(sample);
  }
  return bytes;
}

/** All that is listed by names. */
function listsOf(figures: Figures): object[] {
  return [
    ...[...COUNT_LISTS, ...ATTEMPT_LISTS].map((list) => figures[list]),
    figures.evidence,
    ...Object.values(figures.evidence).flatMap(({ sources, queues }) => [sources, queues]),
  ];
}
