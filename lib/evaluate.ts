import { Duration, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { EVALUATE_CAPACITY } from '../lambdas/evaluate/settings.ts';
import type { EvaluateEnvironment } from '../lambdas/evaluate/settings.ts';
import type { DeploymentTuning } from './deployment-tuning.ts';
import type { FiguresTable } from './figures-table.ts';
import { NodeFunction } from './node-function.ts';

/** Minutes between two evaluations: how long a finished hour waits at most before it is judged. */
const EVALUATION_MINUTES = 5;

export interface EvaluateProps {
  figures: FiguresTable;
  alerts: sns.ITopic;
  tuning: DeploymentTuning;
}

/**
 * The third stage: figures → incidents and alerts, every five minutes. Nothing is tried again: the next evaluation
 * judges the same hours and sends what this one left unsent, and one that came late could only judge the past.
 */
export class Evaluate extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, { figures, alerts, tuning }: EvaluateProps) {
    super(scope, id);
    const evaluate = new NodeFunction(this, 'Evaluate', {
      stage: 'evaluate',
      description: 'Judges the figures of the last hours and sends the alerts that follow',
      memoryMb: EVALUATE_CAPACITY.memoryMb,
      timeoutSeconds: EVALUATE_CAPACITY.timeoutSeconds,
      environment: {
        TABLE_NAME: figures.table.tableName,
        ALERTS_TOPIC_ARN: alerts.topicArn,
      } satisfies EvaluateEnvironment,
    });
    this.function = evaluate.function;

    this.schedule(tuning.scheduleEnabled);

    figures.grantItems(evaluate.role, { actions: ['Query'], partitions: ['hour'] });
    figures.grantItems(evaluate.role, { actions: ['GetItem', 'PutItem'], partitions: ['incident'] });
    alerts.grantPublish(evaluate.role);
    Validations.of(evaluate.role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Action::kms:GenerateDataKey*]',
      reason: 'Both forms of the call, on the one key of the topics.',
    });
  }

  private schedule(enabled: boolean): void {
    this.function.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: Duration.minutes(EVALUATION_MINUTES),
    });
    const role = new iam.Role(this, 'SchedulerRole', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'Lets the scheduler call evaluate of Deferral Watch',
    });
    new scheduler.Schedule(this, 'Schedule', {
      description: 'Calls evaluate of Deferral Watch',
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(EVALUATION_MINUTES)),
      enabled,
      target: new LambdaInvoke(this.function, {
        input: scheduler.ScheduleTargetInput.fromObject({ time: scheduler.ContextAttribute.scheduledTime }),
        role,
        retryAttempts: 0,
      }),
    });
    const functionId = Stack.of(this).getLogicalId(this.function.node.defaultChild as lambda.CfnFunction);
    Validations.of(role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${functionId}.Arn>:*]`,
      reason: 'Any version of the one function that it calls.',
    });
  }
}
