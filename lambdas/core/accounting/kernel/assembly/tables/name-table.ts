import { TABLE_HEAD_BYTES } from '../../shared/memory-map';
import { BLOCK } from './blocks';
import { hashOf, mixBlock } from './hash';

/** An entry is one line of the processor's cache: a name's three blocks, its tag and its number. */
const ENTRY_BITS: usize = 6;
const TAG: usize = 48;
const NUMBER: usize = 56;
const SLOT_BITS: usize = 2;
/** Slots at first: few of them stay in the processor's cache. */
const FIRST_SLOTS: u32 = 1_024;

const TAG_MULTIPLIER: u64 = 0x94d049bb133111eb;

/** Longer names do not fit. */
export const MAX_NAME_LENGTH: usize = 3 * BLOCK;

/**
 * Numbers for names of up to 48 bytes, of several sorts, which a tag tells apart. An open hash that compares three blocks
 * without a loop: a loop whose end the processor cannot predict costs more than the bytes. When the table is full, it
 * forgets everything.
 */
@unmanaged
export class NameTable {
  private size: u32;
  /** How many names there is room for, a power of two. */
  private most: u32;
  private mask: u32;
  private slots: usize;
  private entries: usize;
  /** The empty slot for the name that was sought last. */
  private slot: usize;

  /** The table at `place`: its head and its slots. Its entries lie at `entries`. */
  static at(place: usize, entries: usize, most: u32): NameTable {
    const table = changetype<NameTable>(place);
    table.most = most;
    table.mask = FIRST_SLOTS - 1;
    table.slots = place + TABLE_HEAD_BYTES;
    table.entries = entries;
    return table;
  }

  /** The number of a name, padded with zeros, with this tag; -1 if it was not learned. */
  find(first: v128, second: v128, third: v128, tag: u64): i32 {
    const slot = this.slotOf(first, second, third, tag);
    const number = load<u32>(slot);
    if (number != 0) return load<i32>(this.entryOf(number - 1), NUMBER);
    // The name is written where it would be kept, so that `learn` only has to add its number.
    this.slot = slot;
    if (this.size == this.most) {
      this.forget();
      this.slot = this.slotOf(first, second, third, tag);
    }
    const entry = this.entryOf(this.size);
    v128.store(entry, first);
    v128.store(entry, second, BLOCK);
    v128.store(entry, third, 2 * BLOCK);
    store<u64>(entry, tag, TAG);
    return -1;
  }

  /** Remembers a number, from 0, for the name that the last `find` did not know. */
  learn(number: i32): void {
    store<i32>(this.entryOf(this.size), number, NUMBER);
    this.size++;
    store<u32>(this.slot, this.size);
    if (this.size * 2 > this.mask && this.size < this.most) this.grow();
  }

  forget(): void {
    this.clearSlots();
    this.mask = FIRST_SLOTS - 1;
    this.size = 0;
  }

  private entryOf(name: u32): usize {
    return this.entries + ((<usize>name) << ENTRY_BITS);
  }

  /** The slot of a name, or the empty one where it would be put. */
  private slotOf(first: v128, second: v128, third: v128, tag: u64): usize {
    const mask = this.mask;
    let slot = hashOfName(first, second, third, tag) & mask;
    while (true) {
      const at = this.slots + ((<usize>slot) << SLOT_BITS);
      const number = load<u32>(at);
      if (number == 0) return at;
      const entry = this.entryOf(number - 1);
      const differences = v128.or(
        v128.or(v128.xor(v128.load(entry), first), v128.xor(v128.load(entry, BLOCK), second)),
        v128.xor(v128.load(entry, 2 * BLOCK), third),
      );
      if (!v128.any_true(differences) && load<u64>(entry, TAG) == tag) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.clearSlots();
    this.mask = this.mask * 4 + 3;
    for (let name: u32 = 0; name < this.size; name++) {
      const entry = this.entryOf(name);
      const third = v128.load(entry, 2 * BLOCK);
      const slot = this.slotOf(v128.load(entry), v128.load(entry, BLOCK), third, load<u64>(entry, TAG));
      store<u32>(slot, name + 1);
    }
  }

  private clearSlots(): void {
    memory.fill(this.slots, 0, (<usize>this.mask + 1) << SLOT_BITS);
  }
}

function hashOfName(first: v128, second: v128, third: v128, tag: u64): u32 {
  return hashOf(
    mixBlock(first) + rotl(mixBlock(second), 21) + rotl(mixBlock(third), 42) + tag * TAG_MULTIPLIER,
  );
}
