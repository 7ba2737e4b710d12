import type { RowKernel } from '../kernel/row-kernel.ts';
import { CARRIAGE_RETURN, LINE_FEED } from '../kernel/shared/ascii.ts';

/** Bytes of the longest line end. */
export const LINE_END_BYTES = 2;

/** The most that is appended at once; larger pieces come in parts. */
const PIECE_BYTES = 1 << 20;

/** The size of a window that can hold an unfinished row of so many bytes and the next part of the file. */
export function windowBytes(rowBytes: number): number {
  return rowBytes + LINE_END_BYTES + PIECE_BYTES;
}

/**
 * The part of a file that is being read, flat in the memory of the kernel: pieces are appended at its end, records are
 * taken from its beginning. It holds the longest row and one part more, and never grows. A line end after the content
 * stops every scanning loop, so that none has to check for the end at each byte.
 */
export class ByteWindow {
  readonly bytes: Buffer;
  /** Where the content that was not taken yet begins and ends. */
  start: number;
  end: number;
  private readonly first: number;
  private readonly capacity: number;
  /** Bytes of the text before the window. */
  private taken = 0;

  constructor({ bytes, text, textEnd }: Pick<RowKernel, 'bytes' | 'text' | 'textEnd'>) {
    this.bytes = bytes;
    this.first = text;
    this.start = text;
    this.end = text;
    this.capacity = textEnd;
  }

  /** The place of `start` in the whole text. */
  get offset(): number {
    return this.offsetOf(this.start);
  }

  /** The offset in the whole text of a place in the window. */
  offsetOf(place: number): number {
    return this.taken + place - this.first;
  }

  /** Where the line after the one at `start` begins; undefined if that has no end yet. */
  nextLine(start: number): number | undefined {
    const lineEnd = this.bytes.indexOf(LINE_FEED, start);
    return lineEnd === -1 || lineEnd >= this.end ? undefined : lineEnd + 1;
  }

  /** Where the record at `start` ends, without its line end, if the next one begins at `next`. */
  endOfRecord(start: number, next: number): number {
    const { bytes } = this;
    if (bytes[next - 1] !== LINE_FEED) return next;
    return next - 2 >= start && bytes[next - 2] === CARRIAGE_RETURN ? next - 2 : next - 1;
  }

  /** Parts of a piece that are small enough to be appended after an unfinished row. */
  *partsOf(piece: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) yield piece.subarray(at, at + PIECE_BYTES);
  }

  append(part: Uint8Array): void {
    if (this.end - this.start <= part.length || this.end + part.length > this.capacity) this.makeRoom();
    this.bytes.set(part, this.end);
    this.end += part.length;
    this.bytes[this.end] = LINE_FEED;
  }

  /** Moves what is left to the front, which reuses the few pages that the processor's cache still holds. */
  private makeRoom(): void {
    this.bytes.copyWithin(this.first, this.start, this.end);
    this.taken += this.start - this.first;
    this.end -= this.start - this.first;
    this.start = this.first;
  }
}
