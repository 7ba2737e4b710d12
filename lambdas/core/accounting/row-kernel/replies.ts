import { ByteTable } from './byte-table';
import { isReplyCut, REPLY, REPLY_WIDTH } from './fields';
import {
  REDUCED_REPLY,
  REPLY_BYTES,
  REPLY_HEAD,
  REPLY_KEYS,
  REPLY_TABLE,
  SKELETON,
  SKELETON_HEAD,
  SKELETON_TABLE,
} from './memory';
import { reduce } from './reply-skeleton';

const whole = ByteTable.at(REPLY_HEAD, REPLY_TABLE, REPLY_BYTES, REPLY_KEYS, REPLY_WIDTH);
const reduced = ByteTable.at(SKELETON_HEAD, SKELETON_TABLE, REPLY_BYTES, REPLY_KEYS, REPLY_WIDTH);

/** Whether the reply that was sought last has ids, and is remembered without them. */
let isReduced = false;

/** The number of the reply that was located last; -1 where neither it nor one that differs in ids alone was learned. */
export function findReply(): i32 {
  isReduced = false;
  const known = whole.find(REPLY, 0);
  if (known >= 0) return known;
  const words = <usize>load<u32>(REPLY, 8);
  const end = isReplyCut() ? <usize>0 : reduce(words, <usize>load<u32>(REPLY, 12), SKELETON);
  isReduced = end != 0;
  if (!isReduced) return -1;
  store<u64>(REDUCED_REPLY, load<u64>(REPLY));
  store<u32>(REDUCED_REPLY, <u32>SKELETON, 8);
  store<u32>(REDUCED_REPLY, <u32>end, 12);
  return reduced.find(REDUCED_REPLY, 0);
}

/** Remembers a number for the reply that was sought last. */
export function learnReply(number: i32): void {
  if (isReduced) reduced.learn(number);
  else whole.learn(number);
}

export function forgetReplies(): void {
  whole.forget();
  reduced.forget();
}
