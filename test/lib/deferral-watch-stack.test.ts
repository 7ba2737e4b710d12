import { readFileSync } from 'node:fs';
import { Annotations, Capture, Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Validations } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { INGEST_CAPACITY } from '../../lambdas/ingest/settings.ts';
import { DeferralWatchStack } from '../../lib/deferral-watch-stack.ts';
import { createApp, createStack, synthesise } from './synthesise.ts';

const template = synthesise();

const statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  Principal: z.unknown().optional(),
});

/** What the role of a stage may do, beside writing its log. */
function permissionsOf(stage: 'Ingest' | 'Tally' | 'Evaluate'): z.infer<typeof statement>[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const [, policy] = policies.find(([id]) => id.startsWith(`${stage}RoleDefaultPolicy`))!;
  return z
    .object({ Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }) })
    .parse(policy)
    .Properties.PolicyDocument.Statement.filter(({ Action: [first] }) => !first?.startsWith('logs:'));
}

function partitionsOf(stage: 'Ingest' | 'Tally' | 'Evaluate'): Record<string, unknown> {
  const writes = permissionsOf(stage).filter(({ Condition }) => Condition?.['ForAllValues:StringLike']);
  return Object.fromEntries(
    writes.map(({ Action, Condition }) => [
      Action.map((action) => action.replace('dynamodb:', '')).join(' '),
      Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
    ]),
  );
}

describe('what is stored', () => {
  test('the table forgets by itself, can be restored, tells keys only, and outlives the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
        GlobalSecondaryIndexes: Match.absent(),
      },
    });
  });

  test('the bucket is private, encrypted, forgets recipients after the days of the settings, and outlives the stack', () => {
    synthesise({ fileRetentionDays: 31 }).hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: Match.anyValue(),
        LifecycleConfiguration: {
          Rules: [
            Match.objectLike({
              Status: 'Enabled',
              ExpirationInDays: 31,
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 },
            }),
          ],
        },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  test('what holds data keeps its logical id, so that no deployment replaces it', () => {
    expect(Object.keys(template.findResources('AWS::S3::Bucket'))).toEqual(['LogsBucket5C52C3D2']);
    expect(Object.keys(template.findResources('AWS::DynamoDB::Table'))).toEqual(['FiguresTable74D6F988']);
    expect(Object.keys(template.findResources('AWS::SNS::Topic'))).toEqual([
      'TopicsAlerts790CC8DD',
      'TopicsOperations73808476',
    ]);
    // A queue that is replaced takes its messages along: files that wait, and failures that nobody has seen.
    expect(Object.keys(template.findResources('AWS::SQS::Queue'))).toEqual([
      'IngestDeadLetters1228E37E',
      'IngestIntakeEF188696',
      'IngestBackfill0DFB6BE5',
      'TallyFailuresF1129E1A',
    ]);
  });
});

describe('what is tried again', () => {
  test('what waits or has failed is kept for two weeks, encrypted', () => {
    template.allResourcesProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 14 * 86_400,
      SqsManagedSseEnabled: true,
    });
  });

  test('a file four times, hidden for at least six timeouts, by one message at a time', () => {
    const queues = template.findResources('AWS::SQS::Queue', {
      Properties: { RedrivePolicy: { maxReceiveCount: 4 }, SqsManagedSseEnabled: true },
    });
    expect(Object.keys(queues)).toHaveLength(2);
    for (const { Properties } of Object.values(queues)) {
      const { VisibilityTimeout } = z.object({ VisibilityTimeout: z.number() }).parse(Properties);
      expect(VisibilityTimeout).toBe(6 * INGEST_CAPACITY.timeoutSeconds);
    }
    for (const maxConcurrency of [10, 2]) {
      template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: maxConcurrency },
      });
    }
  });

  test('an event by EventBridge for a day, then it goes to the dead-letter queue, which EventBridge may write to', () => {
    const deadLetters = { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestDeadLetters'), 'Arn'] };
    template.hasResourceProperties('AWS::Events::Rule', {
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: deadLetters } })],
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 'events.amazonaws.com' },
            Resource: deadLetters,
          }),
        ]),
      },
    });
  });

  test('a batch of changes in halves, a bounded number of times, for a bounded time, and then it is reported', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 82_800,
      MaximumBatchingWindowInSeconds: 30,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test('only contributions wake the tally: neither its own sums nor file records', () => {
    const filter = new Capture();
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: { Filters: [{ Pattern: filter }] },
    });
    expect(JSON.parse(filter.asString())).toEqual({
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'HOUR#' }] }, sk: { S: [{ prefix: 'FILE#' }] } } },
    });
  });

  test('an evaluation never: the next one comes in five minutes, and brings its time', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Target: {
        Input: '{"time":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumRetryAttempts: 0 },
      },
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 });
  });
});

