import { fileIdOf } from '../core/contributions/file-id.ts';
import type { FileId } from '../core/contributions/file-id.ts';
import { scrub } from '../core/replies/scrub.ts';
import { failureWords, unfinishedWords } from '../core/failure-words.ts';
import type { RejectedFileError } from './errors.ts';
import type { IngestResult } from './ingest.ts';

/* What log and metrics say of a message about a file. */

/** A message of the queue: its key is known once it has been taken out. */
export interface KnownMessage {
  key: string | undefined;
  messageId: string;
}

/** A file that was counted, or left alone. */
export function resultLine(result: IngestResult, milliseconds: number): Record<string, unknown> {
  const name = nameOf(result.key);
  if (result.outcome !== 'counted') return { outcome: result.outcome, ...name, milliseconds };
  const { rows, counted, ignored, partialTail, revision, hours, shippedTwice } = result;
  return {
    outcome: 'counted',
    ...name,
    rows,
    counted,
    ignored: Object.fromEntries(Object.entries(ignored).map(([reason, { count }]) => [reason, count])),
    partialTail,
    revision,
    hours: hours.length,
    ...(shippedTwice !== undefined && { shippedTwice: scrub(shippedTwice) }),
    milliseconds,
  };
}

/** A file that counts nothing. */
export function rejectedLine({ key, reason }: RejectedFileError): Record<string, unknown> {
  return { outcome: 'rejected', ...nameOf(key), reason: scrub(reason) };
}

/** A message that names no file, or whose file is not to blame. */
export function failedLine({ key, messageId }: KnownMessage, failure: unknown): Record<string, unknown> {
  return { outcome: 'failed', ...nameOf(key), messageId, ...failureWords(failure) };
}

/** A message that is worked on when Lambda is about to end the execution. */
export function unfinishedLine({ key, messageId }: KnownMessage): Record<string, unknown> {
  const why = unfinishedWords(
    'S3 or DynamoDB did not answer in the time that one file has; it is tried again',
  );
  return { outcome: 'unfinished', ...nameOf(key), messageId, ...why };
}

/**
 * How the log names a file. Keys are anybody's to choose, so they are scrubbed like replies, and cut; the id finds the
 * file's record, which has the whole key.
 */
function nameOf(key: string | undefined): { key?: string; file?: FileId } {
  return key === undefined ? {} : { key: scrub(key), file: fileIdOf(key) };
}

/** What is counted of each message: one of the first five is 1, so they add up to the number of messages. */
export function metricsOf(result: IngestResult | { outcome: 'rejected' | 'failed' }) {
  const file = result.outcome === 'counted' ? result : undefined;
  return {
    FilesCounted: oneIf(file !== undefined),
    FilesUnchanged: oneIf(result.outcome === 'unchanged'),
    FilesGone: oneIf(result.outcome === 'gone'),
    FilesRejected: oneIf(result.outcome === 'rejected'),
    FilesFailed: oneIf(result.outcome === 'failed'),
    FilesShippedTwice: oneIf(file?.shippedTwice !== undefined),
    RowsCounted: file?.counted ?? 0,
    RowsIgnored: file ? file.rows - file.counted : 0,
  };
}

function oneIf(is: boolean): number {
  return is ? 1 : 0;
}
