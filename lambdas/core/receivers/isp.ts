/**
 * The id of a mailbox provider: `gmail`, `outlook`, `microsoft-365`, `yahoo`, `apple`, …;
 * `other` for every receiver that the directory does not know.
 */
export type IspId = string;

/** Who answered, when nobody in the directory did. */
export const OTHER: IspId = 'other';

/** A mailbox provider as the directory knows it: how it is recognised, and where its postmaster can be reached. */
export interface Isp {
  id: IspId;
  /** As people write it: `Gmail`. */
  name: string;
  /** Suffixes of MX host names, matched on whole labels from the right: `google.com` covers `aspmx.l.google.com`. */
  mx: readonly string[];
  /** Recipient domains, matched exactly. */
  domains: readonly string[];
  /** First labels of rollup and `queue-to` names: `yahoo` covers `yahoo.rollup` and `yahoo.queue`. */
  rollups: readonly string[];
  /** What people call it: `google`, `aol`. */
  aliases: readonly string[];
  /** Pages to look at or ask on: title and address. */
  postmaster: readonly { title: string; url: string }[];
  /** Where the MX suffixes and domains are from, with its date. */
  source: string;
}
