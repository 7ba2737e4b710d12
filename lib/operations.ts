import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Dashboard } from './dashboard.ts';
import type { Evaluate } from './evaluate.ts';
import type { Ingest } from './ingest.ts';
import { ownMetric } from './own-metric.ts';
import type { Tally } from './tally.ts';

export interface OperationsProps {
  ingest: Ingest;
  tally: Tally;
  evaluate: Evaluate;
  alerts: sns.ITopic;
  /** Where alarms go. */
  operations: sns.ITopic;
}

interface AlarmProps {
  /** Also the title of its section in docs/runbook.md. */
  name: string;
  /** What somebody who relies on figures and alerts notices of it. */
  impact: string;
  metric: cloudwatch.IMetric;
  threshold: number;
  comparison?: cloudwatch.ComparisonOperator;
  periods?: number;
  /** Default: no news is good news. */
  missing?: cloudwatch.TreatMissingData;
}

/**
 * What watches the watcher: an alarm for every way in which figures or alerts can silently fail to come, and one
 * dashboard. What heals itself must last before it rings; what is lost unless somebody acts rings at once.
 */
export class Operations extends Construct {
  readonly dashboardUrl: string;
  private readonly topic: sns.ITopic;
  private readonly alarms: cloudwatch.Alarm[] = [];

  constructor(
    scope: Construct,
    id: string,
    { ingest, tally, evaluate, alerts, operations }: OperationsProps,
  ) {
    super(scope, id);
    this.topic = operations;
    this.watchIngest(ingest);
    this.watchTally(tally);
    this.watchEvaluate(evaluate, alerts);
    const { alarms } = this;
    this.dashboardUrl = new Dashboard(this, 'Dashboard', { ingest, tally, evaluate, alarms }).url;
  }

  private watchIngest({ function: ingest, intake, deadLetters }: Ingest): void {
    this.alarm({
      name: 'intake-dead-letters',
      impact:
        'At least one accounting file is missing from the figures, until it is repaired and sent again.',
      metric: messagesIn(deadLetters),
      threshold: 1,
    });
    this.alarm({
      name: 'intake-delayed',
      impact: 'Files wait for more than half an hour, so figures and alerts are late by as much.',
      metric: intake.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: cloudwatch.Stats.MAXIMUM,
      }),
      threshold: 1800,
      periods: 2,
    });
    this.alarm({
      name: 'ingest-errors',
      impact: 'Files are being tried again; those that keep failing will be missing from the figures.',
      metric: ingest.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      periods: 3,
    });
    this.alarm({
      name: 'shipping-stopped',
      impact: 'No accounting file has come for six hours: nothing is watched, and no alert can be sent.',
      metric: ingest.metricInvocations({ period: Duration.hours(1) }),
      threshold: 1,
      comparison: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 6,
      missing: cloudwatch.TreatMissingData.BREACHING,
    });
  }

  private watchTally({ function: tally, failures }: Tally): void {
    this.alarm({
      name: 'tally-failures',
      impact:
        'The figures of some hours lack files that have been counted, until the tally is run again for them.',
      metric: messagesIn(failures),
      threshold: 1,
    });
    this.alarm({
      name: 'tally-delayed',
      impact:
        'Files have been counted but not added up for more than ten minutes: figures and alerts are late.',
      metric: tally.metric('IteratorAge', {
        period: Duration.minutes(5),
        statistic: cloudwatch.Stats.MAXIMUM,
      }),
      threshold: Duration.minutes(10).toMilliseconds(),
      periods: 2,
    });
    this.alarm({
      // A stream that is not read at all has no age.
      name: 'tally-silent',
      impact:
        'Nothing has been added up for six hours: figures stand still, and no alert can follow from them.',
      metric: tally.metricInvocations({ period: Duration.hours(1) }),
      threshold: 1,
      comparison: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 6,
      missing: cloudwatch.TreatMissingData.BREACHING,
    });
  }

  private watchEvaluate({ function: evaluate }: Evaluate, alerts: sns.ITopic): void {
    this.alarm({
      name: 'evaluate-errors',
      impact:
        'Hours are not judged, or alerts not sent, for a quarter of an hour: a block can go on unknown.',
      metric: evaluate.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      periods: 3,
    });
    this.alarm({
      name: 'evaluate-silent',
      impact: 'Nobody judges the figures: a block can go on without an alert.',
      metric: evaluate.metricInvocations({ period: Duration.minutes(5) }),
      threshold: 1,
      comparison: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 3,
      missing: cloudwatch.TreatMissingData.BREACHING,
    });
    this.alarm({
      name: 'evaluate-skipped',
      impact:
        'No hour is judged, since a future time has been judged already: a block can go on without an alert.',
      metric: ownMetric(this, 'evaluate', 'EvaluationsSkipped', Duration.minutes(5)),
      threshold: 1,
      periods: 3,
    });
    this.alarm({
      name: 'alerts-undelivered',
      impact: 'An alert was sent and has not reached a subscriber: somebody does not know of a block.',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/SNS',
        metricName: 'NumberOfNotificationsFailed',
        dimensionsMap: { TopicName: alerts.topicName },
        statistic: cloudwatch.Stats.SUM,
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }

  private alarm({
    name,
    impact,
    metric,
    threshold,
    comparison = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    periods = 1,
    missing = cloudwatch.TreatMissingData.NOT_BREACHING,
  }: AlarmProps): void {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmDescription: `${name}: ${impact} What to do: docs/runbook.md#${name}`,
      metric,
      threshold,
      comparisonOperator: comparison,
      evaluationPeriods: periods,
      treatMissingData: missing,
    });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    this.alarms.push(alarm);
  }
}

/**
 * Messages in a queue that should be empty. Those that an operator looks at just now are not counted as visible, but
 * they come back within half a minute: over five minutes, the maximum has counted them.
 */
function messagesIn(queue: sqs.IQueue): cloudwatch.IMetric {
  return queue.metricApproximateNumberOfMessagesVisible({
    period: Duration.minutes(5),
    statistic: cloudwatch.Stats.MAXIMUM,
  });
}
