import type { CountingContext } from '../accounting/counting-context.ts';
import type { Limits } from '../accounting/limits.ts';
import { tooManyCells } from '../accounting/rejection.ts';
import { MISSING } from '../accounting/row-names.ts';
import { BOUNCED, type Outcome, QUEUE_DEFERRED } from '../accounting/row-type.ts';
import type { Hour } from '../hour.ts';
import { type IspId, OTHER } from '../receivers/isp.ts';
import type { Reply } from '../replies/rule.ts';
import { type CountableRow, NO_MX } from './countable-row.ts';
import { type KindCounter, type RowKind, RowKinds } from './row-kinds.ts';
import { emptyFigures, type Figures, named } from './figures.ts';
import { Interner } from './interner.ts';
import { MxSeen } from './mx-seen.ts';
import { addAttempts, addCount, largestOfEachGroup, pruneNames } from './named-counts.ts';
import { PairTable } from './pair-table.ts';
import { isBefore, WaitingRows } from './waiting-rows.ts';
import { entryFor, keyOf, type ReplyEntry, replyEntry, verdictOf, type Verdict } from './reply-book.ts';
import { REST } from './shorten.ts';

const SOURCE = 0;
const QUEUE = 1;
const DOMAIN = 2;
const KINDS = 3;

const THROTTLED_ATTEMPTS = 0;
const DELIVERED_ATTEMPTS = 1;

/** One rule at one ISP in one hour. */
interface Met {
  cell: number;
  ruleId: string;
  replyHash: number;
  recipientHash: number;
  sample: string;
}

/** One reply at one ISP in one hour, as one outcome. */
interface Judged {
  verdict: Verdict;
  entry: ReplyEntry;
  cell: number;
  outcome: Outcome;
  /** The number of its `Met`; -1 where nobody asks (a bounce that blocks nothing). */
  met: number;
}

/**
 * Adds up rows per hour and ISP. Names and replies are numbers here and counts live in typed arrays, so that a
 * row costs a few lookups and no allocation; `fold` turns them into figures with names, at the end or when a
 * table is full. What a file can make many is bounded: then the rarest names go to `(rest)`, totals stay exact.
 */
export class FileCounts {
  /** Rises when all numbers of names and replies become void, because the tables were folded. */
  generation = 0;
  counted = 0;

  private readonly hourNumbers = new Interner();
  private readonly isps = new Interner();
  private readonly names = new Interner();
  /** The number of the name that stands for none: the first, also after a fold. */
  readonly missing = this.names.numberOf(MISSING);
  private readonly replies = new Interner();
  private entries: ReplyEntry[] = [];

  /** (hour, ISP); never folded. */
  private readonly cells = new PairTable();
  private readonly figures: Figures[] = [];

  /** The hour of the deliveries that are counted by kind, not yet in the breakdowns. */
  deliveryHour = 0;
  private readonly kinds = new RowKinds();
  private readonly kindCounter: KindCounter;
  /** The ISP of each kind's deliveries; `NO_MX` where the whole file must be known first. */
  private kindIsps: number[] = [];
  /** (hour, kind): deliveries without an MX, whose ISP is known when the whole file is. */
  private readonly waitingDeliveries = new PairTable();
  /** (cell and kind, name): attempts throttled and delivered. */
  private readonly breakdowns = new PairTable();
  /** Of the rows whose MX is known. */
  private readonly mxSeen = new MxSeen(this.names, this.isps);

  /** (cell and outcome, reply). */
  private readonly judgements = new PairTable();
  private judged: Judged[] = [];

  /** (cell, rule); never folded. */
  private readonly mets = new PairTable();
  private readonly met: Met[] = [];
  private readonly rules = new Interner();
  /** (met and kind, name). */
  private readonly evidence = new PairTable();

  /** (queue, domain): the ISP of rows whose MX says nothing. */
  private readonly fallbacks = new PairTable();
  private fallbackIsps: number[] = [];

  private readonly waiting = new WaitingRows();

  private readonly context: CountingContext;
  private readonly limits: Limits;

  constructor(context: CountingContext, limits: Limits, kindCounter: KindCounter) {
    this.context = context;
    this.limits = limits;
    this.kindCounter = kindCounter;
  }

