/*
 * The numbers by which TypeScript and the kernel understand each other. Both compilers read this file, so it holds
 * untyped constants and nothing else.
 */

/**
 * What a scan found: no whole record yet, a record with the header's number of fields, one that needs a closer look, or one
 * that lacks only columns at its end that are not read.
 */
export const UNFINISHED = 0;
export const REGULAR = 1;
export const ODD = 2;
export const SHORT = 3;

/** In place of the header's number of fields: records are lines of JSON. */
export const JSON_LINES = -1;

/** What the figures make of a row. */
export const DELIVERED = 1;
export const BOUNCED = 2;
export const DEFERRED = 3;
/** A failed attempt of a whole queue: no recipient, the domain stands in `queue`. */
export const QUEUE_DEFERRED = 4;

/** The columns that are read, as the kernel numbers them. */
export const TYPE = 0;
export const TIME_LOGGED = 1;
export const RCPT = 2;
export const DSN_STATUS = 3;
export const DSN_DIAG = 4;
export const DSN_MTA = 5;
export const DLV_SOURCE_IP = 6;
export const VMTA = 7;
export const QUEUE = 8;
/** How many columns are read. */
export const COLUMNS = 9;
/** No column of its own: the recipient from its last `@` on. */
export const DOMAIN = 9;

/** Results of a scan: where the next record begins, … */
export const NEXT = 0;
/** … the line ends inside the record's quotes, … */
export const INNER_LINES = 1;
/** … 1 if a quoted field of it contains doubled quotes, … */
export const DOUBLED_QUOTES = 2;
/** … and where its last quote stands that is not as RFC 4180 has it; 0 if all are. */
export const LAST_STRAY_QUOTE = 3;
/** Results of counting: where the record begins at which it stopped, and the records and lines counted before it. */
export const STOPPED_AT = 4;
export const ROWS_COUNTED = 5;
export const LINES_PASSED = 6;
export const RESULT_COUNT = 7;

/** Integers of a kind: what the MX says of the ISP, then the numbers of queue, domain and source. */
export const INTEGERS_PER_KIND = 4;
/** Integers of a judgement: its number, and the hashes that another row must undercut to become the sample. */
export const INTEGERS_PER_JUDGEMENT = 4;
export const REPLY_HASH = 1;
export const RECIPIENT_HASH = 2;

/** Hours that are counted side by side: each has a lane, from 0. */
export const MAX_LANES = 1_024;

/** MX numbers below this name no known ISP (no host, unknown host); the ISPs are numbered from here on. */
export const FIRST_KNOWN_ISP = 2;
