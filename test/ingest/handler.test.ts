import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { fileIdOf } from '../../lambdas/core/file-id.ts';
import { synthesise } from '../lib/synthesise.ts';

/** What the function prints; Powertools writes past the console of the test unless told so. */
const printed: Record<string, unknown>[] = [];
const print = (line: unknown): void => void printed.push(JSON.parse(String(line)) as Record<string, unknown>);

beforeEach(() => {
  vi.stubEnv('LOGS_BUCKET', 'our-logs');
  vi.stubEnv('TABLE_NAME', 'figures');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'ingest');
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'DeferralWatch');
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(print);
  }
});
afterEach(() => {
  printed.length = 0;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});

async function receive(body: string, milliseconds = 60_000): Promise<unknown> {
  const { handler } = await import('../../lambdas/ingest/handler.ts');
  const event = { Records: [{ messageId: 'm-1', body }] } as SQSEvent;
  return handler(event, { getRemainingTimeInMillis: () => milliseconds } as Context);
}

/** AWS is at this address, and asked once. */
function stubAws(endpoint: string): void {
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
}

describe('a message that names no file', () => {
  test('fails alone, without an error of the function, and is tried again', async () => {
    expect(await receive('hello')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });

  test('leaves one line that says what to do, and nothing of its content', async () => {
    await receive('{"to": "someone@example.com"}');
    const lines = printed.filter(({ message }) => message === 'file');
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'ERROR',
        service: 'ingest',
        outcome: 'failed',
        messageId: 'm-1',
        error: 'ForeignMessageError',
      }),
    ]);
    expect(JSON.stringify(printed)).not.toContain('someone');
  });

  test('counts every metric that the dashboard shows, zeros too', async () => {
    await receive('hello');
    const metrics = printed.find(({ _aws }) => _aws !== undefined);
    expect(metrics).toMatchObject({
      service: 'ingest',
      FilesCounted: 0,
      FilesUnchanged: 0,
      FilesGone: 0,
      FilesRejected: 0,
      FilesFailed: 1,
      FilesShippedTwice: 0,
      RowsCounted: 0,
      RowsIgnored: 0,
    });
    const shape = z.object({
      CloudWatchMetrics: z
        .array(
          z.object({
            Namespace: z.literal('DeferralWatch'),
            Dimensions: z.tuple([z.tuple([z.literal('service')])]),
          }),
        )
        .length(1),
    });
    expect(() => shape.parse(metrics?.['_aws'])).not.toThrow();
    const dashboard = JSON.stringify(synthesise().findResources('AWS::CloudWatch::Dashboard'));
    const shown = [...dashboard.matchAll(/DeferralWatch\\",\\"(\w+)\\",\\"service\\",\\"ingest/g)].map(
      ([, name]) => name!,
    );
    expect(shown.length).toBeGreaterThanOrEqual(5);
    for (const name of shown) expect(metrics).toHaveProperty(name);
  });
});

test('a store that cannot be reached is an error of the function, so that its alarm can ring, and names the file', async () => {
  stubAws('http://127.0.0.1:1');
  await expect(receive('{"key": "mta1/acct-1.csv"}')).rejects.toThrow(/^could not read FILE#/);
  expect(printed).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      outcome: 'failed',
      error: 'StoreError',
      key: 'mta1/acct-1.csv',
      file: fileIdOf('mta1/acct-1.csv'),
    }),
  );
});

test('a file with which Lambda is about to end the execution is named before, whatever its key', async () => {
  const key = `someone@example.com/${'x'.repeat(900)}.csv`;
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  stubAws(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  const received = receive(JSON.stringify({ key }), 1050);
  await vi.waitFor(() =>
    expect(printed).toContainEqual(
      expect.objectContaining({
        level: 'ERROR',
        outcome: 'unfinished',
        file: fileIdOf(key),
        messageId: 'm-1',
      }),
    ),
  );
  expect(JSON.stringify(printed)).not.toContain('someone');
  silent.closeAllConnections();
  silent.close();
  await expect(received).rejects.toThrow(/^could not read FILE#/);
});

test('without its environment the function does not start, and says what is missing', async () => {
  vi.stubEnv('LOGS_BUCKET', undefined);
  vi.stubEnv('TABLE_NAME', '');
  await expect(receive('hello')).rejects.toThrow(/LOGS_BUCKET[\s\S]*TABLE_NAME/);
});
