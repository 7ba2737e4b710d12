import { COUNTING_VERSION } from '../core/accounting/counting-version.ts';
import { UnreadableFileError } from '../core/accounting/counted-file.ts';
import type { CountedFile, IgnoredRows } from '../core/accounting/counted-file.ts';
import { fileIdOf } from '../core/file-id.ts';
import { fitToItem } from '../core/figures/cut.ts';
import { emptyFigures } from '../core/figures/figures.ts';
import type { Figures } from '../core/figures/figures.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import type { AccountingFiles, Contributions, FileRecord, OpenedFile } from '../core/ports.ts';
import type { IspId } from '../core/receivers/isp.ts';
import { oldestRemembered, windowOf } from '../core/retention.ts';
import type { HourWindow } from '../core/retention.ts';
import { FileChangedError } from '../core/store-error.ts';

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

/** What became of one message about a file. */
export type IngestOutcome =
  | {
      outcome: 'counted';
      key: string;
      revision: number;
      rows: number;
      counted: number;
      ignored: Record<string, IgnoredRows>;
      partialTail: boolean;
      hours: Hour[];
      /** The other key under which the same log was counted first; its rows now count twice. */
      shippedTwice?: string;
    }
  /** Counted before, with the same content and by the same rules. */
  | { outcome: 'unchanged'; key: string }
  /** There is no such object any more; figures stay as they are. */
  | { outcome: 'gone'; key: string };

/** A file that counts nothing, which its record says by now. The message is for the operator. */
export class RejectedFileError extends Error {
  override readonly name = 'RejectedFileError';
  readonly key: string;
  readonly reason: string;

  constructor(key: string, reason: string) {
    super(`${key} counts nothing: ${reason}`);
    this.key = key;
    this.reason = reason;
  }
}

/** A file that others keep counting or replacing; the message comes again later. */
export class ContestedFileError extends Error {
  override readonly name = 'ContestedFileError';
}

interface Ports {
  files: AccountingFiles;
  contributions: Contributions;
}

/** A count that took place, whether it found figures or a reason why there are none. */
type Finding = { file: CountedFile } | { reason: string };

/** How often one message starts again before it is left to its next delivery. */
const MAX_ROUNDS = 10;
/** Contributions written at once. */
const PUTS_AT_ONCE = 16;

/**
 * Counts the file under a key as it is *now* and makes its contributions say so. May run any number of
 * times, at once, late, or be ended anywhere: docs/decisions/0003-exactness-protocol.md has the proof.
 *
 * 1. Read the file's record, then the object. Counted with this content and by these rules: done.
 * 2. Count it whole, or find a reason why it cannot be.
 * 3. Claim the next revision; where another came first, start again.
 * 4. Put a contribution for every hour that the file has or ever had, zeros where nothing is left.
 * 5. Settle the claim, then look at the object once more; start again if it is another by now.
 */
export async function ingest(key: string, ports: Ports, counting: CountingOptions): Promise<IngestOutcome> {
  let mine: { revision: number; outcome: IngestOutcome } | undefined;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const stored = await ports.contributions.record(fileIdOf(key));
    const opened = await ports.files.open(key);
    if (!opened) return mine?.outcome ?? { outcome: 'gone', key };

    if (isCurrent(stored, opened) && stored.state === 'counted' && !(counting.force && !mine)) {
      await leaveUnread(opened);
      return mine?.revision === stored.revision ? mine.outcome : { outcome: 'unchanged', key };
    }
    const found = await countOrReason(opened, counting);
    if (!found) continue;
    const finding = ports.contributions.holds(claimOf(key, stored, opened, found, counting))
      ? found
      : TOO_WIDE;
    const known =
      !counting.force && isCurrent(stored, opened) && stored.state === 'rejected' && stored.reason;
    if (!('reason' in finding) || finding.reason !== known) {
      const claim = claimOf(key, stored, opened, finding, counting);
      if (!(await ports.contributions.claim(claim))) continue;
      await putContributions(claim, finding, ports.contributions);
      if ('file' in finding) {
        mine = { revision: claim.revision, outcome: await outcomeOf(claim, finding.file, stored, ports) };
      }
      if (!(await ports.contributions.settle(settled(claim, finding)))) continue;
    }
    const now = await ports.files.stat(key);
    if (now && now.etag !== opened.etag) continue;
    if ('reason' in finding) throw new RejectedFileError(key, finding.reason);
    if (mine) return mine.outcome;
  }
  throw new ContestedFileError(
    `${key} was replaced or counted by others ${MAX_ROUNDS} times while it was counted`,
  );
}

