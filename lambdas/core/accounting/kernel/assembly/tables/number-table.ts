import { TABLE_HEAD_BYTES } from '../../shared/memory-map';
import { hashOf } from './hash';

const KEY_BITS: usize = 3;
const SLOT_BITS: usize = 2;

/**
 * Numbers keys of eight bytes from 0 in the order in which they are added. An open hash: slots hold the number of a key,
 * plus one, and the keys lie one after the other, where TypeScript reads them.
 */
@unmanaged
export class NumberTable {
  size: u32;
  /** How many keys there is room for, a power of two. */
  private most: u32;
  private slots: usize;
  private keys: usize;

  /** The table at `place`: its head and its slots. Its keys lie at `keys`. */
  static at(place: usize, keys: usize, most: u32): NumberTable {
    const table = changetype<NumberTable>(place);
    table.most = most;
    table.slots = place + TABLE_HEAD_BYTES;
    table.keys = keys;
    return table;
  }

  /** The number of a key; -1 if it was not added. */
  find(key: u64): i32 {
    return <i32>load<u32>(this.slotOf(key)) - 1;
  }

  /** The number of a key, which is added if it is new; -1 if there is no more room. */
  add(key: u64): i32 {
    const slot = this.slotOf(key);
    const number = load<u32>(slot);
    if (number != 0) return <i32>number - 1;
    if (this.size == this.most) return -1;
    store<u64>(this.placeOf(this.size), key);
    this.size++;
    store<u32>(slot, this.size);
    return <i32>this.size - 1;
  }

  /** Removes the keys one by one, the last first, so that each is still found where it was put. */
  forget(): void {
    for (; this.size > 0; this.size--) store<u32>(this.slotOf(load<u64>(this.placeOf(this.size - 1))), 0);
  }

  private placeOf(number: u32): usize {
    return this.keys + ((<usize>number) << KEY_BITS);
  }

  /** The slot of a key, or the empty one where it would be put. */
  private slotOf(key: u64): usize {
    const mask = this.most * 2 - 1;
    let slot = hashOf(key) & mask;
    while (true) {
      const at = this.slots + ((<usize>slot) << SLOT_BITS);
      const number = load<u32>(at);
      if (number == 0 || load<u64>(this.placeOf(number - 1)) == key) return at;
      slot = (slot + 1) & mask;
    }
  }
}
