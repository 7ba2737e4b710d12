import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { CLIENT_SETTINGS, SETTINGS, publishMetrics, tableSettings } from '../adapters/deployment.ts';
import { DynamoContributions } from '../adapters/dynamo-contributions.ts';
import { DynamoFileRecords } from '../adapters/dynamo-file-records.ts';
import { S3AccountingFiles } from '../adapters/s3-accounting-files.ts';
import { onTimeoutApproaching } from '../adapters/timeout-warning.ts';
import { countFile } from '../core/accounting/count-file.ts';
import { countingContextFor } from '../core/knowledge/knowledge.ts';
import { FailedExecutionError } from '../core/failure-words.ts';
import type { CountingOptions } from './finding.ts';
import { deadlineOfEachCount, readingTimeOf } from './deadline.ts';
import { RejectedFileError } from './errors.ts';
import { ForeignMessageError, keyOf } from './event.ts';
import { ingest } from './ingest.ts';
import { INGEST_CAPACITY, ingestEnvironment } from './settings.ts';
import { failedLine, metricsOf, resultLine, rejectedLine, unfinishedLine } from './telemetry.ts';
import type { KnownMessage } from './telemetry.ts';

const { LOGS_BUCKET, TABLE_NAME } = ingestEnvironment.parse(process.env);
const countingContext = countingContextFor(SETTINGS);
const table = tableSettings(TABLE_NAME);
const ports = {
  files: new S3AccountingFiles(new S3Client(CLIENT_SETTINGS), LOGS_BUCKET),
  records: new DynamoFileRecords(table),
  contributions: new DynamoContributions(table),
};
const logger = new Logger();

/**
 * Called by the intake and the backfill queue with one message: an accounting file was put, or put again.
 * Duplicates, and messages that come late or out of order, change nothing: the file is counted as it is now.
 *
 * 1. Take the key out of the message; nothing else in it is believed.
 * 2. Count the file and write what it adds to each hour (see ingest.ts).
 * 3. Log one line, count metrics. A file that cannot be counted fails its message, which comes again and at last goes to
 *    the dead-letter queue; why is in the file's record. If Lambda is about to end the execution, the file is logged a
 *    second earlier: afterwards nobody could.
 * 4. Fail as a function where neither message nor file is at fault, so that the function's error metric shows
 *    a store that cannot be reached. The message, of which there is one at a time, comes again all the same.
 */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batch = new BatchProcessor(EventType.SQS);
  const response = await processPartialResponse(
    event,
    (record: SQSRecord) => ingestMessage(record, context),
    batch,
    { throwOnFullBatchFailure: false },
  );
  const fault = batch.errors.find(
    (failure) => !(failure instanceof RejectedFileError || failure instanceof ForeignMessageError),
  );
  if (fault) throw new FailedExecutionError(fault);
  return response;
};

async function ingestMessage({ body, messageId }: SQSRecord, context: Context): Promise<void> {
  const started = performance.now();
  const message: KnownMessage = { key: undefined, messageId };
  const cancelWarning = onTimeoutApproaching(context, () => logger.error('file', unfinishedLine(message)));
  try {
    message.key = keyOf(body, LOGS_BUCKET);
    const result = await ingest(message.key, ports, countingUntil(context));
    logger.info('file', resultLine(result, Math.round(performance.now() - started)));
    publishMetrics(metricsOf(result));
  } catch (failure) {
    const isRejected = failure instanceof RejectedFileError;
    if (isRejected) logger.warn('file', rejectedLine(failure));
    else logger.error('file', failedLine(message, failure));
    publishMetrics(metricsOf({ outcome: isRejected ? 'rejected' : 'failed' }));
    throw failure;
  } finally {
    cancelWarning();
  }
}

function countingUntil(context: Context): CountingOptions {
  const deadline = deadlineOfEachCount(
    readingTimeOf(context.getRemainingTimeInMillis() * INGEST_CAPACITY.readingShare),
  );
  return {
    count: (content, window) => countFile(content, { ...countingContext, window, checkDeadline: deadline() }),
    retentionDays: SETTINGS.retentionDays,
    maxBytes: INGEST_CAPACITY.maxBytes,
  };
}
