import {
  LONG_NAME_KEY,
  LONG_NAME_TABLE,
  LONG_NAME_TABLE_BYTES,
  MAX_LONG_NAMES,
  MAX_NAMES,
  NAME_ENTRIES,
  NAME_TABLE,
} from '../shared/memory-map';
import { DOMAIN_COLUMN, HOST_COLUMN, QUEUE_COLUMN, SOURCE_COLUMNS, SOURCE_WIDTH } from './fields';
import { BLOCK, blockOf } from './tables/blocks';
import { ByteTable } from './tables/byte-table';
import { MAX_NAME_LENGTH, NameTable } from './tables/name-table';

/** Sorts of names, so that the same text is two names as a queue and as a domain. */
const HOST_SORT: u32 = 0;
const QUEUE_SORT: u32 = 1;
const DOMAIN_SORT: u32 = 2;
const SOURCE_SORT: u32 = 3;

const names = NameTable.at(NAME_TABLE, NAME_ENTRIES, MAX_NAMES);
const longNames = ByteTable.at(LONG_NAME_TABLE, LONG_NAME_TABLE_BYTES, MAX_LONG_NAMES, SOURCE_WIDTH);
/** Whether the name that was sought last belongs to the table of long ones. */
let isLong = false;

/** What the host of the located record says of the ISP; -1 if it was not learned. */
export function findHost(): i32 {
  return find(HOST_COLUMN, HOST_SORT, 0);
}

/** The number of the record's queue; -1 if it was not learned. */
export function findQueue(): i32 {
  return find(QUEUE_COLUMN, QUEUE_SORT, 0);
}

/** The number of the recipient's domain, which is the queue's if the recipient has none; -1 if it was not learned. */
export function findDomain(queue: i32): i32 {
  const isGiven = load<u32>(DOMAIN_COLUMN) < load<u32>(DOMAIN_COLUMN, 4);
  return find(DOMAIN_COLUMN, DOMAIN_SORT, isGiven ? 0 : <u32>queue + 1);
}

/**
 * The number of the record's source (address and vmta); -1 if it was not learned. An address of up to 16 bytes is one
 * block, and the name of the vmta takes the two others, so that both are compared at once.
 */
export function findSource(): i32 {
  const ip = <usize>load<u32>(SOURCE_COLUMNS);
  const ipEnd = <usize>load<u32>(SOURCE_COLUMNS, 4);
  const vmta = <usize>load<u32>(SOURCE_COLUMNS, 8);
  const vmtaEnd = <usize>load<u32>(SOURCE_COLUMNS, 12);
  isLong = ipEnd - ip > BLOCK || vmtaEnd - vmta > MAX_NAME_LENGTH - BLOCK;
  if (isLong) return longNames.find(SOURCE_COLUMNS, SOURCE_SORT);
  const tag = tagOf(SOURCE_SORT, ((ipEnd - ip) << 8) | (vmtaEnd - vmta), 0);
  return names.find(blockOf(ip, ipEnd), blockOf(vmta, vmtaEnd), blockOf(vmta + BLOCK, vmtaEnd), tag);
}

/** Remembers a number, from 0, for the name that the last `find…` did not know. */
export function learnName(number: i32): void {
  if (isLong) longNames.learn(number);
  else names.learn(number);
}

export function forgetNames(): void {
  names.forget();
  longNames.forget();
}

/** `seed` tells apart what has the same bytes. */
function find(column: usize, sort: u32, seed: u32): i32 {
  const from = <usize>load<u32>(column);
  const end = <usize>load<u32>(column, 4);
  isLong = end - from > MAX_NAME_LENGTH;
  if (isLong) {
    store<u64>(LONG_NAME_KEY, load<u64>(column));
    return longNames.find(LONG_NAME_KEY, sort);
  }
  const second = from + BLOCK;
  const third = second + BLOCK;
  return names.find(
    blockOf(from, end),
    blockOf(second, end),
    blockOf(third, end),
    tagOf(sort, end - from, seed),
  );
}

function tagOf(sort: u32, lengths: usize, seed: u32): u64 {
  return ((<u64>seed) << 32) | ((<u64>sort) << 16) | (<u64>lengths);
}
