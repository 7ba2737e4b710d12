import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { startOf } from '../../lambdas/core/hour.ts';
import { startEmbeddedTable } from '../adapters/embedded-table.ts';
import type { EmbeddedTable } from '../adapters/embedded-table.ts';
import { startLocalServer } from '../fakes/local-server.ts';
import type { LocalServer } from '../fakes/local-server.ts';
import { lambdaFunction } from '../lambda-function.ts';
import { figuresOf } from '../core/incidents/attempts.ts';

const NOW = new Date('2026-11-24T09:05:00Z');
const LAST_HOUR = '2026-11-24T08';
const ACCEPTED = '<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>';
const REFUSED =
  '<ErrorResponse><Error><Code>AuthorizationError</Code><Message>no</Message></Error></ErrorResponse>';

let embedded: EmbeddedTable;
let sns: LocalServer;
/** Alerts whose text has one of these in it are refused. */
let refused: string[];
let isDown: boolean;
let published: number;

const evaluate = lambdaFunction('evaluate', {
  TABLE_NAME: 'figures',
  ALERTS_TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:alerts',
});

beforeAll(async () => {
  embedded = await startEmbeddedTable();
  sns = await startLocalServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      published++;
      if (isDown) response.writeHead(500).end();
      else if (refused.some((word) => body.includes(word))) response.writeHead(403).end(REFUSED);
      else response.writeHead(200).end(ACCEPTED);
    });
  });
  for (const isp of ['gmail', 'yahoo']) await putInTrouble(isp);
});
afterAll(async () => {
  await sns.stop();
  await embedded.stop();
});
beforeEach(() => {
  refused = [];
  isDown = false;
  published = 0;
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', embedded.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_SNS', sns.url);
});

/** Throttled above every limit in the hour before. */
async function putInTrouble(isp: string): Promise<void> {
  const store = new DynamoFigures({ client: embedded.client, table: embedded.table, retentionDays: 400 });
  await store.put({ hour: LAST_HOUR, isp, version: 1, figures: figuresOf({ d: 700, t: { rate: 300 } }) });
}

const alertsLogged = () => evaluate.lines('alert').map(({ alertId }) => alertId);

test('a topic that answers nothing but errors is asked three times for each incident, so that time is left', async () => {
  isDown = true;
  await expect(evaluate.call({})).rejects.toThrow(/^2 faults; all else is judged and sent/);
  expect(published).toBe(2 * 3);
  expect(evaluate.metrics()).toMatchObject({ AlertsSent: 0, EvaluationsSkipped: 0 });
  expect(evaluate.lines('evaluation')).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      at: NOW.toISOString(),
      alerts: 0,
      error: 'UnfinishedEvaluationError',
      reason: expect.stringMatching(/^2 faults; .*could not send alert gmail/),
    }),
  ]);
});

test('once a silent topic has taken the time, the rest is judged and kept, and sending is not begun', async () => {
  await expect(evaluate.call({}, 20_000)).rejects.toThrow(
    /^2 faults; all else is judged and sent:\nno time was left to send alert gmail\/2026-11-24T08\/opened\/1\n/,
  );
  expect(published).toBe(0);
});

test('if SNS refuses an alert the execution fails, the others are sent and logged; the next one sends it', async () => {
  refused = ['yahoo%2F'];
  await expect(evaluate.call({})).rejects.toThrow(
    /^1 fault; all else is judged and sent:\ncould not send alert yahoo.*AuthorizationError/,
  );
  expect(alertsLogged()).toEqual(['gmail/2026-11-24T08/opened/1']);
  expect(evaluate.metrics()).toMatchObject({ AlertsSent: 1 });

  refused = [];
  await evaluate.call({});
  expect(alertsLogged()).toEqual(['yahoo/2026-11-24T08/opened/1']);
  expect(evaluate.metrics()).toMatchObject({ AlertsSent: 1, EvaluationsSkipped: 0 });
});

test('what was sent is logged and counted, although figures cannot be read and the execution fails', async () => {
  await putInTrouble('apple');
  refused = ['everyone%2F'];
  await expect(evaluate.call({})).rejects.toThrow(/^1 fault;/);

  const key = { pk: { S: `HOUR#${LAST_HOUR}` }, sk: { S: 'ISP#orange' } };
  await embedded.client.send(new PutItemCommand({ TableName: embedded.table, Item: key }));
  refused = [];
  await expect(evaluate.call({})).rejects.toThrow(/ISP#orange is not as this version writes it/);
  await embedded.client.send(new DeleteItemCommand({ TableName: embedded.table, Key: key }));
  expect(alertsLogged()).toEqual(['everyone/2026-11-24T08/opened/1']);
  expect(evaluate.metrics()).toMatchObject({ AlertsSent: 1, EvaluationsSkipped: 0 });
});

test('an evaluation that is skipped because a future time has been judged is logged and counted', async () => {
  await evaluate.call({ time: new Date(startOf('2026-11-24T12')).toISOString() });
  await evaluate.call({ time: NOW.toISOString() });
  expect(evaluate.printed).toContainEqual(
    expect.objectContaining({ level: 'WARN', skipped: true, judgedAt: '2026-11-24T12:00:00.000Z' }),
  );
  expect(evaluate.metrics()).toMatchObject({ service: 'evaluate', EvaluationsSkipped: 1 });
});

test('a time in another year is refused, and judged hours stay as they are', async () => {
  await expect(evaluate.call({ time: '2027-11-24T09:05:00Z' })).rejects.toThrow(/more than 25 hours ahead/);
});

test('an evaluation that Lambda is about to end says so a second before, with the time that it judges', async () => {
  const silent = await startLocalServer(() => {});
  onTestFinished(() => silent.stop());
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', silent.url);
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
  const running = evaluate.call({ time: NOW.toISOString() }, 1050);
  const line = { level: 'ERROR', at: NOW.toISOString(), alerts: 0 };
  await vi.waitFor(() =>
    expect(evaluate.lines('evaluation')).toEqual([expect.objectContaining({ ...line, error: 'Unfinished' })]),
  );
  silent.hangUp();
  await expect(running).rejects.toThrow(/^could not read INCIDENT#roster/);
  expect(evaluate.lines('evaluation')).toEqual([
    expect.objectContaining({ error: 'Unfinished' }),
    expect.objectContaining({ ...line, error: 'StoreError' }),
  ]);
});
