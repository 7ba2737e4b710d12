import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { reportedHour } from '../../bin/commands/report/document.ts';
import type { ReportedHour } from '../../bin/commands/report/document.ts';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { TOTALS } from '../../lambdas/core/figures/figures.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';

const environment = z
  .object({
    // The one thing between these tests and somebody's account.
    AWS_ENDPOINT_URL: z.url({ hostname: /^127\.0\.0\.1$/, error: 'the deployed tests run on loopback only' }),
    OUTPUTS_FILE: z.string(),
    EMULATOR_PID: z.coerce.number().int().positive(),
  })
  .parse(process.env);

/** The process of the local AWS, whose children are the functions. */
export const EMULATOR_PID = environment.EMULATOR_PID;

/** The stack's outputs, by the names that others rely on (docs/for-programs.md). */
export const outputs = z
  .object({
    DeferralWatch: z.object({
      LogsBucketName: z.string(),
      AlertsTopicArn: z.string(),
      OperationsTopicArn: z.string(),
      FiguresTableName: z.string(),
      IntakeQueueUrl: z.string(),
      IntakeDeadLetterQueueUrl: z.string(),
      BackfillQueueUrl: z.string(),
      ShipperPolicyArn: z.string(),
      DashboardUrl: z.string(),
    }),
  })
  .parse(JSON.parse(readFileSync(environment.OUTPUTS_FILE, 'utf8'))).DeferralWatch;

export const sqs = new SQSClient();
export const s3 = new S3Client();
const sns = new SNSClient();
const lambda = new LambdaClient();
const dynamodb = new DynamoDBClient();
const table = { client: dynamodb, table: outputs.FiguresTableName, retentionDays: 400 };

/** Ships a file as a host would. */
export async function ship(key: string, content: string | Uint8Array): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: outputs.LogsBucketName, Key: key, Body: content }));
}

/** The figures of these hours as `report --json` gives them, without ISPs of which nothing is left. */
export async function figuresOf(hours: readonly Hour[]): Promise<ReportedHour[]> {
  const found = await new DynamoFigures(table).ofHours(hours);
  return found.filter(({ figures }) => TOTALS.some((total) => figures[total] > 0)).map(reportedHour);
}

/** What is known of a file. */
export async function recordOf(key: string): Promise<FileRecord | undefined> {
  return new DynamoFileRecords(table).load(fileIdOf(key));
}

/** Messages in a queue, those that are being worked on among them. */
export async function messagesIn(queueUrl: string): Promise<number> {
  const { Attributes: found } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return Object.values(found ?? {}).reduce((sum, count) => sum + Number(count), 0);
}

/** Takes every message that is in a queue now. */
export async function drain(queueUrl: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const { Messages: messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
    );
    if (messages.length === 0) return bodies;
    bodies.push(...messages.map(({ Body: body }) => body ?? ''));
    const entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  }
}

/** A queue that gets the alerts which match a filter policy, as an operator's own system would. */
export async function subscribeQueue(name: string, filterPolicy: Record<string, string[]>): Promise<string> {
  const allowed = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': outputs.AlertsTopicArn } },
      },
    ],
  };
  const { QueueUrl: url } = await sqs.send(
    new CreateQueueCommand({ QueueName: name, Attributes: { Policy: JSON.stringify(allowed) } }),
  );
  const { Attributes: attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
  );
  await sns.send(
    new SubscribeCommand({
      TopicArn: outputs.AlertsTopicArn,
      Protocol: 'sqs',
      Endpoint: attributes?.['QueueArn'],
      Attributes: { FilterPolicy: JSON.stringify(filterPolicy), RawMessageDelivery: 'true' },
    }),
  );
  return z.string().parse(url);
}

/** Calls evaluate as the scheduler does, or with `{}` as a person would. */
export async function callEvaluate(event: { time?: string }): Promise<void> {
  const { FunctionError: error, Payload: payload } = await lambda.send(
    new InvokeCommand({ FunctionName: await evaluateFunction(), Payload: JSON.stringify(event) }),
  );
  if (error !== undefined) throw new Error(`evaluate failed: ${payload?.transformToString()}`);
}

let evaluateName: string | undefined;
async function evaluateFunction(): Promise<string> {
  if (evaluateName !== undefined) return evaluateName;
  const { StackResourceSummaries: resources = [] } = await new CloudFormationClient().send(
    new ListStackResourcesCommand({ StackName: 'DeferralWatch' }),
  );
  const found = resources.find(
    ({ ResourceType, LogicalResourceId }) =>
      ResourceType === 'AWS::Lambda::Function' && LogicalResourceId?.startsWith('Evaluate'),
  );
  return (evaluateName = z.string().parse(found?.PhysicalResourceId));
}
