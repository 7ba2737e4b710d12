/** The same hash as ../../row/sample-hash.ts, number for number: rows that are read there compete with rows read here. */
export function sampleHash(start: usize, end: usize): i32 {
  let hash = <i32>(end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = (hash ^ load<i32>(at)) * 0x5bd1e995;
    hash ^= <i32>((<u32>hash) >> 15);
  }
  for (; at < end; at++) hash = (hash ^ (<i32>load<u8>(at))) * 0x01000193;
  hash ^= <i32>((<u32>hash) >> 13);
  hash *= 0x5bd1e995;
  return hash ^ (<i32>((<u32>hash) >> 15));
}
