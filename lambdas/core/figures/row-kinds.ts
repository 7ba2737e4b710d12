/** Integers of one kind. */
const STRIDE = 4;
const MX_ISP = 0;
const QUEUE = 1;
const DOMAIN = 2;
const SOURCE = 3;

/** Slots at first, a power of two. */
const SLOTS = 1_024;
/** How many of the slots are taken before the table grows. */
const FULL = 0.75;

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

/** Counts rows that repeat one before them, by the numbers of its kind and of its judgement. */
export interface RepeatCounter {
  countDelivery(kind: number): void;
  /** Hands out how many deliveries of each kind were counted, and counts from 0 again. */
  takeDelivered(each: (kind: number, count: number) => void): void;
  /** Hands out how many other rows were counted, counts from 0 again and forgets all judgements. */
  takeJudged(each: (kind: number, judgement: number, count: number) => void): void;
}

/**
 * Numbers the kinds of rows from 0 in the order in which they are first met. Most rows of a file are deliveries of a kind
 * that was met before: such a row is an addition to its kind, and the breakdowns are made of the sums, once an hour.
 * An open hash in flat arrays.
 */
export class RowKinds {
  size = 0;
  private slots = new Int32Array(SLOTS);
  private kinds = new Int32Array(SLOTS * FULL * STRIDE);

  numberOf({ mxIsp, queue, domain, source }: RowKind): number {
    const { slots, kinds } = this;
    const mask = slots.length - 1;
    let slot = slotOf(mxIsp, queue, domain, source) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const kind = (slots[slot]! - 1) * STRIDE;
      if (
        kinds[kind + QUEUE] === queue &&
        kinds[kind + SOURCE] === source &&
        kinds[kind + MX_ISP] === mxIsp &&
        kinds[kind + DOMAIN] === domain
      ) {
        return slots[slot]! - 1;
      }
    }
    if (this.size === this.slots.length * FULL) {
      this.grow();
      return this.numberOf({ mxIsp, queue, domain, source });
    }
    const kind = this.size * STRIDE;
    kinds[kind + MX_ISP] = mxIsp;
    kinds[kind + QUEUE] = queue;
    kinds[kind + DOMAIN] = domain;
    kinds[kind + SOURCE] = source;
    slots[slot] = ++this.size;
    return this.size - 1;
  }

  kind(number: number): RowKind {
    const row: RowKind = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    this.describe(number, row);
    return row;
  }

  /** Writes what a kind stands for into a row. */
  describe(number: number, row: RowKind): void {
    const { kinds } = this;
    const kind = number * STRIDE;
    row.mxIsp = kinds[kind + MX_ISP]!;
    row.queue = kinds[kind + QUEUE]!;
    row.domain = kinds[kind + DOMAIN]!;
    row.source = kinds[kind + SOURCE]!;
  }

  /** Forgets all kinds, and gives back the memory that they took. */
  clear(): void {
    this.slots = new Int32Array(SLOTS);
    this.kinds = new Int32Array(SLOTS * FULL * STRIDE);
    this.size = 0;
  }

  private grow(): void {
    const { kinds, size } = this;
    this.slots = new Int32Array(this.slots.length * 2);
    this.kinds = new Int32Array(this.slots.length * FULL * STRIDE);
    this.kinds.set(kinds);
    const mask = this.slots.length - 1;
    for (let number = 0; number < size; number++) {
      const { mxIsp, queue, domain, source } = this.kind(number);
      let slot = slotOf(mxIsp, queue, domain, source) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

function slotOf(mxIsp: number, queue: number, domain: number, source: number): number {
  const mixed =
    Math.imul(mxIsp, 0x9e3779b1) ^
    Math.imul(queue, 0x85ebca6b) ^
    Math.imul(domain, 0xc2b2ae35) ^
    Math.imul(source, 0x27d4eb2f);
  return mixed ^ (mixed >>> 15);
}
