import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import settingsFile from '../../deferral-watch.config.json' with { type: 'json' };
import { DynamoContributions } from '../adapters/dynamo-contributions.ts';
import { onTimeoutApproaching } from '../adapters/timeout-warning.ts';
import { S3AccountingFiles } from '../adapters/s3-accounting-files.ts';
import { SDK_TIMEOUTS } from '../adapters/sdk-timeouts.ts';
import { countFile } from '../core/accounting/count-file.ts';
import { fileIdOf } from '../core/contributions/file-id.ts';
import type { FileId } from '../core/contributions/file-id.ts';
import { countingContextFor } from '../core/knowledge/knowledge.ts';
import { scrub } from '../core/replies/scrub.ts';
import { parseSettings } from '../core/settings.ts';
import type { CountingOptions } from './finding.ts';
import { deadlineOfEachCount } from './deadline.ts';
import { RejectedFileError } from './errors.ts';
import { ingest } from './ingest.ts';
import type { IngestOutcome } from './ingest.ts';
import { ForeignMessageError, keyOf } from './message.ts';
import { INGEST_CAPACITY, ingestEnvironment } from './settings.ts';

const { LOGS_BUCKET, TABLE_NAME } = ingestEnvironment.parse(process.env);
const settings = parseSettings(settingsFile, 'deferral-watch.config.json');
const countingContext = countingContextFor(settings);
const { retentionDays } = settings;
const connection = { requestHandler: SDK_TIMEOUTS };
const ports = {
  files: new S3AccountingFiles(new S3Client(connection), LOGS_BUCKET),
  contributions: new DynamoContributions({
    client: new DynamoDBClient(connection),
    table: TABLE_NAME,
    retentionDays,
  }),
};
const logger = new Logger();
const metrics = new Metrics();

/**
 * Called by the intake and the backfill queue with one message: an accounting file was put, or put again.
 * Duplicates, and messages that come late or out of order, change nothing: the file is counted as it is now.
 *
 * 1. Take the key out of the message; nothing else in it is believed.
 * 2. Count the file and write what it adds to each hour (see ingest.ts).
 * 3. Log one line, count metrics. A file that cannot be counted fails its message, which comes again and at
 *    last goes to the dead-letter queue; why is in the file's record. A file with which Lambda is about to end the
 *    execution is named just before, since nobody could name it afterwards.
 * 4. Fail as a function where neither message nor file is at fault, so that the function's error metric shows
 *    a store that cannot be reached. The message, of which there is one at a time, comes again all the same.
 */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const faults: unknown[] = [];
  const response = await processPartialResponse(
    event,
    async (record: SQSRecord) => {
      try {
        await ingestMessage(record, context);
      } catch (failure) {
        if (!(failure instanceof RejectedFileError || failure instanceof ForeignMessageError)) {
          faults.push(failure);
        }
        throw failure;
      }
    },
    new BatchProcessor(EventType.SQS),
    { throwOnFullBatchFailure: false },
  );
  if (faults.length > 0) throw faults[0];
  return response;
};

async function ingestMessage({ body, messageId }: SQSRecord, context: Context): Promise<void> {
  const started = performance.now();
  let key: string | undefined;
  const cancelWarning = onTimeoutApproaching(context, () => logUnfinished(key, messageId));
  try {
    key = keyOf(body, LOGS_BUCKET);
    const outcome = await ingest(key, ports, countingUntil(context));
    const milliseconds = Math.round(performance.now() - started);
    logger.info('file', { ...lineOf(outcome), milliseconds });
    countMetrics(outcome);
  } catch (failure) {
    if (failure instanceof RejectedFileError) {
      logger.warn('file', { outcome: 'rejected', ...nameOf(key), reason: scrub(failure.reason) });
    } else {
      logger.error('file', { outcome: 'failed', ...nameOf(key), messageId, ...nameAndMessage(failure) });
    }
    countMetrics({ outcome: failure instanceof RejectedFileError ? 'rejected' : 'failed' });
    throw failure;
  } finally {
    cancelWarning();
    metrics.publishStoredMetrics();
  }
}

function logUnfinished(key: string | undefined, messageId: string): void {
  const reason = 'S3 or DynamoDB did not answer in the time that one file has; it is tried again';
  logger.error('file', { outcome: 'unfinished', ...nameOf(key), messageId, reason });
}

function countingUntil(context: Context): CountingOptions {
  const end = performance.now() + context.getRemainingTimeInMillis() * INGEST_CAPACITY.readingShare;
  const deadline = deadlineOfEachCount(() => performance.now() >= end);
  return {
    count: (content, window) => countFile(content, { ...countingContext, window, checkDeadline: deadline() }),
    retentionDays,
    maxBytes: INGEST_CAPACITY.maxBytes,
  };
}

/**
 * How the log names a file. Keys are anybody's to choose, so they are scrubbed like replies, and cut; the id finds the
 * file's record, which has the whole key.
 */
function nameOf(key: string | undefined): { key?: string; file?: FileId } {
  return key === undefined ? {} : { key: scrub(key), file: fileIdOf(key) };
}

/** What the log says of a file. */
function lineOf(outcome: IngestOutcome): Record<string, unknown> {
  const name = nameOf(outcome.key);
  if (outcome.outcome !== 'counted') return { outcome: outcome.outcome, ...name };
  const { rows, counted, ignored, partialTail, revision, hours, shippedTwice } = outcome;
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
  };
}

function nameAndMessage(failure: unknown): { error: string; reason: string } {
  if (!(failure instanceof Error)) return { error: typeof failure, reason: '' };
  return { error: failure.name, reason: scrub(failure.message) };
}

/** Writes zeros beside ones, so that every metric has a denominator. */
function countMetrics(outcome: IngestOutcome | { outcome: 'rejected' | 'failed' }): void {
  const is = (yes: boolean): number => (yes ? 1 : 0);
  const file = outcome.outcome === 'counted' ? outcome : undefined;
  metrics.addMetric('FilesCounted', MetricUnit.Count, is(file !== undefined));
  metrics.addMetric('FilesUnchanged', MetricUnit.Count, is(outcome.outcome === 'unchanged'));
  metrics.addMetric('FilesGone', MetricUnit.Count, is(outcome.outcome === 'gone'));
  metrics.addMetric('FilesRejected', MetricUnit.Count, is(outcome.outcome === 'rejected'));
  metrics.addMetric('FilesFailed', MetricUnit.Count, is(outcome.outcome === 'failed'));
  metrics.addMetric('FilesShippedTwice', MetricUnit.Count, is(file?.shippedTwice !== undefined));
  metrics.addMetric('RowsCounted', MetricUnit.Count, file?.counted ?? 0);
  metrics.addMetric('RowsIgnored', MetricUnit.Count, file ? file.rows - file.counted : 0);
}
