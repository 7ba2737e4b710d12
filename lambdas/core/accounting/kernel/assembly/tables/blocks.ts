import { BLOCK_MASKS } from '../../shared/memory-map';

/** Bytes that are loaded and compared at once. */
export const BLOCK: usize = 16;

memory.fill(BLOCK_MASKS, 0xff, BLOCK);

/** The sixteen bytes from `from` on, zeros from `end` on; all zeros if `end` lies before `from`. */
export function blockOf(from: usize, end: usize): v128 {
  const bytes = <usize>max(0, min(<i32>BLOCK, <i32>end - <i32>from));
  return v128.and(v128.load(from), v128.load(BLOCK - bytes + BLOCK_MASKS));
}
