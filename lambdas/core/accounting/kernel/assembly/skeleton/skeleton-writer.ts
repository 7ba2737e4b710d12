import { isLetterOrDigit } from './char-class';

/** Placeholders: for each letter or digit of an id, and for other variable tokens as a whole. */
const ID_CHARACTER: u8 = 0x01;
export const ADDRESS: u8 = 0x02;
export const IP: u8 = 0x03;
export const NUMBER: u8 = 0x04;
/** The first of at least four labels of a host. */
export const FIRST_LABEL: u8 = 0x05;
/** Bytes below this are placeholders, so a reply that contains one (white space apart) has no skeleton. */
export const FIRST_TEXT: u8 = 0x10;

/** How far the reply has been copied, and where the skeleton ends so far. */
let written: usize = 0;
let skeletonEnd: usize = 0;

/** Begins the skeleton of the reply at `start`. */
export function beginSkeleton(start: usize, skeleton: usize): void {
  written = start;
  skeletonEnd = skeleton;
}

/** Copies the rest. The skeleton's end; 0 if the reply contains nothing variable. */
export function finishSkeleton(start: usize, end: usize): usize {
  if (written == start) return 0;
  writeUntil(end);
  return skeletonEnd;
}

/** Writes one placeholder for a token of any length. */
export function writePlaceholder(from: usize, to: usize, placeholder: u8): void {
  writeUntil(from);
  store<u8>(skeletonEnd++, placeholder);
  written = to;
}

/** Writes a token with each letter and digit replaced, so that its length and punctuation stay. */
export function writeShape(from: usize, to: usize): void {
  writeUntil(from);
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    store<u8>(skeletonEnd++, isLetterOrDigit(byte) ? ID_CHARACTER : byte);
  }
  written = to;
}

function writeUntil(at: usize): void {
  memory.copy(skeletonEnd, written, at - written);
  skeletonEnd += at - written;
}