describe('who may do what', () => {
  test('each stage works on its own items only', () => {
    expect(partitionsOf('Ingest')).toEqual({ 'GetItem PutItem': ['HOUR#*', 'FILE#*'] });
    expect(partitionsOf('Tally')).toEqual({ 'Query PutItem': ['HOUR#*'] });
    expect(partitionsOf('Evaluate')).toEqual({ Query: ['HOUR#*'], 'GetItem PutItem': ['INCIDENT#*'] });
  });

  test('ingest reads objects and publishes nothing; evaluate publishes and reads no object; tally does neither', () => {
    const services = (stage: 'Ingest' | 'Tally' | 'Evaluate'): string[] =>
      [
        ...new Set(
          permissionsOf(stage).flatMap(({ Action }) => Action.map((action) => action.split(':')[0]!)),
        ),
      ].sort();
    expect(services('Ingest')).toEqual(['dynamodb', 's3', 'sqs']);
    expect(services('Tally')).toEqual(['dynamodb', 'sqs']);
    expect(services('Evaluate')).toEqual(['dynamodb', 'kms', 'sns']);
  });

  test('no function deletes an object or an item', () => {
    const actions = (['Ingest', 'Tally', 'Evaluate'] as const).flatMap((stage) =>
      permissionsOf(stage).flatMap(({ Action }) => Action),
    );
    expect(actions.filter((action) => /^(s3|dynamodb):.*(Delete|\*)/.test(action))).toEqual([]);
  });

  test('a shipping host can put objects and list folders, and nothing else', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Action: ['s3:PutObject', 's3:AbortMultipartUpload'], Effect: 'Allow' }),
          Match.objectLike({
            Action: 's3:ListBucket',
            Effect: 'Allow',
            Condition: { StringLike: { 's3:prefix': '*/*' } },
          }),
        ],
      },
    });
  });

  test('CloudWatch may publish to the operations topic and use its key, or alarms would be lost', () => {
    const cloudwatch = (Action: unknown): unknown =>
      Match.objectLike({
        Action,
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([cloudwatch('sns:Publish')]) },
      Topics: [{ Ref: 'TopicsOperations73808476' }],
    });
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: { Statement: Match.arrayWith([cloudwatch(['kms:Decrypt', 'kms:GenerateDataKey*'])]) },
    });
  });

  test('cdk-nag (AwsSolutions) has nothing to say', () => {
    const app = createApp();
    createStack({}, app);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});

