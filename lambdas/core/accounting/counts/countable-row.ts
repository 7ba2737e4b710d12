import type { Outcome } from '../row-type.ts';

/** In place of an ISP where `dsnMta` names a host that the directory does not know. */
export const UNKNOWN_MX = -1;
/** … and where the row names no host at all, as when the connection failed. */
export const NO_MX = -2;

/** A row, as numbers that `FileCounts` gave out; its owner uses one object for all rows. */
export interface CountableRow {
  outcome: Outcome;
  hour: number;
  /** The ISP of its MX, `UNKNOWN_MX` or `NO_MX`. */
  mxIsp: number;
  domain: number;
  queue: number;
  source: number;
  /** For other rows than delivered ones, as the three below. */
  reply: number;
  /** Which of many replies is shown as sample must not depend on the order of rows: the smallest hashes win. */
  replyHash: number;
  recipientHash: number;
  /** Its reply, scrubbed; called for few rows. */
  sample(): string;
  /** The recipient's local part; called where no rule knows the reply's words. */
  localPart(): string;
}
