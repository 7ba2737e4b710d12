import { BLOCK_MASKS } from './memory';

/** Columns are kept and compared in blocks of so many bytes, the last one filled up with zeros. */
const BLOCK: usize = 16;
/** A longer key is not worth remembering. */
const LONGEST_KEY: usize = 16_384;

/**
 * The block that a key begins with: the lengths of its columns, two bytes each, a number that belongs to it, and what
 * it stands for.
 */
const SEED: usize = 8;
const VALUE: usize = 12;

/** Slots at first: few of them stay in the processor's cache. */
const FIRST_SLOTS: u32 = 1_024;
/** Bytes of a slot, and of an entry: a hash, and the place of a key. */
const SLOT_BITS: usize = 3;

const FIRST_MULTIPLIER: u64 = 0x9e3779b97f4a7c15;
const SECOND_MULTIPLIER: u64 = 0xbf58476d1ce4e5b9;

memory.fill(BLOCK_MASKS, 0xff, BLOCK);

/**
 * Numbers by a few columns, at most four: ranges of bytes that stand one after the other as start and end. An open hash.
 * Bytes are compared, not only their hash: a collision cannot miscount. When there is no more room, all is forgotten.
 */
@unmanaged
export class ByteTable {
  private size: u32;
  /** How many keys there may be, a power of two, and how many columns one has. */
  private keys: u32;
  private width: u32;
  private slots: usize;
  private mask: u32;
  private entries: usize;
  private arena: usize;
  private arenaEnd: usize;
  private used: usize;
  /** The key that was sought last, as it would be kept, where it ends, and its hash. */
  private sought: usize;
  private soughtEnd: usize;
  private hash: u32;

  /** Makes a table whose head lies at `head`, and all else in `bytes` from `place` on: 24 for each key, and the keys. */
  static at(head: usize, place: usize, bytes: usize, keys: u32, width: u32): ByteTable {
    const table = changetype<ByteTable>(head);
    table.keys = keys;
    table.width = width;
    table.slots = place;
    table.mask = FIRST_SLOTS - 1;
    table.entries = table.slots + ((<usize>keys * 2) << SLOT_BITS);
    table.sought = table.entries + ((<usize>keys) << SLOT_BITS);
    table.arena = table.sought + LONGEST_KEY;
    table.arenaEnd = place + bytes;
    table.used = table.arena;
    return table;
  }

  /** The number of these columns with this seed beside them; -1 where it was not learned. */
  find(columns: usize, seed: u32): i32 {
    if (!this.seek(columns, seed)) return -1;
    const hash = this.hash;
    const mask = this.mask;
    const slots = this.slots;
    let slot = hash & mask;
    while (true) {
      const place = slots + ((<usize>slot) << SLOT_BITS);
      const key = <usize>load<u32>(place, 4);
      if (key == 0) return -1;
      if (load<u32>(place) == hash && this.isSought(key)) return load<i32>(key, VALUE);
      slot = (slot + 1) & mask;
    }
  }

  /** Remembers a number, from 0, for what `find` did not know when it was asked last. */
  learn(value: i32): void {
    const bytes = this.soughtEnd - this.sought;
    if (bytes == 0) return;
    if (this.size == this.keys || this.used + bytes > this.arenaEnd) this.forget();
    const key = this.used;
    memory.copy(key, this.sought, bytes);
    store<i32>(key, value, VALUE);
    this.used = key + bytes;
    const entry = this.entries + ((<usize>this.size) << SLOT_BITS);
    store<u32>(entry, this.hash);
    store<u32>(entry, <u32>key, 4);
    this.size++;
    if (this.size * 2 > this.mask) this.grow();
    else this.enter(load<u64>(entry));
  }

  forget(): void {
    if (this.size == 0) return;
    this.clearSlots();
    this.size = 0;
    this.used = this.arena;
  }

  /** Writes down the key for what is sought, and its hash; false where it is too long. */
  private seek(columns: usize, seed: u32): bool {
    const sought = this.sought;
    const width = this.width;
    this.soughtEnd = sought;
    let to = sought + BLOCK;
    let lengths: u64 = 0;
    let hash: u64 = seed;
    for (let column: u32 = 0; column < width; column++, columns += 8) {
      let from = <usize>load<u32>(columns);
      const end = <usize>load<u32>(columns, 4);
      lengths = (lengths << 16) | (<u64>(end - from));
      if (from == end) continue;
      if (to + (end - from) + BLOCK > sought + LONGEST_KEY) return false;
      for (; from + BLOCK < end; from += BLOCK, to += BLOCK) hash = write(to, v128.load(from), hash);
      const mask = v128.load(BLOCK_MASKS + BLOCK - (end - from));
      hash = write(to, v128.and(v128.load(from), mask), hash);
      to += BLOCK;
    }
    store<u64>(sought, lengths);
    store<u32>(sought, seed, SEED);
    this.soughtEnd = to;
    this.hash = <u32>(turned(turned(hash ^ lengths)) >> 32);
    return true;
  }

  private isSought(key: usize): bool {
    const sought = this.sought;
    if (load<u64>(key) != load<u64>(sought) || load<u32>(key, SEED) != load<u32>(sought, SEED)) return false;
    const end = this.soughtEnd;
    key += BLOCK;
    for (let place = sought + BLOCK; place < end; place += BLOCK, key += BLOCK) {
      if (v128.any_true(v128.xor(v128.load(place), v128.load(key)))) return false;
    }
    return true;
  }

  /** Puts an entry into the first empty slot for it. */
  private enter(entry: u64): void {
    const mask = this.mask;
    const slots = this.slots;
    let slot = (<u32>entry) & mask;
    while (load<u64>(slots + ((<usize>slot) << SLOT_BITS)) != 0) slot = (slot + 1) & mask;
    store<u64>(slots + ((<usize>slot) << SLOT_BITS), entry);
  }

  private grow(): void {
    const entries = this.entries;
    const size = this.size;
    this.clearSlots();
    this.mask = min(this.mask * 4 + 3, this.keys * 2 - 1);
    for (let number: u32 = 0; number < size; number++) {
      this.enter(load<u64>(entries + ((<usize>number) << SLOT_BITS)));
    }
  }

  private clearSlots(): void {
    memory.fill(this.slots, 0, (<usize>this.mask + 1) << SLOT_BITS);
  }
}

/** Writes a block down and mixes it into a hash: its words are multiplied apart, so that neither waits for the other. */
function write(place: usize, block: v128, hash: u64): u64 {
  v128.store(place, block);
  const first = v128.extract_lane<u64>(block, 0) * FIRST_MULTIPLIER;
  const second = v128.extract_lane<u64>(block, 1) * SECOND_MULTIPLIER;
  return (rotl(hash, 27) ^ first ^ (first >> 32)) + (second ^ (second >> 29));
}

function turned(word: u64): u64 {
  const product = (word ^ (word >> 31)) * FIRST_MULTIPLIER;
  return product ^ (product >> 32);
}
