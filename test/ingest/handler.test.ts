import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { lambdaFunction } from '../lambda-function.ts';

const ingest = lambdaFunction('ingest', { LOGS_BUCKET: 'our-logs', TABLE_NAME: 'figures' });

/** Calls the function with one message of a queue. */
async function receive(body: string): Promise<unknown> {
  return ingest.call({ Records: [{ messageId: 'm-1', body }] });
}

/** What becomes of every request to DynamoDB. */
function stubTable(answer: () => Promise<never>): void {
  vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(answer as () => never);
}

describe('a message that names no file', () => {
  test('fails alone, without an error of the function, and is tried again', async () => {
    expect(await receive('hello')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });

  test('leaves one line that says what to do, and nothing of its content', async () => {
    await receive('{"to": "someone@example.com"}');
    expect(ingest.lines('file')).toEqual([
      expect.objectContaining({
        level: 'ERROR',
        service: 'ingest',
        outcome: 'failed',
        messageId: 'm-1',
        error: 'ForeignMessageError',
      }),
    ]);
    expect(JSON.stringify(ingest.printed)).not.toContain('someone');
  });

  test('counts every metric of its stage, zeros too', async () => {
    await receive('hello');
    const metrics = ingest.metrics();
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
  });
});

test('a store that cannot be reached is an error of the function, so that its alarm can ring, and names the file', async () => {
  stubTable(() => Promise.reject(new Error('there is no way to the table')));
  await expect(receive('{"key": "mta1/acct-1.csv"}')).rejects.toThrow(/^could not read FILE#/);
  expect(ingest.printed).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      outcome: 'failed',
      error: 'StoreError',
      key: 'mta1/acct-1.csv',
      file: fileIdOf('mta1/acct-1.csv'),
    }),
  );
});

test('a file with which Lambda is about to end the execution is named a second before, whatever its key', async () => {
  const key = `someone@example.com/${'x'.repeat(900)}.csv`;
  let fail: (cause: Error) => void = () => {};
  stubTable(() => new Promise((_, reject) => (fail = reject)));
  await ingest.start();
  vi.useFakeTimers();
  const handled = receive(JSON.stringify({ key }));
  await vi.advanceTimersByTimeAsync(58_999);
  expect(ingest.printed).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ingest.printed).toEqual([
    expect.objectContaining({ level: 'ERROR', outcome: 'unfinished', file: fileIdOf(key), messageId: 'm-1' }),
  ]);
  fail(new Error('the execution ends'));
  await expect(handled).rejects.toThrow(/^could not read FILE#/);
  expect(JSON.stringify(ingest.printed)).not.toContain('someone');
});

test('without its environment the function does not start, and says what is missing', async () => {
  vi.stubEnv('LOGS_BUCKET', undefined);
  vi.stubEnv('TABLE_NAME', '');
  await expect(receive('hello')).rejects.toThrow(/LOGS_BUCKET[\s\S]*TABLE_NAME/);
});
