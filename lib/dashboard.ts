import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Evaluate } from './evaluate.ts';
import type { Ingest } from './ingest.ts';
import { ownMetric } from './own-metric.ts';
import type { Tally } from './tally.ts';

export interface DashboardProps {
  ingest: Ingest;
  tally: Tally;
  evaluate: Evaluate;
  alarms: readonly cloudwatch.IAlarm[];
}

/** One page that answers, from top to bottom: is anything wrong, do files come in, is what they say understood. */
export class Dashboard extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { ingest, tally, evaluate, alarms }: DashboardProps) {
    super(scope, id);
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    dashboard.addWidgets(
      new cloudwatch.AlarmStatusWidget({ title: 'Alarms (docs/runbook.md)', alarms: [...alarms], width: 24 }),
    );
    dashboard.addWidgets(
      graph('Files', [
        ownMetric(this, 'ingest', 'FilesCounted'),
        ownMetric(this, 'ingest', 'FilesRejected'),
        ownMetric(this, 'ingest', 'FilesShippedTwice'),
      ]),
      graph('Rows', [ownMetric(this, 'ingest', 'RowsCounted'), ownMetric(this, 'ingest', 'RowsIgnored')]),
      graph('Alerts sent', [ownMetric(this, 'evaluate', 'AlertsSent')]),
    );
    dashboard.addWidgets(
      graph('Messages waiting', [
        ingest.intake.metricApproximateNumberOfMessagesVisible(),
        ingest.backfill.metricApproximateNumberOfMessagesVisible(),
        ingest.deadLetters.metricApproximateNumberOfMessagesVisible(),
        tally.failures.metricApproximateNumberOfMessagesVisible(),
      ]),
      graph('Milliseconds per execution (p95)', [
        ingest.function.metricDuration({ statistic: 'p95', label: 'ingest' }),
        tally.function.metricDuration({ statistic: 'p95', label: 'tally' }),
        evaluate.function.metricDuration({ statistic: 'p95', label: 'evaluate' }),
      ]),
      graph('Executions that failed', [
        ingest.function.metricErrors({ label: 'ingest' }),
        tally.function.metricErrors({ label: 'tally' }),
        evaluate.function.metricErrors({ label: 'evaluate' }),
      ]),
    );
    const { region } = Stack.of(this);
    const console = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    this.url = `${console}#dashboards/dashboard/${dashboard.dashboardName}`;
  }
}

function graph(title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left, width: 8, period: Duration.minutes(5) });
}
