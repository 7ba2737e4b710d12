import { BLOCK_MASKS } from './memory';

const BLOCK: usize = 16;
/** A name's three blocks, its tag and its number take one line of the processor's cache. */
const ENTRY_BITS: usize = 6;
const TAG: usize = 48;
const NUMBER: usize = 56;
const SLOT_BITS: usize = 2;
const FIRST_SLOTS: u32 = 1_024;

/** Names of more bytes do not fit. */
export const LONGEST_NAME: usize = 3 * BLOCK;

/**
 * Numbers by names of up to 48 bytes, of several sorts that a tag tells apart: an open hash. A name that is found is
 * compared at once, without a loop over its bytes, since loops that end sooner or later cost more than the bytes. When
 * there is no more room, all is forgotten.
 */
@unmanaged
export class NameTable {
  private size: u32;
  private names: u32;
  private mask: u32;
  private place: usize;
  private slots: usize;
  /** Of the name that was sought last: the empty slot for it. */
  private slot: usize;

  /** Makes a table whose head lies at `head`, and all else from `place` on: 72 bytes for each of so many names, a power of two. */
  static at(head: usize, place: usize, names: u32): NameTable {
    const table = changetype<NameTable>(head);
    table.names = names;
    table.mask = FIRST_SLOTS - 1;
    table.place = place;
    table.slots = place + ((<usize>names) << ENTRY_BITS);
    return table;
  }

  /** The number of a name of this tag, filled up with zeros; -1 where it was not learned. */
  find(first: v128, second: v128, third: v128, tag: u64): i32 {
    const slot = this.slotOf(first, second, third, tag);
    const number = load<u32>(slot);
    if (number != 0) return load<i32>(this.entryOf(number - 1), NUMBER);
    // It is put where it would stand, so that `learn` has but to give it its number.
    this.slot = slot;
    if (this.size == this.names) {
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

  /** Remembers a number, from 0, for what `find` did not know when it was asked last. */
  learn(number: i32): void {
    store<i32>(this.entryOf(this.size), number, NUMBER);
    this.size++;
    store<u32>(this.slot, this.size);
    if (this.size * 2 > this.mask && this.size < this.names) this.grow();
  }

  forget(): void {
    this.clearSlots();
    this.mask = FIRST_SLOTS - 1;
    this.size = 0;
  }

  private entryOf(name: u32): usize {
    return this.place + ((<usize>name) << ENTRY_BITS);
  }

  /** The slot of a name, or the empty one where it would be put. */
  private slotOf(first: v128, second: v128, third: v128, tag: u64): usize {
    const mask = this.mask;
    let slot = hashOf(first, second, third, tag) & mask;
    while (true) {
      const at = this.slots + ((<usize>slot) << SLOT_BITS);
      const number = load<u32>(at);
      if (number == 0) return at;
      const entry = this.entryOf(number - 1);
      const others = v128.or(
        v128.or(v128.xor(v128.load(entry), first), v128.xor(v128.load(entry, BLOCK), second)),
        v128.xor(v128.load(entry, 2 * BLOCK), third),
      );
      if (!v128.any_true(others) && load<u64>(entry, TAG) == tag) return at;
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

/** Sixteen bytes of a text from `from` on, of which those count that lie before `end`, which may lie before `from`. */
export function blockOf(from: usize, end: usize): v128 {
  const bytes = <usize>max(0, min(<i32>BLOCK, <i32>end - <i32>from));
  return v128.and(v128.load(from), v128.load(BLOCK_MASKS + BLOCK - bytes));
}

/** Words are multiplied apart, so that none waits for another. */
function hashOf(first: v128, second: v128, third: v128, tag: u64): u32 {
  const mixed =
    hashOfBlock(first) +
    rotl(hashOfBlock(second), 21) +
    rotl(hashOfBlock(third), 42) +
    tag * 0x94d049bb133111eb;
  return <u32>((mixed * 0x9e3779b97f4a7c15) >> 32);
}

function hashOfBlock(block: v128): u64 {
  const first = v128.extract_lane<u64>(block, 0) * 0x9e3779b97f4a7c15;
  const second = v128.extract_lane<u64>(block, 1) * 0xbf58476d1ce4e5b9;
  return (first ^ (first >> 32)) + (second ^ (second >> 29));
}
