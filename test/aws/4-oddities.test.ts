import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { shiftHour } from '../../lambdas/core/hour.ts';
import { accountingFile, hourDaysAgo } from './accounting-files.ts';
import { report } from './command-line.ts';
import { drain, figuresOf, messagesIn, outputs, recordOf, s3, ship, sqs } from './deployed-system.ts';
import { eventually } from './until.ts';

const KEYS = [
  'no-folder.csv',
  'host 1/acct 2026.csv',
  'host+1/acct+plus.csv',
  'host%2B1/acct%20%2F.csv',
  'höst/Zürich-日本-😀.csv',
  `host1/quotes'"&<>;,=$@!*()[]{}|^~.csv`,
  'host1//two-slashes.csv',
  `${'deep/'.repeat(40)}${'n'.repeat(800)}.csv`,
];

test('files are counted whatever their keys are', async () => {
  // Rows on both sides of midnight.
  const hours = [23, 24].map((later) => shiftHour(`${hourDaysAgo(31).slice(0, 11)}00`, later));
  const files = new Map(KEYS.map((key, index) => [key, accountingFile(index, 30, hours)]));
  const expected = await report(new Map([...files.values()].map((text, index) => [`${index}.csv`, text])));

  for (const [key, text] of files) await ship(key, text);

  await eventually(120, async () => expect(await figuresOf(hours)).toEqual(expected.hours));
  expect(new Set(expected.hours.map(({ hour }) => hour.slice(0, 10))).size).toBe(2);
  for (const key of KEYS) expect(await recordOf(key)).toMatchObject({ key, state: 'counted', revision: 1 });
});

test('what holds no rows that count is no fault: nothing, a folder, a header alone, rows long past', async () => {
  const [header] = accountingFile(1, 1, [hourDaysAgo(40)]).split('\r\n');
  const nothing = new Map([
    ['host2/empty.csv', ''],
    ['host2/folder/', ''],
    ['host2/half-a-header.csv', 'type,timeLo'],
    ['host2/header.csv', `${header}\r\n`],
    ['host2/long-past.csv', accountingFile(1, 20, [hourDaysAgo(500)])],
  ]);
  for (const [key, text] of nothing) await ship(key, text);
  for (const key of nothing.keys()) {
    await eventually(30, async () =>
      expect(await recordOf(key)).toMatchObject({ state: 'counted', hours: {} }),
    );
  }
  expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(0);
});

test('a file that is announced and gone, or announced ten times at once, changes nothing and is no fault', async () => {
  const hour = hourDaysAgo(41);
  const text = accountingFile(5, 40, [hour]);
  const expected = await report(new Map([['host3/acct.csv', text]]));
  await ship('host3/acct.csv', text);
  await ship('host3/fleeting.csv', text);
  await s3.send(new DeleteObjectCommand({ Bucket: outputs.LogsBucketName, Key: 'host3/fleeting.csv' }));
  await eventually(30, async () =>
    expect(await recordOf('host3/acct.csv')).toMatchObject({ state: 'counted' }),
  );
  const again = ['host3/never-there.csv', ...Array.from({ length: 10 }, () => 'host3/acct.csv')];
  await Promise.all(again.map((key) => tell(outputs.BackfillQueueUrl, JSON.stringify({ key }))));

  for (const queue of [outputs.BackfillQueueUrl, outputs.IntakeQueueUrl]) {
    await eventually(60, async () => expect(await messagesIn(queue)).toBe(0));
  }
  expect(await recordOf('host3/acct.csv')).toMatchObject({ state: 'counted', revision: 1 });
  expect(await recordOf('host3/never-there.csv')).toBeUndefined();
  expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(0);
  const counted = (await recordOf('host3/fleeting.csv')) ? 2 : 1;
  const [gmail] = expected.hours;
  await eventually(30, async () =>
    expect((await figuresOf([hour]))[0]).toMatchObject({ delivered: gmail!.delivered * counted }),
  );
});

test('messages that name no file of ours end in the dead-letter queue as they came, and delay no file', async () => {
  const foreign = [
    'hello',
    '{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"logs"}',
    '{"Records":[{"eventSource":"aws:s3","s3":{"object":{"key":"host4/acct.csv"}}}]}',
    '{"key": "host4/acct.csv", "bucket": "of-somebody-else"}',
  ];
  for (const body of foreign) await tell(outputs.IntakeQueueUrl, body);
  await ship('host4/acct.csv', accountingFile(2, 10, [hourDaysAgo(42)]));
  await eventually(20, async () =>
    expect(await recordOf('host4/acct.csv')).toMatchObject({ state: 'counted' }),
  );

  const dead: string[] = [];
  await eventually(90, async () => {
    dead.push(...(await drain(outputs.IntakeDeadLetterQueueUrl)));
    expect([...dead].sort()).toEqual([...foreign].sort());
  });
  expect(await messagesIn(outputs.IntakeQueueUrl)).toBe(0);
});

async function tell(queue: string, body: string): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: body }));
}
