import { viewOf } from './byte-hash.ts';

/** The text begins behind the results of a scan (record-scanner.ts). */
const TEXT = 8_192;
/** What stands behind the content, so that every scanning loop stops there without asking for the end. */
const LINE_FEED = 0x0a;
/** A scan looks at so many bytes at once. */
const BLOCK = 16;
const LINE_END_BYTES = 2;
const PAGE_BYTES = 65_536;

/** What is appended at once; larger pieces come in parts. */
const PIECE_BYTES = 1 << 20;

/**
 * The part of a file that is being read, flat in one memory, which WebAssembly sees as well: pieces are appended at
 * its end, records taken from its beginning. It holds the longest row there may be and a piece more, and never grows.
 */
export class ByteWindow {
  readonly memory: WebAssembly.Memory;
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Where the content that has not been taken begins and ends. */
  start = TEXT;
  end = TEXT;
  /** Bytes that were taken before, in all. */
  private taken = 0;
  private readonly capacity: number;

  /** `rowBytes`: what may be left untaken when the next piece comes, a line end not counted. */
  constructor(rowBytes: number) {
    this.capacity = TEXT + rowBytes + LINE_END_BYTES + PIECE_BYTES;
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((this.capacity + BLOCK) / PAGE_BYTES) });
    this.bytes = Buffer.from(this.memory.buffer);
    this.view = viewOf(this.bytes);
  }

  /** The place of `start` in the whole text. */
  get offset(): number {
    return this.taken + this.start - TEXT;
  }

  /** Parts of a piece that can be appended one after the other, with what is left untaken between them. */
  *partsOf(piece: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) yield piece.subarray(at, at + PIECE_BYTES);
  }

  append(part: Uint8Array): void {
    if (this.end - this.start <= part.length || this.end + part.length > this.capacity) this.makeRoom();
    this.bytes.set(part, this.end);
    this.end += part.length;
    this.bytes[this.end] = LINE_FEED;
  }

  /** Moves what is left to the front: the same few pages, which the processor's cache still holds, serve again. */
  private makeRoom(): void {
    this.bytes.copyWithin(TEXT, this.start, this.end);
    this.taken += this.start - TEXT;
    this.end -= this.start - TEXT;
    this.start = TEXT;
  }
}
