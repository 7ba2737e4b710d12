import {
  IGNORED_COUNTS,
  MAX_IGNORED_TYPES,
  MAX_TYPES,
  TYPE_TABLE,
  TYPE_TABLE_BYTES,
} from '../shared/memory-map';
import { outcomeOfType, TYPE_COLUMN } from './fields';
import { ByteTable } from './tables/byte-table';

/** A type's meaning is an outcome if it is below this, else an ignored type: their numbers start here. */
const FIRST_IGNORED: i32 = 16;

const types = ByteTable.at(TYPE_TABLE, TYPE_TABLE_BYTES, MAX_TYPES, 1);

/** The meaning of the type that was located last; below 1 if it was not learned. */
export function meaningOfType(): i32 {
  const outcome = outcomeOfType();
  return outcome != 0 ? outcome : types.find(TYPE_COLUMN, 0);
}

/** Remembers the outcome that the located type, a word, stands for. */
export function learnOutcome(outcome: i32): void {
  if (types.find(TYPE_COLUMN, 0) < 0) types.learn(outcome);
}

/** Remembers the located type as an ignored one with this number, from 0. */
export function learnIgnored(number: i32): void {
  if (number >= 0 && number < MAX_IGNORED_TYPES && types.find(TYPE_COLUMN, 0) < 0)
    types.learn(FIRST_IGNORED + number);
}

export function forgetTypes(): void {
  types.forget();
}

/** Counts a row of an ignored type; false if its type stands for an outcome. */
export function countIgnored(meaning: i32): bool {
  if (meaning < FIRST_IGNORED) return false;
  const place = ((<usize>(meaning - FIRST_IGNORED)) << 2) + IGNORED_COUNTS;
  store<u32>(place, load<u32>(place) + 1);
  return true;
}
