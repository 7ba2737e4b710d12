/*
 * Where everything lies in the one memory that the kernel shares with JavaScript, in bytes from its beginning. Nothing
 * is allocated: what is never touched costs nothing. JavaScript learns the places from what row-kernel.ts exports.
 */

const MEGABYTE: usize = 1 << 20;

/** What a scan, or counting, found: see `Results` in ../row-kernel.ts. */
export const RESULTS: usize = 64;
/** The key of the hour that is being counted: its text and its zone. */
export const HOUR_KEY: usize = 128;
/** Where each column stands in a record, from 0, in the order of COLUMNS in ../row-header.ts; -1 for none. */
export const POSITIONS: usize = 192;
/** Start and end of the content of each of these columns in the record that was located last. */
export const FIELDS: usize = 256;
/** The status and the skeleton of the last reply, start and end of each. */
export const REDUCED_REPLY: usize = 384;
/** Sixteen bytes of ones before sixteen of zeros: from within, a mask for the first bytes of a block. */
export const BLOCK_MASKS: usize = 416;
/** The heads of the tables. */
export const HOST_HEAD: usize = 512;
export const KIND_HEAD: usize = 576;
export const REPLY_HEAD: usize = 640;
export const JUDGEMENT_HEAD: usize = 768;
export const PAIR_HEAD: usize = 832;
export const TYPE_HEAD: usize = 896;
/** For each type that is ignored how many rows were counted. */
export const MOST_IGNORED: u32 = 64;
export const IGNORED_COUNTS: usize = 32_768;
/** Where each field of the last record ends, for a thousand columns and more. */
export const ENDS: usize = 1_024;
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

/** Tables of bytes: what types mean, ISPs by the host of the MX, kinds by their columns, and replies. */
export const TYPE_KEYS: u32 = 1 << 9;
export const HOST_KEYS: u32 = 1 << 13;
export const KIND_KEYS: u32 = 1 << 17;
export const REPLY_KEYS: u32 = 1 << 12;
const KEY_BYTES: usize = 24;
export const HOST_BYTES: usize = <usize>HOST_KEYS * KEY_BYTES + MEGABYTE;
export const KIND_BYTES: usize = <usize>KIND_KEYS * KEY_BYTES + 16 * MEGABYTE;
export const REPLY_BYTES: usize = <usize>REPLY_KEYS * KEY_BYTES + 2 * MEGABYTE;
export const TYPE_BYTES: usize = <usize>TYPE_KEYS * KEY_BYTES + 65_536;
export const TYPE_TABLE: usize = PAIR_COUNTS + <usize>PAIRS * 4;
export const HOST_TABLE: usize = TYPE_TABLE + TYPE_BYTES;
export const KIND_TABLE: usize = HOST_TABLE + HOST_BYTES;
export const REPLY_TABLE: usize = KIND_TABLE + KIND_BYTES;

/** The text, behind everything else, with room before it for a look back over its beginning. */
export const TEXT: usize = REPLY_TABLE + REPLY_BYTES + 64;
