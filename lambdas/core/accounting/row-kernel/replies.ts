import { ByteTable } from './byte-table';
import { REPLY, REPLY_WIDTH } from './fields';
import { REDUCED_REPLY, REPLY_BYTES, REPLY_HEAD, REPLY_KEYS, REPLY_TABLE, SKELETON } from './memory';
import { reduce } from './reply-skeleton';

/** Beside a reply that is remembered as it is, and beside one without what varies. */
const WHOLE: u32 = 0;
const REDUCED: u32 = 1;

const replies = ByteTable.at(REPLY_HEAD, REPLY_TABLE, REPLY_BYTES, REPLY_KEYS, REPLY_WIDTH);

/** The number of the reply that was located last; -1 where none was learned that differs from it in nothing but ids. */
export function findReply(): i32 {
  const words = <usize>load<u32>(REPLY, 8);
  const end = reduce(words, <usize>load<u32>(REPLY, 12), SKELETON);
  if (end == 0) return replies.find(REPLY, WHOLE);
  store<u64>(REDUCED_REPLY, load<u64>(REPLY));
  store<u32>(REDUCED_REPLY, <u32>SKELETON, 8);
  store<u32>(REDUCED_REPLY, <u32>end, 12);
  return replies.find(REDUCED_REPLY, REDUCED);
}

/** Remembers a number for the reply that was sought last. */
export function learnReply(number: i32): void {
  replies.learn(number);
}

export function forgetReplies(): void {
  replies.forget();
}
