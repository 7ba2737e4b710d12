/*
 * Where everything lies in the one memory that the kernel shares with JavaScript, in bytes from its beginning. Nothing
 * is allocated: what is never touched costs nothing. JavaScript learns the places from what row-kernel.ts exports.
 */

const MEGABYTE: usize = 1 << 20;

/** What a scan, or counting, found, four bytes each. */
export const RESULTS: usize = 64;
/** The key of the hour that is being counted: its text and its zone. */
export const HOUR_KEY: usize = 128;
/** Where each column stands in a record, from 0, in the order of COLUMNS in ../row-header.ts; -1 for none. */
export const POSITIONS: usize = 192;
/** Start and end of the content of each of these columns in the record that was located last. */
export const FIELDS: usize = 256;
/** The status and the skeleton of the last reply, start and end of each. */
export const REDUCED_REPLY: usize = 384;
/** Start and end of a long name, and of nothing. */
export const LONG_NAME: usize = 464;
/** Sixteen bytes of ones before sixteen of zeros: from within, a mask for the first bytes of a block. */
export const BLOCK_MASKS: usize = 416;
/** The heads of the tables. */
const HEADS: usize = 512;
const HEAD_BYTES: usize = 64;
export const TYPE_HEAD: usize = HEADS;
export const NAME_HEAD: usize = TYPE_HEAD + HEAD_BYTES;
export const LONG_NAME_HEAD: usize = NAME_HEAD + HEAD_BYTES;
export const KIND_HEAD: usize = LONG_NAME_HEAD + HEAD_BYTES;
export const REPLY_HEAD: usize = KIND_HEAD + HEAD_BYTES;
export const JUDGEMENT_HEAD: usize = REPLY_HEAD + HEAD_BYTES;
export const PAIR_HEAD: usize = JUDGEMENT_HEAD + HEAD_BYTES;
/** What each byte is within a word. */
export const SIGN_KINDS: usize = 1_024;
/** For each type that is ignored how many rows were counted. */
export const MOST_IGNORED: u32 = 64;
export const IGNORED_COUNTS: usize = 32_768;
/** Where each field of the last record ends, for a thousand columns and more. */
export const ENDS: usize = 2_048;
/** The skeleton of the last reply, as long as the longest that is judged. */
export const SKELETON: usize = 65_536;

/** Kinds of rows that are held at once, far more than a file's tables take. */
export const MOST_KINDS: u32 = 1 << 19;
/** For each kind how many deliveries were counted, and which kinds these are, in the order in which they were counted. */
export const COUNTS: usize = MEGABYTE;
export const COUNTED: usize = COUNTS + <usize>MOST_KINDS * 4;
/** For each kind its ISP. */
export const KIND_ISPS: usize = COUNTED + MOST_KINDS * 4;

/** Judgements of the hour, and pairs of a kind and a judgement with their counts. */
export const JUDGEMENTS: u32 = 1 << 14;
export const JUDGEMENT_TABLE: usize = KIND_ISPS + MOST_KINDS * 4;
export const JUDGED: usize = JUDGEMENT_TABLE + JUDGEMENTS * 16;
export const PAIRS: u32 = 1 << 17;
export const PAIR_TABLE: usize = JUDGED + JUDGEMENTS * 16;
export const PAIR_COUNTS: usize = PAIR_TABLE + PAIRS * 16;

/** Kinds by what tells them apart, and names: hosts, queues, domains and sources. */
export const KIND_TABLE: usize = PAIR_COUNTS + <usize>PAIRS * 4;
const KIND_BYTES: usize = <usize>MOST_KINDS * 24;
export const NAMES: u32 = 1 << 17;
export const NAME_TABLE: usize = KIND_TABLE + KIND_BYTES;
const NAME_BYTES: usize = <usize>NAMES * 72;

/** Tables of bytes: what types mean, names that are long, and replies. */
export const TYPE_KEYS: u32 = 1 << 9;
export const LONG_NAME_KEYS: u32 = 1 << 14;
export const REPLY_KEYS: u32 = 1 << 12;
const KEY_BYTES: usize = 24;
export const TYPE_BYTES: usize = <usize>TYPE_KEYS * KEY_BYTES + 65_536;
export const LONG_NAME_BYTES: usize = <usize>LONG_NAME_KEYS * KEY_BYTES + 2 * MEGABYTE;
export const REPLY_BYTES: usize = <usize>REPLY_KEYS * KEY_BYTES + 2 * MEGABYTE;
export const TYPE_TABLE: usize = NAME_TABLE + NAME_BYTES;
export const LONG_NAME_TABLE: usize = TYPE_TABLE + TYPE_BYTES;
export const REPLY_TABLE: usize = LONG_NAME_TABLE + LONG_NAME_BYTES;

/** A record that JavaScript puts together, where the text holds none. */
export const RECORD: usize = REPLY_TABLE + REPLY_BYTES + 64;
export const RECORD_BYTES: usize = 65_536;

/** The text, behind everything else, with room before it for a look back over its beginning. */
export const TEXT: usize = RECORD + RECORD_BYTES + 64;
