import { UnreadableFileError } from '../counted-file.ts';
import type { Bounds } from '../bounds.ts';
import { gunzip } from './gzip.ts';

const MAX_SIGNATURE_LENGTH = 6;

/** Formats that cannot be read, by the bytes they begin with, and what to do about it. The first match holds. */
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
  { signature: [0xff, 0xfe, 0x00, 0x00], what: 'is UTF-32; an accounting file is UTF-8' },
  { signature: [0x00, 0x00, 0xfe, 0xff], what: 'is UTF-32; an accounting file is UTF-8' },
  { signature: [0xff, 0xfe], what: 'is UTF-16; an accounting file is UTF-8' },
  { signature: [0xfe, 0xff], what: 'is UTF-16; an accounting file is UTF-8' },
];
const GZIP = [0x1f, 0x8b];

/** The bytes of a file's text: inflated if it is gzip, which its first bytes tell, never its name. */
export async function* inflatedBytes(
  content: AsyncIterable<Uint8Array>,
  bounds: Bounds,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = content[Symbol.asyncIterator]();
  try {
    const start = await firstBytes(pieces);
    for (const { signature, what } of FOREIGN) {
      if (beginsWith(start, signature)) throw new UnreadableFileError(`The file ${what}.`);
    }
    const stored = startingWith(start, pieces);
    yield* beginsWith(start, GZIP) ? gunzip(stored, bounds) : stored;
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
  while (start.length < MAX_SIGNATURE_LENGTH) {
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
