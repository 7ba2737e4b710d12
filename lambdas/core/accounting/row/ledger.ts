import type { IgnoredRows } from '../counted-file.ts';
import type { Bounds } from '../bounds.ts';
import { reasonForType, UNKNOWN_TYPE } from './row-type.ts';

/** Why a row of a type that counts is ignored, although it has the header's shape. */
export type TimeReason = 'no time' | 'bad time' | 'tooOld' | 'tooNew';

/** Keeps account of a file's rows, so that none is lost: each is counted or ignored for a reason. */
export class RowLedger {
  rows = 0;
  partialTail = false;
  /** The line, from 1, at which the next record begins. */
  line = 1;
  private readonly reasons = new Map<string, IgnoredRows>();
  private namedTypes = 0;
  private readonly bounds: Bounds;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  /** The ignored rows by their reasons, in the order of these: that of the rows may be any. */
  get ignored(): Record<string, IgnoredRows> {
    return Object.fromEntries([...this.reasons].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Ignores the row that begins at `line`. */
  ignore(reason: TimeReason | 'broken row'): void {
    this.rowsFor(reason, { count: 0, firstLine: this.line }).count++;
  }

  ignoreType(type: string, times = 1): void {
    let reason = reasonForType(type);
    if (reason !== UNKNOWN_TYPE && !this.reasons.has(reason)) {
      if (this.namedTypes < this.bounds.typeNames) this.namedTypes++;
      else reason = UNKNOWN_TYPE;
    }
    this.rowsFor(reason, { count: 0 }).count += times;
  }

  private rowsFor(reason: string, none: IgnoredRows): IgnoredRows {
    const known = this.reasons.get(reason);
    if (known === undefined) this.reasons.set(reason, none);
    return known ?? none;
  }
}
