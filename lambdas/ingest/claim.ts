import type { CountedFile } from '../core/accounting/counted-file.ts';
import { COUNTING_VERSION } from '../core/accounting/counting-version.ts';
import { fileIdOf } from '../core/contributions/file-id.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import type { OpenedFile } from '../core/ports.ts';
import { oldestRemembered } from '../core/contributions/retention.ts';

/** What a count came to: what the file holds, or why it counts nothing. */
export type Finding = { file: CountedFile } | { reason: string };

/** What there was of a file when it was looked at: its record, and the object. */
export interface Seen {
  stored: FileRecord | undefined;
  opened: OpenedFile;
}

/** Whether the record is about this content, counted by these rules. */
export function isCurrent({ stored, opened }: Seen): boolean {
  return stored?.etag === opened.etag && stored.countingVersion === COUNTING_VERSION;
}

/** The next revision of a file's record, with every hour and ISP it has now or ever had. */
export function claimOf(
  key: string,
  { stored, opened }: Seen,
  finding: Finding,
  retentionDays: number,
): FileRecord {
  const oldest = oldestRemembered(opened.lastModified, retentionDays);
  const hours: FileRecord['hours'] = {};
  for (const [hour, isps] of Object.entries(stored?.hours ?? {})) if (hour >= oldest) hours[hour] = isps;
  if ('file' in finding) {
    for (const [hour, figures] of finding.file.hours) {
      hours[hour] = [...new Set([...(hours[hour] ?? []), ...figures.keys()])].sort();
    }
  }
  return {
    id: fileIdOf(key),
    key,
    revision: (stored?.revision ?? 0) + 1,
    etag: opened.etag,
    countingVersion: COUNTING_VERSION,
    state: 'counting',
    hours,
    lastModified: opened.lastModified.toISOString(),
  };
}

/** The record that a claim becomes in the end. */
export function finished(claim: FileRecord, finding: Finding): FileRecord {
  if ('reason' in finding) return { ...claim, state: 'rejected', reason: finding.reason };
  const { rows, counted, fingerprint } = finding.file;
  return { ...claim, state: 'counted', rows, counted, fingerprint };
}
