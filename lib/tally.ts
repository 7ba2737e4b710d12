import { Duration, Validations } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PARTITIONS, SORT_KEYS } from '../lambdas/adapters/table-layout.ts';
import { TALLY_CAPACITY } from '../lambdas/tally/settings.ts';
import type { TallyEnvironment } from '../lambdas/tally/settings.ts';
import type { DeploymentTuning } from './deployment-tuning.ts';
import type { FiguresTable } from './figures-table.ts';
import { NodeFunction } from './node-function.ts';
import { FailureQueue } from './queues.ts';

/** Most changes that one execution adds up. */
const CHANGES_AT_ONCE = 1000;
/** Tries after the first, for a batch and for each half of it. */
const RETRIES = 10;

/** A contribution that was written: neither the tally's own sums, nor file records, nor what has expired. */
const CHANGED_CONTRIBUTION = lambda.FilterCriteria.filter({
  eventName: lambda.FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: {
    Keys: {
      pk: { S: lambda.FilterRule.beginsWith(PARTITIONS.hour) },
      sk: { S: lambda.FilterRule.beginsWith(SORT_KEYS.contribution) },
    },
  },
});

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
    this.failures = new FailureQueue(this, 'Failures');

    const tally = new NodeFunction(this, 'Tally', {
      stage: 'tally',
      description: 'Adds up the contributions of the hours that have changed',
      memoryMb: TALLY_CAPACITY.memoryMb,
      timeoutSeconds: TALLY_CAPACITY.timeoutSeconds,
      environment: { TABLE_NAME: figures.table.tableName } satisfies TallyEnvironment,
    });
    this.function = tally.function;

    this.readStreamOf(figures.table, tuning);

    figures.grantItems(tally.role, { actions: ['Query', 'PutItem'], partitions: ['hour'] });
    Validations.of(tally.role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams, which an event source needs, knows no single resource.',
    });
  }

  private readStreamOf(table: dynamodb.ITable, tuning: DeploymentTuning): void {
    this.function.addEventSource(
      new DynamoEventSource(table, {
        // From the oldest change that is still known: one written while the stack was being deployed counts, too.
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: CHANGES_AT_ONCE,
        maxBatchingWindow: Duration.seconds(tuning.tallyWindowSeconds),
        filters: [CHANGED_CONTRIBUTION],
        bisectBatchOnError: true,
        retryAttempts: RETRIES,
        maxRecordAge: Duration.seconds(tuning.tallyRecordAgeSeconds),
        onFailure: new SqsDlq(this.failures),
      }),
    );
  }
}
