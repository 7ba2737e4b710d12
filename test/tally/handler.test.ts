import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { startEmbeddedTable } from '../adapters/embedded-table.ts';
import { figuresWith } from '../example-figures.ts';
import { startLocalServer } from '../fakes/local-server.ts';
import type { LocalServer } from '../fakes/local-server.ts';
import { lambdaFunction } from '../lambda-function.ts';

/** A table that answers as a test says; undefined: not at all. */
let server: LocalServer;
let answer: { status: number; body: string } | undefined;

const tally = lambdaFunction('tally', { TABLE_NAME: 'figures', AWS_MAX_ATTEMPTS: '1' });

beforeEach(async () => {
  answer = undefined;
  server = await startLocalServer((_request, response) => {
    if (answer) response.writeHead(answer.status).end(answer.body);
  });
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
});
afterEach(() => server.stop());

const EVENT = {
  Records: ['2026-11-24T05', '2026-11-24T01', '2026-11-24T05'].map((hour, file) => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: `HOUR#${hour}` }, sk: { S: `FILE#${fileIdOf(`mta1/${file}.csv`)}` } } },
  })),
};

const HOURS = { level: 'ERROR', changes: 3, from: '2026-11-24T01', to: '2026-11-24T05', hours: 2 };

test('a batch that fails names its hours, for an operator to add them up, and fails whole', async () => {
  answer = {
    status: 400,
    body: '{"__type":"com.amazonaws.dynamodb#ProvisionedThroughputExceededException"}',
  };
  await expect(tally.call(EVENT)).rejects.toThrow(
    /^could not read HOUR#2026-11-24T0[15] .*ProvisionedThroughput/,
  );
  expect(tally.lines('tally')).toEqual([expect.objectContaining({ ...HOURS, error: 'StoreError' })]);
  expect(tally.metrics()).toMatchObject({ service: 'tally', HoursTallied: 0, FiguresWritten: 0 });
});

test('a batch that Lambda is about to end names its hours as well', async () => {
  const running = tally.call(EVENT, 1050);
  await vi.waitFor(() =>
    expect(tally.printed).toContainEqual(expect.objectContaining({ ...HOURS, error: 'Unfinished' })),
  );
  server.hangUp();
  await expect(running).rejects.toThrow(/^could not read HOUR#/);
});

test('a batch that succeeds counts its hours, and the figures that it wrote', async () => {
  const embedded = await startEmbeddedTable();
  const { client, table, endpoint } = embedded;
  onTestFinished(() => embedded.stop());
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  await new DynamoContributions({ client, table, retentionDays: 400 }).put({
    hour: '2026-11-24T05',
    file: fileIdOf('mta1/0.csv'),
    revision: 1,
    figures: new Map([['gmail', figuresWith({ delivered: 10 })]]),
  });
  await tally.call(EVENT);
  expect(tally.lines('tally')).toEqual([
    expect.objectContaining({ level: 'INFO', changes: 3, hours: 2, contributions: 1, figures: 1 }),
  ]);
  expect(tally.metrics()).toMatchObject({ service: 'tally', HoursTallied: 2, FiguresWritten: 1 });
});
