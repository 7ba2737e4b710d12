import type { CountedFile, IgnoredRows } from '../core/accounting/counted-file.ts';
import { fileIdOf } from '../core/contributions/file-id.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import type { AccountingFiles, Contributions, FileRecords, OpenedFile } from '../core/ports.ts';
import { contributionOf } from '../core/contributions/contribution.ts';
import { finished, isCurrent } from './claim.ts';
import type { Finding, Seen } from './claim.ts';
import { ContestedFileError, RejectedFileError } from './errors.ts';
import { findingFor, leaveUnread } from './finding.ts';
import type { CountingOptions } from './finding.ts';

/** A file whose contributions say what it holds. */
interface CountedResult {
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

/** What became of one message about a file. */
export type IngestResult =
  | CountedResult
  /** Counted before, with the same content and by the same rules. */
  | { outcome: 'unchanged'; key: string }
  /** There is no such object any more; figures stay as they are. */
  | { outcome: 'gone'; key: string };

export interface IngestPorts {
  files: AccountingFiles;
  records: FileRecords;
  contributions: Contributions;
}

/** How often one message starts again before it is left to its next delivery. */
const MAX_ROUNDS = 10;
/** Contributions written at once. */
const PUTS_AT_ONCE = 16;

/**
 * Counts the file under a key as it is *now* and makes its contributions say so. Safe to
 * repeat, to run at the same time or late, and to be killed at any point: docs/decisions/0003-exactness-protocol.md has
 * the proof.
 *
 * 1. Read the file's record, then the object. Counted with this content and by these rules: done.
 * 2. Count it whole, or find a reason why it cannot be.
 * 3. Claim the next revision; where another came first, start again.
 * 4. Put a contribution for every hour that the file has or ever had, zeros where nothing is left.
 * 5. Finish the claim, then look at the object once more; start again if it is another by now.
 */
export async function ingest(
  key: string,
  ports: IngestPorts,
  counting: CountingOptions,
): Promise<IngestResult> {
  const ingestion = new Ingestion(key, ports, counting);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = await ingestion.round();
    if (result !== 'again') return result;
  }
  throw new ContestedFileError(
    `${key} was replaced or counted by others ${MAX_ROUNDS} times while it was counted`,
  );
}

/** What one message about a file comes to, round by round. */
class Ingestion {
  private readonly key: string;
  private readonly files: AccountingFiles;
  private readonly records: FileRecords;
  private readonly contributions: Contributions;
  private readonly counting: CountingOptions;
  /** What a round of this message counted; another execution may have come after it. */
  private mine: CountedResult | undefined;

  constructor(key: string, { files, records, contributions }: IngestPorts, counting: CountingOptions) {
    this.key = key;
    this.files = files;
    this.records = records;
    this.contributions = contributions;
    this.counting = counting;
  }

  /** Steps 1 to 5; `again` where another execution or another content came between them. */
  async round(): Promise<IngestResult | 'again'> {
    const stored = await this.records.load(fileIdOf(this.key));
    const opened = await this.files.open(this.key);
    if (!opened) return this.mine ?? { outcome: 'gone', key: this.key };
    const seen: Seen = { stored, opened };
    if (this.isCounted(seen)) return this.leave(seen);

    const found = await findingFor(this.key, seen, this.records, this.counting);
    if (!found) return 'again';

    const { finding, claim } = found;
    const result =
      'file' in finding ? await this.count(claim, finding, stored) : await this.reject(claim, finding, seen);
    if (result === 'again' || (await this.isReplaced(opened))) return 'again';
    if (result.outcome === 'rejected') throw new RejectedFileError(this.key, result.reason);
    return result;
  }

  /** Whether nothing is left to do; a repair counts once again what is counted. */
  private isCounted(seen: Seen): boolean {
    const mustCount = this.counting.force && !this.mine;
    return isCurrent(seen) && seen.stored?.state === 'counted' && !mustCount;
  }

  private async leave({ stored, opened }: Seen): Promise<IngestResult> {
    await leaveUnread(opened);
    if (this.mine && this.mine.revision === stored?.revision) return this.mine;
    return { outcome: 'unchanged', key: this.key };
  }

  private async count(
    claim: FileRecord,
    finding: { file: CountedFile },
    stored: FileRecord | undefined,
  ): Promise<CountedResult | 'again'> {
    if (!(await this.claim(claim, finding))) return 'again';
    this.mine = await this.resultOf(claim, finding.file, stored);
    return (await this.records.finish(finished(claim, finding))) ? this.mine : 'again';
  }

  private async reject(
    claim: FileRecord,
    finding: { reason: string },
    seen: Seen,
  ): Promise<{ outcome: 'rejected'; reason: string } | 'again'> {
    const rejected = { outcome: 'rejected' as const, reason: finding.reason };
    if (this.isRejectedAlready(seen, finding.reason)) return rejected;
    if (!(await this.claim(claim, finding))) return 'again';
    return (await this.records.finish(finished(claim, finding))) ? rejected : 'again';
  }

  /** Whether the record says so: a file that is rejected at every delivery needs only one revision. */
  private isRejectedAlready(seen: Seen, reason: string): boolean {
    if (this.counting.force || !isCurrent(seen)) return false;
    return seen.stored?.state === 'rejected' && seen.stored.reason === reason;
  }

  /** Claims the next revision and puts its contributions; false where another came first. */
  private async claim(claim: FileRecord, finding: Finding): Promise<boolean> {
    if (!(await this.records.claim(claim))) return false;
    await this.putContributions(claim, finding);
    return true;
  }

  private async putContributions({ id, revision, hours }: FileRecord, finding: Finding): Promise<void> {
    const found = 'file' in finding ? finding.file.hours : undefined;
    await inParallel(Object.entries(hours), PUTS_AT_ONCE, async ([hour, isps]) => {
      const figures = contributionOf(isps, found?.get(hour));
      // Where it is refused, a newer revision has this hour already; the other hours may still need ours.
      await this.contributions.put({ hour, file: id, revision, figures });
    });
  }

  private async resultOf(
    claim: FileRecord,
    file: CountedFile,
    stored: FileRecord | undefined,
  ): Promise<CountedResult> {
    const { rows, counted, ignored, partialTail, fingerprint } = file;
    const isNew = fingerprint !== '' && fingerprint !== stored?.fingerprint;
    const firstKey = isNew ? await this.records.firstWith(fingerprint, claim) : claim.key;
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

  private async isReplaced(opened: OpenedFile): Promise<boolean> {
    const now = await this.files.stat(this.key);
    return now !== undefined && now.etag !== opened.etag;
  }
}
