/**
 * Numbers the pairs (group, name) that it is asked for, from 0 in the order in which they are first met; what
 * is counted of a pair lives in typed arrays under that number. An open hash of small integers: one lookup is a
 * few nanoseconds, and no row allocates anything.
 */
export class PairTable {
  size = 0;
  private capacity: number;
  private slots: Int32Array;
  private groups: Int32Array;
  private names: Int32Array;

  constructor(capacity = 1_024) {
    this.capacity = capacity;
    this.slots = new Int32Array(capacity * 2);
    this.groups = new Int32Array(capacity);
    this.names = new Int32Array(capacity);
  }

  /** The number of a pair of integers from 0. */
  numberOf(group: number, name: number): number {
    const { slots, groups, names } = this;
    const mask = slots.length - 1;
    let slot = (Math.imul(group, 0x9e3779b1) ^ Math.imul(name, 0x85ebca6b)) & mask;
    slot ^= (slot >>> 7) & mask;
    for (;;) {
      const number = slots[slot]! - 1;
      if (number < 0) return this.add(group, name, slot);
      if (names[number] === name && groups[number] === group) return number;
      slot = (slot + 1) & mask;
    }
  }

  groupOf(number: number): number {
    return this.groups[number]!;
  }

  nameOf(number: number): number {
    return this.names[number]!;
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
  }

  private add(group: number, name: number, slot: number): number {
    if (this.size === this.capacity) {
      this.grow();
      return this.numberOf(group, name);
    }
    const number = this.size++;
    this.groups[number] = group;
    this.names[number] = name;
    this.slots[slot] = number + 1;
    return number;
  }

  private grow(): void {
    const { groups, names, size } = this;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * 2);
    this.groups = new Int32Array(this.capacity);
    this.names = new Int32Array(this.capacity);
    this.size = 0;
    for (let number = 0; number < size; number++) this.numberOf(groups[number]!, names[number]!);
  }
}

/** A counter for each number of a `PairTable`. */
export class Counters {
  private counts = new Uint32Array(1_024);

  increment(number: number): void {
    if (number >= this.counts.length) this.grow(number);
    this.counts[number] = this.counts[number]! + 1;
  }

  add(number: number, count: number): void {
    if (number >= this.counts.length) this.grow(number);
    this.counts[number] = this.counts[number]! + count;
  }

  of(number: number): number {
    return this.counts[number] ?? 0;
  }

  clear(): void {
    this.counts.fill(0);
  }

  private grow(number: number): void {
    const grown = new Uint32Array(Math.max(number + 1, this.counts.length * 2));
    grown.set(this.counts);
    this.counts = grown;
  }
}