  numberOfHour(hour: Hour): number {
    return this.hourNumbers.numberOf(hour);
  }

  numberOfIsp(isp: IspId): number {
    return this.isps.numberOf(isp);
  }

  numberOfName(name: string): number {
    return this.names.numberOf(name);
  }

  numberOfReply(reply: Reply): number {
    return this.numberOfEntry(replyEntry(reply));
  }

  private numberOfEntry(entry: ReplyEntry): number {
    const number = this.replies.numberOf(keyOf(entry));
    this.entries[number] ??= entry;
    return number;
  }

  /** Folds where a table is full. To be asked between rows, before their names are numbered. */
  foldWhereFull(): void {
    const { names, nameTexts, pairs, texts } = this.limits;
    if (
      this.names.texts.length > nameTexts ||
      this.kinds.size > pairs ||
      this.waitingDeliveries.size > pairs ||
      this.breakdowns.size > pairs ||
      this.mxSeen.size > pairs ||
      this.evidence.size > pairs ||
      this.judgements.size > pairs ||
      this.fallbacks.size > pairs ||
      this.entries.length > texts
    ) {
      this.fold();
      pruneNames(this.figures, names);
      this.mxSeen.prune(names);
    }
  }

  numberOfKind(kind: RowKind): number {
    const number = this.kinds.numberOf(kind);
    this.kindIsps[number] ??= isWaiting(kind, this.missing) ? NO_MX : this.ispOf(kind);
    return number;
  }

  /** Writes what a kind stands for into a row. */
  describeKind(kind: number, row: RowKind): void {
    this.kinds.describe(kind, row);
  }

  /** Counts a delivered row by the number of its kind. */
  deliver(kind: number, hour: number): void {
    if (hour !== this.deliveryHour) this.foldDeliveries();
    this.deliveryHour = hour;
    this.counted++;
    this.kindCounter.countKind(kind);
  }

  /** Counts a row that was not delivered. */
  add(row: CountableRow): void {
    this.counted++;
    if (row.mxIsp >= 0) {
      this.count(row, row.mxIsp, 1);
      if (row.domain !== this.missing) this.mxSeen.note(row.mxIsp, row.domain, 1);
    } else if (isWaiting(row, this.missing)) {
      this.waiting.add(row, row.outcome === BOUNCED ? row.reply : this.replyWithoutName(row));
      if (this.waiting.size >= this.limits.texts) this.settleWaiting();
    } else {
      this.count(row, this.ispWithoutMx(row), 1);
    }
  }

  /** The figures of the whole file. */
  finish(): Map<Hour, Map<IspId, Figures>> {
    this.settleWaiting();
    // What is not needed any more makes room for the names that come now.
    this.kinds.clear();
    this.fallbacks.clear();
    this.foldCounts();
    const hours = new Map<Hour, Map<IspId, Figures>>();
    for (const [cell, figures] of this.figures.entries()) {
      const hour = this.hourNumbers.texts[this.cells.groupOf(cell)]!;
      const ofHour = hours.get(hour) ?? new Map<IspId, Figures>();
      hours.set(hour, ofHour.set(this.isps.texts[this.cells.nameOf(cell)]!, figures));
    }
    return hours;
  }

  private count(row: Readonly<CountableRow>, isp: number, times: number): void {
    const cell = this.cellOf(row.hour, isp);
    let number = this.judgementOf(cell, isp, row);
    if (row.outcome !== BOUNCED && this.judged[number]!.verdict.unknownText !== '') {
      number = this.judgementOf(cell, isp, { outcome: row.outcome, reply: this.replyWithoutName(row) });
    }
    const { verdict, met } = this.judged[number]!;
    this.judgements.count(number, 0, times);
    if (row.outcome !== BOUNCED && verdict.isThrottled) {
      this.countAttempts(THROTTLED_ATTEMPTS, cell, row.queue, row.domain, row.source, times);
    }
    if (met >= 0) this.note(met, row, times);
  }

