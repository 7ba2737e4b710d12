import type { Figures } from '../../figures/figures.ts';
import type { Hour } from '../../hour.ts';
import { MISSING } from '../../names.ts';
import type { IspId } from '../../receivers/isp.ts';
import type { Reply } from '../../replies/rule.ts';
import type { CountingContext } from '../counting-context.ts';
import type { Bounds } from '../bounds.ts';
import { BOUNCED, DELIVERED } from '../outcome.ts';
import { Breakdowns } from './breakdowns.ts';
import { Cells } from './cells.ts';
import { NO_MX } from './countable-row.ts';
import type { CountableRow } from './countable-row.ts';
import { Interner } from './interner.ts';
import { IspOfRow } from './isp-of-row.ts';
import { Judgements } from './judgements.ts';
import { pruneNames } from './named-counts.ts';
import { OpenHours } from './open-hours.ts';
import { ReplyBook } from './reply-book.ts';
import type { LearnedJudgement, KnownRowCounter, RowKind } from './row-kinds.ts';
import { WaitingRows } from './waiting-rows.ts';
import type { Waiting } from './waiting-rows.ts';

const NO_HOUR = -1;

/**
 * Adds up the rows of a file per hour and ISP. Names and replies are numbers here and counts lie in typed arrays, so a row
 * costs a few look-ups and no allocation; `fold` turns them into figures with names, at the end or when a table is full.
 * What a file can multiply is bounded: past that the rarest names go to `(rest)`, and totals stay exact.
 *
 * It owns the open hours and the validity of all numbers, and tells the counter of known rows when either changes.
 */
export class FileCounts {
  /** Rows that count, each for itself or by its kind. */
  private rows = 0;

  private readonly names = new Interner();
  /** The number of the name that stands for none: the first, also after a fold. */
  readonly missing = this.names.numberOf(MISSING);
  private readonly replies = new ReplyBook();
  private readonly cells: Cells;
  private readonly isps: IspOfRow;
  private readonly judgements: Judgements;
  private readonly breakdowns: Breakdowns;

  /** Known rows of the open hours, not yet in the breakdowns. A kind whose rows must wait has the ISP `NO_MX`. */
  private readonly knownRows: KnownRowCounter;
  private readonly openHours: OpenHours;
  private currentHour = NO_HOUR;
  private currentLane = 0;
  /** Rows whose ISP is decided when the whole file has been read. */
  private readonly waitingRows: WaitingRows;

  private readonly bounds: Bounds;

  constructor(context: CountingContext, bounds: Bounds, knownRows: KnownRowCounter) {
    this.bounds = bounds;
    this.waitingRows = new WaitingRows(bounds.waitingTexts);
    this.knownRows = knownRows;
    this.openHours = new OpenHours(knownRows.lanes);
    const { names, missing } = this;
    this.cells = new Cells(bounds.cells);
    this.isps = new IspOfRow(context.directory, { names, isps: this.cells.isps, missing });
    this.judgements = new Judgements(context.catalogue, this.cells, this.replies);
    this.breakdowns = new Breakdowns(context.byDomain);
  }

  /** How many rows were counted. */
  get counted(): number {
    return this.rows;
  }

  /** Known rows counted elsewhere; negative to take some back. */
  addCounted(rows: number): void {
    this.rows += rows;
  }

  /** The lane of the hour that was entered last. */
  get lane(): number {
    return this.currentLane;
  }

  hourInLane(lane: number): number {
    return this.openHours.inLane(lane);
  }

  numberOfHour(hour: Hour): number {
    return this.cells.hours.numberOf(hour);
  }

  numberOfIsp(isp: IspId): number {
    return this.cells.isps.numberOf(isp);
  }

  numberOfName(name: string): number {
    return this.names.numberOf(name);
  }

  numberOfReply(reply: Reply): number {
    return this.replies.numberOf(reply);
  }

