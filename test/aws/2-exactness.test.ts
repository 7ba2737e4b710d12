import { execFileSync } from 'node:child_process';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { inParallel } from '../../lambdas/core/in-parallel.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import { accountingFile, hourDaysAgo } from './accounting-files.ts';
import { commandLine, report } from './command-line.ts';
import { EMULATOR_PID, figuresOf, messagesIn, outputs, recordOf, ship, sqs } from './deployed-system.ts';
import { eventually } from './until.ts';

const HOSTS = 20;
const FILES = 300;
const VERSIONS = 3;
const hours = [0, 1, 2, 3].map((later) => shiftHour(hourDaysAgo(10), later));

/** The versions of each file, the last of which stays; a third of the files grow. */
const versions = new Map(
  Array.from({ length: FILES }, (_, file) => [
    `host${file % HOSTS}/acct-${String(file).padStart(4, '0')}.csv`,
    Array.from({ length: file % 3 === 0 ? VERSIONS : 1 }, (_version, version) =>
      accountingFile(file, 20 + 15 * version, [hours[file % 4]!, hours[(file + 1) % 4]!]),
    ),
  ]),
);

test('300 files of 20 hosts in any order, growing, announced twice, functions killed: the figures are exact', async () => {
  const last = new Map([...versions].map(([key, texts]) => [key, texts.at(-1)!]));
  const expected = await report(last);
  expect(expected.hours.length).toBeGreaterThanOrEqual(hours.length);
  let killed = 0;

  for (let version = 0; version < VERSIONS; version++) {
    const round = shuffled(
      [...versions].filter(([, texts]) => texts[version] !== undefined),
      version,
    );
    await inParallel(round, 16, ([key, texts]) => ship(key, texts[version]!));
    killed += killFunctions();
    await tellAgain(round.map(([key]) => key));
  }
  killed += killFunctions();

  await eventually(180, async () => {
    expect(await messagesIn(outputs.IntakeQueueUrl)).toBe(0);
    expect(await figuresOf(hours)).toEqual(expected.hours);
  });
  expect(killed).toBeGreaterThan(0);
  expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(0);
  const states = new Set<string | undefined>();
  await inParallel(versions.keys(), 16, async (key) => void states.add((await recordOf(key))?.state));
  expect([...states]).toEqual(['counted']);
  expect(await reconciliation()).toMatch(/^4 hours, \d+ files: exact:/);
});

/** What an operator's own judge says of bucket and table. */
function reconciliation(): Promise<string> {
  const stores = ['--bucket', outputs.LogsBucketName, '--table', outputs.FiguresTableName];
  return commandLine(['reconcile', ...stores, '--from', hours[0]!, '--to', hours.at(-1)!]);
}

/** Sends each event once more, as EventBridge does now and then. */
async function tellAgain(keys: readonly string[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(keys.length / 10) }, (_, index) =>
    keys.slice(index * 10, index * 10 + 10),
  );
  await inParallel(batches, 8, async (batch) => {
    const entries = batch.map((key, index) => ({ Id: String(index), MessageBody: arrivalOf(key) }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: outputs.IntakeQueueUrl, Entries: entries }));
  });
}

function arrivalOf(key: string): string {
  const detail = { bucket: { name: outputs.LogsBucketName }, object: { key, etag: 'of-an-older-version' } };
  return JSON.stringify({ source: 'aws.s3', 'detail-type': 'Object Created', detail });
}

/** Ends the functions that are running or waiting, in the middle of what they do: the emulator's own children. */
function killFunctions(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm=']).toString().split('\n');
  const functions = processes
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, command]) => Number(parent) === EMULATOR_PID && command?.endsWith('node'));
  for (const [pid] of functions) process.kill(Number(pid), 'SIGKILL');
  return functions.length;
}

/** In an order that looks random and is the same in every run. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = (index: number): number => Math.imul(index + 1, 2_654_435_761 + seed * 40_503) >>> 0;
  return items
    .map((item, index) => ({ item, place: order(index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
