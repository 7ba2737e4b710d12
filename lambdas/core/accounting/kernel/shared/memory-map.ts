/*
 * The one memory that the kernel and TypeScript share, as a list of reservations: each region begins where the one before
 * it ends, and its size is the constant of its name with `_BYTES`. All sizes are multiples of a cache line, so that every
 * region begins on one; a test checks that, and that no two regions overlap. Nothing is allocated while counting, and a
 * page that is never touched costs nothing.
 *
 * Both compilers read this file, so it holds untyped constants and nothing else.
 */

const CACHE_LINE = 64;
const MEGABYTE = 1 << 20;

/** The head of a table: its fields. Its slots follow, two for each key, four bytes each. */
export const TABLE_HEAD_BYTES = CACHE_LINE;

/** What a scan, or counting, found: four bytes each (protocol.ts). The first line stays free, as place 0 means none. */
export const RESULTS = CACHE_LINE;
export const RESULTS_BYTES = CACHE_LINE;

/** The hour of the last time: its text, sixteen bytes of it, and how it is looked up. */
export const HOUR_KEY = RESULTS + RESULTS_BYTES;
export const HOUR_KEY_BYTES = CACHE_LINE;

/** Where each column stands in a record, from 0; -1 for one that the header does not name. */
export const POSITIONS = HOUR_KEY + HOUR_KEY_BYTES;
export const POSITIONS_BYTES = CACHE_LINE;

/** The names of the columns as members of JSON: sixteen bytes each. */
export const COLUMN_NAMES = POSITIONS + POSITIONS_BYTES;
export const COLUMN_NAMES_BYTES = 3 * CACHE_LINE;

/** Start and end of each column's content in the record that was located last. */
export const FIELDS = COLUMN_NAMES + COLUMN_NAMES_BYTES;
export const FIELDS_BYTES = 2 * CACHE_LINE;

/** Start and end of the status and of the skeleton of the last reply. */
export const REPLY_KEY = FIELDS + FIELDS_BYTES;
export const REPLY_KEY_BYTES = CACHE_LINE;

/** Start and end of a name that is too long for the table of names, and of an empty second column. */
export const LONG_NAME_KEY = REPLY_KEY + REPLY_KEY_BYTES;
export const LONG_NAME_KEY_BYTES = CACHE_LINE;

/** Sixteen bytes of ones before sixteen of zeros: read from within, a mask for the first bytes of a block. */
export const BLOCK_MASKS = LONG_NAME_KEY + LONG_NAME_KEY_BYTES;
export const BLOCK_MASKS_BYTES = CACHE_LINE;

/** The class of each byte value (skeleton/char-class.ts). */
export const CHAR_CLASSES = BLOCK_MASKS + BLOCK_MASKS_BYTES;
export const CHAR_CLASSES_BYTES = 256;

/** How many rows of each ignored type were counted. */
export const MAX_IGNORED_TYPES = 64;
export const IGNORED_COUNTS = CHAR_CLASSES + CHAR_CLASSES_BYTES;
export const IGNORED_COUNTS_BYTES = MAX_IGNORED_TYPES * 4;

/** Where each field of the last record ends. */
export const MAX_FIELDS = 8_192;
export const ENDS = IGNORED_COUNTS + IGNORED_COUNTS_BYTES;
export const ENDS_BYTES = MAX_FIELDS * 4;

/** The skeleton of the last reply, which is no longer than the reply, and room to read a block from its last byte. */
export const MAX_REPLY_LENGTH = 65_536;
export const SKELETON = ENDS + ENDS_BYTES;
export const SKELETON_BYTES = MAX_REPLY_LENGTH + CACHE_LINE;

/** Kinds of rows that are held at once, far more than the bounds of a file allow. */
export const MAX_KINDS = 1 << 19;
/** How many deliveries of each kind were counted, … */
export const DELIVERIES = SKELETON + SKELETON_BYTES;
export const DELIVERIES_BYTES = MAX_KINDS * 4;
/** … and which kinds have any, in the order in which they were counted first. */
export const DELIVERED_KINDS = DELIVERIES + DELIVERIES_BYTES;
export const DELIVERED_KINDS_BYTES = MAX_KINDS * 4;
/** The ISP of each kind. */
export const KIND_ISPS = DELIVERED_KINDS + DELIVERED_KINDS_BYTES;
export const KIND_ISPS_BYTES = MAX_KINDS * 4;

