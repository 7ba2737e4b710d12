import type { ReplyCatalogue } from '../counting-context.ts';
import { BOUNCED, type Outcome, QUEUE_DEFERRED } from '../row-type.ts';
import type { IspId } from '../../receivers/isp.ts';
import type { CountableRow } from './countable-row.ts';
import { type Figures, named } from '../../figures/figures.ts';
import { Interner } from './interner.ts';
import { addCount, largestOfEachGroup } from './named-counts.ts';
import { PairTable } from './pair-table.ts';
import { type ReplyEntry, type Verdict, verdictOf } from './reply-book.ts';
import type { Judgement, RowKind } from './row-kinds.ts';
import { REST } from '../../figures/shorten.ts';
import { isBefore } from './waiting-rows.ts';

const SOURCE = 0;
const QUEUE = 1;
const SORTS = 2;

/** Nothing is before it. */
const LEAST_HASH = -0x80000000;

/** Outcomes are numbers below this. */
const OUTCOMES = 8;

/** One rule at one ISP in one hour. */
interface Met {
  cell: number;
  ruleId: string;
  replyHash: number;
  recipientHash: number;
  sample: string;
}

/** One reply at one ISP in one hour, as one outcome. */
export interface Judged {
  verdict: Verdict;
  entry: ReplyEntry;
  cell: number;
  outcome: Outcome;
  /** The number of its `Met`; -1 where nobody asks (a bounce that blocks nothing). */
  met: number;
}

/**
 * Judges replies, counts how often each was met, and keeps the evidence: for each rule at each ISP in each hour which
 * sources and queues met it, and one reply as sample.
 */
export class Judgements {
  /** (cell and outcome, reply). */
  private readonly counts = new PairTable();
  private judged: Judged[] = [];

  /** (cell, rule); never folded. */
  private readonly mets = new PairTable();
  private readonly met: Met[] = [];
  private readonly rules = new Interner();
  /** (met and kind, name). */
  private readonly evidence = new PairTable();
  private readonly catalogue: ReplyCatalogue;

  constructor(catalogue: ReplyCatalogue) {
    this.catalogue = catalogue;
  }

  /** How much is held of what a file can make many. */
  get size(): number {
    return Math.max(this.counts.size, this.evidence.size);
  }

  /** The number of the judgement of a reply, which has a number of its own, at the ISP of a cell. */
  numberOf(cell: number, isp: IspId, outcome: Outcome, reply: number, entry: ReplyEntry): number {
    const number = this.counts.numberOf(cell * OUTCOMES + outcome, reply);
    if (number === this.judged.length) this.judged.push(this.judge(cell, isp, outcome, entry));
    return number;
  }

  of(number: number): Judged {
    return this.judged[number]!;
  }

  /** Counts rows with this judgement. */
  count(number: number, { source, queue }: Pick<RowKind, 'source' | 'queue'>, times: number): void {
    const { counts, evidence } = this;
    const { met } = this.judged[number]!;
    counts.count(number, 0, times);
    if (met < 0) return;
    evidence.count(evidence.numberOf(met * SORTS + SOURCE, source), 0, times);
    evidence.count(evidence.numberOf(met * SORTS + QUEUE, queue), 0, times);
  }

  /** Keeps the reply of a row as sample where it is to be shown rather than the one before. Undefined while there is none. */
  note(number: number, row: Readonly<CountableRow>): Judgement | undefined {
    const { met } = this.judged[number]!;
    if (met < 0) return { number, replyHash: LEAST_HASH, recipientHash: LEAST_HASH };
    const known = this.met[met]!;
    if (known.sample === '' || isBefore(row, known)) {
      const sample = row.sample();
      if (sample !== '') {
        known.sample = sample;
        known.replyHash = row.replyHash;
        known.recipientHash = row.recipientHash;
      }
    }
    if (known.sample === '') return undefined;
    return { number, replyHash: known.replyHash, recipientHash: known.recipientHash };
  }

  /** Adds all counts to the figures of their cells and forgets them; numbers of judgements become void. */
  fold(figuresOf: readonly Figures[], nameOf: (name: number) => string, limit: number): void {
    this.foldCounts(figuresOf);
    this.foldEvidence(figuresOf, nameOf, limit);
  }

  private judge(cell: number, isp: IspId, outcome: Outcome, entry: ReplyEntry): Judged {
    const verdict = verdictOf(entry, isp, this.catalogue);
    const isMet = outcome !== BOUNCED || verdict.isBlocked;
    return { verdict, entry, cell, outcome, met: isMet ? this.metOf(cell, verdict.rule.id) : -1 };
  }

  private metOf(cell: number, ruleId: string): number {
    const number = this.mets.numberOf(cell, this.rules.numberOf(ruleId));
    this.met[number] ??= { cell, ruleId, replyHash: 0, recipientHash: 0, sample: '' };
    return number;
  }

  private foldCounts(figuresOf: readonly Figures[]): void {
    for (const [number, { verdict, entry, cell, outcome }] of this.judged.entries()) {
      const count = this.counts.counted(number, 0);
      if (count === 0) continue;
      const figures = figuresOf[cell]!;
      if (outcome === BOUNCED) {
        figures.bounced += count;
        if (!verdict.isBlocked) continue;
        figures.blocked += count;
        addCount(figures.blockedByRule, verdict.rule.id, count);
        continue;
      }
      figures.deferred += count;
      if (outcome === QUEUE_DEFERRED) figures.connection += count;
      if (entry.reply.code === 421) figures.deferred421 += count;
      if (verdict.isThrottled) figures.throttled += count;
      addCount(figures.byCategory, verdict.rule.category, count);
      addCount(figures.byRule, verdict.rule.id, count);
      addCount(figures.byReply, entry.written, count);
      if (verdict.unknownText !== '') addCount(figures.unclassified, verdict.unknownText, count);
    }
    this.counts.clear();
    this.judged = [];
  }

  private foldEvidence(figuresOf: readonly Figures[], nameOf: (name: number) => string, limit: number): void {
    for (const { cell, ruleId, sample } of this.met) {
      const known = (figuresOf[cell]!.evidence[ruleId] ??= { sources: named(), queues: named(), sample });
      known.sample = sample;
    }
    const { evidence } = this;
    const nameOfPair = (number: number): string => nameOf(evidence.nameOf(number));
    const isNamed = largestOfEachGroup(evidence.size, {
      group: (number) => evidence.groupOf(number),
      count: (number) => evidence.counted(number, 0),
      name: nameOfPair,
      limit,
    });
    for (let number = 0; number < evidence.size; number++) {
      const group = evidence.groupOf(number);
      const { cell, ruleId } = this.met[Math.floor(group / SORTS)]!;
      const { sources, queues } = figuresOf[cell]!.evidence[ruleId]!;
      addCount(
        group % SORTS === SOURCE ? sources : queues,
        isNamed[number] === 1 ? nameOfPair(number) : REST,
        evidence.counted(number, 0),
      );
    }
    evidence.clear();
  }
}
