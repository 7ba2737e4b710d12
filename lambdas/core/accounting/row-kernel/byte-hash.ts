const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

/** A hash with one more range of bytes in it, eight at a time; what stands behind its end is masked out. */
export function mixed(hash: u64, start: usize, end: usize): u64 {
  hash ^= <u64>(end - start);
  let at = start;
  for (; at + 8 <= end; at += 8) hash = turned(hash ^ load<u64>(at));
  if (at < end) hash ^= load<u64>(at) & firstBytes(end - at);
  return turned(hash);
}

export function turned(word: u64): u64 {
  const product = word * MULTIPLIER;
  return product ^ (product >> 32);
}

export function isSame(one: usize, other: usize, length: usize): bool {
  let at: usize = 0;
  for (; at + 16 <= length; at += 16) {
    if (v128.any_true(v128.xor(v128.load(one + at), v128.load(other + at)))) return false;
  }
  if (at + 8 <= length) {
    if (load<u64>(one + at) != load<u64>(other + at)) return false;
    at += 8;
  }
  return at == length || ((load<u64>(one + at) ^ load<u64>(other + at)) & firstBytes(length - at)) == 0;
}

/** The first 1 to 7 bytes of a word. */
function firstBytes(bytes: usize): u64 {
  return ((<u64>1) << ((<u64>bytes) << 3)) - 1;
}
