import { DELIVERED_KINDS, DELIVERIES, KIND_ISPS, KIND_KEYS, KIND_TABLE } from '../shared/memory-map';
import { FIRST_KNOWN_ISP } from '../shared/protocol';
import { countPair } from './pairs';
import { KindTable } from './tables/kind-table';

const kinds = KindTable.at(KIND_TABLE, KIND_KEYS);
let deliveredKinds: u32 = 0;
let mostKinds: u32 = 0;

/** Once more kinds than this are numbered, new ones are left to TypeScript, which then folds its tables. */
export function useMostKinds(most: u32): void {
  mostKinds = most;
}

/**
 * The number of a kind, by what the MX says of the ISP and the numbers of the names. A new kind is added if the MX names
 * its ISP; -1 if TypeScript must decide.
 */
export function kindOf(mxIsp: i32, queue: i32, domain: i32, source: i32): i32 {
  if (mxIsp < FIRST_KNOWN_ISP || kinds.size > mostKinds) return kinds.find(mxIsp, queue, domain, source);
  return addKind(mxIsp, queue, domain, source);
}

/** The number of a kind, which is added if it is new. */
export function addKind(mxIsp: i32, queue: i32, domain: i32, source: i32): i32 {
  const known = kinds.size;
  const kind = kinds.add(mxIsp, queue, domain, source);
  if (<u32>kind == known) learnIsp(kind, mxIsp - FIRST_KNOWN_ISP);
  return kind;
}

export function learnIsp(kind: i32, isp: i32): void {
  store<i32>(((<usize>kind) << 2) + KIND_ISPS, isp);
}

export function ispOf(kind: i32): u32 {
  return load<u32>(((<usize>kind) << 2) + KIND_ISPS);
}

export function kindCount(): u32 {
  return kinds.size;
}

export function forgetKinds(): void {
  kinds.forget();
}

/**
 * Counts a delivery; false if there is no more room. Those of lane 0, nearly all, are one addition each; which kinds
 * have any is written down, so that taking them need not visit all kinds. Those of other lanes are pairs, with numbers
 * below -1.
 */
export function countDelivery(kind: i32, lane: i32): bool {
  if (lane > 0) return countPair(kind, ~lane);
  const place = ((<usize>kind) << 2) + DELIVERIES;
  const before = load<u32>(place);
  if (before == 0) {
    store<i32>(((<usize>deliveredKinds) << 2) + DELIVERED_KINDS, kind);
    deliveredKinds++;
  }
  store<u32>(place, before + 1);
  return true;
}

/** How many kinds have deliveries; the next delivery begins a new list of them. */
export function takeDelivered(): u32 {
  const taken = deliveredKinds;
  deliveredKinds = 0;
  return taken;
}
