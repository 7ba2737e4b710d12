import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Match } from 'aws-cdk-lib/assertions';
import type { Context } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { hourOf, shiftHour, startOf } from '../../lambdas/core/hour.ts';
import { startEmbeddedTable } from '../adapters/embedded-table.ts';
import type { EmbeddedTable } from '../adapters/embedded-table.ts';
import { synthesise } from '../lib/synthesise.ts';
import { figuresOf } from './stories.ts';

const NOW = new Date('2026-11-24T09:05:00Z');
const ACCEPTED = '<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>';
const REFUSED =
  '<ErrorResponse><Error><Code>AuthorizationError</Code><Message>no</Message></Error></ErrorResponse>';

let embedded: EmbeddedTable;
let sns: Server;
/** Alerts whose text has one of these in it are refused. */
let refused: string[];
let isDown: boolean;
let published: number;
const printed: Record<string, unknown>[] = [];
const print = (line: unknown): void => void printed.push(JSON.parse(String(line)) as Record<string, unknown>);

beforeAll(async () => {
  embedded = await startEmbeddedTable();
  sns = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      published++;
      if (isDown) response.writeHead(500).end();
      else if (refused.some((word) => body.includes(word))) response.writeHead(403).end(REFUSED);
      else response.writeHead(200).end(ACCEPTED);
    });
  });
  await new Promise<void>((resolve) => sns.listen(0, '127.0.0.1', resolve));
  const figures = new DynamoFigures({ client: embedded.client, table: embedded.table, retentionDays: 400 });
  const bad = figuresOf({ d: 700, t: { rate: 300 } });
  for (const isp of ['gmail', 'yahoo']) {
    await figures.put({ hour: shiftHour(hourOf(NOW.getTime()), -1), isp, version: 1, figures: bad });
  }
});
afterAll(async () => {
  sns.closeAllConnections();
  sns.close();
  await embedded.stop();
});
beforeEach(() => {
  refused = [];
  isDown = false;
  published = 0;
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const address = (server: { address(): unknown }) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = {
    TABLE_NAME: embedded.table,
    ALERTS_TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:alerts',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: embedded.endpoint,
    AWS_ENDPOINT_URL_SNS: address(sns),
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    POWERTOOLS_SERVICE_NAME: 'evaluate',
    POWERTOOLS_METRICS_NAMESPACE: 'DeferralWatch',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(print);
  }
});
afterEach(() => {
  printed.length = 0;
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});

async function call(event: unknown, milliseconds = 60_000): Promise<void> {
  const { handler } = await import('../../lambdas/evaluate/handler.ts');
  await handler(event, { getRemainingTimeInMillis: () => milliseconds } as Context);
}

const alertsLogged = () => printed.filter(({ message }) => message === 'alert').map(({ alertId }) => alertId);
const metrics = () => printed.find(({ _aws }) => _aws !== undefined);

test('a topic that answers nothing but errors is asked three times for each incident, so that time is left', async () => {
  isDown = true;
  await expect(call({})).rejects.toThrow(/^2 faults; all else is judged and sent/);
  expect(published).toBe(2 * 3);
  expect(metrics()).toMatchObject({ AlertsSent: 0 });
});

test('once a silent topic has taken the time, the rest is judged and kept, and sending is not begun', async () => {
  await expect(call({}, 20_000)).rejects.toThrow(
    /^2 faults; all else is judged and sent:\nno time was left to send alert gmail\/2026-11-24T08\/opened\/1\n/,
  );
  expect(published).toBe(0);
});

test('if SNS refuses an alert the execution fails, the others are sent and logged; the next one sends it', async () => {
  refused = ['yahoo%2F'];
  await expect(call({})).rejects.toThrow(
    /^1 fault; all else is judged and sent:\ncould not send alert yahoo.*AuthorizationError/,
  );
  expect(alertsLogged()).toEqual(['gmail/2026-11-24T08/opened/1']);
  expect(metrics()).toMatchObject({ AlertsSent: 1 });

  refused = [];
  printed.length = 0;
  await call({});
  expect(alertsLogged()).toEqual(['yahoo/2026-11-24T08/opened/1']);
  expect(metrics()).toMatchObject({ AlertsSent: 1, EvaluationsSkipped: 0 });
});

test('what was sent is logged and counted, although figures cannot be read and the execution fails', async () => {
  const hour = shiftHour(hourOf(NOW.getTime()), -1);
  const table = { client: embedded.client, table: embedded.table, retentionDays: 400 };
  const figures = figuresOf({ d: 700, t: { rate: 300 } });
  await new DynamoFigures(table).put({ hour, isp: 'apple', version: 1, figures });
  refused = ['everyone%2F'];
  await expect(call({})).rejects.toThrow(/^1 fault;/);

  const key = { pk: { S: `HOUR#${hour}` }, sk: { S: 'ISP#orange' } };
  await embedded.client.send(new PutItemCommand({ TableName: embedded.table, Item: key }));
  refused = [];
  printed.length = 0;
  await expect(call({})).rejects.toThrow(/ISP#orange is not as this version writes it/);
  await embedded.client.send(new DeleteItemCommand({ TableName: embedded.table, Key: key }));
  expect(alertsLogged()).toEqual(['everyone/2026-11-24T08/opened/1']);
  expect(metrics()).toMatchObject({ AlertsSent: 1, EvaluationsSkipped: 0 });
});

test('an evaluation that is skipped because a future time has been judged is logged and counted', async () => {
  await call({ time: new Date(startOf('2026-11-24T12')).toISOString() });
  printed.length = 0;
  await call({ time: NOW.toISOString() });
  expect(printed).toContainEqual(
    expect.objectContaining({ level: 'WARN', skipped: true, judgedAt: '2026-11-24T12:00:00.000Z' }),
  );
  expect(metrics()).toMatchObject({ service: 'evaluate', EvaluationsSkipped: 1 });
  synthesise().hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp('^evaluate-skipped: '),
    Namespace: 'DeferralWatch',
    MetricName: 'EvaluationsSkipped',
    Dimensions: [{ Name: 'service', Value: 'evaluate' }],
  });
});

test('a time in another year is refused, and judged hours stay as they are', async () => {
  await expect(call({ time: '2027-11-24T09:05:00Z' })).rejects.toThrow(/more than 25 hours ahead/);
});
