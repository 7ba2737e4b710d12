import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';

/** What the function prints. */
const printed: Record<string, unknown>[] = [];
const print = (line: unknown): void => void printed.push(JSON.parse(String(line)) as Record<string, unknown>);

/** A table that answers as a test says; undefined: not at all. */
let server: Server;
let answer: { status: number; body: string } | undefined;

beforeEach(async () => {
  answer = undefined;
  server = createServer((_request, response) => {
    if (answer) response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const environment = {
    TABLE_NAME: 'figures',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_MAX_ATTEMPTS: '1',
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_SERVICE_NAME: 'tally',
    POWERTOOLS_METRICS_NAMESPACE: 'DeferralWatch',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(print);
  }
});
afterEach(async () => {
  printed.length = 0;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const EVENT = {
  Records: ['2026-11-24T05', '2026-11-24T01', '2026-11-24T05'].map((hour, file) => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: `HOUR#${hour}` }, sk: { S: `FILE#${fileIdOf(`mta1/${file}.csv`)}` } } },
  })),
} as DynamoDBStreamEvent;

async function call(milliseconds: number): Promise<void> {
  const { handler } = await import('../../lambdas/tally/handler.ts');
  await handler(EVENT, { getRemainingTimeInMillis: () => milliseconds } as Context);
}

const HOURS = { level: 'ERROR', changes: 3, from: '2026-11-24T01', to: '2026-11-24T05', hours: 2 };

test('a batch that fails names its hours, for an operator to add them up, and fails whole', async () => {
  answer = {
    status: 400,
    body: '{"__type":"com.amazonaws.dynamodb#ProvisionedThroughputExceededException"}',
  };
  await expect(call(60_000)).rejects.toThrow(/^could not read HOUR#2026-11-24T0[15] .*ProvisionedThroughput/);
  expect(printed).toContainEqual(expect.objectContaining({ ...HOURS, error: 'StoreError' }));
});

test('a batch that Lambda is about to end names its hours as well', async () => {
  const running = call(1050);
  await vi.waitFor(() =>
    expect(printed).toContainEqual(expect.objectContaining({ ...HOURS, error: 'Unfinished' })),
  );
  server.closeAllConnections();
  await expect(running).rejects.toThrow(/^could not read HOUR#/);
});
