import { viewOf } from './byte-hash.ts';

const FIRST_ARENA_BYTES = 4_096;
const FIRST_ENTRIES = 256;

/** Integers of one entry. Lying side by side, they cost one cache line where five arrays cost five. */
const STRIDE = 8;
const HASH = 0;
const SEED = 1;
const START = 2;
const LENGTH = 3;
const VALUE = 4;

/**
 * Remembers a number for a range of bytes, so that a value met a million times (a domain, an MX, a reply) is
 * decoded and understood once. Bytes are compared, not only their hash: a collision cannot miscount. Memory is
 * bounded: when it is full, everything is forgotten and learned again.
 */
export class ByteMemo {
  private slots = new Int32Array(FIRST_ENTRIES * 2);
  private table = new Int32Array(FIRST_ENTRIES * STRIDE);
  private mask = this.slots.length - 1;
  private size = 0;
  private used = 0;
  private arena = new Uint8Array(FIRST_ARENA_BYTES);
  private arenaView = viewOf(this.arena);
  private readonly entries: number;
  private readonly arenaBytes: number;

  /** Room for `entries` ranges (a power of two from 256) of `arenaBytes` bytes in all, which it takes as it needs it. */
  constructor(entries: number, arenaBytes: number) {
    this.entries = entries;
    this.arenaBytes = arenaBytes;
  }

  /** The number remembered for these bytes with this seed (a second key, 0 where there is none); -1 for none. */
  find(view: DataView, start: number, end: number, hash: number, seed: number): number {
    const { slots, table, mask } = this;
    for (let slot = (hash + seed) & mask; ; slot = (slot + 1) & mask) {
      const entry = (slots[slot]! - 1) * STRIDE;
      if (entry < 0) return -1;
      if (
        table[entry + HASH] === hash &&
        table[entry + SEED] === seed &&
        table[entry + LENGTH] === end - start &&
        isSame(this.arenaView, table[entry + START]!, view, start, end)
      ) {
        return table[entry + VALUE]!;
      }
    }
  }

  /** Remembers a number (0 or more) for bytes that `find` did not know. */
  add(view: DataView, start: number, end: number, hash: number, seed: number, value: number): void {
    const length = end - start;
    if (length > this.arenaBytes) return;
    if (this.size === this.entries || this.used + length > this.arenaBytes) this.clear();
    if (this.used + length > this.arena.length) this.growArena(this.used + length);
    if ((this.size + 1) * 2 > this.slots.length) this.grow();
    const entry = this.size++ * STRIDE;
    this.table[entry + HASH] = hash;
    this.table[entry + SEED] = seed;
    this.table[entry + START] = this.used;
    this.table[entry + LENGTH] = length;
    this.table[entry + VALUE] = value;
    for (let index = 0; index < length; index++) this.arena[this.used + index] = view.getUint8(start + index);
    this.used += length;
    this.enter(hash + seed, this.size);
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
    this.used = 0;
  }

  private enter(key: number, number: number): void {
    let slot = key & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = number;
  }

  private grow(): void {
    const { table } = this;
    this.slots = new Int32Array(this.slots.length * 4);
    this.mask = this.slots.length - 1;
    this.table = new Int32Array(table.length * 4);
    this.table.set(table);
    for (let number = 0; number < this.size; number++) {
      this.enter(table[number * STRIDE + HASH]! + table[number * STRIDE + SEED]!, number + 1);
    }
  }

  private growArena(needed: number): void {
    const grown = new Uint8Array(Math.min(this.arenaBytes, Math.max(needed, this.arena.length * 4)));
    grown.set(this.arena.subarray(0, this.used));
    this.arena = grown;
    this.arenaView = viewOf(grown);
  }
}

function isSame(known: DataView, knownStart: number, view: DataView, start: number, end: number): boolean {
  let at = start;
  let knownAt = knownStart;
  for (; at + 4 <= end; at += 4, knownAt += 4) {
    if (known.getInt32(knownAt, true) !== view.getInt32(at, true)) return false;
  }
  for (; at < end; at++, knownAt++) {
    if (known.getUint8(knownAt) !== view.getUint8(at)) return false;
  }
  return true;
}
