const FIRST_ARENA_WORDS = 16_384;

/** Integers of one entry: its hash, and where its key lies. */
const STRIDE = 2;
const HASH = 0;
const START = 1;

/** The columns of a key at most. */
const COLUMNS = 6;

/** What is left of a word of four bytes of which only the first 1, 2 or 3 belong to a column. */
const TAILS = [0, 0xff, 0xffff, 0xffffff];

/**
 * Remembers a number for the bytes of several columns of a row, so that a row which repeats one that went before costs
 * one look-up and not one for each column. Bytes are compared, not only their hash. Memory is bounded: when it is full,
 * everything is forgotten and learned again.
 *
 * A key is made by `begin` and one `add` for each column, always the same number of columns for one memo.
 */
export class ColumnsMemo {
  private readonly slots: Int32Array;
  private readonly table: Int32Array;
  private size = 0;
  private used = 0;
  /** Of each key its value, then for each column its length and its bytes, filled up to whole words with zeros. */
  private arena = new Int32Array(FIRST_ARENA_WORDS);
  private readonly entries: number;
  private readonly arenaWords: number;
  private readonly mask: number;

  private readonly starts = new Int32Array(COLUMNS);
  private readonly lengths = new Int32Array(COLUMNS);
  private columns = 0;
  private hash = 0;

  /** Room for `entries` keys (a power of two) of `arenaBytes` bytes in all. */
  constructor(entries: number, arenaBytes: number) {
    this.entries = entries;
    this.arenaWords = arenaBytes / 4;
    this.mask = entries * 2 - 1;
    this.slots = new Int32Array(entries * 2);
    this.table = new Int32Array(entries * STRIDE);
  }

  begin(): void {
    this.columns = 0;
    this.hash = 0;
  }

  /** Adds a column to the key. Up to three bytes behind it are read as well. */
  add(view: DataView, start: number, end: number): void {
    const length = end - start;
    this.starts[this.columns] = start;
    this.lengths[this.columns++] = length;
    let hash = Math.imul(this.hash ^ length, 0x01000193);
    let at = start;
    for (; at + 4 <= end; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    if (at < end) hash = Math.imul(hash ^ (view.getInt32(at, true) & TAILS[end - at]!), 0x5bd1e995);
    this.hash = hash ^ (hash >>> 13);
  }

  /** The number remembered for the key; -1 for none. */
  find(view: DataView): number {
    const { slots, table, mask, hash } = this;
    for (let slot = (hash ^ (hash >>> 16)) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = (slots[slot]! - 1) * STRIDE;
      if (table[entry + HASH] === hash && this.isKey(view, table[entry + START]!)) {
        return this.arena[table[entry + START]!]!;
      }
    }
    return -1;
  }

  /** Remembers a number for the key, which `find` did not know. */
  learn(view: DataView, value: number): void {
    let words = 1;
    for (let column = 0; column < this.columns; column++) words += 1 + ((this.lengths[column]! + 3) >> 2);
    if (words > this.arenaWords) return;
    if (this.size === this.entries || this.used + words > this.arenaWords) this.clear();
    if (this.used + words > this.arena.length) this.growArena(this.used + words);
    const { arena, mask, hash } = this;
    const entry = this.size++ * STRIDE;
    this.table[entry + HASH] = hash;
    this.table[entry + START] = this.used;
    arena[this.used++] = value;
    for (let column = 0; column < this.columns; column++) {
      const start = this.starts[column]!;
      const length = this.lengths[column]!;
      arena[this.used++] = length;
      let offset = 0;
      for (; offset + 4 <= length; offset += 4) arena[this.used++] = view.getInt32(start + offset, true);
      if (offset < length) {
        arena[this.used++] = view.getInt32(start + offset, true) & TAILS[length - offset]!;
      }
    }
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = this.size;
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
    this.used = 0;
  }

  private isKey(view: DataView, place: number): boolean {
    const { arena } = this;
    let word = place + 1;
    for (let column = 0; column < this.columns; column++) {
      const length = this.lengths[column]!;
      if (arena[word++] !== length) return false;
      let at = this.starts[column]!;
      const end = at + length;
      for (; at + 4 <= end; at += 4) if (arena[word++] !== view.getInt32(at, true)) return false;
      if (at < end && arena[word++] !== (view.getInt32(at, true) & TAILS[end - at]!)) return false;
    }
    return true;
  }

  private growArena(needed: number): void {
    const grown = new Int32Array(Math.min(this.arenaWords, Math.max(needed, this.arena.length * 2)));
    grown.set(this.arena.subarray(0, this.used));
    this.arena = grown;
  }
}
