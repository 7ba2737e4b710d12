import { createHash } from 'node:crypto';

/** A hash of a file's key. */
export type FileId = string;

/** Which sixteenth of an hour's folders of files: the first hexadecimal digit of the files' ids. */
export type Part = string;

/** The parts into which an hour's files fall. */
export const PARTS: readonly Part[] = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

/**
 * The id of the file of this key: 32 hexadecimal digits, whatever the key holds. The first of them, which is its part
 * of the hour, is that of its folder: a host's files are added up together, so that a part names the sources and
 * queues of a sixteenth of the hosts, not of all.
 */
export function fileIdOf(key: string): FileId {
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  return hexOf(folder).slice(0, 1) + hexOf(key).slice(1, 32);
}

/** The part that a file belongs to: the same for all files of a folder. Parts hold about as many folders each. */
export function partOf(file: FileId): Part {
  return file.slice(0, 1);
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
