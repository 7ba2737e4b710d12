import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { INGEST_CAPACITY } from '../lambdas/ingest/settings.ts';
import type { IngestEnvironment } from '../lambdas/ingest/settings.ts';
import type { DeploymentTuning } from './deployment-tuning.ts';
import type { FiguresTable } from './figures-table.ts';
import type { LogsBucket } from './logs-bucket.ts';
import { NodeFunction } from './node-function.ts';

export interface IngestProps {
  logs: LogsBucket;
  figures: FiguresTable;
  tuning: DeploymentTuning;
}

/**
 * The first stage: accounting file → contributions. Files come in by the intake queue as they arrive; an operator
 * sends old ones by the backfill queue, which is worked off two at a time so that live files need not wait for it.
 * What cannot be ingested from either ends in one dead-letter queue, whose redrive takes each message back to where
 * it came from.
 */
export class Ingest extends Construct {
  readonly function: lambda.Function;
  readonly intake: sqs.Queue;
  readonly backfill: sqs.Queue;
  readonly deadLetters: sqs.Queue;

  constructor(scope: Construct, id: string, { logs, figures, tuning }: IngestProps) {
    super(scope, id);
    this.deadLetters = new sqs.Queue(this, 'DeadLetters', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.intake = this.createQueue('Intake', tuning);
    this.backfill = this.createQueue('Backfill', tuning);

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
    this.receiveFrom(this.intake, tuning.intakeConcurrency);
    this.receiveFrom(this.backfill, 2);

    logs.grantRead(ingest.role);
    figures.grantItems(ingest.role, {
      actions: ['GetItem', 'PutItem'],
      partitions: ['hour', 'file'],
    });
    logs.sendEventsTo(this.intake, this.deadLetters);
  }

  private createQueue(id: string, tuning: DeploymentTuning): sqs.Queue {
    return new sqs.Queue(this, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(tuning.ingestTimeoutSeconds * tuning.intakeVisibilityFactor),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tuning.intakeTries },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /** One message at a time: a file that takes a function down takes no other file's work with it. */
  private receiveFrom(queue: sqs.IQueue, maxConcurrency: number): void {
    this.function.addEventSource(
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency, reportBatchItemFailures: true }),
    );
  }
}
