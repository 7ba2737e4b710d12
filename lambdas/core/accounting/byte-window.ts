import { viewOf } from './byte-hash.ts';

/** What stands behind the content; as scanners read four bytes at once, some more than one line end is needed. */
const SENTINELS = [0x0a, 0x0a, 0x0a, 0x0a, 0x0a, 0x0a, 0x0a, 0x0a] as const;

/**
 * The part of a file that is being read, flat in one array: pieces are appended at its end, records taken
 * from its beginning. Behind the content stand line ends, at which every scanning loop stops, so that those
 * loops need no second condition for the end.
 */
export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = viewOf(this.bytes);
  /** Where the content that has not been taken begins and ends. */
  start = 0;
  end = 0;
  /** Bytes that were taken before, in all. */
  private taken = 0;

  /** The place of `start` in the whole text. */
  get offset(): number {
    return this.taken + this.start;
  }

  append(piece: Uint8Array): void {
    if (this.end + piece.length + SENTINELS.length > this.bytes.length) this.makeRoom(piece.length);
    this.bytes.set(piece, this.end);
    this.end += piece.length;
    for (let index = 0; index < SENTINELS.length; index++) this.bytes[this.end + index] = SENTINELS[index]!;
  }

  /** Moves what is left to the front; grows only where that does not make enough room. */
  private makeRoom(length: number): void {
    const rest = this.bytes.subarray(this.start, this.end);
    const needed = rest.length + length + SENTINELS.length;
    if (needed > this.bytes.length) {
      this.bytes = Buffer.alloc(Math.max(needed, Math.min(this.bytes.length * 2, needed * 2)));
      this.view = viewOf(this.bytes);
    }
    this.bytes.set(rest, 0);
    this.taken += this.start;
    this.end = rest.length;
    this.start = 0;
  }
}
