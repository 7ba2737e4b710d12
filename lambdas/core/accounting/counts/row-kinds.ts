/** What tells one kind of row from another, as numbers that `FileCounts` gave out. */
export interface RowKind {
  mxIsp: number;
  queue: number;
  domain: number;
  source: number;
}

/** As what a reply is judged at one ISP in one hour, as one outcome. */
export interface Judgement {
  number: number;
  /** What the hashes of another such row must be before for its reply to be shown as sample. */
  replyHash: number;
  recipientHash: number;
}

/**
 * Numbers the kinds of rows from 0 in the order in which they are first met, and counts rows that repeat one before them,
 * by the numbers of their kind and of their judgement: such a row is an addition, and the breakdowns are made of the
 * sums, once an hour.
 */
export interface RepeatCounter {
  /** How many kinds are numbered. */
  readonly kinds: number;
  numberOfKind(kind: RowKind): number;
  /** Writes what a kind stands for into a row. */
  describeKind(kind: number, row: RowKind): void;
  /** The ISP of a kind's rows: that of the MX; where there is none, what `learnIsp` said. */
  ispOfKind(kind: number): number;
  learnIsp(kind: number, isp: number): void;
  /** Forgets all kinds; nothing may be counted at the time. */
  forgetKinds(): void;
  countDelivery(kind: number): void;
  /** Hands out how many deliveries of each kind were counted, and counts from 0 again. */
  takeDelivered(each: (kind: number, count: number) => void): void;
  /** Hands out how many other rows were counted, counts from 0 again and forgets all judgements. */
  takeJudged(each: (kind: number, judgement: number, count: number) => void): void;
}
