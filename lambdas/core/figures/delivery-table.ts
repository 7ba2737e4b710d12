import type { CountableRow } from './countable-row.ts';

/** Integers of one entry: its key and its counter. Two entries fill a cache line. */
const STRIDE = 8;
const HOUR = 0;
const MX_ISP = 1;
const QUEUE = 2;
const DOMAIN = 3;
const SOURCE = 4;
const COUNT = 5;

/** What tells one delivery from another. */
export type DeliveredRow = Pick<CountableRow, 'hour' | 'mxIsp' | 'queue' | 'domain' | 'source'>;

/**
 * Counts delivered rows by (hour, ISP of the MX, queue, domain, source), all small integers. Most rows of a file are deliveries,
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

  /** Counts a row. */
  add(row: DeliveredRow, times: number): void {
    const { slots, entries } = this;
    const { hour, mxIsp, queue, domain, source } = row;
    const mask = slots.length - 1;
    let slot =
      Math.imul(hour, 0x9e3779b1) ^
      Math.imul(mxIsp, 0x165667b1) ^
      Math.imul(queue, 0x85ebca6b) ^
      Math.imul(domain, 0xc2b2ae35) ^
      Math.imul(source, 0x27d4eb2f);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const number = slots[slot]! - 1;
      if (number < 0) break;
      const entry = number * STRIDE;
      if (
        entries[entry + QUEUE] === queue &&
        entries[entry + SOURCE] === source &&
        entries[entry + MX_ISP] === mxIsp &&
        entries[entry + HOUR] === hour &&
        entries[entry + DOMAIN] === domain
      ) {
        entries[entry + COUNT] = entries[entry + COUNT]! + times;
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.size === this.capacity) {
      this.grow();
      this.add(row, times);
      return;
    }
    const entry = this.size++ * STRIDE;
    entries[entry + HOUR] = hour;
    entries[entry + MX_ISP] = mxIsp;
    entries[entry + QUEUE] = queue;
    entries[entry + DOMAIN] = domain;
    entries[entry + SOURCE] = source;
    entries[entry + COUNT] = times;
    slots[slot] = this.size;
  }

  /** Hands out every kind of row with its count; the row is the same object each time. */
  forEach(take: (row: Readonly<DeliveredRow>, count: number) => void): void {
    const { entries } = this;
    const row: DeliveredRow = { hour: 0, mxIsp: 0, queue: 0, domain: 0, source: 0 };
    for (let entry = 0; entry < this.size * STRIDE; entry += STRIDE) {
      row.hour = entries[entry + HOUR]!;
      row.mxIsp = entries[entry + MX_ISP]!;
      row.queue = entries[entry + QUEUE]!;
      row.domain = entries[entry + DOMAIN]!;
      row.source = entries[entry + SOURCE]!;
      take(row, entries[entry + COUNT]!);
    }
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
  }

  private grow(): void {
    const before = new DeliveryTable(0);
    before.entries = this.entries;
    before.size = this.size;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * 2);
    this.entries = new Int32Array(this.capacity * STRIDE);
    this.size = 0;
    before.forEach((row, count) => {
      this.add(row, count);
    });
  }
}
