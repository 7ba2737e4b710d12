import type { Outcome } from '../outcome.ts';

/** In place of an ISP: `dsnMta` names a host that the directory does not know. */
export const UNKNOWN_MX = -1;
/** … or the row names no host at all, as when the connection failed. */
export const NO_MX = -2;

/** A row, as numbers that `FileCounts` gave out. Its owner reuses one object for all rows. */
export interface CountableRow {
  outcome: Outcome;
  hour: number;
  /** The ISP of its MX, `UNKNOWN_MX` or `NO_MX`. */
  mxIsp: number;
  domain: number;
  queue: number;
  source: number;
  /** Not set for delivered rows, nor are the hashes. */
  reply: number;
  /** The hashes by which the sample is chosen. */
  replyHash: number;
  recipientHash: number;
  /** Its reply, scrubbed. Called for few rows. */
  sample(): string;
  /** The recipient's local part. Called only if no rule knows the reply's text. */
  localPart(): string;
}
