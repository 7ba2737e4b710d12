import { ByteTable } from './byte-table';
import { outcomeOfType, TYPE_COLUMN } from './fields';
import { IGNORED_COUNTS, MOST_IGNORED, TYPE_BYTES, TYPE_HEAD, TYPE_KEYS, TYPE_TABLE } from './memory';

/** What a type means is an outcome below this, or a type that is ignored, numbered from here on. */
const FIRST_IGNORED: i32 = 16;

const types = ByteTable.at(TYPE_HEAD, TYPE_TABLE, TYPE_BYTES, TYPE_KEYS, 1);

/** What the type means that was located last; below 1 where nobody taught it. */
export function meaningOfType(): i32 {
  const outcome = outcomeOfType();
  return outcome != 0 ? outcome : types.find(TYPE_COLUMN, 0);
}

/** Remembers a word for an outcome. */
export function learnOutcome(outcome: i32): void {
  if (types.find(TYPE_COLUMN, 0) < 0) types.learn(outcome);
}

/** Remembers the number, from 0, of a type that is ignored. */
export function learnIgnored(number: i32): void {
  if (<u32>number < MOST_IGNORED && types.find(TYPE_COLUMN, 0) < 0) types.learn(FIRST_IGNORED + number);
}

export function forgetTypes(): void {
  types.forget();
}

/** Counts a row of a type that is ignored; false where its type means an outcome. */
export function countIgnored(meaning: i32): bool {
  if (meaning < FIRST_IGNORED) return false;
  const place = IGNORED_COUNTS + ((<usize>(meaning - FIRST_IGNORED)) << 2);
  store<u32>(place, load<u32>(place) + 1);
  return true;
}
