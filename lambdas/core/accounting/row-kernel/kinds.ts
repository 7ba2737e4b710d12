import { ARENA, ARENA_END, COUNTED, COUNTS, ENTRIES, KEYS, SLOTS } from './memory';

/** Of a key in the arena: its kind, the lengths of its columns, and behind them their bytes. */
const LENGTHS: usize = 4;
const LAST_LENGTH: usize = 12;
const BYTES: usize = 16;
/** Longer columns are not worth remembering. */
const LONGEST_COLUMN: usize = 0x7fff;

const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

let size: u32 = 0;
let used: usize = ARENA;
let countedKinds: u32 = 0;

/**
 * The number of the kind of a delivery with these columns (start and end of each), -1 where it was not learned. Bytes
 * are compared, not only their hash: a collision cannot miscount.
 */
export function find(
  queue: usize,
  queueEnd: usize,
  host: usize,
  hostEnd: usize,
  ip: usize,
  ipEnd: usize,
  vmta: usize,
  vmtaEnd: usize,
  domain: usize,
  domainEnd: usize,
): i32 {
  if (
    longest(queueEnd - queue, hostEnd - host, ipEnd - ip, vmtaEnd - vmta, domainEnd - domain) > LONGEST_COLUMN
  ) {
    return -1;
  }
  const hash = mixed(
    mixed(mixed(mixed(mixed(0, queue, queueEnd), host, hostEnd), ip, ipEnd), vmta, vmtaEnd),
    domain,
    domainEnd,
  );
  const lengths = lengthsOf(queueEnd - queue, hostEnd - host, ipEnd - ip, vmtaEnd - vmta);
  const mask = KEYS * 2 - 1;
  let slot = (<u32>(hash >> 40)) & mask;
  while (true) {
    const number = load<u32>(SLOTS + ((<usize>slot) << 2));
    if (number == 0) return -1;
    const entry = ENTRIES + ((<usize>(number - 1)) << 3);
    if (load<u32>(entry) == <u32>hash) {
      const key = <usize>load<u32>(entry, 4);
      if (load<u64>(key, LENGTHS) == lengths && load<u32>(key, LAST_LENGTH) == <u32>(domainEnd - domain)) {
        let bytes = key + BYTES;
        if (
          isSame(bytes, queue, queueEnd - queue) &&
          isSame((bytes += queueEnd - queue), host, hostEnd - host) &&
          isSame((bytes += hostEnd - host), ip, ipEnd - ip) &&
          isSame((bytes += ipEnd - ip), vmta, vmtaEnd - vmta) &&
          isSame((bytes += vmtaEnd - vmta), domain, domainEnd - domain)
        ) {
          return load<i32>(key);
        }
      }
    }
    slot = (slot + 1) & mask;
  }
}

/** Remembers the kind for columns that `find` does not know. When there is no more room, all is forgotten first. */
export function learn(
  kind: i32,
  queue: usize,
  queueEnd: usize,
  host: usize,
  hostEnd: usize,
  ip: usize,
  ipEnd: usize,
  vmta: usize,
  vmtaEnd: usize,
  domain: usize,
  domainEnd: usize,
): void {
  if (
    longest(queueEnd - queue, hostEnd - host, ipEnd - ip, vmtaEnd - vmta, domainEnd - domain) > LONGEST_COLUMN
  ) {
    return;
  }
  const bytes = queueEnd - queue + (hostEnd - host) + (ipEnd - ip) + (vmtaEnd - vmta) + (domainEnd - domain);
  if (size == KEYS || used + BYTES + bytes + 16 > ARENA_END) forget();
  const hash = mixed(
    mixed(mixed(mixed(mixed(0, queue, queueEnd), host, hostEnd), ip, ipEnd), vmta, vmtaEnd),
    domain,
    domainEnd,
  );
  const key = used;
  store<i32>(key, kind);
  store<u64>(key, lengthsOf(queueEnd - queue, hostEnd - host, ipEnd - ip, vmtaEnd - vmta), LENGTHS);
  store<u32>(key, <u32>(domainEnd - domain), LAST_LENGTH);
  used = key + BYTES;
  keep(queue, queueEnd);
  keep(host, hostEnd);
  keep(ip, ipEnd);
  keep(vmta, vmtaEnd);
  keep(domain, domainEnd);
  const entry = ENTRIES + ((<usize>size) << 3);
  store<u32>(entry, <u32>hash);
  store<u32>(entry, <u32>key, 4);
  size++;
  const mask = KEYS * 2 - 1;
  let slot = (<u32>(hash >> 40)) & mask;
  while (load<u32>(SLOTS + ((<usize>slot) << 2)) != 0) slot = (slot + 1) & mask;
  store<u32>(SLOTS + ((<usize>slot) << 2), size);
}

/** Forgets all kinds: their numbers have become void. */
export function forget(): void {
  if (size == 0) return;
  memory.fill(SLOTS, 0, KEYS * 2 * 4);
  size = 0;
  used = ARENA;
}

/** Counts a row of a kind. */
export function count(kind: i32): void {
  const place = COUNTS + ((<usize>kind) << 2);
  const before = load<u32>(place);
  if (before == 0) {
    store<i32>(COUNTED + ((<usize>countedKinds) << 2), kind);
    countedKinds++;
  }
  store<u32>(place, before + 1);
}

/** How many kinds were counted since this was last asked; counting begins anew with the next. */
export function takeCounted(): u32 {
  const taken = countedKinds;
  countedKinds = 0;
  return taken;
}

function longest(queue: usize, host: usize, ip: usize, vmta: usize, domain: usize): usize {
  return max(max(max(queue, host), max(ip, vmta)), domain);
}

function lengthsOf(queue: usize, host: usize, ip: usize, vmta: usize): u64 {
  return (<u64>queue) | ((<u64>host) << 16) | ((<u64>ip) << 32) | ((<u64>vmta) << 48);
}

/** A hash with one more column in it, eight bytes at a time; what stands behind its end is masked out. */
function mixed(hash: u64, start: usize, end: usize): u64 {
  hash ^= <u64>(end - start);
  let at = start;
  for (; at + 8 <= end; at += 8) hash = turned(hash ^ load<u64>(at));
  if (at < end) hash ^= load<u64>(at) & firstBytes(end - at);
  return turned(hash);
}

function turned(word: u64): u64 {
  const product = word * MULTIPLIER;
  return product ^ (product >> 32);
}

function keep(start: usize, end: usize): void {
  memory.copy(used, start, end - start);
  used += end - start;
}

function isSame(one: usize, other: usize, length: usize): bool {
  let at: usize = 0;
  for (; at + 16 <= length; at += 16) {
    if (v128.any_true(v128.xor(v128.load(one + at), v128.load(other + at)))) return false;
  }
  if (at + 8 <= length) {
    if (load<u64>(one + at) != load<u64>(other + at)) return false;
    at += 8;
  }
  return at == length || ((load<u64>(one + at) ^ load<u64>(other + at)) & firstBytes(length - at)) == 0;
}

/** The first 1 to 7 bytes of a word. */
function firstBytes(bytes: usize): u64 {
  return ((<u64>1) << ((<u64>bytes) << 3)) - 1;
}
