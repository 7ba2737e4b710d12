import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { HEADER, rowsOf } from './rows.ts';
import type { Day } from './rows.ts';

/** About as many bytes as a row has, so that a file of any size is one whole day. */
const ROW_BYTES: Readonly<Record<Day, number>> = { quiet: 490, storm: 560 };
const ROWS_AT_A_TIME = 500;
const GZIP_LEVEL = 6;
const COPY_BYTES = 1 << 20;

/** Writes a file of at least `bytes` bytes that ends with a whole row. */
export function makeFile(path: string, day: Day, bytes: number, seed: number): void {
  const file = openSync(path, 'w');
  const rows = rowsOf(day, seed, Math.ceil(bytes / ROW_BYTES[day]));
  let written = writeSync(file, `${HEADER}\r\n`);
  while (written < bytes) {
    const lines = Array.from({ length: ROWS_AT_A_TIME }, () => rows.next().value);
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
}

export async function gzipFile(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from, { highWaterMark: COPY_BYTES }),
    createGzip({ level: GZIP_LEVEL }),
    createWriteStream(to),
  );
}

/**
 * Writes the rows of a file into several of about the same size, in their order, each with the header before them. A
 * row of `makeFile` is one line.
 */
export function splitFile(from: string, parts: readonly string[]): void {
  const source = openSync(from, 'r');
  const size = statSync(from).size;
  const header = lineAt(source, 0);
  let start = header.length;
  for (const [index, part] of parts.entries()) {
    const middle = Math.floor((size / parts.length) * (index + 1));
    const end = index === parts.length - 1 ? size : middle + lineAt(source, middle).length;
    const target = openSync(part, 'w');
    writeSync(target, header);
    copyRange(source, start, end, target);
    closeSync(target);
    start = end;
  }
  closeSync(source);
}

/** What is left of a line from a position on, with its end. */
function lineAt(file: number, position: number): Buffer {
  const bytes = Buffer.alloc(64 * 1024);
  const read = readSync(file, bytes, 0, bytes.length, position);
  return bytes.subarray(0, bytes.subarray(0, read).indexOf('\n') + 1);
}

function copyRange(source: number, from: number, to: number, target: number): void {
  const piece = Buffer.alloc(COPY_BYTES);
  for (let at = from; at < to;) {
    const read = readSync(source, piece, 0, Math.min(piece.length, to - at), at);
    writeSync(target, piece, 0, read);
    at += read;
  }
}