/**
 * Judgements by (lane, ISP, outcome, reply), and what is known of each (protocol.ts). When all places are taken, TypeScript
 * judges what is new until an hour closes.
 */
export const MAX_JUDGEMENTS = 1 << 14;
export const JUDGEMENT_TABLE = KIND_ISPS + KIND_ISPS_BYTES;
export const JUDGEMENT_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_JUDGEMENTS * 8;
export const JUDGEMENT_KEYS = JUDGEMENT_TABLE + JUDGEMENT_TABLE_BYTES;
export const JUDGEMENT_KEYS_BYTES = MAX_JUDGEMENTS * 8;
export const JUDGEMENTS = JUDGEMENT_KEYS + JUDGEMENT_KEYS_BYTES;
export const JUDGEMENTS_BYTES = MAX_JUDGEMENTS * 16;

/** Pairs of a kind and a judgement (or an hour's deliveries), and how many rows of each were counted. */
export const MAX_PAIRS = 1 << 17;
export const PAIR_TABLE = JUDGEMENTS + JUDGEMENTS_BYTES;
export const PAIR_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_PAIRS * 8;
export const PAIR_KEYS = PAIR_TABLE + PAIR_TABLE_BYTES;
export const PAIR_KEYS_BYTES = MAX_PAIRS * 8;
export const PAIR_COUNTS = PAIR_KEYS + PAIR_KEYS_BYTES;
export const PAIR_COUNTS_BYTES = MAX_PAIRS * 4;

/** Kinds by what tells them apart: four integers each. */
export const KIND_TABLE = PAIR_COUNTS + PAIR_COUNTS_BYTES;
export const KIND_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_KINDS * 8;
export const KIND_KEYS = KIND_TABLE + KIND_TABLE_BYTES;
export const KIND_KEYS_BYTES = MAX_KINDS * 16;

/** Names of hosts, queues, domains and sources: a cache line each. */
export const MAX_NAMES = 1 << 17;
export const NAME_TABLE = KIND_KEYS + KIND_KEYS_BYTES;
export const NAME_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_NAMES * 8;
export const NAME_ENTRIES = NAME_TABLE + NAME_TABLE_BYTES;
export const NAME_ENTRIES_BYTES = MAX_NAMES * CACHE_LINE;

/** Tables of keys of any length: 24 bytes for each key, and the keys themselves. */
export const MAX_TYPES = 1 << 9;
export const TYPE_TABLE = NAME_ENTRIES + NAME_ENTRIES_BYTES;
export const TYPE_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_TYPES * 24 + 65_536;
/** Hours as they are written. */
export const MAX_WRITTEN_HOURS = 1 << 12;
export const HOUR_TABLE = TYPE_TABLE + TYPE_TABLE_BYTES;
export const HOUR_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_WRITTEN_HOURS * 24 + 262_144;
export const MAX_LONG_NAMES = 1 << 14;
export const LONG_NAME_TABLE = HOUR_TABLE + HOUR_TABLE_BYTES;
export const LONG_NAME_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_LONG_NAMES * 24 + 2 * MEGABYTE;
export const MAX_REPLIES = 1 << 12;
export const REPLY_TABLE = LONG_NAME_TABLE + LONG_NAME_TABLE_BYTES;
export const REPLY_TABLE_BYTES = TABLE_HEAD_BYTES + MAX_REPLIES * 24 + 2 * MEGABYTE;

/** A record that TypeScript puts together (from JSON), with room to look back over its first byte. */
const BEFORE_RECORD = REPLY_TABLE + REPLY_TABLE_BYTES;
export const RECORD = BEFORE_RECORD + CACHE_LINE;
export const RECORD_BYTES = 65_536;

/** The text of the file, to the end of the memory, also with room to look back and beyond. */
export const TEXT = RECORD + RECORD_BYTES + CACHE_LINE;
export const BYTES_BEYOND_TEXT = CACHE_LINE;
