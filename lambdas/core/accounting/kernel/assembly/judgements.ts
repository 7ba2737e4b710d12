import {
  JUDGEMENT_KEYS,
  JUDGEMENT_TABLE,
  JUDGEMENTS,
  MOST_JUDGEMENTS,
  MOST_PAIRS,
  PAIR_COUNTS,
  PAIR_KEYS,
  PAIR_TABLE,
} from '../shared/memory-map';
import { RECIPIENT_HASH, REPLY_HASH } from '../shared/protocol';
import { hashOfRecipient, hashOfReply } from './fields';
import { ispOf } from './kinds';
import { NumberTable } from './tables/number-table';

/** What replies are judged as in the hour that is being counted, by ISP, outcome and reply. */
const judgements = NumberTable.at(JUDGEMENT_TABLE, JUDGEMENT_KEYS, MOST_JUDGEMENTS);
/** Pairs of a kind and a judgement: what a row that was not delivered adds to. */
const pairs = NumberTable.at(PAIR_TABLE, PAIR_KEYS, MOST_PAIRS);

/** The place among `JUDGEMENTS` for how such a reply is judged, which TypeScript fills in; -1 if there is no more room. */
export function addJudgement(kind: i32, outcome: i32, reply: i32): i32 {
  return judgements.add(keyOf(kind, outcome, reply));
}

/**
 * Counts the located record, which has this kind and reply. False if the reply's judgement was not learned, or if it must
 * replace the sample: TypeScript does both.
 */
export function countJudged(kind: i32, outcome: i32, reply: i32): bool {
  const judgement = judgements.find(keyOf(kind, outcome, reply));
  if (judgement < 0) return false;
  const place = ((<usize>judgement) << 4) + JUDGEMENTS;
  if (isSample(place)) return false;
  const pair = pairs.add(((<u64>kind) << 32) | (<u64>load<u32>(place)));
  if (pair < 0) return false;
  const count = ((<usize>pair) << 2) + PAIR_COUNTS;
  store<u32>(count, load<u32>(count) + 1);
  return true;
}

/** How many pairs were counted since `forgetJudgements`. */
export function pairCount(): u32 {
  return pairs.size;
}

/** Forgets the judgements and the counts of their pairs. */
export function forgetJudgements(): void {
  memory.fill(PAIR_COUNTS, 0, (<usize>pairs.size) << 2);
  pairs.forget();
  judgements.forget();
}

/** Whether the located record's reply is to be the sample instead of the one that was judged. */
function isSample(judgement: usize): bool {
  const recipientHash = load<i32>(judgement, RECIPIENT_HASH * 4);
  const own = hashOfRecipient();
  return (
    own < recipientHash || (own == recipientHash && hashOfReply() < load<i32>(judgement, REPLY_HASH * 4))
  );
}

function keyOf(kind: i32, outcome: i32, reply: i32): u64 {
  return ((<u64>ispOf(kind)) << 40) | ((<u64>outcome) << 32) | (<u64>(<u32>reply));
}
