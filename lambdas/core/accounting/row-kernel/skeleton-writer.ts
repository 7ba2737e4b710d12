import { isLetterOrDigit } from './signs';

/** What stands for a letter or a digit of an id, and for the whole of other things that vary. */
const OF_AN_ID: u8 = 0x01;
export const ADDRESS: u8 = 0x02;
export const IP: u8 = 0x03;
export const NUMBER: u8 = 0x04;
/** The first of four labels or more. */
export const FIRST_LABEL: u8 = 0x05;
/** Of the signs below this one, which stand for something, a reply that is reduced holds but blanks. */
export const FIRST_SIGN: u8 = 0x10;

/** Up to where the reply is written down, and where that ends in the skeleton. */
let written: usize = 0;
let skeletonEnd: usize = 0;

/** A reply that begins at `start` is written to `skeleton` from now on. */
export function beginSkeleton(start: usize, skeleton: usize): void {
  written = start;
  skeletonEnd = skeleton;
}

/** Writes the rest down. The skeleton's end; 0 where nothing was taken out. */
export function endOfSkeleton(start: usize, end: usize): usize {
  if (written == start) return 0;
  writeUntil(end);
  return skeletonEnd;
}

/** Writes one sign for all that stands there. */
export function replace(from: usize, to: usize, sign: u8): void {
  writeUntil(from);
  store<u8>(skeletonEnd++, sign);
  written = to;
}

/** Writes what stands there with one sign for each letter and digit. */
export function blank(from: usize, to: usize): void {
  writeUntil(from);
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    store<u8>(skeletonEnd++, isLetterOrDigit(byte) ? OF_AN_ID : byte);
  }
  written = to;
}

function writeUntil(at: usize): void {
  memory.copy(skeletonEnd, written, at - written);
  skeletonEnd += at - written;
}
