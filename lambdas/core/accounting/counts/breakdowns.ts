import type { Figures } from '../../figures/figures.ts';
import { REST } from '../../names.ts';
import { addAttempts } from '../../figures/merge.ts';
import { largestOfEachGroup } from './named-counts.ts';
import { PairTable } from './pair-table.ts';
import type { RowKind } from './row-kinds.ts';

/** The breakdowns of a cell. */
const SOURCE = 0;
const QUEUE = 1;
const DOMAIN = 2;
const BREAKDOWNS = 3;

/** The counters of a name. */
const THROTTLED = 0;
const DELIVERED = 1;

/** Counts throttled and delivered attempts by source, queue and domain of each cell; names are numbers until `fold`. */
export class Breakdowns {
  /** (cell and breakdown, name). */
  private readonly attempts = new PairTable();
  private readonly isByDomain: boolean;

  constructor(isByDomain: boolean) {
    this.isByDomain = isByDomain;
  }

  /** Entries held, a number that a file can drive up. */
  get size(): number {
    return this.attempts.size;
  }

  countThrottled(cell: number, kind: RowKind, times: number): void {
    this.count(THROTTLED, cell, kind, times);
  }

  countDelivered(cell: number, kind: RowKind, times: number): void {
    this.count(DELIVERED, cell, kind, times);
  }

  /** Adds all counts to the figures of their cells, and forgets them. At most `most` names are kept. */
  fold(figuresOf: readonly Figures[], names: readonly string[], most: number): void {
    const { attempts } = this;
    const nameOf = (number: number): string => names[attempts.nameOf(number)]!;
    const isNamed = largestOfEachGroup(attempts.size, {
      group: (number) => attempts.groupOf(number),
      count: (number) => attempts.counted(number, THROTTLED) + attempts.counted(number, DELIVERED),
      name: nameOf,
      most,
    });
    for (let number = 0; number < attempts.size; number++) {
      const group = attempts.groupOf(number);
      const figures = figuresOf[Math.floor(group / BREAKDOWNS)]!;
      const breakdown = group % BREAKDOWNS;
      addAttempts(
        breakdown === SOURCE ? figures.bySource : breakdown === QUEUE ? figures.byQueue : figures.byDomain,
        isNamed[number] === 1 ? nameOf(number) : REST,
        attempts.counted(number, THROTTLED),
        attempts.counted(number, DELIVERED),
      );
    }
    attempts.clear();
  }

  private count(
    counter: typeof THROTTLED | typeof DELIVERED,
    cell: number,
    kind: RowKind,
    times: number,
  ): void {
    const { attempts } = this;
    const group = cell * BREAKDOWNS;
    attempts.count(attempts.numberOf(group + SOURCE, kind.source), counter, times);
    attempts.count(attempts.numberOf(group + QUEUE, kind.queue), counter, times);
    if (this.isByDomain) attempts.count(attempts.numberOf(group + DOMAIN, kind.domain), counter, times);
  }
}
