import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../lambdas/core/settings.ts';
import { AlertTopics } from './alert-topics.ts';
import { PRODUCTION } from './deployment-tuning.ts';
import type { DeploymentTuning } from './deployment-tuning.ts';
import { Evaluate } from './evaluate.ts';
import { FiguresTable } from './figures-table.ts';
import { Ingest } from './ingest.ts';
import { LogsBucket } from './logs-bucket.ts';
import { Operations } from './operations.ts';
import { Tally } from './tally.ts';

export interface DeferralWatchStackProps extends StackProps {
  settings: Settings;
  tuning?: DeploymentTuning;
}

/** Deferral Watch on AWS: files come in at the top, alerts go out at the bottom. */
export class DeferralWatchStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, tuning = PRODUCTION, ...props }: DeferralWatchStackProps,
  ) {
    super(scope, id, {
      description: 'Deferral Watch: what mailbox providers say when they defer mail, and what to do about it',
      analyticsReporting: false,
      ...props,
    });
    const logs = new LogsBucket(this, 'Logs', { fileRetentionDays: settings.fileRetentionDays });
    const figures = new FiguresTable(this, 'Figures');
    const { alerts, operations } = new AlertTopics(this, 'Topics', settings);

    const ingest = new Ingest(this, 'Ingest', { logs, figures, tuning });
    const tally = new Tally(this, 'Tally', { figures, tuning });
    const evaluate = new Evaluate(this, 'Evaluate', { figures, alerts, tuning });
    const { dashboardUrl } = new Operations(this, 'Operations', {
      ingest,
      tally,
      evaluate,
      alerts,
      operations,
    });

    this.addOutputs({
      LogsBucketName: [logs.bucket.bucketName, 'Ship accounting files here, as <host>/acct-….csv'],
      ShipperPolicyArn: [logs.shipperPolicy.managedPolicyArn, 'What a shipping host needs to be allowed'],
      AlertsTopicArn: [alerts.topicArn, 'Subscribe to alerts about mailbox providers here'],
      OperationsTopicArn: [operations.topicArn, 'Subscribe to alarms about this system here'],
      FiguresTableName: [figures.table.tableName, 'Hourly figures: pk HOUR#2026-11-24T01, sk ISP#gmail'],
      IntakeQueueUrl: [ingest.intake.queueUrl, 'Files that have arrived and are not counted yet'],
      IntakeDeadLetterQueueUrl: [ingest.deadLetters.queueUrl, 'Files that could not be counted'],
      BackfillQueueUrl: [ingest.backfill.queueUrl, 'Send {"key": "…"} to have a file counted (again)'],
      DashboardUrl: [dashboardUrl, 'Where to look first'],
    });
  }

  private addOutputs(outputs: Readonly<Record<string, [value: string, description: string]>>): void {
    for (const [name, [value, description]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { value, description });
    }
  }
}
