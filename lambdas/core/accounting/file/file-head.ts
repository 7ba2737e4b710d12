import { createHash } from 'node:crypto';

const BYTES = 65_536;

/**
 * The beginning of a file's text, from the header to its first rows. It is the same for a file, its gzip and its longer
 * versions, so its hash reveals a log that was shipped under two keys.
 */
export class FileHead {
  private readonly bytes = new Uint8Array(BYTES);
  private length = 0;
  private end = 0;
  private readonly rows: number;

  /** `rows`: how many of the first rows belong to it. */
  constructor(rows: number) {
    this.rows = rows;
  }

  append(piece: Uint8Array): void {
    if (this.length === BYTES) return;
    const part = piece.subarray(0, BYTES - this.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** A record was read: `rows` rows so far, and the next one begins at `offset` of the text. */
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
