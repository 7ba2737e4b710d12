import { createHash } from 'node:crypto';

/** Rows that belong to the head. */
export const HEAD_ROWS = 100;
const BYTES = 65_536;

/**
 * The beginning of a file's text, from the header to its first rows: the same for a file, its gzip and its
 * longer versions, so that a log shipped under two keys can be noticed.
 */
export class FileHead {
  private readonly bytes = new Uint8Array(BYTES);
  private length = 0;
  private end = 0;

  append(piece: Uint8Array): void {
    if (this.length === BYTES) return;
    const part = piece.subarray(0, BYTES - this.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** A record ends at `offset` of the text, with `rows` rows so far. */
  recordRead(rows: number, offset: number): void {
    if (rows <= HEAD_ROWS) this.end = offset;
  }

  fingerprint(): string {
    return createHash('sha256')
      .update(this.bytes.subarray(0, Math.min(this.end, BYTES)))
      .digest('hex')
      .slice(0, 32);
  }
}
