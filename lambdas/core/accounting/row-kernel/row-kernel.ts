/*
 * AssemblyScript, compiled to WebAssembly: `npm run row-kernel` writes lambdas/core/accounting/row-kernel-binary.ts.
 *
 * The loops that every byte and every row of a file goes through: finding where records and fields end, and counting the
 * rows that repeat one before them, nearly all of a file. All else is JavaScript's, which teaches the kernel.
 */
import { DELIVERED, locateKind, locateReply, locateTime, locateType, useReplyBytes } from './fields';
import { isInHour } from './hour';
import { RESULTS } from './memory';
import { findDomain, findHost, findQueue, findSource } from './names';
import { countDelivery, countJudged, kindOf, useMostKinds } from './repeats';
import { findReply } from './replies';
import { DOUBLED_QUOTES, INNER_LINES, NEXT, REGULAR, scan, UNFINISHED } from './scan';
import { countIgnored, meaningOfType } from './row-types';

export { hashOfRecipient, hashOfReply } from './fields';
export { forgetHour, isInHour, useHour } from './hour';
export {
  COUNTED,
  COUNTS,
  ENDS,
  FIELDS,
  IGNORED_COUNTS,
  KIND_ISPS,
  KIND_TABLE,
  MOST_IGNORED,
  MOST_KINDS,
  PAIR_COUNTS,
  PAIR_TABLE,
  PAIRS,
  POSITIONS,
  RECORD,
  RECORD_BYTES,
  RESULTS,
  TEXT,
} from './memory';
export { findDomain, findHost, findQueue, findSource, forgetNames, learnName } from './names';
export {
  addKind,
  countDelivery,
  forgetJudged,
  forgetKinds,
  judgedPairs,
  kindsKnown,
  learnIsp,
  learnJudgement,
  takeDelivered,
} from './repeats';
export { findReply, forgetReplies, learnReply } from './replies';
export { scan } from './scan';
export { forgetTypes, learnIgnored, learnOutcome } from './row-types';

/** Where the record begins at which counting stopped, and how many records and lines were counted before it. */
const STOPPED_AT: usize = RESULTS + 12;
const ROWS: usize = RESULTS + 16;
const LINES: usize = RESULTS + 20;

/** A longer record is for JavaScript to refuse. */
let rowBytes: usize = 0;

/** How long a row may be, how much of a reply is judged, in bytes, and how many kinds may be numbered here. */
export function useLimits(ofRow: usize, ofReply: usize, ofKinds: u32): void {
  rowBytes = ofRow;
  useReplyBytes(ofReply);
  useMostKinds(ofKinds);
}

/**
 * Counts records of `width` fields from `start` on as long as they repeat what was learned, in the hour that is being
 * counted, and scans the one at which it stops: `REGULAR` where it is for JavaScript to understand.
 */
export function countRepeats(start: usize, end: usize, width: i32): i32 {
  let rows = 0;
  let lines = 0;
  let found = UNFINISHED;
  while (start < end) {
    found = scan(start, end, width);
    if (found != REGULAR || <usize>load<u32>(NEXT) - start > rowBytes || !countRepeat(start)) break;
    rows++;
    lines += load<i32>(INNER_LINES) + 1;
    start = load<u32>(NEXT);
    found = UNFINISHED;
  }
  store<u32>(STOPPED_AT, <u32>start);
  store<u32>(ROWS, rows);
  store<u32>(LINES, lines);
  return found;
}

/** Writes down where the content of every column of the record stands that was scanned last. To be called once for it. */
export function locate(start: usize, outcome: i32): void {
  locateType(start);
  locateTime(start);
  locateKind(start, outcome);
  locateReply(start);
}

/** The number of the kind of the record that was located last, whose host told this; -1 where JavaScript must say. */
function findKind(told: i32): i32 {
  const queue = findQueue();
  if (queue < 0) return -1;
  const domain = findDomain(queue);
  if (domain < 0) return -1;
  const source = findSource();
  return source < 0 ? -1 : kindOf(told, queue, domain, source);
}

/** Counts the record, of which it is known where its fields end, if it repeats what was learned. Doubled quotes are for JavaScript: to take them out changes the text. */
export function countRepeat(start: usize): bool {
  if (load<u32>(DOUBLED_QUOTES) != 0) return false;
  locateType(start);
  const outcome = meaningOfType();
  if (outcome < 1) return false;
  locateTime(start);
  if (!isInHour()) return false;
  if (countIgnored(outcome)) return true;
  locateKind(start, outcome);
  const told = findHost();
  if (told < 0) return false;
  const kind = findKind(told);
  if (kind < 0) return false;
  if (outcome == DELIVERED) {
    countDelivery(kind);
    return true;
  }
  locateReply(start);
  const reply = findReply();
  return reply >= 0 && countJudged(kind, outcome, reply);
}