describe('what an operator sees', () => {
  test('the outputs that others rely on, and no others', () => {
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual([
      'AlertsTopicArn',
      'BackfillQueueUrl',
      'DashboardUrl',
      'FiguresTableName',
      'IntakeDeadLetterQueueUrl',
      'IntakeQueueUrl',
      'LogsBucketName',
      'OperationsTopicArn',
      'ShipperPolicyArn',
    ]);
  });

  test('every alarm names its impact and has a section in the runbook, which knows no other', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) =>
      z.object({ AlarmDescription: z.string(), AlarmActions: z.array(z.unknown()).min(1) }).parse(Properties),
    );
    const named = alarms.map(
      ({ AlarmDescription }) =>
        /^([a-z-]+): [A-Z].{30,}\. What to do: docs\/runbook\.md#\1$/.exec(AlarmDescription)?.[1],
    );
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const sections = [...runbook.matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(sections));
    for (const part of ['Description', 'Investigation', 'Resolution']) {
      expect(runbook.match(new RegExp(`^\\*\\*${part}\\.\\*\\*`, 'gm'))).toHaveLength(named.length);
    }
  });

  test('an address that is named twice is subscribed once', () => {
    const twice = synthesise({ alertEmails: ['a@example.com', 'a@example.com'] });
    expect(Object.keys(twice.findResources('AWS::SNS::Subscription'))).toHaveLength(1);
  });

  test('the addresses of the settings are subscribed, to alerts or to alarms', () => {
    const subscribed = synthesise({ alertEmails: ['a@example.com'], operationsEmails: ['o@example.com'] });
    for (const [Endpoint, topic] of [
      ['a@example.com', 'TopicsAlerts790CC8DD'],
      ['o@example.com', 'TopicsOperations73808476'],
    ]) {
      subscribed.hasResourceProperties('AWS::SNS::Subscription', {
        Protocol: 'email',
        Endpoint,
        TopicArn: { Ref: topic },
      });
    }
  });
});

test('whoever deploys is warned where nobody would hear of an alarm', () => {
  const warnings = (settings: Record<string, unknown>): unknown[] =>
    Annotations.fromStack(createStack(settings)).findWarning('*', Match.stringLikeRegexp('operationsEmails'));
  expect(warnings({})).toHaveLength(1);
  expect(warnings({ operationsEmails: ['o@example.com'] })).toEqual([]);
});

describe('what is deployed', () => {
  test('functions on Node.js 24 and arm64 with a log group that forgets, and no custom resource', () => {
    const functions = template.findResources('AWS::Lambda::Function');
    expect(Object.keys(functions)).toHaveLength(3);
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
      Environment: { Variables: { AWS_MAX_ATTEMPTS: '8' } },
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
    const types = Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>);
    expect(
      types.filter(({ Type }) => Type.startsWith('Custom::') || Type.includes('CustomResource')),
    ).toEqual([]);
  });

  test('only the bucket, the table and nothing else is left when the stack is destroyed', () => {
    const resources = Object.values(
      template.toJSON()['Resources'] as Record<string, { Type: string; DeletionPolicy?: string }>,
    );
    const kept = resources
      .filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
      .map(({ Type }) => Type);
    expect(kept.sort()).toEqual(['AWS::DynamoDB::Table', 'AWS::S3::Bucket']);
  });
});

test('two stacks in one account share nothing that has a name', () => {
  const stack = new DeferralWatchStack(createApp(), 'DeferralWatch', {
    stackName: 'Staging',
    settings: parseSettings({}, 'the test'),
  });
  const second = Template.fromStack(stack);
  second.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'EvaluationsSkipped',
    Namespace: 'Staging',
  });
  second.allResourcesProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ POWERTOOLS_METRICS_NAMESPACE: 'Staging' }) },
  });
  // A metric belongs to its namespace, an inline policy to its role; a displayed name tells nothing apart.
  const ofSomethingElse = ['MetricName', 'PolicyName', 'DisplayName'];
  const hasName = (properties: object): boolean =>
    Object.entries(properties).some(
      ([name, value]) =>
        name.endsWith('Name') && typeof value === 'string' && !ofSomethingElse.includes(name),
    );
  const resources = z
    .record(z.string(), z.object({ Properties: z.looseObject({}).default({}) }))
    .parse(second.toJSON()['Resources']);
  expect(Object.entries(resources).filter(([, { Properties }]) => hasName(Properties))).toEqual([]);
});