  private cellOf(hour: number, isp: number): number {
    const cell = this.cells.numberOf(hour, isp);
    if (cell === this.figures.length) {
      if (cell >= this.limits.cells) throw tooManyCells();
      this.figures.push(emptyFigures());
    }
    return cell;
  }

  private countAttempts(
    counter: 0 | 1,
    cell: number,
    queue: number,
    domain: number,
    source: number,
    times: number,
  ): void {
    const { breakdowns } = this;
    const group = cell * KINDS;
    breakdowns.count(breakdowns.numberOf(group + SOURCE, source), counter, times);
    breakdowns.count(breakdowns.numberOf(group + QUEUE, queue), counter, times);
    if (this.context.byDomain) {
      breakdowns.count(breakdowns.numberOf(group + DOMAIN, domain), counter, times);
    }
  }

  private judgementOf(cell: number, isp: number, row: Pick<CountableRow, 'outcome' | 'reply'>): number {
    const number = this.judgements.numberOf(cell * 8 + row.outcome, row.reply);
    if (number === this.judged.length) this.judged.push(this.judge(cell, isp, row));
    return number;
  }

  /** The number of the row's reply as it may be shown: words that no rule knows could name its recipient. */
  private replyWithoutName(row: Readonly<CountableRow>): number {
    const entry = this.entries[row.reply]!;
    const own = entryFor(row.localPart(), entry);
    return own === entry ? row.reply : this.numberOfEntry(own);
  }

  private judge(cell: number, isp: number, row: Pick<CountableRow, 'outcome' | 'reply'>): Judged {
    const entry = this.entries[row.reply]!;
    const verdict = verdictOf(entry, this.isps.texts[isp]!, this.context.catalogue);
    const isMet = row.outcome !== BOUNCED || verdict.isBlocked;
    return {
      verdict,
      entry,
      cell,
      outcome: row.outcome,
      met: isMet ? this.metOf(cell, verdict.rule.id) : -1,
    };
  }

  private metOf(cell: number, ruleId: string): number {
    const number = this.mets.numberOf(cell, this.rules.numberOf(ruleId));
    this.met[number] ??= { cell, ruleId, replyHash: 0, recipientHash: 0, sample: '' };
    return number;
  }

  private note(number: number, row: Readonly<CountableRow>, times: number): void {
    const { evidence } = this;
    evidence.count(evidence.numberOf(number * KINDS + SOURCE, row.source), 0, times);
    evidence.count(evidence.numberOf(number * KINDS + QUEUE, row.queue), 0, times);
    const met = this.met[number]!;
    if (met.sample !== '' && !isBefore(row, met)) return;
    const sample = row.sample();
    if (sample === '') return;
    met.sample = sample;
    met.replyHash = row.replyHash;
    met.recipientHash = row.recipientHash;
  }

  /** The ISP of a row: its MX's, for a row without one that of most of its domain's rows, else by its names. */
  private ispOf(row: Pick<CountableRow, 'mxIsp' | 'queue' | 'domain'>): number {
    if (row.mxIsp >= 0) return row.mxIsp;
    const seen = isWaiting(row, this.missing) ? this.mxSeen.mostFrequent(row.domain) : undefined;
    return seen ?? this.ispWithoutMx(row);
  }

  private ispWithoutMx({ queue, domain }: Pick<CountableRow, 'queue' | 'domain'>): number {
    const number = this.fallbacks.numberOf(queue, domain);
    return (this.fallbackIsps[number] ??= this.numberOfIsp(
      this.ispByNames(this.names.texts[queue]!, this.names.texts[domain]!),
    ));
  }

  private ispByNames(queue: string, domain: string): IspId {
    const { directory } = this.context;
    return directory.byRollup(queue) ?? directory.byDomain(domain) ?? OTHER;
  }

  /** Rows without an MX, by what is known of their domains by now. */
  private settleWaiting(): void {
    this.foldDeliveries();
    this.mxSeen.fold();
    this.waitingDeliveries.forEach((hour, number, count) => {
      const kind = this.kinds.kind(number);
      this.addDeliveries(hour, this.ispOf(kind), kind, count);
    });
    this.waitingDeliveries.clear();
    for (const { row, count, sample } of this.waiting.take()) {
      this.count({ ...row, sample: () => sample, localPart: () => '' }, this.ispOf(row), count);
    }
  }

