import { ByteTable } from './byte-table';
import { hashOfRecipient, hashOfReply, HOST, HOST_WIDTH, KIND, KIND_WIDTH } from './fields';
import {
  COUNTED,
  COUNTS,
  HOST_BYTES,
  HOST_HEAD,
  HOST_KEYS,
  HOST_TABLE,
  JUDGED,
  JUDGEMENT_HEAD,
  JUDGEMENT_TABLE,
  JUDGEMENTS,
  KIND_BYTES,
  KIND_HEAD,
  KIND_ISPS,
  KIND_KEYS,
  KIND_TABLE,
  PAIR_COUNTS,
  PAIR_HEAD,
  PAIR_TABLE,
  PAIRS,
} from './memory';
import { NumberTable } from './number-table';

/** Places in what is known of a judgement. */
const NUMBER: usize = 0;
const REPLY_HASH: usize = 4;
const RECIPIENT_HASH: usize = 8;

const hosts = ByteTable.at(HOST_HEAD, HOST_TABLE, HOST_BYTES, HOST_KEYS, HOST_WIDTH);
const kinds = ByteTable.at(KIND_HEAD, KIND_TABLE, KIND_BYTES, KIND_KEYS, KIND_WIDTH);
const judgements = NumberTable.at(JUDGEMENT_HEAD, JUDGEMENT_TABLE, JUDGEMENTS);
const pairs = NumberTable.at(PAIR_HEAD, PAIR_TABLE, PAIRS);
let countedKinds: u32 = 0;

/** What the host of the record that was located last tells of its ISP; -1 where it was not learned. */
export function findHost(): i32 {
  return hosts.find(HOST, 0);
}

/** Remembers a number, from 0, for the host that was sought last. */
export function learnHost(told: i32): void {
  hosts.learn(told);
}

/** The number of the kind of the record that was located last, whose host tells this; -1 where it was not learned. */
export function findKind(told: i32): i32 {
  return kinds.find(KIND, told);
}

/** Remembers a kind, and the ISP of its rows, for the record that was sought last. */
export function learnKind(kind: i32, isp: i32): void {
  kinds.learn(kind);
  store<i32>(KIND_ISPS + ((<usize>kind) << 2), isp);
}

export function forgetHosts(): void {
  hosts.forget();
}

/** The numbers of kinds have become void. */
export function forgetKinds(): void {
  kinds.forget();
}

/** Counts a delivery of a kind. */
export function countDelivery(kind: i32): void {
  const place = COUNTS + ((<usize>kind) << 2);
  const before = load<u32>(place);
  if (before == 0) {
    store<i32>(COUNTED + ((<usize>countedKinds) << 2), kind);
    countedKinds++;
  }
  store<u32>(place, before + 1);
}

/** How many kinds have deliveries since this was last asked; counting begins anew with the next. */
export function takeDelivered(): u32 {
  const taken = countedKinds;
  countedKinds = 0;
  return taken;
}

/**
 * Remembers as what a reply is judged at the ISP of a kind, and what the hashes of another such row must be before to be
 * shown as sample rather than what was found.
 */
export function learnJudgement(
  kind: i32,
  outcome: i32,
  reply: i32,
  number: i32,
  replyHash: i32,
  recipientHash: i32,
): void {
  const judgement = judgements.add(keyOf(kind, outcome, reply));
  if (judgement < 0) return;
  const judged = JUDGED + ((<usize>judgement) << 4);
  store<i32>(judged, number, NUMBER);
  store<i32>(judged, replyHash, REPLY_HASH);
  store<i32>(judged, recipientHash, RECIPIENT_HASH);
}

/**
 * Counts the record that was located last, which has this kind and this reply. False where nobody taught how such a
 * reply is judged, or where it is to be shown as sample: that is for JavaScript to do.
 */
export function countJudged(kind: i32, outcome: i32, reply: i32): bool {
  const judgement = judgements.find(keyOf(kind, outcome, reply));
  if (judgement < 0) return false;
  const judged = JUDGED + ((<usize>judgement) << 4);
  if (isSample(load<i32>(judged, REPLY_HASH), load<i32>(judged, RECIPIENT_HASH))) return false;
  const pair = pairs.add(((<u64>kind) << 32) | (<u64>load<u32>(judged, NUMBER)));
  if (pair < 0) return false;
  const count = PAIR_COUNTS + ((<usize>pair) << 2);
  store<u32>(count, load<u32>(count) + 1);
  return true;
}

/** How many pairs of a kind and a judgement were counted since `forgetJudged`. */
export function judgedPairs(): u32 {
  return pairs.size;
}

/** The numbers of judgements have become void, and their counts were taken. */
export function forgetJudged(): void {
  memory.fill(PAIR_COUNTS, 0, (<usize>pairs.size) << 2);
  pairs.forget();
  judgements.forget();
}

function isSample(replyHash: i32, recipientHash: i32): bool {
  const own = hashOfRecipient();
  return own < recipientHash || (own == recipientHash && hashOfReply() < replyHash);
}

function keyOf(kind: i32, outcome: i32, reply: i32): u64 {
  const isp = load<u32>(KIND_ISPS + ((<usize>kind) << 2));
  return ((<u64>isp) << 40) | ((<u64>outcome) << 32) | (<u64>(<u32>reply));
}
