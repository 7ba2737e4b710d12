import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PARTITIONS, SORT_KEYS } from '../lambdas/adapters/table-layout.ts';
import { TALLY_CAPACITY } from '../lambdas/tally/settings.ts';
import type { TallyEnvironment } from '../lambdas/tally/settings.ts';
import type { DeploymentTuning } from './deployment-tuning.ts';
import type { FiguresTable } from './figures-table.ts';
import { NodeFunction } from './node-function.ts';

export interface TallyProps {
  figures: FiguresTable;
  tuning: DeploymentTuning;
}

/**
 * The second stage: contributions → figures. It learns of contributions from the table's stream, gathers for half a
 * minute, and adds up each hour once. A batch that fails is halved and tried again for a bounded time, then it is
 * reported in the failure queue, and the hours after it go on.
 */
export class Tally extends Construct {
  readonly function: lambda.Function;
  readonly failures: sqs.Queue;

  constructor(scope: Construct, id: string, { figures, tuning }: TallyProps) {
    super(scope, id);
    this.failures = new sqs.Queue(this, 'Failures', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const tally = new NodeFunction(this, 'Tally', {
      stage: 'tally',
      description: 'Adds up the contributions of the hours that have changed',
      memoryMb: TALLY_CAPACITY.memoryMb,
      timeoutSeconds: TALLY_CAPACITY.timeoutSeconds,
      environment: { TABLE_NAME: figures.table.tableName } satisfies TallyEnvironment,
    });
    this.function = tally.function;
    this.function.addEventSource(
      new DynamoEventSource(figures.table, {
        // From the oldest change that is still known: one written while the stack was being deployed counts, too.
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: 1000,
        maxBatchingWindow: Duration.seconds(tuning.tallyWindowSeconds),
        filters: [
          lambda.FilterCriteria.filter({
            eventName: lambda.FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: {
              Keys: {
                pk: { S: lambda.FilterRule.beginsWith(PARTITIONS.hour) },
                sk: { S: lambda.FilterRule.beginsWith(SORT_KEYS.contribution) },
              },
            },
          }),
        ],
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.seconds(tuning.tallyRecordAgeSeconds),
        onFailure: new SqsDlq(this.failures),
      }),
    );
    figures.grantItems(tally.role, {
      actions: ['Query', 'PutItem'],
      partitions: ['hour'],
    });
    Validations.of(this.failures).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'This is itself where failures go: nothing reads it but an operator.',
    });
    Validations.of(tally.role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams, which an event source needs, knows no single resource.',
    });
  }
}
