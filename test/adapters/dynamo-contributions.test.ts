import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { emptyFigures, named } from '../../lambdas/core/figures/figures.ts';
import type { Contribution } from '../../lambdas/core/contributions/contribution.ts';
import { StoreError } from '../../lambdas/core/store-error.ts';
import { all } from '../all.ts';
import { figuresWith } from '../example-figures.ts';
import { TableWithClock } from './table-with-clock.ts';

const HOUR = '2026-11-24T01';
const DAY_MS = 86_400_000;

const table = TableWithClock.ofThisFile();
let contributions: DynamoContributions;

beforeEach(() => {
  contributions = new DynamoContributions(table.settings);
});

function contributionOf(file: string, revision: number, hour = HOUR): Contribution {
  return { hour, file, revision, figures: new Map([['gmail', figuresWith({ delivered: revision })]]) };
}

async function stored(hour: string, part?: string): Promise<Contribution[]> {
  return all(contributions.ofHour(hour, part));
}

describe('contributions', () => {
  test('give way to those of a higher revision only', async () => {
    const file = table.newFile();
    const hour = '2026-11-24T02';
    expect(await contributions.put(contributionOf(file, 2, hour))).toBe(true);
    expect(await contributions.put(contributionOf(file, 2, hour))).toBe(false);
    expect(await contributions.put(contributionOf(file, 1, hour))).toBe(false);
    expect(await contributions.put(contributionOf(file, 3, hour))).toBe(true);
    expect(await stored(hour)).toEqual([contributionOf(file, 3, hour)]);
  });

  test('of 200 revisions put at once the highest stays', async () => {
    const file = table.newFile();
    const hour = '2026-11-24T03';
    await Promise.all(
      Array.from({ length: 200 }, (_, i) => contributions.put(contributionOf(file, i + 1, hour))),
    );
    expect((await stored(hour)).map(({ revision }) => revision)).toEqual([200]);
  });

  test('are all read, beyond the megabyte that one page holds, and by part', async () => {
    const hour = '2026-11-24T04';
    // Random names, so that compression leaves about 45 KB each: about three pages.
    const noise = (seed: number): string =>
      Array.from({ length: 24 }, (_, i) =>
        ((seed * 2654435761 + i * 40503 * (seed + 7)) >>> 3).toString(36),
      ).join('');
    const files = Array.from({ length: 60 }, (_, i) => table.newFile((i % 16).toString(16)));
    for (const [i, file] of files.entries()) {
      const byReply = named<number>();
      for (let j = 0; j < 500; j++) byReply[noise(i * 500 + j)] = j + 1;
      await contributions.put({
        hour,
        file,
        revision: 1,
        figures: new Map([['gmail', figuresWith({ byReply })]]),
      });
    }
    let bytes = 0;
    for await (const { figures } of contributions.ofHour(hour)) bytes += JSON.stringify([...figures]).length;
    expect(bytes).toBeGreaterThan(2_000_000);
    expect((await stored(hour)).map(({ file }) => file)).toEqual([...files].sort());
    expect((await stored(hour, '3')).map(({ file }) => file)).toEqual(
      files.filter((file) => file.startsWith('3')),
    );
    expect(await stored(hour, 'f')).toHaveLength(3);
  });

  test('that cannot be unpacked are named, so that one of them can be told from thousands', async () => {
    const [hour, file] = ['2026-11-20T07', table.newFile()];
    await contributions.put(contributionOf(table.newFile(), 1, hour));
    for (const figures of [{ B: new Uint8Array([1, 2, 3]) }, { S: 'what a later version might write' }]) {
      const item = { pk: { S: `HOUR#${hour}` }, sk: { S: `FILE#${file}` }, revision: { N: '1' }, figures };
      await table.client.send(new PutItemCommand({ TableName: table.settings.table, Item: item }));
      await expect(stored(hour)).rejects.toThrow(StoreError);
      await expect(stored(hour)).rejects.toThrow(`item HOUR#${hour} FILE#${file} is not as this version`);
    }
    const Key = { pk: { S: `HOUR#${hour}` }, sk: { S: `FILE#${file}` } };
    await table.client.send(new DeleteItemCommand({ TableName: table.settings.table, Key }));
  });

  test('keep every name, whatever it is', async () => {
    const hour = '2026-11-24T05';
    const names = ['__proto__', 'constructor', 'toString', '', '(rest)', '421', 'ü💥\u0000', 'a'.repeat(300)];
    const figures = figuresWith({ delivered: 8, deferred421: 1 });
    for (const name of names) {
      figures.byReply[name] = 1;
      figures.byDomain[name] = { throttled: 1, delivered: 2 };
      const counts = named<number>();
      counts[name] = 3;
      figures.evidence[name] = { sources: counts, queues: counts, sample: name };
    }
    const given: Contribution = {
      hour,
      file: table.newFile(),
      revision: 1,
      figures: new Map([
        ['gmail', figures],
        ['yahoo', emptyFigures()],
      ]),
    };
    await contributions.put(given);
    const [found] = await stored(hour);
    expect(found).toEqual(given);
    expect(Object.keys(found!.figures.get('gmail')!.byReply).sort()).toEqual([...names].sort());
  });

  test('expire a week after the figures of their hour, by the hour and not by the time of writing', async () => {
    const hour = '2026-11-20T00';
    const file = table.newFile();
    await contributions.put(contributionOf(file, 5, hour));
    table.now = new Date(Date.parse('2026-11-20T01:00:00Z') + 17 * DAY_MS - 1000);
    expect(await stored(hour)).toHaveLength(1);
    table.now = new Date(table.now.getTime() + 1000);
    expect(await stored(hour)).toEqual([]);
    expect(await contributions.put(contributionOf(file, 1, hour))).toBe(true);
  });
});

describe('subtotals', () => {
  test('give way to those of a higher revision, and are no contributions', async () => {
    const hour = '2026-11-24T06';
    const subtotal = { hour, part: 'a', revision: 7, figures: contributionOf('', 7).figures };
    expect(await contributions.putSubtotal(subtotal)).toBe(true);
    expect(await contributions.putSubtotal({ ...subtotal, revision: 7, figures: new Map() })).toBe(false);
    expect(await contributions.putSubtotal({ ...subtotal, part: 'b', revision: 1 })).toBe(true);
    expect(await all(contributions.subtotalsOf(hour))).toEqual([
      subtotal,
      { ...subtotal, part: 'b', revision: 1 },
    ]);
    expect(await stored(hour)).toEqual([]);
  });
});
