import { MAX_PAIRS, PAIR_COUNTS, PAIR_KEYS, PAIR_TABLE } from '../shared/memory-map';
import { NumberTable } from './tables/number-table';

/** Pairs of a kind and what a row of it adds to: a judgement, or the deliveries of an hour. */
const pairs = NumberTable.at(PAIR_TABLE, PAIR_KEYS, MAX_PAIRS);

/** Counts a row of this kind, by the number of its judgement; false if there is no more room. */
export function countPair(kind: i32, judgement: u32): bool {
  const pair = pairs.add(((<u64>kind) << 32) | (<u64>judgement));
  if (pair < 0) return false;
  const count = ((<usize>pair) << 2) + PAIR_COUNTS;
  store<u32>(count, load<u32>(count) + 1);
  return true;
}

/** How many pairs were counted since `forgetPairs`. */
export function pairCount(): u32 {
  return pairs.size;
}

export function forgetPairs(): void {
  memory.fill(PAIR_COUNTS, 0, (<usize>pairs.size) << 2);
  pairs.forget();
}
