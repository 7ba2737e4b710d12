import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { INGEST_CAPACITY } from '../lambdas/ingest/settings.ts';
import type { IngestEnvironment } from '../lambdas/ingest/settings.ts';
import type { DeploymentTuning } from './deployment-tuning.ts';
import type { FiguresTable } from './figures-table.ts';
import type { LogsBucket } from './logs-bucket.ts';
import { NodeFunction } from './node-function.ts';
import { FailureQueue, WorkQueue } from './queues.ts';

/** Old files that are ingested at once: the fewest that SQS allows, so that live files need not wait for them. */
const BACKFILL_CONCURRENCY = 2;

export interface IngestProps {
  logs: LogsBucket;
  figures: FiguresTable;
  tuning: DeploymentTuning;
}

/**
 * The first stage: accounting file → contributions. Files come in by the intake queue as they arrive; an operator
 * sends old ones by the backfill queue, which is worked off slowly. What cannot be ingested from either ends in one
 * dead-letter queue, whose redrive takes each message back to where it came from.
 */
export class Ingest extends Construct {
  readonly function: lambda.Function;
  readonly intake: sqs.Queue;
  readonly backfill: sqs.Queue;
  readonly deadLetters: sqs.Queue;

  constructor(scope: Construct, id: string, { logs, figures, tuning }: IngestProps) {
    super(scope, id);
    const deadLetters = new FailureQueue(this, 'DeadLetters');
    const visibility = Duration.seconds(tuning.ingestTimeoutSeconds * tuning.intakeVisibilityFactor);
    const handling = { deadLetters, tries: tuning.intakeTries, visibility };
    this.deadLetters = deadLetters;
    this.intake = new WorkQueue(this, 'Intake', handling);
    this.backfill = new WorkQueue(this, 'Backfill', handling);

    const ingest = new NodeFunction(this, 'Ingest', {
      stage: 'ingest',
      description: 'Counts an accounting file and writes what it adds to each hour',
      memoryMb: INGEST_CAPACITY.memoryMb,
      timeoutSeconds: tuning.ingestTimeoutSeconds,
      environment: {
        LOGS_BUCKET: logs.bucket.bucketName,
        TABLE_NAME: figures.table.tableName,
      } satisfies IngestEnvironment,
    });
    this.function = ingest.function;

    logs.sendEventsTo(this.intake, this.deadLetters);
    this.receiveFrom(this.intake, tuning.intakeConcurrency);
    this.receiveFrom(this.backfill, BACKFILL_CONCURRENCY);

    logs.grantRead(ingest.role);
    figures.grantItems(ingest.role, { actions: ['GetItem', 'PutItem'], partitions: ['hour', 'file'] });
  }

  /** One message at a time: a file that takes a function down takes no other file's work with it. */
  private receiveFrom(queue: sqs.IQueue, maxConcurrency: number): void {
    this.function.addEventSource(
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency, reportBatchItemFailures: true }),
    );
  }
}
