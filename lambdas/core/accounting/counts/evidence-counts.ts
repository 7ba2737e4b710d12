import { named } from '../../figures/figures.ts';
import type { Figures } from '../../figures/figures.ts';
import { REST } from '../../names.ts';
import type { CountableRow } from './countable-row.ts';
import { Interner } from './interner.ts';
import { addCount } from '../../figures/merge.ts';
import { largestOfEachGroup } from './named-counts.ts';
import { PairTable } from './pair-table.ts';
import type { RowKind } from './row-kinds.ts';
import { isBefore } from './waiting-rows.ts';

/** The lists of names that are kept for a rule. */
const SOURCES = 0;
const QUEUES = 1;
const LISTS = 2;

/** A rule in one cell, and the reply that is shown as its sample; empty while there is none. */
export interface MetRule {
  cell: number;
  ruleId: string;
  replyHash: number;
  recipientHash: number;
  sample: string;
}

/** The evidence for each rule that was met in each cell: which sources and queues met it, and one reply as sample. */
export class EvidenceCounts {
  /** (cell, rule). Numbers stay valid to the end, so that the sample is chosen among all rows of the file. */
  private readonly pairs = new PairTable();
  private readonly met: MetRule[] = [];
  private readonly rules = new Interner();
  /** (met rule and list, name). */
  private readonly counts = new PairTable();

  /** Entries held, a number that a file can drive up. */
  get size(): number {
    return this.counts.size;
  }

  numberOf(cell: number, ruleId: string): number {
    const number = this.pairs.numberOf(cell, this.rules.numberOf(ruleId));
    this.met[number] ??= { cell, ruleId, replyHash: 0, recipientHash: 0, sample: '' };
    return number;
  }

  count(number: number, { source, queue }: Pick<RowKind, 'source' | 'queue'>, times: number): void {
    const { counts } = this;
    counts.count(counts.numberOf(number * LISTS + SOURCES, source), 0, times);
    counts.count(counts.numberOf(number * LISTS + QUEUES, queue), 0, times);
  }

  /** Keeps a row's reply as the sample if it comes before the present one; returns what is known now. */
  note(number: number, row: Readonly<CountableRow>): Readonly<MetRule> {
    const known = this.met[number]!;
    if (known.sample === '' || isBefore(row, known)) {
      const sample = row.sample();
      if (sample !== '') {
        known.sample = sample;
        known.replyHash = row.replyHash;
        known.recipientHash = row.recipientHash;
      }
    }
    return known;
  }

  /** Adds all counts to the figures of their cells, and forgets them. At most `most` names are kept. */
  fold(figuresOf: readonly Figures[], names: readonly string[], most: number): void {
    for (const { cell, ruleId, sample } of this.met) {
      const known = (figuresOf[cell]!.evidence[ruleId] ??= { sources: named(), queues: named(), sample });
      known.sample = sample;
    }
    const { counts } = this;
    const nameOf = (number: number): string => names[counts.nameOf(number)]!;
    const isNamed = largestOfEachGroup(counts.size, {
      group: (number) => counts.groupOf(number),
      count: (number) => counts.counted(number, 0),
      name: nameOf,
      most,
    });
    for (let number = 0; number < counts.size; number++) {
      const group = counts.groupOf(number);
      const { cell, ruleId } = this.met[Math.floor(group / LISTS)]!;
      const { sources, queues } = figuresOf[cell]!.evidence[ruleId]!;
      addCount(
        group % LISTS === SOURCES ? sources : queues,
        isNamed[number] === 1 ? nameOf(number) : REST,
        counts.counted(number, 0),
      );
    }
    counts.clear();
  }
}
