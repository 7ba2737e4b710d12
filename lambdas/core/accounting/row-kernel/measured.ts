const AT_SIGN: u8 = 0x40;
const LESS: u8 = 0x3c;
const GREATER: u8 = 0x3e;
const QUOTE: u8 = 0x22;
const PERCENT: u8 = 0x25;
const PARENTHESIS: u8 = 0x28;
const LOWER_A: u8 = 0x61;
const LOWER_CASE: u8 = 0x20;
const FIRST_NOT_ASCII: u8 = 0x80;

/** The reply. */
let start: usize = 0;
let end: usize = 0;
/** Up to where it was looked at for angle brackets; 0 while nobody asked. */
let looked: usize = 0;
let isOpen: bool = false;
let isQuoted: bool = false;

/** `isMeasured` is about this reply from now on. */
export function measureReply(replyStart: usize, replyEnd: usize): void {
  start = replyStart;
  end = replyEnd;
  looked = 0;
}

/**
 * Whether the length of what stands at `at` may matter: behind an angle bracket that is still open all up to the next
 * is looked at as one, and so is what stands between quotes with an `@` behind them. To be asked from left to right.
 */
export function isMeasured(at: usize): bool {
  if (looked == 0) {
    looked = placeOfAngle();
    isOpen = false;
    isQuoted = holdsQuotedName();
  }
  for (; looked < at; looked++) {
    const byte = load<u8>(looked);
    if (byte == LESS) isOpen = true;
    else if (byte == GREATER) isOpen = false;
  }
  return isOpen || isQuoted;
}

/** Where the first `<` stands; `end` where there is none. */
function placeOfAngle(): usize {
  const angles = i8x16.splat(<i8>LESS);
  for (let block = start; block < end; block += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(block), angles));
    if (found != 0) return min(end, block + ctz(found));
  }
  return end;
}

/** Whether a quote stands before an `@`, in whichever way the two are written: `"jane doe"@example.com`. */
function holdsQuotedName(): bool {
  const atSigns = i8x16.splat(<i8>AT_SIGN);
  const percents = i8x16.splat(<i8>PERCENT);
  const parentheses = i8x16.splat(<i8>PARENTHESIS);
  for (let block = start; block < end; block += 16) {
    const bytes = v128.load(block);
    const found = v128.or(
      i8x16.eq(bytes, atSigns),
      v128.or(i8x16.eq(bytes, percents), i8x16.eq(bytes, parentheses)),
    );
    for (let places = i8x16.bitmask(found); places != 0; places &= places - 1) {
      const place = block + ctz(places);
      const before = load<u8>(place - 1);
      const isAt = load<u8>(place) != PARENTHESIS || (load<u8>(place + 1) | LOWER_CASE) == LOWER_A;
      if (isAt && (before == QUOTE || before >= FIRST_NOT_ASCII)) return true;
    }
  }
  return false;
}
