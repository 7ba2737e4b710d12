import type { FileId, Part } from '../ports.ts';

/** The parts into which an hour's files fall, by the first digit of their ids. */
export const PARTS: readonly Part[] = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

/** The part that a file belongs to: the same for all files of a folder. Parts hold about as many folders each. */
export function partOf(file: FileId): Part {
  return file.slice(0, 1);
}
