import type { RowKernel } from './row-kernel.ts';

/** What stands behind the content, so that every scanning loop stops there without asking for the end. */
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LINE_END_BYTES = 2;

/** What is appended at once; larger pieces come in parts. */
const PIECE_BYTES = 1 << 20;

/** The bytes of a window in which rows of so many bytes may be left untaken when the next piece comes. */
export function windowBytes(rowBytes: number): number {
  return rowBytes + LINE_END_BYTES + PIECE_BYTES;
}

/**
 * The part of a file that is being read, flat in the memory of the kernel: pieces are appended at its end, records
 * taken from its beginning. It holds the longest row there may be and a piece more, and never grows.
 */
export class ByteWindow {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Where the content that has not been taken begins and ends. */
  start: number;
  end: number;
  private readonly first: number;
  private readonly capacity: number;
  /** Bytes that were taken before, in all. */
  private taken = 0;

  constructor({ bytes, view, text, textEnd }: Pick<RowKernel, 'bytes' | 'view' | 'text' | 'textEnd'>) {
    this.bytes = bytes;
    this.view = view;
    this.first = text;
    this.start = text;
    this.end = text;
    this.capacity = textEnd;
  }

  /** The place of `start` in the whole text. */
  get offset(): number {
    return this.offsetOf(this.start);
  }

  /** Of a place in the window, that in the whole text. */
  offsetOf(place: number): number {
    return this.taken + place - this.first;
  }

  /** Where the content of a record ends that begins at `start`, if the next one begins at `next`: before its line end. */
  endOfRecord(start: number, next: number): number {
    const { bytes } = this;
    if (bytes[next - 1] !== LINE_FEED) return next;
    return next - 2 >= start && bytes[next - 2] === CARRIAGE_RETURN ? next - 2 : next - 1;
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
    this.bytes.copyWithin(this.first, this.start, this.end);
    this.taken += this.start - this.first;
    this.end -= this.start - this.first;
    this.start = this.first;
  }
}
