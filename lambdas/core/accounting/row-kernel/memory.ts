/*
 * Where everything lies in the one memory that the kernel shares with JavaScript, in bytes from its beginning. Nothing
 * is allocated: what is never touched costs nothing. JavaScript learns the places from what row-kernel.ts exports.
 */

const MEGABYTE: usize = 1 << 20;

/** What a scan, or counting, found: see `Results` in ../row-kernel.ts. */
export const RESULTS: usize = 64;
/** The key of the hour that is being counted: its text and its zone. */
export const HOUR_KEY: usize = 128;
/** Where each field of the last record ends, for a thousand columns and more. */
export const ENDS: usize = 1_024;

/** Kinds of deliveries that are held at once, far more than a file's tables take. */
export const MOST_KINDS: u32 = 1 << 19;
/** For each kind how many rows were counted, and which kinds these are, in the order in which they were counted. */
export const COUNTS: usize = MEGABYTE;
export const COUNTED: usize = COUNTS + MOST_KINDS * 4;

/** Keys of kinds: a hash table of numbers, for each its hash and its place, and the keys themselves. */
export const KEYS: u32 = 1 << 17;
export const SLOTS: usize = COUNTED + MOST_KINDS * 4;
export const ENTRIES: usize = SLOTS + KEYS * 2 * 4;
export const ARENA: usize = ENTRIES + KEYS * 8;
export const ARENA_END: usize = ARENA + 12 * MEGABYTE;

/** The text, behind everything else, with room before it for a look back over its beginning. */
export const TEXT: usize = ARENA_END + 64;
