import type { CountingContext } from '../counting-context.ts';
import type { Limits } from '../limits.ts';
import { tooManyCells } from '../rejection.ts';
import { MISSING } from '../row-names.ts';
import { BOUNCED, type Outcome } from '../row-type.ts';
import type { Hour } from '../../hour.ts';
import { type IspId, OTHER } from '../../receivers/isp.ts';
import type { Reply } from '../../replies/rule.ts';
import { type CountableRow, NO_MX } from './countable-row.ts';
import type { Judgement, RepeatCounter, RowKind } from './row-kinds.ts';
import { emptyFigures, type Figures } from '../../figures/figures.ts';
import { Interner } from './interner.ts';
import { Judgements } from './judgements.ts';
import { MxSeen } from './mx-seen.ts';
import { addAttempts, largestOfEachGroup, pruneNames } from './named-counts.ts';
import { PairTable } from './pair-table.ts';
import { WaitingRows } from './waiting-rows.ts';
import { entryFor, keyOf, type ReplyEntry, replyEntry } from './reply-book.ts';
import { REST } from '../../figures/shorten.ts';

const SOURCE = 0;
const QUEUE = 1;
const DOMAIN = 2;
const SORTS = 3;

const THROTTLED_ATTEMPTS = 0;
const DELIVERED_ATTEMPTS = 1;

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

  /** The hour of the rows that are counted by kind, not yet in the breakdowns. */
  repeatedHour = -1;
  /** The ISP of a kind is `NO_MX` where the whole file must be known first. */
  private readonly repeats: RepeatCounter;
  /** (hour, kind): deliveries without an MX, whose ISP is known when the whole file is. */
  private readonly waitingDeliveries = new PairTable();
  /** (cell and kind, name): attempts throttled and delivered. */
  private readonly breakdowns = new PairTable();
  /** Of the rows whose MX is known. */
  private readonly mxSeen = new MxSeen(this.names, this.isps);

  private readonly judgements: Judgements;

  /** (queue, domain): the ISP of rows whose MX says nothing. */
  private readonly fallbacks = new PairTable();
  private fallbackIsps: number[] = [];

  private readonly waiting = new WaitingRows();

  private readonly context: CountingContext;
  private readonly limits: Limits;

  constructor(context: CountingContext, limits: Limits, repeats: RepeatCounter) {
    this.context = context;
    this.limits = limits;
    this.repeats = repeats;
    this.judgements = new Judgements(context.catalogue);
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
      this.repeats.kinds > pairs ||
      this.waitingDeliveries.size > pairs ||
      this.breakdowns.size > pairs ||
      this.mxSeen.size > pairs ||
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
    const { repeats } = this;
    const known = repeats.kinds;
    const number = repeats.numberOfKind(kind);
    if (number === known && kind.mxIsp < 0) {
      repeats.learnIsp(number, isWaiting(kind, this.missing) ? NO_MX : this.ispOf(kind));
    }
    return number;
  }

  /** Rows that are counted from now on, one by one or by their kind, lie in this hour. */
  enterHour(hour: number): void {
    if (hour !== this.repeatedHour) this.foldRepeats();
    this.repeatedHour = hour;
  }

  /** Counts a delivered row by the number of its kind. */
  deliver(kind: number): void {
    this.counted++;
    this.repeats.countDelivery(kind);
  }

  /** Counts a row that was not delivered. Others of its kind with its reply may be counted by the judgement, if there is one. */
  add(row: CountableRow): Judgement | undefined {
    this.counted++;
    if (row.mxIsp >= 0) {
      this.noteMx(row, 1);
      return this.count(row, row.mxIsp, 1);
    }
    if (!isWaiting(row, this.missing)) return this.count(row, this.ispWithoutMx(row), 1);
    this.waiting.add(row, row.outcome === BOUNCED ? row.reply : this.replyWithoutName(row));
    if (this.waiting.size >= this.limits.texts) this.settleWaiting();
    return undefined;
  }

  /** The figures of the whole file. */
  finish(): Map<Hour, Map<IspId, Figures>> {
    this.settleWaiting();
    // What is not needed any more makes room for the names that come now.
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

  private count(row: Readonly<CountableRow>, isp: number, times: number): Judgement | undefined {
    const { judgements } = this;
    const cell = this.cellOf(row.hour, isp);
    let number = this.judgementOf(cell, isp, row.outcome, row.reply);
    const mayNameRecipient = row.outcome !== BOUNCED && judgements.of(number).verdict.unknownText !== '';
    if (mayNameRecipient) number = this.judgementOf(cell, isp, row.outcome, this.replyWithoutName(row));
    this.countJudged(number, row, times);
    const judgement = judgements.note(number, row);
    return mayNameRecipient ? undefined : judgement;
  }

  private countJudged(number: number, kind: RowKind, times: number): void {
    this.judgements.count(number, kind, times);
    const { verdict, cell, outcome } = this.judgements.of(number);
    if (outcome !== BOUNCED && verdict.isThrottled) this.countAttempts(THROTTLED_ATTEMPTS, cell, kind, times);
  }

  private cellOf(hour: number, isp: number): number {
    const cell = this.cells.numberOf(hour, isp);
    if (cell === this.figures.length) {
      if (cell >= this.limits.cells) throw tooManyCells();
      this.figures.push(emptyFigures());
    }
    return cell;
  }

  private countAttempts(counter: 0 | 1, cell: number, kind: RowKind, times: number): void {
    const { breakdowns } = this;
    const group = cell * SORTS;
    breakdowns.count(breakdowns.numberOf(group + SOURCE, kind.source), counter, times);
    breakdowns.count(breakdowns.numberOf(group + QUEUE, kind.queue), counter, times);
    if (this.context.byDomain) {
      breakdowns.count(breakdowns.numberOf(group + DOMAIN, kind.domain), counter, times);
    }
  }

  private judgementOf(cell: number, isp: number, outcome: Outcome, reply: number): number {
    return this.judgements.numberOf(cell, this.isps.texts[isp]!, outcome, reply, this.entries[reply]!);
  }

  /** The number of the row's reply as it may be shown: words that no rule knows could name its recipient. */
  private replyWithoutName(row: Readonly<CountableRow>): number {
    const entry = this.entries[row.reply]!;
    const own = entryFor(row.localPart(), entry);
    return own === entry ? row.reply : this.numberOfEntry(own);
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
    this.foldRepeats();
    this.mxSeen.fold();
    const kind: RowKind = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    this.waitingDeliveries.forEach((hour, number, count) => {
      this.repeats.describeKind(number, kind);
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
    this.repeats.forgetKinds();
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
    this.judgements.fold(this.figures, (name) => this.names.texts[name]!, this.limits.names);
  }

  private foldRepeats(): void {
    const { repeats, repeatedHour: hour } = this;
    const kind: RowKind = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    repeats.takeDelivered((number, count) => {
      const isp = repeats.ispOfKind(number);
      if (isp === NO_MX) {
        this.waitingDeliveries.count(this.waitingDeliveries.numberOf(hour, number), 0, count);
        return;
      }
      repeats.describeKind(number, kind);
      this.noteMx(kind, count);
      this.addDeliveries(hour, isp, kind, count);
    });
    repeats.takeJudged((number, judgement, count) => {
      repeats.describeKind(number, kind);
      this.noteMx(kind, count);
      this.countJudged(judgement, kind, count);
    });
  }

  private noteMx({ mxIsp, domain }: RowKind, times: number): void {
    if (mxIsp >= 0 && domain !== this.missing) this.mxSeen.note(mxIsp, domain, times);
  }

  private addDeliveries(hour: number, isp: number, kind: RowKind, count: number): void {
    const cell = this.cellOf(hour, isp);
    this.figures[cell]!.delivered += count;
    this.countAttempts(DELIVERED_ATTEMPTS, cell, kind, count);
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
      const figures = this.figures[Math.floor(group / SORTS)]!;
      const sort = group % SORTS;
      const names = sort === SOURCE ? figures.bySource : sort === QUEUE ? figures.byQueue : figures.byDomain;
      addAttempts(
        names,
        isNamed[number] === 1 ? nameOf(number) : REST,
        breakdowns.counted(number, THROTTLED_ATTEMPTS),
        breakdowns.counted(number, DELIVERED_ATTEMPTS),
      );
    }
    breakdowns.clear();
  }
}

/** Whether a row's ISP depends on the other rows of its domain. */
function isWaiting({ mxIsp, domain }: Pick<CountableRow, 'mxIsp' | 'domain'>, missing: number): boolean {
  return mxIsp === NO_MX && domain !== missing;
}
