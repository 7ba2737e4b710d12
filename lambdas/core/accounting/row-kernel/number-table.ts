const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

/**
 * Numbers keys of eight bytes from 0 in the order in which they are added: an open hash. Its keys lie at `place`, eight
 * bytes each, and its slots behind them.
 */
@unmanaged
export class NumberTable {
  size: u32;
  /** How many keys there may be, a power of two. */
  private keys: u32;
  private place: usize;
  private slots: usize;

  /** Makes a table whose head lies at `head`, and all else from `place` on: 16 bytes for each key. */
  static at(head: usize, place: usize, keys: u32): NumberTable {
    const table = changetype<NumberTable>(head);
    table.keys = keys;
    table.place = place;
    table.slots = place + ((<usize>keys) << 3);
    return table;
  }

  /** The number of a key, -1 where there is none. */
  find(key: u64): i32 {
    const slot = this.slotOf(key);
    return <i32>load<u32>(slot) - 1;
  }

  /** The number of a key that is added where it is new; -1 where there is no more room. */
  add(key: u64): i32 {
    const slot = this.slotOf(key);
    const number = load<u32>(slot);
    if (number != 0) return <i32>number - 1;
    if (this.size == this.keys) return -1;
    store<u64>(this.place + ((<usize>this.size) << 3), key);
    this.size++;
    store<u32>(slot, this.size);
    return <i32>this.size - 1;
  }

  /** Forgets one after the other, the last first, so that each is still found where it was put. */
  forget(): void {
    for (; this.size > 0; this.size--)
      store<u32>(this.slotOf(load<u64>(this.place + ((<usize>(this.size - 1)) << 3))), 0);
  }

  /** The slot of a key, or the empty one where it would be put. */
  private slotOf(key: u64): usize {
    const mask = this.keys * 2 - 1;
    let slot = (<u32>((key * MULTIPLIER) >> 40)) & mask;
    while (true) {
      const at = this.slots + ((<usize>slot) << 2);
      const number = load<u32>(at);
      if (number == 0 || load<u64>(this.place + ((<usize>(number - 1)) << 3)) == key) return at;
      slot = (slot + 1) & mask;
    }
  }
}
