/** Odd constants whose bits look random: those of the golden ratio, and one of SplitMix64's. */
const FIRST_MULTIPLIER: u64 = 0x9e3779b97f4a7c15;
const SECOND_MULTIPLIER: u64 = 0xbf58476d1ce4e5b9;

/** Mixes the bytes of a block into one word. Its halves are multiplied independently, so neither waits for the other. */
export function mixBlock(block: v128): u64 {
  const first = v128.extract_lane<u64>(block, 0) * FIRST_MULTIPLIER;
  const second = v128.extract_lane<u64>(block, 1) * SECOND_MULTIPLIER;
  return (first ^ (first >> 32)) + (second ^ (second >> 29));
}

/** The hash of a word, mixed from blocks or a key itself: the upper half of the product, on which every bit has a bearing. */
export function hashOf(word: u64): u32 {
  return <u32>((word * FIRST_MULTIPLIER) >> 32);
}
