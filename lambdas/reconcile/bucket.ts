import { createHash } from 'node:crypto';
import { COUNTING_VERSION } from '../core/accounting/counting-version.ts';
import { contributionOf } from '../core/contributions/contribution.ts';
import { fileIdOf } from '../core/contributions/file-id.ts';
import type { FileId } from '../core/contributions/file-id.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import { figuresToBytes } from '../core/figures/figures-bytes.ts';
import type { FiguresByIsp } from '../core/figures/figures.ts';
import { withoutZeros } from '../core/figures/without-zeros.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import type { Finding } from '../ingest/claim.ts';
import { findingFor } from '../ingest/finding.ts';
import type { CountingOptions } from '../ingest/finding.ts';
import type { IngestPorts } from '../ingest/ingest.ts';
import type { HourSums } from './hour-sums.ts';

const FILES_AT_ONCE = 4;

/** What one object of the bucket says, and what is known of it. */
export interface CountedObject {
  key: string;
  /** Why its record is not what it should be, in words that follow the key. */
  whyWrong?: string;
  /** Older rules counted it. */
  isOutdated: boolean;
  /** Why it counts nothing. */
  whyRejected?: string;
  /** What it should contribute to the hours in question: a hash of each is enough to compare. */
  contributions: ReadonlyMap<Hour, string>;
}

/**
 * Counts every object that was shipped late enough to hold rows of the hours in question, and adds up what they say. What
 * outdated ones say is left out: for their sums the stored contributions count.
 *
 * @param earliest the LastModified of the oldest object to read, milliseconds since 1970
 */
export async function countBucket(
  earliest: number,
  sums: HourSums,
  { files, records }: Pick<IngestPorts, 'files' | 'records'>,
  counting: CountingOptions,
): Promise<ReadonlyMap<FileId, CountedObject>> {
  const keys: string[] = [];
  for await (const { key, lastModified } of files.list()) {
    if (lastModified.getTime() >= earliest) keys.push(key);
  }
  const objects = new Map<FileId, CountedObject>();
  await inParallel(keys, FILES_AT_ONCE, async (key) => {
    const id = fileIdOf(key);
    const record = await records.load(id);
    const opened = await files.open(key);
    if (!opened) return;
    const found = await findingFor(key, { stored: record, opened }, records, counting);
    objects.set(
      id,
      found
        ? countedObject({ key, id, record, etag: opened.etag, finding: found.finding }, sums)
        : { key, whyWrong: 'was replaced while it was read', isOutdated: false, contributions: new Map() },
    );
  });
  return objects;
}

interface Looked {
  key: string;
  id: FileId;
  record: FileRecord | undefined;
  etag: string;
  finding: Finding;
}

function countedObject({ key, id, record, etag, finding }: Looked, sums: HourSums): CountedObject {
  const isOutdated = record !== undefined && record.countingVersion < COUNTING_VERSION;
  const contributions = new Map<Hour, string>();
  for (const [hour, figures] of 'file' in finding ? finding.file.hours : []) {
    const contribution = withoutEmptyIsps(contributionOf([...figures.keys()], figures));
    if (!sums.has(hour) || contribution.size === 0) continue;
    contributions.set(hour, hashOf(contribution));
    if (!isOutdated) sums.add(hour, id, contribution);
  }
  const whyWrong = whatIsWrong(record, etag, finding);
  return {
    key,
    isOutdated,
    contributions,
    ...(whyWrong !== undefined && { whyWrong }),
    ...('reason' in finding && { whyRejected: finding.reason }),
  };
}

function whatIsWrong(record: FileRecord | undefined, etag: string, finding: Finding): string | undefined {
  if (!record) return 'was never counted';
  if (record.state === 'counting') return 'was left at counting';
  if (record.etag !== etag) return 'was counted before it was replaced';
  // Older rules may have read what today's cannot, or the reverse; that is reported with the outdated files.
  if (record.countingVersion < COUNTING_VERSION) return undefined;
  if ('reason' in finding) {
    return record.state === 'rejected' ? undefined : 'counts, although it cannot be read';
  }
  return record.state === 'counted' ? undefined : 'was rejected, although it can be read';
}

/** A contribution names ISPs that a file once had with zeros; as figures they are nothing. */
export function withoutEmptyIsps(figures: FiguresByIsp): FiguresByIsp {
  return new Map([...figures].filter(([, counts]) => Object.keys(withoutZeros(counts)).length > 0));
}

/** The same for the same figures. */
export function hashOf(figures: FiguresByIsp): string {
  return createHash('sha256').update(figuresToBytes(figures)).digest('base64');
}
