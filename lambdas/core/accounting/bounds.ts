/**
 * What the reader accepts of a file before it calls it hostile or broken. File contents are anybody's to
 * choose, so everything that could grow with them is bounded here.
 */
export interface Bounds {
  /** Bytes of one row, its line end not counted. A longer one is a broken row. */
  rowBytes: number;
  /** Rows in the head of a file, whose hash distinguishes it from others. They are read one by one. */
  headRows: number;
  /** Columns of a header. */
  columns: number;
  /** Bytes of a reply that are judged; the rest is ignored. */
  replyBytes: number;
  /** Bytes that a gzip file may inflate to. */
  inflatedBytes: number;
  /** Inflated bytes for each stored one, once `ratioFromBytes` have come out. Accounting rows reach 10 to 40. */
  inflationRatio: number;
  ratioFromBytes: number;
  /** Hours times ISPs of one file. */
  cells: number;
  /** Names (sources, queues, domains, each per hour and ISP) kept of a file; the rarest go to `(rest)`. */
  names: number;
  /** The same while counting, when they are only numbers. */
  pairs: number;
  /** Domains, once for each of their ISPs, whose MX is remembered for rows that name none; the rarest are forgotten. */
  domains: number;
  /** Different names held at once. */
  nameTexts: number;
  /** Different replies held at once. */
  texts: number;
  /** Different rows that wait for the MX of their domain, held at once; then they follow what was seen of it so far. */
  waiting: number;
  /** How many of them may go on waiting when a table is full and names are numbered anew. */
  waitingKept: number;
  /** Different samples of rows that wait. */
  waitingTexts: number;
  /** Kinds of unknown row types that are named one by one. */
  typeNames: number;
}

export const BOUNDS: Bounds = {
  rowBytes: 1_048_576,
  headRows: 100,
  columns: 1_000,
  replyBytes: 4_096,
  inflatedBytes: 16 * 1024 ** 3,
  inflationRatio: 200,
  ratioFromBytes: 64 * 1024 ** 2,
  cells: 50_000,
  names: 24_576,
  pairs: 400_000,
  domains: 262_144,
  nameTexts: 131_072,
  texts: 20_000,
  waiting: 400_000,
  waitingKept: 32_768,
  waitingTexts: 20_000,
  typeNames: 20,
};
