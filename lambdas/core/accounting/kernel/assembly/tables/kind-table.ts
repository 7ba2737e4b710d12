import { TABLE_HEAD_BYTES } from '../../shared/memory-map';
import { hashOf, mixBlock } from './hash';

const KEY_BITS: usize = 4;
const SLOT_BITS: usize = 2;
/** Slots at first: few of them stay in the processor's cache. */
const FIRST_SLOTS: u32 = 1_024;

/**
 * Numbers kinds of rows from 0 in the order in which they are added. An open hash whose keys are four integers (what the
 * MX says of the ISP, queue, domain, source): one block, so that a kind is compared at once. The keys lie one after the
 * other, where TypeScript reads them.
 */
@unmanaged
export class KindTable {
  size: u32;
  private mask: u32;
  private slots: usize;
  private keys: usize;

  /** The table at `place`: its head and its slots. Its keys lie at `keys`. */
  static at(place: usize, keys: usize): KindTable {
    const table = changetype<KindTable>(place);
    table.mask = FIRST_SLOTS - 1;
    table.slots = place + TABLE_HEAD_BYTES;
    table.keys = keys;
    return table;
  }

  /** The number of a kind; -1 if it was not added. */
  find(mxIsp: i32, queue: i32, domain: i32, source: i32): i32 {
    return <i32>load<u32>(this.slotOf(i32x4(mxIsp, queue, domain, source))) - 1;
  }

  /** The number of a kind, which is added if it is new. There must be room for it. */
  add(mxIsp: i32, queue: i32, domain: i32, source: i32): i32 {
    const key = i32x4(mxIsp, queue, domain, source);
    const slot = this.slotOf(key);
    const number = load<u32>(slot);
    if (number != 0) return <i32>number - 1;
    v128.store(this.placeOf(this.size), key);
    this.size++;
    store<u32>(slot, this.size);
    if (this.size * 2 > this.mask) this.grow();
    return <i32>this.size - 1;
  }

  forget(): void {
    if (this.size == 0) return;
    this.clearSlots();
    this.mask = FIRST_SLOTS - 1;
    this.size = 0;
  }

  private placeOf(kind: u32): usize {
    return this.keys + ((<usize>kind) << KEY_BITS);
  }

  /** The slot of a key, or the empty one where it would be put. */
  private slotOf(key: v128): usize {
    const mask = this.mask;
    let slot = hashOf(mixBlock(key)) & mask;
    while (true) {
      const at = this.slots + ((<usize>slot) << SLOT_BITS);
      const number = load<u32>(at);
      if (number == 0 || !v128.any_true(v128.xor(v128.load(this.placeOf(number - 1)), key))) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.clearSlots();
    this.mask = this.mask * 2 + 1;
    for (let kind: u32 = 0; kind < this.size; kind++) {
      store<u32>(this.slotOf(v128.load(this.placeOf(kind))), kind + 1);
    }
  }

  private clearSlots(): void {
    memory.fill(this.slots, 0, (<usize>this.mask + 1) << SLOT_BITS);
  }
}
