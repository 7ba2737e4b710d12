/** Bytes of a key: four integers. */
const KEY_BITS: usize = 4;
const SLOT_BITS: usize = 2;
const FIRST_SLOTS: u32 = 1_024;

/**
 * Numbers kinds of rows from 0 in the order in which they are added: an open hash, whose keys of four integers lie one
 * after the other where JavaScript reads them: what the host told of its ISP, then queue, domain and source.
 */
@unmanaged
export class KindTable {
  size: u32;
  private mask: u32;
  private place: usize;
  private slots: usize;

  /** Makes a table whose head lies at `head`, and all else from `place` on: 24 bytes for each of so many kinds. */
  static at(head: usize, place: usize, most: u32): KindTable {
    const table = changetype<KindTable>(head);
    table.mask = FIRST_SLOTS - 1;
    table.place = place;
    table.slots = place + ((<usize>most) << KEY_BITS);
    return table;
  }

  /** The number of a kind; -1 where there is none. */
  find(told: i32, queue: i32, domain: i32, source: i32): i32 {
    return <i32>load<u32>(this.slotOf(i32x4(told, queue, domain, source))) - 1;
  }

  /** The number of a kind, which is added where it is new. There must be room for it. */
  add(told: i32, queue: i32, domain: i32, source: i32): i32 {
    const key = i32x4(told, queue, domain, source);
    const slot = this.slotOf(key);
    const number = load<u32>(slot);
    if (number != 0) return <i32>number - 1;
    v128.store(this.keyOf(this.size), key);
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

  private keyOf(kind: u32): usize {
    return this.place + ((<usize>kind) << KEY_BITS);
  }

  /** The slot of a key, or the empty one where it would be put. */
  private slotOf(key: v128): usize {
    const mask = this.mask;
    let slot = hashOf(key) & mask;
    while (true) {
      const at = this.slots + ((<usize>slot) << SLOT_BITS);
      const number = load<u32>(at);
      if (number == 0 || !v128.any_true(v128.xor(v128.load(this.keyOf(number - 1)), key))) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.clearSlots();
    this.mask = this.mask * 2 + 1;
    for (let kind: u32 = 0; kind < this.size; kind++) {
      store<u32>(this.slotOf(v128.load(this.keyOf(kind))), kind + 1);
    }
  }

  private clearSlots(): void {
    memory.fill(this.slots, 0, (<usize>this.mask + 1) << SLOT_BITS);
  }
}

function hashOf(key: v128): u32 {
  const first = v128.extract_lane<u64>(key, 0) * 0x9e3779b97f4a7c15;
  const second = v128.extract_lane<u64>(key, 1) * 0xbf58476d1ce4e5b9;
  const mixed = (first ^ (first >> 32)) + (second ^ (second >> 29));
  return <u32>((mixed * 0x9e3779b97f4a7c15) >> 32);
}
