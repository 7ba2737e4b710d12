import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { IspId } from '../receivers/isp.ts';
import { shortenLists } from './cut.ts';
import { ATTEMPTS, COUNTS, TOTALS, emptyFigures, named } from './figures.ts';
import type { Attempts, Counts, Evidence, Figures } from './figures.ts';

/** Bytes that the figures of one item take at most; keys and counts beside them stay below a further 2 KB. */
export const MAX_ITEM_BYTES = 98_000;

/** A store bills by the kilobyte: what is smaller gains nothing by compression. */
const WORTH_COMPRESSING = 1_000;
/** Inflated, far above what fits into an item compressed, far below what hurts. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
const GZIP_MAGIC = 0x1f;

/** Figures as they are stored: no zeros, no empty lists. */
export function sparse(figures: Figures): Partial<Figures> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(figures) as [string, number | object][]) {
    if (typeof value === 'number' ? value !== 0 : Object.keys(value).length > 0) kept[name] = value;
  }
  return kept;
}

/** The figures of several ISPs in few bytes. The same figures give the same bytes if their names come in one order. */
export function compact(figures: ReadonlyMap<IspId, Figures>): Uint8Array {
  const text = JSON.stringify([...figures].map(([isp, counts]) => [isp, sparse(counts)]));
  const bytes = Buffer.from(text);
  return bytes.length < WORTH_COMPRESSING ? bytes : gzipSync(bytes);
}

/** The figures that `compact` was given; fails on anything else. */
export function expand(bytes: Uint8Array): Map<IspId, Figures> {
  const text = bytes[0] === GZIP_MAGIC ? gunzipSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES }) : bytes;
  const parsed: unknown = JSON.parse(Buffer.from(text).toString());
  return new Map(z.array(z.tuple([z.string(), sparseFigures])).parse(parsed));
}

/**
 * Figures that fit into one item: where they do not as they are, their longest lists are shortened until
 * they do, and what was left out is added up under `(rest)`. Totals stay as they are.
 */
export function fitToItem(figures: ReadonlyMap<IspId, Figures>): ReadonlyMap<IspId, Figures> {
  return shortenUntil(figures, longestOf(figures), (candidate) => compact(candidate).length);
}

/** The figures of one ISP, shortened until `bytesOf` them fits into one item. */
export function fitOne(figures: Figures, bytesOf: (figures: Figures) => number): Figures {
  const one = new Map([['', figures]]);
  const fitted = shortenUntil(one, longestOf(one), (candidate) => bytesOf(candidate.get('') ?? figures));
  return fitted.get('') ?? figures;
}

function shortenUntil(
  figures: ReadonlyMap<IspId, Figures>,
  longest: number,
  bytesOf: (figures: ReadonlyMap<IspId, Figures>) => number,
): ReadonlyMap<IspId, Figures> {
  let fitted = figures;
  let bytes = bytesOf(fitted);
  for (let keep = longest; bytes > MAX_ITEM_BYTES && keep > 0; bytes = bytesOf(fitted)) {
    keep = Math.floor(keep * Math.min(0.7, MAX_ITEM_BYTES / bytes));
    const shortened = new Map<IspId, Figures>();
    for (const [isp, counts] of figures) {
      shortened.set(isp, shortenLists(counts, keep, Math.ceil(keep / 5)));
    }
    fitted = shortened;
  }
  return fitted;
}

function longestOf(figures: ReadonlyMap<IspId, Figures>): number {
  let longest = 0;
  for (const counts of figures.values()) {
    for (const list of [...COUNTS, ...ATTEMPTS, 'evidence'] as const) {
      longest = Math.max(longest, Object.keys(counts[list]).length);
    }
    for (const { sources, queues } of Object.values(counts.evidence)) {
      longest = Math.max(longest, Object.keys(sources).length, Object.keys(queues).length);
    }
  }
  return longest;
}

const count = z.int().nonnegative();

/**
 * A list by names out of files. Parsed by hand because a schema of a record drops the name `__proto__`,
 * and because it runs for every name of every contribution.
 */
function listOf<Value>(parseValue: (value: unknown) => Value): z.ZodType<Record<string, Value>> {
  return z.unknown().transform((value, context) => {
    const list = named<Value>();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      context.addIssue({ code: 'custom', message: 'expected an object of names' });
      return list;
    }
    try {
      for (const [name, entry] of Object.entries(value)) list[name] = parseValue(entry);
    } catch {
      context.addIssue({ code: 'custom', message: 'expected counts' });
    }
    return list;
  });
}

function parseCount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError('no count');
  return value;
}

const attempts: z.ZodType<Attempts> = z.object({ throttled: count, delivered: count });
const counts: z.ZodType<Counts> = listOf(parseCount);
const evidence: z.ZodType<Evidence> = z.object({ sources: counts, queues: counts, sample: z.string() });

/** Figures as `sparse` gives them, filled up. */
export const sparseFigures: z.ZodType<Figures> = z
  .object({
    ...Object.fromEntries(TOTALS.map((name) => [name, count])),
    ...Object.fromEntries(COUNTS.map((name) => [name, counts])),
    ...Object.fromEntries(ATTEMPTS.map((name) => [name, listOf((value) => attempts.parse(value))])),
    evidence: listOf((value) => evidence.parse(value)),
  })
  .partial()
  .transform((found) => ({ ...emptyFigures(), ...found }));
