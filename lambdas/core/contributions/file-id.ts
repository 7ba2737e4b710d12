import { createHash } from 'node:crypto';

/** A hash of a file's key. */
export type FileId = string;

/** One of the 16 parts of an hour: the first digit of the ids of its files, which all files of a folder share. */
export type Part = string;

/** The parts of an hour. */
export const PARTS: readonly Part[] = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

/**
 * The id of the file of this key: 32 hexadecimal digits, whatever the key holds. The first of them, which is its part
 * of the hour, is that of its folder: the files of a folder are added up together, so that a part names the sources and
 * queues of a sixteenth of the folders (of the hosts, where each ships to one), not of all.
 */
export function fileIdOf(key: string): FileId {
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  return hexOf(folder).slice(0, 1) + hexOf(key).slice(1, 32);
}

/** The part that a file belongs to. */
export function partOf(file: FileId): Part {
  return file.slice(0, 1);
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
