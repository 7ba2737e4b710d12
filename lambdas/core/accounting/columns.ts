/** The columns that the figures are made of, lower-cased; whatever else a header names is not read. */
export const COLUMNS = [
  'type',
  'timelogged',
  'rcpt',
  'dsnstatus',
  'dsndiag',
  'dsnmta',
  'dlvsourceip',
  'vmta',
  'queue',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Where each column stands in a row, from 0; -1 for those that the header does not name. */
export interface Header {
  positions: Record<Column, number>;
  /** Columns in all. */
  width: number;
  /** The fewest fields that a row can have without lacking one that is read. */
  neededWidth: number;
}

/** Before the first header no record is regular. */
export const NO_HEADER: Header = {
  width: 0,
  neededWidth: 0,
  positions: Object.fromEntries(COLUMNS.map((column) => [column, -1])) as Record<Column, number>,
};

/** The header of JSON lines: the columns that are read, in the order of COLUMNS, each after something that is not. */
export const JSON_HEADER: Header = {
  width: COLUMNS.length * 2,
  neededWidth: COLUMNS.length * 2,
  positions: Object.fromEntries(COLUMNS.map((column, index) => [column, index * 2 + 1])) as Record<
    Column,
    number
  >,
};