  private fold(): void {
    this.settleWaiting();
    this.foldCounts();
    this.kinds.clear();
    this.kindIsps = [];
    this.names.clear();
    this.names.numberOf(MISSING);
    this.replies.clear();
    this.entries = [];
    this.fallbacks.clear();
    this.fallbackIsps = [];
    this.generation++;
  }

  private foldCounts(): void {
    this.foldBreakdowns();
    this.foldJudgements();
    this.foldEvidence();
  }

  private foldDeliveries(): void {
    const { deliveryHour: hour } = this;
    this.kindCounter.takeCounts((number, count) => {
      const kind = this.kinds.kind(number);
      const isp = this.kindIsps[number]!;
      if (isp === NO_MX) {
        this.waitingDeliveries.count(this.waitingDeliveries.numberOf(hour, number), 0, count);
        return;
      }
      const { mxIsp, domain } = kind;
      if (mxIsp >= 0 && domain !== this.missing) this.mxSeen.note(mxIsp, domain, count);
      this.addDeliveries(hour, isp, kind, count);
    });
  }

  private addDeliveries(hour: number, isp: number, { queue, domain, source }: RowKind, count: number): void {
    const cell = this.cellOf(hour, isp);
    this.figures[cell]!.delivered += count;
    this.countAttempts(DELIVERED_ATTEMPTS, cell, queue, domain, source, count);
  }

  private foldBreakdowns(): void {
    const { breakdowns } = this;
    const nameOf = (number: number): string => this.names.texts[breakdowns.nameOf(number)]!;
    const isNamed = largestOfEachGroup(breakdowns.size, {
      group: (number) => breakdowns.groupOf(number),
      count: (number) => breakdowns.counted(number, 0) + breakdowns.counted(number, 1),
      name: nameOf,
      limit: this.limits.names,
    });
    for (let number = 0; number < breakdowns.size; number++) {
      const group = breakdowns.groupOf(number);
      const figures = this.figures[Math.floor(group / KINDS)]!;
      const kind = group % KINDS;
      const names = kind === SOURCE ? figures.bySource : kind === QUEUE ? figures.byQueue : figures.byDomain;
      addAttempts(
        names,
        isNamed[number] === 1 ? nameOf(number) : REST,
        breakdowns.counted(number, THROTTLED_ATTEMPTS),
        breakdowns.counted(number, DELIVERED_ATTEMPTS),
      );
    }
    breakdowns.clear();
  }

  private foldJudgements(): void {
    for (const [number, { verdict, entry, cell, outcome }] of this.judged.entries()) {
      const count = this.judgements.counted(number, 0);
      if (count === 0) continue;
      const figures = this.figures[cell]!;
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
    this.judgements.clear();
    this.judged = [];
  }

  private foldEvidence(): void {
    for (const { cell, ruleId, sample } of this.met) {
      const known = (this.figures[cell]!.evidence[ruleId] ??= {
        sources: named(),
        queues: named(),
        sample,
      });
      known.sample = sample;
    }
    const { evidence } = this;
    const nameOf = (number: number): string => this.names.texts[evidence.nameOf(number)]!;
    const isNamed = largestOfEachGroup(evidence.size, {
      group: (number) => evidence.groupOf(number),
      count: (number) => evidence.counted(number, 0),
      name: nameOf,
      limit: this.limits.names,
    });
    for (let number = 0; number < evidence.size; number++) {
      const group = evidence.groupOf(number);
      const { cell, ruleId } = this.met[Math.floor(group / KINDS)]!;
      const { sources, queues } = this.figures[cell]!.evidence[ruleId]!;
      addCount(
        group % KINDS === SOURCE ? sources : queues,
        isNamed[number] === 1 ? nameOf(number) : REST,
        evidence.counted(number, 0),
      );
    }
    evidence.clear();
  }
}

/** Whether a row's ISP depends on the other rows of its domain. */
function isWaiting({ mxIsp, domain }: Pick<CountableRow, 'mxIsp' | 'domain'>, missing: number): boolean {
  return mxIsp === NO_MX && domain !== missing;
}
