import { TABLE_HEAD_BYTES } from '../../shared/memory-map';
import { BLOCK, blockOf } from './blocks';
import { hashOf, mixBlock } from './hash';

/** A longer key is not worth remembering. */
const MAX_KEY_LENGTH: usize = 16_384;

/** A key's first block: the lengths of its columns, two bytes each, its seed, and the number it stands for. */
const SEED: usize = 8;
const NUMBER: usize = 12;

/** Slots at first: few of them stay in the processor's cache. */
const FIRST_SLOTS: u32 = 1_024;
/** A slot, and an entry, are eight bytes: a hash, and the place of a key. */
const SLOT_BITS: usize = 3;
const KEY_PLACE: usize = 4;

/**
 * Numbers for up to four columns of bytes of any length, each given by its start and end. An open hash that compares the
 * bytes and not only their hash, so a collision cannot miscount. When there is no more room, it forgets everything.
 */
@unmanaged
export class ByteTable {
  private size: u32;
  /** How many keys there is room for, a power of two, and how many columns a key has. */
  private most: u32;
  private width: u32;
  private slots: usize;
  private mask: u32;
  private entries: usize;
  /** Where keys are kept, one after the other, and where the next one goes. */
  private arena: usize;
  private arenaEnd: usize;
  private arenaUsed: usize;
  /** The key that was sought last, as it would be kept, its end, and its hash. */
  private sought: usize;
  private soughtEnd: usize;
  private hash: u32;

  /** The table at `place`, of `bytes` bytes in all: its head, slots and entries (24 bytes for each key) and the keys. */
  static at(place: usize, bytes: usize, most: u32, width: u32): ByteTable {
    const table = changetype<ByteTable>(place);
    table.most = most;
    table.width = width;
    table.slots = place + TABLE_HEAD_BYTES;
    table.mask = FIRST_SLOTS - 1;
    table.entries = table.slots + ((<usize>most * 2) << SLOT_BITS);
    table.sought = table.entries + ((<usize>most) << SLOT_BITS);
    table.arena = table.sought + MAX_KEY_LENGTH;
    table.arenaEnd = place + bytes;
    table.arenaUsed = table.arena;
    return table;
  }

  /** The number of the columns whose starts and ends lie at `columns`, with this seed; -1 if it was not learned. */
  find(columns: usize, seed: u32): i32 {
    if (!this.writeSought(columns, seed)) return -1;
    const hash = this.hash;
    const mask = this.mask;
    const slots = this.slots;
    let slot = hash & mask;
    while (true) {
      const place = slots + ((<usize>slot) << SLOT_BITS);
      const key = <usize>load<u32>(place, KEY_PLACE);
      if (key == 0) return -1;
      if (load<u32>(place) == hash && this.isSought(key)) return load<i32>(key, NUMBER);
      slot = (slot + 1) & mask;
    }
  }

  /** Remembers a number, from 0, for the columns that the last `find` did not know. */
  learn(number: i32): void {
    const bytes = this.soughtEnd - this.sought;
    if (bytes == 0) return;
    if (this.size == this.most || this.arenaUsed + bytes > this.arenaEnd) this.forget();
    const key = this.arenaUsed;
    memory.copy(key, this.sought, bytes);
    store<i32>(key, number, NUMBER);
    this.arenaUsed = key + bytes;
    const entry = this.entries + ((<usize>this.size) << SLOT_BITS);
    store<u32>(entry, this.hash);
    store<u32>(entry, <u32>key, KEY_PLACE);
    this.size++;
    if (this.size * 2 > this.mask) this.grow();
    else this.enter(load<u64>(entry));
  }

  forget(): void {
    if (this.size == 0) return;
    this.clearSlots();
    this.size = 0;
    this.arenaUsed = this.arena;
  }

  /** Writes the key that is sought, its columns padded to whole blocks, and hashes it; false if it is too long. */
  private writeSought(columns: usize, seed: u32): bool {
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
      if (to + (end - from) + BLOCK > sought + MAX_KEY_LENGTH) return false;
      for (; from + BLOCK < end; from += BLOCK, to += BLOCK) hash = writeBlock(to, v128.load(from), hash);
      hash = writeBlock(to, blockOf(from, end), hash);
      to += BLOCK;
    }
    store<u64>(sought, lengths);
    store<u32>(sought, seed, SEED);
    this.soughtEnd = to;
    this.hash = hashOf(hash ^ lengths);
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

  /** Puts an entry into its first empty slot. */
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
    this.mask = min(this.mask * 4 + 3, this.most * 2 - 1);
    for (let number: u32 = 0; number < size; number++) {
      this.enter(load<u64>(entries + ((<usize>number) << SLOT_BITS)));
    }
  }

  private clearSlots(): void {
    memory.fill(this.slots, 0, (<usize>this.mask + 1) << SLOT_BITS);
  }
}

function writeBlock(place: usize, block: v128, hash: u64): u64 {
  v128.store(place, block);
  return rotl(hash, 27) + mixBlock(block);
}
