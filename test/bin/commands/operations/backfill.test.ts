import { beforeEach, expect, test } from 'vitest';
import { addBackfillCommand } from '../../../../bin/commands/operations/backfill.ts';
import type { BackfillStores } from '../../../../bin/commands/operations/backfill.ts';
import { StoreError } from '../../../../lambdas/core/store-error.ts';
import { run } from '../../recording-terminal.ts';
import type { Ran } from '../../recording-terminal.ts';

const URL = 'https://sqs.us-east-1.amazonaws.com/000000000000/backfill';
const KEYS = ['mta1/a.csv', 'mta1/b "ü".csv', 'mta2/a.csv'];

let sent: string[];
let stores: BackfillStores;
let opened: unknown[];

beforeEach(() => {
  sent = [];
  opened = [];
  stores = {
    files: {
      async *list(prefix) {
        for (const key of KEYS) if (key.startsWith(prefix)) yield { key };
      },
    },
    queue: {
      async send(bodies) {
        for await (const body of bodies) sent.push(body);
        return sent.length;
      },
    },
  };
});

async function backfill(...options: string[]): Promise<Ran> {
  const open = (...given: unknown[]): BackfillStores => {
    opened = given;
    return stores;
  };
  return run(['backfill', '--bucket', 'logs', '--queue', URL, ...options], {
    commands: {
      backfill: async () => (program, terminal) => addBackfillCommand(program, terminal, open),
    },
  });
}

test('each file of the bucket is named in a message of its own', async () => {
  expect(await backfill()).toEqual({ exitCode: 0, stdout: '3 files will be counted.\n', stderr: '' });
  expect(sent.map((body) => JSON.parse(body) as unknown)).toEqual(KEYS.map((key) => ({ key })));
  expect(opened).toEqual(['logs', URL]);
});

test('a prefix leaves out the other files', async () => {
  expect((await backfill('--prefix', 'mta2/')).stdout).toBe('1 file will be counted.\n');
  expect(sent).toEqual(['{"key":"mta2/a.csv"}']);
});

test('a queue that cannot be reached is one line', async () => {
  stores.queue.send = () => Promise.reject(new StoreError(`could not send to queue ${URL}: NoSuchQueue`));
  expect(await backfill()).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `error: could not send to queue ${URL}: NoSuchQueue\n`,
  });
});
