/*
 * How the figures table is laid out: what adapters write, and infrastructure grants access, filters the stream and
 * expires items by. Constants only, since infrastructure takes nothing else from the adapters.
 *
 * | pk                   | sk                       | what                                  | written by |
 * | -------------------- | ------------------------ | ------------------------------------- | ---------- |
 * | `HOUR#2026-11-24T01` | `FILE#<id>`              | contribution of one file              | ingest     |
 * | `HOUR#2026-11-24T01` | `PART#<digit>`           | subtotal of a sixteenth of the files  | tally      |
 * | `HOUR#2026-11-24T01` | `ISP#gmail`              | figures of one ISP                    | tally      |
 * | `FILE#<id>`          | `FILE`                   | file record                           | ingest     |
 * | `FILE#<fingerprint>` | `FINGERPRINT`            | the first key that had these rows     | ingest     |
 * | `INCIDENT#<matter>`  | `STATE`                  | incident, with its unsent alerts      | evaluate   |
 * | `INCIDENT#<matter>`  | `EVENT#<time>#<alertId>` | an alert that was sent                | evaluate   |
 * | `INCIDENT#roster`    | `ROSTER`                 | the matters that are under way        | evaluate   |
 *
 * Why: docs/decisions/0001 and 0004.
 */

/** How partition keys begin. */
export const PARTITIONS = { hour: 'HOUR#', file: 'FILE#', incident: 'INCIDENT#' } as const;

/** Whole sort keys, or, with a `#` at the end, how they begin. */
export const SORT_KEYS = {
  contribution: 'FILE#',
  subtotal: 'PART#',
  figures: 'ISP#',
  record: 'FILE',
  fingerprint: 'FINGERPRINT',
  incident: 'STATE',
  alert: 'EVENT#',
  roster: 'ROSTER',
} as const;

/** The attribute by which DynamoDB deletes what has expired: seconds since 1970. */
export const EXPIRY = 'expires';
