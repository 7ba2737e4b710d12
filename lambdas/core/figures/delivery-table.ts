/** Integers of one entry: its key and its counter. Two entries fill a cache line. */
const STRIDE = 8;
const GROUP = 0;
const QUEUE = 1;
const DOMAIN = 2;
const SOURCE = 3;
const COUNT = 4;

/**
 * Counts delivered rows by (group, queue, domain, source), all small integers. Most rows of a file are deliveries,
 * and a queue has few domains and sources: one look-up here stands for three in the breakdowns, which are made of
 * it once, at the end. An open hash in flat arrays, key and counter side by side.
 */
export class DeliveryTable {
  size = 0;
  private capacity: number;
  private slots: Int32Array;
  private entries: Int32Array;

  constructor(capacity = 1_024) {
    this.capacity = capacity;
    this.slots = new Int32Array(capacity * 2);
    this.entries = new Int32Array(capacity * STRIDE);
  }

  /** Counts rows of one kind. */
  add(group: number, queue: number, domain: number, source: number, times: number): void {
    const { slots, entries } = this;
    const mask = slots.length - 1;
    let slot =
      Math.imul(group, 0x9e3779b1) ^
      Math.imul(queue, 0x85ebca6b) ^
      Math.imul(domain, 0xc2b2ae35) ^
      Math.imul(source, 0x27d4eb2f);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const number = slots[slot]! - 1;
      if (number < 0) {
        this.append(slot, group, queue, domain, source, times);
        return;
      }
      const entry = number * STRIDE;
      if (
        entries[entry + QUEUE] === queue &&
        entries[entry + GROUP] === group &&
        entries[entry + DOMAIN] === domain &&
        entries[entry + SOURCE] === source
      ) {
        entries[entry + COUNT] = entries[entry + COUNT]! + times;
        return;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Hands out every kind of row with its count. */
  forEach(take: (group: number, queue: number, domain: number, source: number, count: number) => void): void {
    const { entries } = this;
    for (let entry = 0; entry < this.size * STRIDE; entry += STRIDE) {
      take(
        entries[entry + GROUP]!,
        entries[entry + QUEUE]!,
        entries[entry + DOMAIN]!,
        entries[entry + SOURCE]!,
        entries[entry + COUNT]!,
      );
    }
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
  }

  private append(
    slot: number,
    group: number,
    queue: number,
    domain: number,
    source: number,
    times: number,
  ): void {
    if (this.size === this.capacity) {
      this.grow();
      this.add(group, queue, domain, source, times);
      return;
    }
    const entry = this.size++ * STRIDE;
    this.entries[entry + GROUP] = group;
    this.entries[entry + QUEUE] = queue;
    this.entries[entry + DOMAIN] = domain;
    this.entries[entry + SOURCE] = source;
    this.entries[entry + COUNT] = times;
    this.slots[slot] = this.size;
  }

  private grow(): void {
    const before = new DeliveryTable(0);
    before.entries = this.entries;
    before.size = this.size;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * 2);
    this.entries = new Int32Array(this.capacity * STRIDE);
    this.size = 0;
    before.forEach((group, queue, domain, source, count) => {
      this.add(group, queue, domain, source, count);
    });
  }
}
