import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Evaluate } from './evaluate.ts';
import type { Ingest } from './ingest.ts';
import { ownMetric } from './own-metric.ts';
import type { Tally } from './tally.ts';

/** Columns of a dashboard. */
const FULL_WIDTH = 24;

export interface DashboardProps {
  ingest: Ingest;
  tally: Tally;
  evaluate: Evaluate;
  alarms: readonly cloudwatch.IAlarm[];
}

/**
 * One page that answers, from top to bottom: is anything wrong, what did each stage do, and what waits, is slow or fails.
 */
export class Dashboard extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { ingest, tally, evaluate, alarms }: DashboardProps) {
    super(scope, id);
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    dashboard.addWidgets(
      new cloudwatch.AlarmStatusWidget({
        title: 'Alarms (docs/runbook.md)',
        alarms: [...alarms],
        width: FULL_WIDTH,
      }),
    );
    addGraphs(dashboard, {
      Files: [
        ownMetric(this, 'ingest', 'FilesCounted'),
        ownMetric(this, 'ingest', 'FilesUnchanged'),
        ownMetric(this, 'ingest', 'FilesGone'),
        ownMetric(this, 'ingest', 'FilesRejected'),
        ownMetric(this, 'ingest', 'FilesFailed'),
        ownMetric(this, 'ingest', 'FilesShippedTwice'),
      ],
      Rows: [ownMetric(this, 'ingest', 'RowsCounted'), ownMetric(this, 'ingest', 'RowsIgnored')],
      'Hours added up': [
        ownMetric(this, 'tally', 'HoursTallied'),
        ownMetric(this, 'tally', 'FiguresWritten'),
      ],
      'Alerts sent': [ownMetric(this, 'evaluate', 'AlertsSent')],
    });
    addGraphs(dashboard, {
      'Messages waiting': [
        ingest.intake.metricApproximateNumberOfMessagesVisible(),
        ingest.backfill.metricApproximateNumberOfMessagesVisible(),
        ingest.deadLetters.metricApproximateNumberOfMessagesVisible(),
        tally.failures.metricApproximateNumberOfMessagesVisible(),
      ],
      'Milliseconds per execution (p95)': [
        ingest.function.metricDuration({ statistic: 'p95', label: 'ingest' }),
        tally.function.metricDuration({ statistic: 'p95', label: 'tally' }),
        evaluate.function.metricDuration({ statistic: 'p95', label: 'evaluate' }),
      ],
      'Executions that failed': [
        ingest.function.metricErrors({ label: 'ingest' }),
        tally.function.metricErrors({ label: 'tally' }),
        evaluate.function.metricErrors({ label: 'evaluate' }),
      ],
    });
    const { region } = Stack.of(this);
    const console = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    this.url = `${console}#dashboards/dashboard/${dashboard.dashboardName}`;
  }
}

/** A row of graphs, by their titles, that share its width. */
function addGraphs(
  dashboard: cloudwatch.Dashboard,
  graphs: Readonly<Record<string, cloudwatch.IMetric[]>>,
): void {
  const width = FULL_WIDTH / Object.keys(graphs).length;
  const period = Duration.minutes(5);
  const widgets = Object.entries(graphs).map(
    ([title, left]) => new cloudwatch.GraphWidget({ title, left, width, period }),
  );
  dashboard.addWidgets(...widgets);
}
