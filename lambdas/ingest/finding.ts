import { UnreadableFileError } from '../core/accounting/counted-file.ts';
import type { CountedFile } from '../core/accounting/counted-file.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import { windowOf } from '../core/contributions/retention.ts';
import type { HourWindow } from '../core/contributions/retention.ts';
import type { FileRecords, OpenedFile } from '../core/ports.ts';
import { FileChangedError } from '../core/store-error.ts';
import { claimOf } from './claim.ts';
import type { Finding, Seen } from './claim.ts';

/** How files are counted. */
export interface CountingOptions {
  /** Counts a file whole, or fails with an UnreadableFileError whose message says why. */
  count(content: AsyncIterable<Uint8Array>, window: HourWindow): Promise<CountedFile>;
  /** Days for which hourly figures are kept. */
  retentionDays: number;
  /** A larger file (bytes, as stored) is rejected before it is read. */
  maxBytes: number;
  /** Count again what is counted already: for repairs. */
  force?: boolean;
}

/** What a file holds, or why it counts nothing, and the claim that says so. */
export interface Found {
  finding: Finding;
  claim: FileRecord;
}

const TOO_WIDE: Finding = {
  reason: 'It has rows of more hours and providers than one file can be remembered with. Ship smaller files.',
};

/** Counts a file; undefined if it changed while it was counted. */
export async function findingFor(
  key: string,
  seen: Seen,
  records: Pick<FileRecords, 'fits'>,
  counting: CountingOptions,
): Promise<Found | undefined> {
  const finding = await countOrReason(seen.opened, counting);
  if (!finding) return undefined;
  const claimFor = (found: Finding) => claimOf(key, seen, found, counting.retentionDays);
  const claim = claimFor(finding);
  return records.fits(claim) ? { finding, claim } : { finding: TOO_WIDE, claim: claimFor(TOO_WIDE) };
}

/** Gives up a file's content, so that its connection is free. */
export async function leaveUnread({ content }: OpenedFile): Promise<void> {
  await content[Symbol.asyncIterator]().return?.();
}

async function countOrReason(opened: OpenedFile, counting: CountingOptions): Promise<Finding | undefined> {
  if (opened.size > counting.maxBytes) {
    await leaveUnread(opened);
    return { reason: tooLarge(opened.size, counting.maxBytes) };
  }
  try {
    const file = await counting.count(opened.content, windowOf(opened.lastModified, counting.retentionDays));
    assertComplete(file);
    return { file };
  } catch (failure) {
    if (failure instanceof UnreadableFileError) return { reason: failure.message };
    if (failure instanceof FileChangedError) return undefined;
    throw failure;
  }
}

function tooLarge(bytes: number, maxBytes: number): string {
  const [size, limit] = [bytes, maxBytes].map((amount) => `${Math.ceil(amount / 1e6)} MB`);
  return (
    `It has ${size}, more than the ${limit} that can be counted in time. ` +
    "Ship smaller files: set max-size in PowerMTA's acct-file block."
  );
}

function assertComplete({ rows, counted, ignored }: CountedFile): void {
  const lost = rows - counted - Object.values(ignored).reduce((sum, { count }) => sum + count, 0);
  if (lost !== 0) throw new Error(`${lost} of ${rows} rows were neither counted nor ignored for a reason`);
}
