import {
  AT_SIGN,
  FIRST_NOT_ASCII,
  GREATER_THAN,
  LESS_THAN,
  LOWER_A,
  LOWER_CASE_BIT,
  OPENING_PARENTHESIS,
  PERCENT,
  QUOTE,
} from '../../shared/ascii';

/*
 * Where `normalise` judges a stretch of text by its length, a placeholder of another length would change what it sees.
 */

/** The reply. */
let start: usize = 0;
let end: usize = 0;
/** How far it was searched for angle brackets; 0 before the first question, so that most replies are never searched. */
let searchedTo: usize = 0;
let isInAngleBrackets: bool = false;
let isQuotedName: bool = false;

/** From now on `isLengthSignificant` is about this reply. */
export function useReply(replyStart: usize, replyEnd: usize): void {
  start = replyStart;
  end = replyEnd;
  searchedTo = 0;
}

/**
 * Whether the length of the token at `at` may matter: after an angle bracket that is still open everything up to its
 * counterpart is read as one, and so is what stands between quotes before an `@`. Must be asked from left to right.
 */
export function isLengthSignificant(at: usize): bool {
  if (searchedTo == 0) {
    searchedTo = firstAngleBracket();
    isInAngleBrackets = false;
    isQuotedName = hasQuotedName();
  }
  for (; searchedTo < at; searchedTo++) {
    const byte = load<u8>(searchedTo);
    if (byte == LESS_THAN) isInAngleBrackets = true;
    else if (byte == GREATER_THAN) isInAngleBrackets = false;
  }
  return isInAngleBrackets || isQuotedName;
}

/** Where the first `<` stands; `end` if there is none. */
function firstAngleBracket(): usize {
  const angles = i8x16.splat(<i8>LESS_THAN);
  for (let block = start; block < end; block += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(block), angles));
    if (found != 0) return min(end, block + ctz(found));
  }
  return end;
}

/** Whether a quote stands before an `@`, in whichever way the two are written: `"jane doe"@example.com`. */
function hasQuotedName(): bool {
  const atSigns = i8x16.splat(<i8>AT_SIGN);
  const percents = i8x16.splat(<i8>PERCENT);
  const parentheses = i8x16.splat(<i8>OPENING_PARENTHESIS);
  for (let block = start; block < end; block += 16) {
    const bytes = v128.load(block);
    const found = v128.or(
      i8x16.eq(bytes, atSigns),
      v128.or(i8x16.eq(bytes, percents), i8x16.eq(bytes, parentheses)),
    );
    for (let places = i8x16.bitmask(found); places != 0; places &= places - 1) {
      const place = block + ctz(places);
      const before = load<u8>(place - 1);
      const isAt =
        load<u8>(place) != OPENING_PARENTHESIS || (load<u8>(place + 1) | LOWER_CASE_BIT) == LOWER_A;
      if (isAt && (before == QUOTE || before >= <u8>FIRST_NOT_ASCII)) return true;
    }
  }
  return false;
}
