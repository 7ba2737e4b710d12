import { JUDGEMENT_KEYS, JUDGEMENT_TABLE, JUDGEMENTS, MAX_JUDGEMENTS } from '../shared/memory-map';
import { RECIPIENT_HASH, REPLY_HASH } from '../shared/protocol';
import { hashOfRecipient, hashOfReply } from './fields';
import { ispOf } from './kinds';
import { countPair } from './pairs';
import { NumberTable } from './tables/number-table';

/** What replies are judged as, by lane, ISP, outcome and reply. */
const judgements = NumberTable.at(JUDGEMENT_TABLE, JUDGEMENT_KEYS, MAX_JUDGEMENTS);

/** The place among `JUDGEMENTS` for how such a reply is judged, which TypeScript fills in; -1 if there is no more room. */
export function addJudgement(kind: i32, lane: i32, outcome: i32, reply: i32): i32 {
  return judgements.add(keyOf(kind, lane, outcome, reply));
}

/**
 * Counts the located record, which has this kind and reply. False if the reply's judgement was not learned, or if it must
 * replace the sample: TypeScript does both.
 */
export function countJudged(kind: i32, lane: i32, outcome: i32, reply: i32): bool {
  const judgement = judgements.find(keyOf(kind, lane, outcome, reply));
  if (judgement < 0) return false;
  const place = ((<usize>judgement) << 4) + JUDGEMENTS;
  return !isSample(place) && countPair(kind, load<u32>(place));
}

export function forgetJudgements(): void {
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

/** Lanes have 10 bits, ISPs 16, outcomes 3. */
function keyOf(kind: i32, lane: i32, outcome: i32, reply: i32): u64 {
  const cell = (lane << 16) | (ispOf(kind) & 0xffff);
  return ((<u64>((cell << 3) | outcome)) << 32) | (<u64>(<u32>reply));
}
