import { gunzipSync, gzipSync } from 'node:zlib';

/** A store bills by the kilobyte: what is smaller gains nothing by compression. */
const WORTH_COMPRESSING = 1_000;
/** Inflated, far above what fits into an item compressed, far below what hurts. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
const GZIP_MAGIC = 0x1f;

/** A value as JSON, compressed where that saves anything. The same value gives the same bytes. */
export function toJsonBytes(value: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(value));
  return bytes.length < WORTH_COMPRESSING ? bytes : gzipSync(bytes);
}

/** The value that `toJsonBytes` was given, still to be parsed; fails on what is not JSON. */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  const json = bytes[0] === GZIP_MAGIC ? gunzipSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES }) : bytes;
  return JSON.parse(Buffer.from(json).toString());
}
