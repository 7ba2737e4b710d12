import { MAX_REPLIES, REPLY_KEY, REPLY_TABLE, REPLY_TABLE_BYTES, SKELETON } from '../shared/memory-map';
import { REPLY_COLUMNS, REPLY_WIDTH } from './fields';
import { writeSkeleton } from './skeleton/skeleton';
import { ByteTable } from './tables/byte-table';

/** Seeds that tell a reply's own text from a skeleton with the same bytes. */
const AS_WRITTEN: u32 = 0;
const AS_SKELETON: u32 = 1;

const replies = ByteTable.at(REPLY_TABLE, REPLY_TABLE_BYTES, MAX_REPLIES, REPLY_WIDTH);

/** The number of the located reply; -1 if none with the same skeleton and status was learned. */
export function findReply(): i32 {
  const text = <usize>load<u32>(REPLY_COLUMNS, 8);
  const end = writeSkeleton(text, <usize>load<u32>(REPLY_COLUMNS, 12), SKELETON);
  if (end == 0) return replies.find(REPLY_COLUMNS, AS_WRITTEN);
  store<u64>(REPLY_KEY, load<u64>(REPLY_COLUMNS));
  store<u32>(REPLY_KEY, SKELETON, 8);
  store<u32>(REPLY_KEY, <u32>end, 12);
  return replies.find(REPLY_KEY, AS_SKELETON);
}

/** Remembers a number for the reply that the last `findReply` did not know. */
export function learnReply(number: i32): void {
  replies.learn(number);
}

export function forgetReplies(): void {
  replies.forget();
}
