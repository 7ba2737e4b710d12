import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { accountingFile, hourDaysAgo } from './accounting-files.ts';
import { commandLine, report } from './command-line.ts';
import { figuresOf, messagesIn, outputs, recordOf, ship } from './deployed-system.ts';
import { eventually } from './until.ts';

const hours = [hourDaysAgo(20)];
const POISONED = 'host1/acct-cut-off.csv.gz';

test('a file that cannot be read delays no other, says why, and counts once it is repaired and redriven', async () => {
  const whole = gzipSync(accountingFile(1, 500, hours));
  const others = new Map(
    [2, 3, 4].map((file) => [`host1/acct-${file}.csv`, accountingFile(file, 30, hours)] as const),
  );
  await ship(POISONED, whole.subarray(0, whole.length / 2));
  for (const [key, content] of others) await ship(key, content);

  const withoutIt = await report(others);
  expect(withoutIt.hours).not.toEqual([]);
  await eventually(20, async () => expect(await figuresOf(hours)).toEqual(withoutIt.hours));
  await eventually(60, async () => expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(1));
  const rejected = await recordOf(POISONED);
  expect(rejected?.state).toBe('rejected');
  expect(rejected?.reason).toMatch(/gzip/);
  for (const key of others.keys()) expect((await recordOf(key))?.revision).toBe(1);

  await ship(POISONED, whole);
  const queues = ['--from', outputs.IntakeDeadLetterQueueUrl, '--to', outputs.IntakeQueueUrl];
  expect(await commandLine(['redrive', ...queues])).toBe('1 message sent again.\n');

  const withIt = await report(new Map<string, string | Uint8Array>([...others, [POISONED, whole]]));
  expect(withIt.hours).not.toEqual(withoutIt.hours);
  await eventually(60, async () => expect(await figuresOf(hours)).toEqual(withIt.hours));
  await eventually(20, async () => expect(await messagesIn(outputs.IntakeQueueUrl)).toBe(0));
  expect((await recordOf(POISONED))?.state).toBe('counted');
  expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(0);
});
