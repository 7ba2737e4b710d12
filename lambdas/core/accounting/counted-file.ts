import type { Figures } from '../figures/figures.ts';
import type { Hour } from '../hour.ts';
import type { IspId } from '../receivers/isp.ts';

/** Rows that were ignored for one reason. */
export interface IgnoredRows {
  count: number;
  /** The line, from 1, of the first of them, if that helps to find it. */
  firstLine?: number;
}

/** What one accounting file says: every row of it counted, or ignored for a reason. */
export interface CountedFile {
  /** Records below a header, whatever their type; a partial tail is not one. `rows = counted + ignored`. */
  rows: number;
  counted: number;
  /** By reason: `type r`, `broken row`, `no time`, `tooOld`, `tooNew`, … */
  ignored: Record<string, IgnoredRows>;
  /** The file ends in half a row. */
  partialTail: boolean;
  /** Exact and not yet cut to size. */
  hours: Map<Hour, Map<IspId, Figures>>;
  /** A hash of the first rows, by which the same log under two keys is noticed; empty for a file without rows. */
  fingerprint: string;
}

/** A file that cannot be read whole, and so counts nothing. The message is a sentence for the operator. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
