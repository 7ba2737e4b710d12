import { isSame, mixed } from './byte-hash';

/** Of a key in the arena: its value, the lengths of its columns, and behind them their bytes. */
const LENGTHS: usize = 4;
/** Longer columns are not worth remembering. */
const LONGEST_COLUMN: u32 = 0x7fff;
/** Bytes of an entry: a part of its hash, and where its key stands. */
const ENTRY_BITS: usize = 3;

/**
 * Numbers by a few columns: ranges of bytes that stand one after the other as start and end, at `columns`. An open hash.
 * Bytes are compared, not only their hash: a collision cannot miscount. When there is no more room, all is forgotten.
 */
@unmanaged
export class ByteTable {
  size: u32;
  /** How many keys there may be, a power of two, and how many columns one has. */
  private keys: u32;
  private width: u32;
  private slots: usize;
  private entries: usize;
  private arena: usize;
  private arenaEnd: usize;
  private used: usize;

  /** Makes a table whose head lies at `head`, and all else in `bytes` from `place` on: 16 for each key, the rest for their bytes. */
  static at(head: usize, place: usize, bytes: usize, keys: u32, width: u32): ByteTable {
    const table = changetype<ByteTable>(head);
    table.keys = keys;
    table.width = width;
    table.slots = place;
    table.entries = place + ((<usize>keys) << 3);
    table.arena = table.entries + ((<usize>keys) << ENTRY_BITS);
    table.arenaEnd = place + bytes;
    table.used = table.arena;
    return table;
  }

  /** The number of these columns, -1 where it was not learned. */
  find(columns: usize): i32 {
    const hash = this.hashOf(columns);
    const mask = this.keys * 2 - 1;
    let slot = firstSlot(hash) & mask;
    while (true) {
      const number = load<u32>(this.slots + ((<usize>slot) << 2));
      if (number == 0) return -1;
      const entry = this.entryOf(number);
      if (load<u32>(entry) == hash) {
        const key = <usize>load<u32>(entry, 4);
        if (this.isKey(key, columns)) return load<i32>(key);
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Remembers a number, from 0, for columns that `find` does not know. */
  learn(columns: usize, value: i32): void {
    let bytes = LENGTHS + ((<usize>this.width) << 2);
    for (let column: u32 = 0; column < this.width; column++) {
      const length = lengthAt(columns, column);
      if (length > LONGEST_COLUMN) return;
      bytes += length;
    }
    // Comparing looks at whole words.
    if (this.size == this.keys || this.used + bytes + 16 > this.arenaEnd) this.forget();
    const hash = this.hashOf(columns);
    this.size++;
    const entry = this.entryOf(this.size);
    store<u32>(entry, hash);
    store<u32>(entry, <u32>this.used, 4);
    store<u32>(this.slotWith(0, hash), this.size);
    this.keep(columns, value);
  }

  /** Forgets one after the other, the last first, so that each is still found where it was put. */
  forget(): void {
    for (; this.size > 0; this.size--)
      store<u32>(this.slotWith(this.size, load<u32>(this.entryOf(this.size))), 0);
    this.used = this.arena;
  }

  /** Entries are counted from 1. */
  private entryOf(number: u32): usize {
    return this.entries + ((<usize>(number - 1)) << ENTRY_BITS);
  }

  /** The first slot for a hash that holds this number, 0 for an empty one. */
  private slotWith(number: u32, hash: u32): usize {
    const mask = this.keys * 2 - 1;
    let slot = firstSlot(hash) & mask;
    while (load<u32>(this.slots + ((<usize>slot) << 2)) != number) slot = (slot + 1) & mask;
    return this.slots + ((<usize>slot) << 2);
  }

  private hashOf(columns: usize): u32 {
    let hash: u64 = 0;
    for (let column: u32 = 0; column < this.width; column++) {
      hash = mixed(hash, startAt(columns, column), endAt(columns, column));
    }
    return <u32>(hash >> 32);
  }

  private isKey(key: usize, columns: usize): bool {
    let bytes = key + LENGTHS + ((<usize>this.width) << 2);
    for (let column: u32 = 0; column < this.width; column++) {
      const length = lengthAt(columns, column);
      if (load<u32>(key + LENGTHS + ((<usize>column) << 2)) != length) return false;
      if (!isSame(bytes, startAt(columns, column), length)) return false;
      bytes += length;
    }
    return true;
  }

  private keep(columns: usize, value: i32): void {
    const key = this.used;
    store<i32>(key, value);
    let bytes = key + LENGTHS + ((<usize>this.width) << 2);
    for (let column: u32 = 0; column < this.width; column++) {
      const length = lengthAt(columns, column);
      store<u32>(key + LENGTHS + ((<usize>column) << 2), length);
      memory.copy(bytes, startAt(columns, column), length);
      bytes += length;
    }
    this.used = bytes;
  }
}

/** The lowest bits of a hash tell keys of one slot apart. */
function firstSlot(hash: u32): u32 {
  return hash >> 8;
}

function startAt(columns: usize, column: u32): usize {
  return <usize>load<u32>(columns + ((<usize>column) << 3));
}

function endAt(columns: usize, column: u32): usize {
  return <usize>load<u32>(columns + ((<usize>column) << 3), 4);
}

function lengthAt(columns: usize, column: u32): u32 {
  return <u32>(endAt(columns, column) - startAt(columns, column));
}
