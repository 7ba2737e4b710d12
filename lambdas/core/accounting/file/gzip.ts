import { Gunzip, ZlibError } from 'minizlib';
import { UnreadableFileError } from '../counted-file.ts';
import type { Bounds } from '../bounds.ts';

/** Stored bytes inflated at a time. A bomb turns them into a thousand times as many. */
const STORED_PORTION_BYTES = 16 * 1024;

/**
 * Inflates gzip of one member or several. It runs on the thread that counts, a portion at a time: waking a thread for
 * each piece, as Node's own stream does, costs what the thread saves, and waiting pieces take memory.
 */
export async function* gunzip(
  stored: AsyncIterable<Uint8Array>,
  bounds: Bounds,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = new Inflater(bounds);
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
  private readonly bounds: Bounds;
  private readonly gunzip = new Gunzip({});
  private readonly size = { stored: 0, inflated: 0 };
  private pieces: Uint8Array[] = [];
  private failure: unknown;
  /** Where a member could begin, gunzip takes a zero for padding and stops, without checking what follows. */
  private isPadding = false;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
    this.gunzip.on('data', (piece) => this.pieces.push(piece));
    this.gunzip.on('error', (error) => {
      this.failure = error;
    });
  }

  /** The bytes that a portion of the stored file inflates to. */
  inflate(portion: Uint8Array): readonly Uint8Array[] {
    this.size.stored += portion.length;
    if (this.isPadding) refuseUnlessZeros(portion);
    else this.write(portion);
    return this.takePieces();
  }

  /** The bytes that are left at the end of the stored file. */
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
    if (!gunzip.handle) return; // `takePieces` reports the failure.
    const padding = portion.subarray(gunzip.handle.bytesWritten);
    this.isPadding = padding.length > 0;
    refuseUnlessZeros(padding);
  }

  private takePieces(): readonly Uint8Array[] {
    const { pieces, failure, size, bounds } = this;
    if (failure !== undefined) throw unreadable(failure);
    this.pieces = [];
    for (const piece of pieces) size.inflated += piece.length;
    refuseBomb(size, bounds);
    return pieces;
  }
}

/** Padding is zeros to the end. Anything else is a damaged member, whose rows would be lost. */
function refuseUnlessZeros(padding: Uint8Array): void {
  if (padding.some((byte) => byte !== 0)) {
    throw new UnreadableFileError('The gzip data is damaged (something follows the zeros after its end).');
  }
}

function refuseBomb(size: { stored: number; inflated: number }, bounds: Bounds): void {
  if (size.inflated > bounds.inflatedBytes) {
    throw new UnreadableFileError(`The gzip data inflates to more than ${bounds.inflatedBytes} bytes.`);
  }
  if (size.inflated > bounds.ratioFromBytes && size.inflated > size.stored * bounds.inflationRatio) {
    throw new UnreadableFileError(
      `The gzip data inflates to more than ${bounds.inflationRatio} times its size, as no accounting file does.`,
    );
  }
}

/** The error for a failure: one of zlib's is the file's fault. */
function unreadable(failure: unknown): unknown {
  if (!(failure instanceof ZlibError)) return failure;
  return new UnreadableFileError(
    failure.code === 'Z_BUF_ERROR'
      ? 'The gzip data ends too early: the file was cut, is still being written, or has something behind its end.'
      : `The gzip data is damaged (${failure.message}).`,
  );
}
