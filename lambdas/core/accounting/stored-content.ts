import { createGunzip } from 'node:zlib';
import { UnreadableFileError } from './counted-file.ts';
import type { Limits } from './limits.ts';

/** Gunzip wakes a thread for each piece: its own 16 KB ones double its time. */
const INFLATED_CHUNK_BYTES = 512 * 1024;
const LONGEST_SIGNATURE = 6;

/** Forms that cannot be read, by the bytes they begin with, and what to do about it. */
const FOREIGN: readonly { signature: readonly number[]; what: string }[] = [
  {
    signature: [0x28, 0xb5, 0x2f, 0xfd],
    what: 'is compressed with zstd; compress it with gzip or not at all',
  },
  { signature: [0x50, 0x4b, 0x03, 0x04], what: 'is a zip archive; compress it with gzip or not at all' },
  { signature: [0x42, 0x5a, 0x68], what: 'is compressed with bzip2; compress it with gzip or not at all' },
  {
    signature: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
    what: 'is compressed with xz; compress it with gzip or not at all',
  },
  { signature: [0xff, 0xfe], what: 'is UTF-16; an accounting file is UTF-8' },
  { signature: [0xfe, 0xff], what: 'is UTF-16; an accounting file is UTF-8' },
];
const GZIP = [0x1f, 0x8b];

/** The text of a file as it is stored: inflated where it is gzip (told by its first bytes, never by its name). */
export async function* textOf(
  content: AsyncIterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = content[Symbol.asyncIterator]();
  try {
    const start = await firstBytes(pieces);
    for (const { signature, what } of FOREIGN) {
      if (beginsWith(start, signature)) throw new UnreadableFileError(`The file ${what}.`);
    }
    const stored = startingWith(start, pieces);
    yield* beginsWith(start, GZIP) ? inflated(stored, limits) : stored;
  } finally {
    await pieces.return?.();
  }
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);
}

/** At least as many bytes as a signature has, unless the file is shorter. */
async function firstBytes(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let start: Uint8Array = new Uint8Array(0);
  while (start.length < LONGEST_SIGNATURE) {
    const next = await pieces.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* startingWith(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (start.length > 0) yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * Gzip of one member or of several after each other. Inflating runs on a thread of its own while the piece
 * before is being counted; each stored piece is taken in whole before the next is asked for, so a source may
 * use one buffer again and again.
 */
async function* inflated(
  stored: AsyncIterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip({ chunkSize: INFLATED_CHUNK_BYTES });
  const size = { stored: 0, inflated: 0 };
  let failure: { error: unknown } | undefined;
  const over = new Promise<void>((resolve) => {
    gunzip.once('end', resolve).once('close', resolve);
  });

  async function feed(): Promise<void> {
    let isOver = false;
    for await (const piece of stored) {
      size.stored += piece.length;
      if (!isOver) {
        const taken = new Promise<void>((resolve) => {
          gunzip.write(piece, () => {
            resolve();
          });
        });
        await Promise.race([taken, over]);
        if (gunzip.destroyed && !gunzip.readableEnded) return;
      }
      const leftover = size.stored - gunzip.bytesWritten;
      isOver = leftover > 0;
      if (isOver) refuseLeftover(piece, leftover);
    }
    if (!gunzip.destroyed) gunzip.end();
  }

  const feeding = feed().catch((error: unknown) => {
    failure = { error };
    gunzip.destroy();
  });
  try {
    for await (const piece of gunzip as AsyncIterable<Uint8Array>) {
      size.inflated += piece.length;
      refuseBomb(size, limits);
      yield piece;
    }
    await feeding;
    if (failure) throw failure.error;
  } catch (error) {
    if (failure) throw failure.error;
    if (!isZlibError(error)) throw error;
    throw new UnreadableFileError(
      error.code === 'Z_BUF_ERROR'
        ? 'The gzip data ends too early: the file was cut, or is still being written.'
        : `The gzip data is damaged (${error.message}).`,
    );
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/**
 * Gunzip takes a zero where a member could begin for padding and ends there, without a word on what follows.
 * Padding is zeros to the end; anything else is a member that was damaged, and rows that would be lost.
 */
function refuseLeftover(piece: Uint8Array, leftover: number): void {
  const start = Math.max(0, piece.length - leftover);
  if (piece.subarray(start).some((byte) => byte !== 0)) {
    throw new UnreadableFileError('The gzip data is damaged (something follows the zeros behind its end).');
  }
}

function refuseBomb(size: { stored: number; inflated: number }, limits: Limits): void {
  if (size.inflated > limits.inflatedBytes) {
    throw new UnreadableFileError(`The gzip data inflates to more than ${limits.inflatedBytes} bytes.`);
  }
  if (size.inflated > limits.ratioFromBytes && size.inflated > size.stored * limits.inflationRatio) {
    throw new UnreadableFileError(
      `The gzip data inflates to more than ${limits.inflationRatio} times its size, as no accounting file does.`,
    );
  }
}

function isZlibError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  );
}
