import { ByteTable } from './byte-table';
import { DOMAIN_NAME, HOST, QUEUE_NAME, SOURCE, SOURCE_WIDTH } from './fields';
import {
  LONG_NAME,
  LONG_NAME_BYTES,
  LONG_NAME_HEAD,
  LONG_NAME_KEYS,
  LONG_NAME_TABLE,
  NAME_HEAD,
  NAME_TABLE,
  NAMES,
} from './memory';
import { blockOf, LONGEST_NAME, NameTable } from './name-table';

/** Sorts of names. */
const OF_HOST: u64 = 0;
const OF_QUEUE: u64 = 1;
const OF_DOMAIN: u64 = 2;
const OF_SOURCE: u64 = 3;

const BLOCK: usize = 16;

const names = NameTable.at(NAME_HEAD, NAME_TABLE, NAMES);
const longNames = ByteTable.at(
  LONG_NAME_HEAD,
  LONG_NAME_TABLE,
  LONG_NAME_BYTES,
  LONG_NAME_KEYS,
  SOURCE_WIDTH,
);
let isLong = false;

/** What the host of the record that was located last tells of its ISP; -1 where it was not learned. */
export function findHost(): i32 {
  return find(HOST, OF_HOST, 0);
}

/** The number of its queue, of its domain and of its source; -1 where it was not learned. */
export function findQueue(): i32 {
  return find(QUEUE_NAME, OF_QUEUE, 0);
}

/** A recipient without a domain has that of its queue. */
export function findDomain(queue: i32): i32 {
  const isGiven = load<u32>(DOMAIN_NAME) < load<u32>(DOMAIN_NAME, 4);
  return find(DOMAIN_NAME, OF_DOMAIN, isGiven ? 0 : <u32>queue + 1);
}

/** Two columns: an address of up to 16 bytes is one block, the name of a vmta takes the others. */
export function findSource(): i32 {
  const ip = <usize>load<u32>(SOURCE);
  const ipEnd = <usize>load<u32>(SOURCE, 4);
  const vmta = <usize>load<u32>(SOURCE, 8);
  const vmtaEnd = <usize>load<u32>(SOURCE, 12);
  isLong = ipEnd - ip > BLOCK || vmtaEnd - vmta > LONGEST_NAME - BLOCK;
  if (isLong) return longNames.find(SOURCE, <u32>OF_SOURCE);
  const tag = tagOf(OF_SOURCE, ((ipEnd - ip) << 8) | (vmtaEnd - vmta), 0);
  return names.find(blockOf(ip, ipEnd), blockOf(vmta, vmtaEnd), blockOf(vmta + BLOCK, vmtaEnd), tag);
}

/** Remembers a number, from 0, for what was sought last. */
export function learnName(number: i32): void {
  if (isLong) longNames.learn(number);
  else names.learn(number);
}

export function forgetNames(): void {
  names.forget();
  longNames.forget();
}

function find(column: usize, sort: u64, seed: u32): i32 {
  const from = <usize>load<u32>(column);
  const end = <usize>load<u32>(column, 4);
  isLong = end - from > LONGEST_NAME;
  if (isLong) {
    store<u64>(LONG_NAME, load<u64>(column));
    return longNames.find(LONG_NAME, <u32>sort);
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

function tagOf(sort: u64, lengths: usize, seed: u32): u64 {
  return ((<u64>seed) << 32) | (sort << 16) | (<u64>lengths);
}
