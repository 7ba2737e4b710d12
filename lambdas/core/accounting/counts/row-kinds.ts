/** What tells one kind of row from another, as numbers that `FileCounts` gave out. */
export interface RowKind {
  /** The ISP of its MX, `UNKNOWN_MX` or `NO_MX`. */
  mxIsp: number;
  queue: number;
  domain: number;
  source: number;
}

/** A judgement (what a reply means at one ISP in one hour, for one outcome) by which known rows are counted. */
export interface LearnedJudgement {
  number: number;
  /** The hashes that another such row must undercut for its reply to become the sample. */
  replyHash: number;
  recipientHash: number;
}

/** Takes rows that were counted: deliveries by the lane of their hour, the others by their judgement. */
export interface TakenCounts {
  delivered: (kind: number, lane: number, count: number) => void;
  judged: (kind: number, judgement: number, count: number) => void;
}

/**
 * Numbers kinds of rows from 0 in the order in which they are first met, and counts known rows by the numbers of their
 * kind and judgement: such a row is one addition, and the breakdowns are made of the sums, mostly once an hour. It
 * keeps nothing that its user must know too: when lanes or numbers become void, the user says so here.
 */
export interface KnownRowCounter {
  /** How many kinds are numbered. */
  readonly size: number;
  numberOf(kind: RowKind): number;
  /** Writes what a kind stands for into a row. */
  describe(kind: number, row: RowKind): void;
  /** The ISP of a kind's rows: that of the MX, or else what `learnIsp` said. */
  ispOf(kind: number): number;
  learnIsp(kind: number, isp: number): void;
  /** How many lanes there are: the hours that can be counted side by side. */
  readonly lanes: number;
  countDelivery(kind: number, lane: number): void;
  /** Whether nothing more can be counted before `take`. */
  readonly isFull: boolean;
  /** Hands out how many rows were counted, counts from 0 again and forgets all judgements. */
  take(counts: TakenCounts): void;
  /** Lanes have become void: from now on no row is known, until a row of its hour was learned. */
  forgetHours(): void;
  /** The numbers of kinds, names and replies have become void. Nothing may be counted at the time. */
  forgetNumbers(): void;
}