function isCurrent(record: FileRecord | undefined, { etag }: OpenedFile): record is FileRecord {
  return record?.etag === etag && record.countingVersion === COUNTING_VERSION;
}

const TOO_WIDE: Finding = {
  reason: 'it has rows of more hours and providers than one file can be remembered with; ship smaller files',
};

/** Counts a file; undefined if it changed while it was counted. */
async function countOrReason(opened: OpenedFile, counting: CountingOptions): Promise<Finding | undefined> {
  if (opened.size > counting.maxBytes) {
    await leaveUnread(opened);
    const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
    return {
      reason:
        `it has ${megabytes(opened.size)}, more than the ${megabytes(counting.maxBytes)} that can be counted in time; ` +
        "ship smaller files: set max-size in PowerMTA's acct-file block",
    };
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

function assertComplete({ rows, counted, ignored }: CountedFile): void {
  const lost = rows - counted - Object.values(ignored).reduce((sum, { count }) => sum + count, 0);
  if (lost !== 0) throw new Error(`${lost} of ${rows} rows were neither counted nor ignored for a reason`);
}

/** The next revision of a file's record, with every hour and ISP it has now or ever had. */
function claimOf(
  key: string,
  stored: FileRecord | undefined,
  opened: OpenedFile,
  finding: Finding,
  { retentionDays }: CountingOptions,
): FileRecord {
  const oldest = oldestRemembered(opened.lastModified, retentionDays);
  const hours: Record<Hour, IspId[]> = {};
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

async function putContributions(
  claim: FileRecord,
  finding: Finding,
  contributions: Contributions,
): Promise<void> {
  const found = 'file' in finding ? finding.file.hours : undefined;
  await inParallel(Object.entries(claim.hours), PUTS_AT_ONCE, async ([hour, isps]) => {
    const figures = contributionOf(isps, found?.get(hour));
    // Where it is refused, a newer revision has this hour already; the other hours may still need ours.
    await contributions.put({ hour, file: claim.id, revision: claim.revision, figures });
  });
}

/** What a file contributes to an hour: its figures there, zeros for the ISPs that it no longer has. */
export function contributionOf(
  isps: readonly IspId[],
  found: ReadonlyMap<IspId, Figures> | undefined,
): ReadonlyMap<IspId, Figures> {
  return fitToItem(new Map(isps.map((isp) => [isp, found?.get(isp) ?? emptyFigures()])));
}

function settled(claim: FileRecord, finding: Finding): FileRecord {
  if ('reason' in finding) return { ...claim, state: 'rejected', reason: finding.reason };
  const { rows, counted, fingerprint } = finding.file;
  return { ...claim, state: 'counted', rows, counted, fingerprint };
}

async function outcomeOf(
  claim: FileRecord,
  file: CountedFile,
  stored: FileRecord | undefined,
  { contributions }: Ports,
): Promise<IngestOutcome> {
  const { rows, counted, ignored, partialTail, fingerprint } = file;
  const isNew = fingerprint !== '' && fingerprint !== stored?.fingerprint;
  const firstKey = isNew ? await contributions.firstWith(fingerprint, claim) : claim.key;
  return {
    outcome: 'counted',
    key: claim.key,
    revision: claim.revision,
    rows,
    counted,
    ignored,
    partialTail,
    hours: [...file.hours.keys()].sort(),
    ...(firstKey !== claim.key && { shippedTwice: firstKey }),
  };
}

/** Gives up a file's content, so that its connection is free. */
async function leaveUnread({ content }: OpenedFile): Promise<void> {
  await content[Symbol.asyncIterator]().return?.();
}
