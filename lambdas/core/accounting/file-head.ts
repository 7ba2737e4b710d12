import { createHash } from 'node:crypto';

const BYTES = 65_536;

/**
 * The beginning of a file's text, from the header to its first rows: the same for a file, its gzip and its
 * longer versions, so that a log shipped under two keys can be noticed.
 */
export class FileHead {
  private readonly bytes = new Uint8Array(BYTES);
  private length = 0;
  private end = 0;
  private readonly rows: number;

  /** `rows`: how many belong to it. */
  constructor(rows: number) {
    this.rows = rows;
  }

  append(piece: Uint8Array): void {
    if (this.length === BYTES) return;
    const part = piece.subarray(0, BYTES - this.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** A record ends at `offset` of the text, with `rows` rows so far. */
  recordRead(rows: number, offset: number): void {
    if (rows <= this.rows) this.end = offset;
  }

  fingerprint(): string {
    return createHash('sha256')
      .update(this.bytes.subarray(0, Math.min(this.end, BYTES)))
      .digest('hex')
      .slice(0, 32);
  }
}
