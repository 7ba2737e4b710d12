import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { HourlyFigures } from '../../lambdas/core/figures/hourly-figures.ts';
import { figuresWith } from '../example-figures.ts';
import { TableWithClock } from './table-with-clock.ts';

const DAY_MS = 86_400_000;
const table = TableWithClock.ofThisFile();
let store: DynamoFigures;

beforeEach(() => {
  store = new DynamoFigures(table.settings);
});

function example(hour: string, isp: string, version: number): HourlyFigures {
  const figures = figuresWith({
    delivered: version,
    bounced: 2,
    blocked: 1,
    deferred: 9,
    deferred421: 8,
    throttled: 7,
    connection: 3,
  });
  figures.byReply['421 4.7.28'] = 8;
  figures.byDomain['__proto__'] = { throttled: 7, delivered: version };
  return { hour, isp, version, figures };
}

test('figures carry their counts as number attributes of the names that other programs know', async () => {
  await store.put(example('2026-11-24T01', 'gmail', 5));
  const { Item: item } = await table.client.send(
    new GetItemCommand({
      TableName: table.settings.table,
      Key: { pk: { S: 'HOUR#2026-11-24T01' }, sk: { S: 'ISP#gmail' } },
    }),
  );
  expect(item).toEqual({
    pk: { S: 'HOUR#2026-11-24T01' },
    sk: { S: 'ISP#gmail' },
    version: { N: '5' },
    delivered: { N: '5' },
    bounced: { N: '2' },
    blocked: { N: '1' },
    deferred: { N: '9' },
    deferred421: { N: '8' },
    throttled: { N: '7' },
    connection: { N: '3' },
    breakdowns: { S: '{"byReply":{"421 4.7.28":8},"byDomain":{"__proto__":{"throttled":7,"delivered":5}}}' },
    expires: { N: String(Date.parse('2026-11-24T02:00:00Z') / 1000 + 10 * 86_400) },
  });
});

test('they give way to those of a higher version only', async () => {
  const hour = '2026-11-24T02';
  expect(await store.put(example(hour, 'gmail', 2))).toBe(true);
  expect(await store.put(example(hour, 'gmail', 2))).toBe(false);
  expect(await store.put(example(hour, 'gmail', 1))).toBe(false);
  expect(await store.put(example(hour, 'gmail', 9))).toBe(true);
  expect(await store.ofHours([hour])).toEqual([example(hour, 'gmail', 9)]);
});

test('of 200 versions put at once the highest stays', async () => {
  const hour = '2026-11-24T03';
  await Promise.all(Array.from({ length: 200 }, (_, i) => store.put(example(hour, 'gmail', i + 1))));
  expect((await store.ofHours([hour])).map(({ version }) => version)).toEqual([200]);
});

test('hours are read in order, then ISPs, each hour once', async () => {
  for (const hour of ['2026-11-24T06', '2026-11-24T05']) {
    for (const isp of ['yahoo', 'gmail']) await store.put({ hour, isp, version: 1, figures: emptyFigures() });
  }
  const found = await store.ofHours(['2026-11-24T06', '2026-11-24T05', '2026-11-24T06', '2026-11-24T07']);
  expect(found.map(({ hour, isp }) => `${hour} ${isp}`)).toEqual([
    '2026-11-24T05 gmail',
    '2026-11-24T05 yahoo',
    '2026-11-24T06 gmail',
    '2026-11-24T06 yahoo',
  ]);
});

test('figures expire by their hour, and are then absent', async () => {
  const hour = '2026-11-20T00';
  await store.put(example(hour, 'gmail', 7));
  table.now = new Date(Date.parse('2026-11-20T01:00:00Z') + 10 * DAY_MS - 1000);
  expect(await store.ofHours([hour])).toHaveLength(1);
  table.now = new Date(table.now.getTime() + 1000);
  expect(await store.ofHours([hour])).toEqual([]);
});

test.each([
  ['a count that is none', { delivered: { N: '1.5' } }, /delivered: expected a whole number/],
  ['a count below zero', { throttled: { N: '-1' } }, /throttled: expected a whole number/],
  ['breakdowns that are no JSON', { breakdowns: { S: '{"byReply":' } }, /breakdowns: expected JSON/],
])('%s is refused with the name of its item', async (_what, damage, why) => {
  const [hour, key] = ['2026-11-24T08', { pk: { S: 'HOUR#2026-11-24T08' }, sk: { S: 'ISP#gmail' } }];
  await store.put(example(hour, 'gmail', 1));
  const { Item: item } = await table.client.send(
    new GetItemCommand({ TableName: table.settings.table, Key: key }),
  );
  await table.client.send(
    new PutItemCommand({ TableName: table.settings.table, Item: { ...item, ...damage } }),
  );
  await expect(store.ofHours([hour])).rejects.toThrow(why);
  await expect(store.ofHours([hour])).rejects.toThrow(/^item HOUR#2026-11-24T08 ISP#gmail/);
});
