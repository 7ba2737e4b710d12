import { BOUNCED, OUTCOMES, QUEUE_DEFERRED } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { ReplyCatalogue } from '../counting-context.ts';
import type { Cells } from './cells.ts';
import type { CountableRow } from './countable-row.ts';
import { EvidenceCounts } from './evidence-counts.ts';
import { addCount } from '../../figures/merge.ts';
import { PairTable } from './pair-table.ts';
import { meaningAt } from './reply-book.ts';
import type { ReplyBook, ReplyEntry, ReplyMeaning } from './reply-book.ts';
import type { LearnedJudgement, RowKind } from './row-kinds.ts';

/** No hash is smaller. */
const MIN_HASH = -0x80000000;

/** The rule of a judgement is not shown: a bounce that blocks nothing. */
const NOT_SHOWN = -1;

/** One reply in one cell, for one outcome. */
export interface Judgement {
  meaning: ReplyMeaning;
  entry: ReplyEntry;
  cell: number;
  outcome: Outcome;
  /** The number of its rule's evidence, or `NOT_SHOWN`. */
  evidence: number;
}

/** Judges replies, and counts how often each judgement was met. */
export class Judgements {
  /** (cell and outcome, reply). */
  private readonly counts = new PairTable();
  private judgements: Judgement[] = [];
  private readonly evidence = new EvidenceCounts();
  private readonly catalogue: ReplyCatalogue;
  private readonly cells: Cells;
  private readonly replies: ReplyBook;

  constructor(catalogue: ReplyCatalogue, cells: Cells, replies: ReplyBook) {
    this.catalogue = catalogue;
    this.cells = cells;
    this.replies = replies;
  }

  /** Entries held, a number that a file can drive up. */
  get size(): number {
    return Math.max(this.counts.size, this.evidence.size);
  }

  /** The number of a judgement; valid until the next `fold`. */
  numberOf(cell: number, outcome: Outcome, reply: number): number {
    const number = this.counts.numberOf(cell * OUTCOMES + outcome, reply);
    if (number === this.judgements.length) this.judgements.push(this.judge(cell, outcome, reply));
    return number;
  }

  of(number: number): Judgement {
    return this.judgements[number]!;
  }

  /** Counts rows with this judgement. */
  count(number: number, names: Pick<RowKind, 'source' | 'queue'>, times: number): void {
    this.counts.count(number, 0, times);
    const { evidence } = this.of(number);
    if (evidence !== NOT_SHOWN) this.evidence.count(evidence, names, times);
  }

  /** Offers a row's reply as sample. Returns the judgement for counting others like it, if there is a sample. */
  note(number: number, row: Readonly<CountableRow>): LearnedJudgement | undefined {
    const { evidence } = this.of(number);
    if (evidence === NOT_SHOWN) return { number, replyHash: MIN_HASH, recipientHash: MIN_HASH };
    const { sample, replyHash, recipientHash } = this.evidence.note(evidence, row);
    return sample === '' ? undefined : { number, replyHash, recipientHash };
  }

  /** Adds all counts to the figures of their cells, and forgets them. At most `most` names are kept. */
  fold(names: readonly string[], most: number): void {
    this.foldCounts();
    this.evidence.fold(this.cells.figures, names, most);
  }

  private judge(cell: number, outcome: Outcome, reply: number): Judgement {
    const entry = this.replies.entry(reply);
    const meaning = meaningAt(entry, this.cells.ispOf(cell), this.catalogue);
    const isShown = outcome !== BOUNCED || meaning.isBlocked;
    const evidence = isShown ? this.evidence.numberOf(cell, meaning.rule.id) : NOT_SHOWN;
    return { meaning, entry, cell, outcome, evidence };
  }

  private foldCounts(): void {
    for (const [number, { meaning, entry, cell, outcome }] of this.judgements.entries()) {
      const count = this.counts.counted(number, 0);
      if (count === 0) continue;
      const figures = this.cells.figures[cell]!;
      if (outcome === BOUNCED) {
        figures.bounced += count;
        if (!meaning.isBlocked) continue;
        figures.blocked += count;
        addCount(figures.blockedByRule, meaning.rule.id, count);
        continue;
      }
      figures.deferred += count;
      if (outcome === QUEUE_DEFERRED) figures.connection += count;
      if (entry.reply.code === 421) figures.deferred421 += count;
      if (meaning.isThrottled) figures.throttled += count;
      addCount(figures.byCategory, meaning.rule.category, count);
      addCount(figures.byRule, meaning.rule.id, count);
      addCount(figures.byReply, entry.codes, count);
      if (meaning.unknownText !== '') addCount(figures.unclassified, meaning.unknownText, count);
    }
    this.counts.clear();
    this.judgements = [];
  }
}
