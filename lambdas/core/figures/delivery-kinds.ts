/** Integers of one kind: its key, and how many rows of it were counted since they were last taken. */
const STRIDE = 5;
const MX_ISP = 0;
const QUEUE = 1;
const DOMAIN = 2;
const SOURCE = 3;
const COUNT = 4;

/** What tells one kind of delivery from another, as numbers that `FileCounts` gave out. */
export interface DeliveryKind {
  mxIsp: number;
  queue: number;
  domain: number;
  source: number;
}

/**
 * Counts delivered rows by kind. Most rows of a file are deliveries, and most of them repeat one that went before in
 * the same hour: counting such a one is a single addition here, and the breakdowns are made of the sums, once an hour.
 * Kinds are numbered from 0 in the order in which they are first met; an open hash in flat arrays.
 */
export class DeliveryKinds {
  size = 0;
  private capacity: number;
  private slots: Int32Array;
  private kinds: Int32Array;
  /** The kinds that were counted since they were last taken. */
  private readonly counted: number[] = [];

  constructor(capacity = 1_024) {
    this.capacity = capacity;
    this.slots = new Int32Array(capacity * 2);
    this.kinds = new Int32Array(capacity * STRIDE);
  }

  numberOf({ mxIsp, queue, domain, source }: DeliveryKind): number {
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
    if (this.size === this.capacity) {
      this.grow();
      return this.numberOf({ mxIsp, queue, domain, source });
    }
    const kind = this.size * STRIDE;
    kinds[kind + MX_ISP] = mxIsp;
    kinds[kind + QUEUE] = queue;
    kinds[kind + DOMAIN] = domain;
    kinds[kind + SOURCE] = source;
    kinds[kind + COUNT] = 0;
    slots[slot] = ++this.size;
    return this.size - 1;
  }

  /** Counts a row. */
  count(number: number): void {
    const place = number * STRIDE + COUNT;
    if (this.kinds[place] === 0) this.counted.push(number);
    this.kinds[place] = this.kinds[place]! + 1;
  }

  /** Hands out what was counted, and counts from 0 again. */
  take(each: (kind: DeliveryKind, count: number, number: number) => void): void {
    const { kinds } = this;
    for (const number of this.counted) {
      const place = number * STRIDE + COUNT;
      const count = kinds[place]!;
      kinds[place] = 0;
      each(this.kind(number), count, number);
    }
    this.counted.length = 0;
  }

  kind(number: number): DeliveryKind {
    const { kinds } = this;
    const kind = number * STRIDE;
    return {
      mxIsp: kinds[kind + MX_ISP]!,
      queue: kinds[kind + QUEUE]!,
      domain: kinds[kind + DOMAIN]!,
      source: kinds[kind + SOURCE]!,
    };
  }

  /** Forgets all kinds; to be done when what was counted has been taken. */
  clear(): void {
    this.slots.fill(0);
    this.size = 0;
  }

  private grow(): void {
    const { kinds, size } = this;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * 2);
    this.kinds = new Int32Array(this.capacity * STRIDE);
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