  /** Folds if a table is full. To be called between rows, before the names of a row are numbered. */
  foldIfFull(): void {
    const { names, nameTexts, pairs, texts, waiting } = this.bounds;
    if (
      this.names.texts.length <= nameTexts &&
      this.knownRows.size <= pairs &&
      this.waitingRows.size <= waiting &&
      this.breakdowns.size <= pairs &&
      this.isps.size <= pairs &&
      this.judgements.size <= pairs &&
      this.replies.size <= texts
    ) {
      return;
    }
    this.fold();
    pruneNames(this.cells.figures, names);
    this.isps.prune(this.bounds.domains);
  }

  /** Rows counted from now on, one by one or by their kind, lie in this hour; known rows, in that of their lane. */
  enterHour(hour: number): void {
    if (this.knownRows.isFull) this.addKnownRows();
    if (hour === this.currentHour) return;
    this.currentLane = this.openHours.laneOf(hour, () => {
      this.addKnownRows();
      this.knownRows.forgetHours();
    });
    this.currentHour = hour;
  }

  numberOfKind(kind: RowKind): number {
    const { knownRows } = this;
    const kinds = knownRows.size;
    const number = knownRows.numberOf(kind);
    if (number === kinds && kind.mxIsp < 0) {
      knownRows.learnIsp(number, this.isps.mustWait(kind) ? NO_MX : this.isps.of(kind));
    }
    return number;
  }

  /** Counts a delivered row by the number of its kind. */
  deliver(kind: number): void {
    this.rows++;
    this.knownRows.countDelivery(kind, this.currentLane);
  }

  /**
   * Counts a row that was not delivered. Returns the judgement by which others of its kind with its reply may be counted,
   * if there is one.
   */
  add(row: CountableRow): LearnedJudgement | undefined {
    this.rows++;
    if (!this.isps.mustWait(row)) {
      this.isps.noteMx(row, 1);
      return this.count(row, this.isps.of(row), 1);
    }
    this.wait(row);
    return undefined;
  }

  /** The figures of the whole file. */
  finish(): Map<Hour, Map<IspId, Figures>> {
    this.settleWaiting();
    // Frees memory for the names that are written now.
    this.isps.forgetNumbers();
    this.foldCounts();
    return this.cells.byHour();
  }

  private wait(row: CountableRow): void {
    const { outcome, hour, replyHash, recipientHash } = row;
    const reply = outcome === BOUNCED ? row.reply : this.replyWithoutName(row);
    const kind = this.numberOfKind(row);
    this.waitingRows.add({
      outcome,
      hour,
      reply,
      kind,
      replyHash,
      recipientHash,
      sample: () => row.sample(),
    });
  }

  private count(row: Readonly<CountableRow>, isp: number, times: number): LearnedJudgement | undefined {
    const { judgements } = this;
    const cell = this.cells.numberOf(row.hour, isp);
    let number = judgements.numberOf(cell, row.outcome, row.reply);
    const mayNameRecipient = row.outcome !== BOUNCED && judgements.of(number).meaning.unknownText !== '';
    if (mayNameRecipient) number = judgements.numberOf(cell, row.outcome, this.replyWithoutName(row));
    this.countJudged(number, row, times);
    const judgement = judgements.note(number, row);
    return mayNameRecipient ? undefined : judgement;
  }

  private countJudged(number: number, kind: RowKind, times: number): void {
    this.judgements.count(number, kind, times);
    const { meaning, cell, outcome } = this.judgements.of(number);
    if (outcome !== BOUNCED && meaning.isThrottled) this.breakdowns.countThrottled(cell, kind, times);
  }

  private countDelivered(cell: number, kind: RowKind, times: number): void {
    this.cells.figures[cell]!.delivered += times;
    this.breakdowns.countDelivered(cell, kind, times);
  }

  /** The number of the row's reply as it may be shown: a text that no rule knows could name its recipient. */
  private replyWithoutName(row: Readonly<CountableRow>): number {
    return this.replies.withoutName(row.reply, row.localPart());
  }

