/** Integers of an entry: group, name and two counters. Sixteen bytes, so that no entry straddles two cache lines. */
const STRIDE = 4;
const GROUP = 0;
const NAME = 1;
const FIRST_COUNTER = 2;

/** Slots at first, a power of two. */
const SLOTS = 1_024;
/** The share of slots that are taken before the table grows. */
const FULL = 0.75;

/**
 * Counts by pairs (group, name) of small integers, two counters for each. Pairs are numbered from 0 in the order
 * in which they are first met. An open hash in flat arrays: a row allocates nothing, and because an entry's key and
 * counters lie side by side, a pair outside the processor's cache costs one fetch instead of four.
 */
export class PairTable {
  size = 0;
  private slots = new Int32Array(SLOTS);
  private entries = new Int32Array(SLOTS * FULL * STRIDE);

  /** The number of a pair, which is added if it is new. */
  numberOf(group: number, name: number): number {
    const slot = this.slotOf(group, name);
    const number = this.slots[slot]! - 1;
    return number < 0 ? this.append(group, name, slot) : number;
  }

  /** The number of a pair; -1 if it was not added. */
  find(group: number, name: number): number {
    return this.slots[this.slotOf(group, name)]! - 1;
  }

  groupOf(number: number): number {
    return this.entries[number * STRIDE + GROUP]!;
  }

  nameOf(number: number): number {
    return this.entries[number * STRIDE + NAME]!;
  }

  /** Adds to one of the two counters of a pair. */
  count(number: number, counter: 0 | 1, times: number): void {
    const place = number * STRIDE + FIRST_COUNTER + counter;
    this.entries[place] = this.entries[place]! + times;
  }

  counted(number: number, counter: 0 | 1): number {
    return this.entries[number * STRIDE + FIRST_COUNTER + counter]!;
  }

  /** Hands out every pair with its first counter. */
  forEach(take: (group: number, name: number, count: number) => void): void {
    for (let number = 0; number < this.size; number++) {
      take(this.groupOf(number), this.nameOf(number), this.counted(number, 0));
    }
  }

  /** Forgets all pairs, and frees their memory. */
  clear(): void {
    this.slots = new Int32Array(SLOTS);
    this.entries = new Int32Array(SLOTS * FULL * STRIDE);
    this.size = 0;
  }

  /** The slot of a pair, or the free one where it belongs. */
  private slotOf(group: number, name: number): number {
    const { slots, entries } = this;
    const mask = slots.length - 1;
    let slot = Math.imul(group, 0x9e3779b1) ^ Math.imul(name, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const number = slots[slot]! - 1;
      if (number < 0) return slot;
      const entry = number * STRIDE;
      if (entries[entry + NAME] === name && entries[entry + GROUP] === group) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private append(group: number, name: number, slot: number): number {
    if (this.size === this.slots.length * FULL) {
      this.grow();
      return this.numberOf(group, name);
    }
    const number = this.size++;
    this.entries[number * STRIDE + GROUP] = group;
    this.entries[number * STRIDE + NAME] = name;
    this.slots[slot] = number + 1;
    return number;
  }

  private grow(): void {
    const { entries, size } = this;
    this.slots = new Int32Array(this.slots.length * 2);
    this.entries = new Int32Array(this.slots.length * FULL * STRIDE);
    this.size = 0;
    for (let entry = 0; entry < size * STRIDE; entry += STRIDE) {
      this.numberOf(entries[entry + GROUP]!, entries[entry + NAME]!);
    }
    this.entries.set(entries);
  }
}
