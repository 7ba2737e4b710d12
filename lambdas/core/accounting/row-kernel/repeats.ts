import { hashOfRecipient, hashOfReply } from './fields';
import { KindTable } from './kind-table';
import {
  COUNTED,
  COUNTS,
  JUDGED,
  JUDGEMENT_HEAD,
  JUDGEMENT_TABLE,
  JUDGEMENTS,
  KIND_HEAD,
  KIND_ISPS,
  KIND_TABLE,
  MOST_KINDS,
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

const kinds = KindTable.at(KIND_HEAD, KIND_TABLE, MOST_KINDS);
const judgements = NumberTable.at(JUDGEMENT_HEAD, JUDGEMENT_TABLE, JUDGEMENTS);
const pairs = NumberTable.at(PAIR_HEAD, PAIR_TABLE, PAIRS);
let countedKinds: u32 = 0;
let mostKinds: u32 = 0;

/** A host tells less than this where it is none, or none that is known; else the number of its ISP, from here on. */
const FIRST_ISP: i32 = 2;

/** Where more kinds are numbered, new ones are left to JavaScript, which then forgets all. */
export function useMostKinds(most: u32): void {
  mostKinds = most;
}

/**
 * The number of a kind, by what the host of its rows told and the numbers of its names. Where it is new it is added if
 * its ISP can be told without JavaScript; -1 elsewhere.
 */
export function kindOf(told: i32, queue: i32, domain: i32, source: i32): i32 {
  if (told < FIRST_ISP || kinds.size > mostKinds) return kinds.find(told, queue, domain, source);
  return addKind(told, queue, domain, source);
}

/** The number of a kind, which is added where it is new. */
export function addKind(told: i32, queue: i32, domain: i32, source: i32): i32 {
  const known = kinds.size;
  const kind = kinds.add(told, queue, domain, source);
  if (<u32>kind == known) learnIsp(kind, told - FIRST_ISP);
  return kind;
}

/** The ISP of a kind's rows, where no host tells it. */
export function learnIsp(kind: i32, isp: i32): void {
  store<i32>(KIND_ISPS + ((<usize>kind) << 2), isp);
}

/** How many kinds are numbered. */
export function kindsKnown(): u32 {
  return kinds.size;
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
