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
  /** The fewest fields that a row can have with none missing that is read. */
  neededWidth: number;
}

/** Before the first header no record is regular. */
export const NO_HEADER: Pick<Header, 'width' | 'positions'> = {
  width: 0,
  positions: Object.fromEntries(COLUMNS.map((column) => [column, -1])) as Record<Column, number>,
};

/** The header of records that consist of the columns that are read, in the order of COLUMNS. */
export const BARE_HEADER: Header = {
  width: COLUMNS.length,
  neededWidth: COLUMNS.length,
  positions: Object.fromEntries(COLUMNS.map((column, index) => [column, index])) as Record<Column, number>,
};