  /** Counts the rows that wait, by what is known of their domains by now. */
  private settleWaiting(): void {
    this.addKnownRows();
    this.isps.settle();
    const kind: RowKind = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    for (const waiting of this.waitingRows.take()) {
      this.knownRows.describe(waiting.kind, kind);
      const { outcome, hour, count } = waiting;
      const isp = this.isps.of(kind);
      if (outcome === DELIVERED) this.countDelivered(this.cells.numberOf(hour, isp), kind, count);
      else this.count(countable(waiting, kind), isp, count);
    }
  }

  /** Adds the known rows to the breakdowns. */
  private addKnownRows(): void {
    const { knownRows, openHours } = this;
    const kind: RowKind = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    knownRows.take({
      delivered: (number, lane, count) => {
        const hour = openHours.inLane(lane);
        const isp = knownRows.ispOf(number);
        if (isp === NO_MX) {
          this.waitingRows.addDelivered(number, hour, count);
          return;
        }
        knownRows.describe(number, kind);
        this.isps.noteMx(kind, count);
        this.countDelivered(this.cells.numberOf(hour, isp), kind, count);
      },
      judged: (number, judgement, count) => {
        knownRows.describe(number, kind);
        this.isps.noteMx(kind, count);
        this.countJudged(judgement, kind, count);
      },
    });
  }

  /** Puts everything under its name, and numbers names, replies and kinds anew. */
  private fold(): void {
    this.addKnownRows();
    if (this.waitingFillTables()) this.settleWaiting();
    else this.isps.settle();
    const waiting = this.takeWaiting();
    this.foldCounts();
    this.knownRows.forgetNumbers();
    this.names.clear();
    this.names.numberOf(MISSING);
    this.replies.clear();
    this.isps.forgetNumbers();
    for (const putBack of waiting) putBack();
  }

  /** Whether so many rows wait that a table would soon be full again, and be folded with every few rows. */
  private waitingFillTables(): boolean {
    const { bounds, waitingRows } = this;
    return waitingRows.size > bounds.waitingKept || waitingRows.answered > bounds.texts / 2;
  }

  /** Takes out the rows that wait. Each function puts some back, under the numbers that are valid when it is called. */
  private takeWaiting(): (() => void)[] {
    const { knownRows, replies, waitingRows } = this;
    const putBacks: (() => void)[] = [];
    const kind: RowKind = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    for (const row of waitingRows.take()) {
      knownRows.describe(row.kind, kind);
      const renumbered = this.renumbering(kind);
      const entry = row.outcome === DELIVERED ? undefined : replies.entry(row.reply);
      putBacks.push(() => {
        const reply = entry ? replies.numberOfEntry(entry) : 0;
        waitingRows.putBack({ ...row, kind: this.numberOfKind(renumbered()), reply });
      });
    }
    return putBacks;
  }

  /** Numbers the names of a kind anew, when it is called. */
  private renumbering({ mxIsp, queue, domain, source }: RowKind): () => RowKind {
    const { names } = this;
    const [queueText, domainText, sourceText] = [
      names.texts[queue]!,
      names.texts[domain]!,
      names.texts[source]!,
    ];
    return () => ({
      mxIsp,
      queue: names.numberOf(queueText),
      domain: names.numberOf(domainText),
      source: names.numberOf(sourceText),
    });
  }

  private foldCounts(): void {
    const { figures } = this.cells;
    this.breakdowns.fold(figures, this.names.texts, this.bounds.names);
    this.judgements.fold(this.names.texts, this.bounds.names);
  }
}

/** A row that waited. Spelled out: a spread of two objects would cost ten times as much. */
function countable(waiting: Waiting, { mxIsp, queue, domain, source }: RowKind): CountableRow {
  const { outcome, hour, reply, replyHash, recipientHash, sample } = waiting;
  return {
    outcome,
    hour,
    mxIsp,
    domain,
    queue,
    source,
    reply,
    replyHash,
    recipientHash,
    sample: () => sample,
    localPart: () => '',
  };
}
