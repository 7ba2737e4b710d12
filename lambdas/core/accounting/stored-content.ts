import { Gunzip, ZlibError } from 'minizlib';
import { UnreadableFileError } from './counted-file.ts';
import type { Limits } from './limits.ts';

/** What is inflated at once; a bomb makes a thousand times as much of it. */
const STORED_PORTION_BYTES = 16 * 1024;
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
 * Gzip of one member or of several after each other. It is inflated where it is counted, a portion at a time: to wake a
 * thread for each piece, as Node's own stream does, costs what the thread saves, and pieces that wait take memory.
 */
async function* inflated(
  stored: AsyncIterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = new Inflater(limits);
  try {
    for await (const piece of stored) {
      for (let at = 0; at < piece.length; at += STORED_PORTION_BYTES) {
        yield* inflater.inflate(piece.subarray(at, at + STORED_PORTION_BYTES));
      }
    }
    yield* inflater.finish();
  } finally {
    inflater.close();
  }
}

class Inflater {
  private readonly limits: Limits;
  private readonly gunzip = new Gunzip({});
  private readonly size = { stored: 0, inflated: 0 };
  private pieces: Uint8Array[] = [];
  private failure: unknown;
  /** Gunzip takes a zero where a member could begin for padding and ends there, without a word on what follows. */
  private isPadding = false;

  constructor(limits: Limits) {
    this.limits = limits;
    this.gunzip.on('data', (piece) => this.pieces.push(piece));
    this.gunzip.on('error', (error) => {
      this.failure = error;
    });
  }

  /** What a portion of the stored bytes inflates to. */
  inflate(portion: Uint8Array): readonly Uint8Array[] {
    this.size.stored += portion.length;
    if (this.isPadding) refuseUnlessZeros(portion);
    else this.write(portion);
    return this.takePieces();
  }

  /** What is left when no more is stored. */
  finish(): readonly Uint8Array[] {
    if (!this.isPadding) this.gunzip.end();
    return this.takePieces();
  }

  close(): void {
    this.gunzip.close();
  }

  private write(portion: Uint8Array): void {
    const { gunzip } = this;
    gunzip.write(portion);
    if (!gunzip.handle) return; // It failed.
    const padding = portion.subarray(gunzip.handle.bytesWritten);
    this.isPadding = padding.length > 0;
    refuseUnlessZeros(padding);
  }

  private takePieces(): readonly Uint8Array[] {
    const { pieces, failure, size, limits } = this;
    if (failure !== undefined) throw unreadable(failure);
    this.pieces = [];
    for (const piece of pieces) size.inflated += piece.length;
    refuseBomb(size, limits);
    return pieces;
  }
}

/** Padding is zeros to the end; anything else is a member that was damaged, and rows that would be lost. */
function refuseUnlessZeros(padding: Uint8Array): void {
  if (padding.some((byte) => byte !== 0)) {
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

/** What is said of a failure: zlib's are the file's. */
function unreadable(failure: unknown): unknown {
  if (!(failure instanceof ZlibError)) return failure;
  return new UnreadableFileError(
    failure.code === 'Z_BUF_ERROR'
      ? 'The gzip data ends too early: the file was cut, or is still being written.'
      : `The gzip data is damaged (${failure.message}).`,
  );
}
