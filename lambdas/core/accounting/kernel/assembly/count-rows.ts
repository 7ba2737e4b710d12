/*
 * The loop that every row goes through: a known row (its hour, type, names, kind and judgement were all learned) is
 * counted by one addition, and TypeScript never sees it. Nearly all rows of a file are known; the others stop the loop.
 */
import { RESULTS } from '../shared/memory-map';
import {
  DELIVERED,
  INNER_LINES,
  JSON_LINES,
  LINES_PASSED,
  NEXT,
  REGULAR,
  SHORT,
  ROWS_COUNTED,
  STOPPED_AT,
  UNFINISHED,
} from '../shared/protocol';
import {
  locateNames,
  locateReply,
  locateTime,
  locateType,
  namesHaveDoubledQuotes,
  replyHasDoubledQuotes,
  useReplyBytes,
} from './fields';
import { findHour } from './hour';
import { countJudged } from './judgements';
import { countDelivery, kindOf, useMostKinds } from './kinds';
import { findDomain, findHost, findQueue, findSource } from './names';
import { findReply } from './replies';
import { countIgnored, meaningOfType } from './row-types';
import { scan } from './scan';
import { scanJson } from './scan-json';

/** A longer record is left to TypeScript, which refuses it. */
let longestRow: usize = 0;

/** Bytes of a row, bytes of a reply that are judged, and how many kinds may be numbered without TypeScript. */
export function useBounds(rowBytes: usize, replyBytes: usize, kinds: u32): void {
  longestRow = rowBytes;
  useReplyBytes(replyBytes);
  useMostKinds(kinds);
}

/**
 * Counts records of `width` fields, or at least `needed`, from `start` on as long as they are known, and scans the one at
 * which it stops, whose scan it returns: `REGULAR` or `SHORT` if TypeScript has something to learn from it.
 */
export function countKnownRows(start: usize, end: usize, width: i32, needed: i32): i32 {
  let rows = 0;
  let lines = 0;
  let found = UNFINISHED;
  while (start < end) {
    found = scanRecord(start, end, width, needed);
    if (
      (found != REGULAR && found != SHORT) ||
      <usize>load<u32>(RESULTS + NEXT * 4) - start > longestRow ||
      !countIfKnown(start)
    ) {
      break;
    }
    rows++;
    lines += load<i32>(RESULTS + INNER_LINES * 4) + 1;
    start = load<u32>(RESULTS + NEXT * 4);
    found = UNFINISHED;
  }
  store<u32>(RESULTS + STOPPED_AT * 4, <u32>start);
  store<u32>(RESULTS + ROWS_COUNTED * 4, rows);
  store<u32>(RESULTS + LINES_PASSED * 4, lines);
  return found;
}

/** Scans a record of CSV, or a line of JSON. */
function scanRecord(start: usize, end: usize, width: i32, needed: i32): i32 {
  return width == JSON_LINES ? scanJson(start, end) : scan(start, end, width, needed);
}

/** Finds the content of every column of the record that was scanned last. May be called only once for each scan. */
export function locate(start: usize, outcome: i32): void {
  locateType(start);
  locateTime(start);
  locateNames(start, outcome);
  locateReply(start);
}

/**
 * Counts the record that was scanned last if it is known. One with doubled quotes in a column that is read never is:
 * undoubling them changes the text, which TypeScript may have to read again.
 */
export function countIfKnown(start: usize): bool {
  if (namesHaveDoubledQuotes(start)) return false;
  locateType(start);
  const meaning = meaningOfType();
  if (meaning < 1) return false;
  locateTime(start);
  const lane = findHour();
  if (lane < 0) return false;
  if (countIgnored(meaning)) return true;
  locateNames(start, meaning);
  const mxIsp = findHost();
  if (mxIsp < 0) return false;
  const kind = findKind(mxIsp);
  if (kind < 0) return false;
  if (meaning == DELIVERED) return countDelivery(kind, lane);
  if (replyHasDoubledQuotes(start)) return false;
  locateReply(start);
  const reply = findReply();
  return reply >= 0 && countJudged(kind, lane, meaning, reply);
}

/** The number of the located record's kind, given what its MX says of the ISP; -1 if TypeScript must decide. */
function findKind(mxIsp: i32): i32 {
  const queue = findQueue();
  if (queue < 0) return -1;
  const domain = findDomain(queue);
  if (domain < 0) return -1;
  const source = findSource();
  return source < 0 ? -1 : kindOf(mxIsp, queue, domain, source);
}
