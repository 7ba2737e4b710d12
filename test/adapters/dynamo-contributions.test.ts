import { createHash } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { emptyFigures, named } from '../../lambdas/core/figures/figures.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import type { Contribution } from '../../lambdas/core/contributions/contribution.ts';
import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';
import { StoreError } from '../../lambdas/core/store-error.ts';
import { all } from '../all.ts';
import { figuresWith } from '../example-figures.ts';
import { startEmbeddedTable } from './embedded-table.ts';
import type { EmbeddedTable } from './embedded-table.ts';

const HOUR = '2026-11-24T01';
const DAY_MS = 86_400_000;

let embedded: EmbeddedTable;
let now: Date;
let contributions: DynamoContributions;
let fileNumber = 0;

beforeAll(async () => {
  embedded = await startEmbeddedTable();
});
afterAll(() => embedded.stop());
beforeEach(() => {
  now = new Date('2026-11-24T02:00:00Z');
  contributions = new DynamoContributions({ ...embedded, retentionDays: 10, now: () => now });
});

/** An id that no other test has. */
function newFile(digit = 'a'): string {
  return `${digit}${String(fileNumber++).padStart(31, '0')}`;
}

function recordOf(id: string, part: Partial<FileRecord> = {}): FileRecord {
  return {
    id,
    key: `mta1/${id}.csv`,
    revision: 1,
    etag: '"1"',
    countingVersion: 1,
    state: 'counting',
    hours: { [HOUR]: ['gmail'] },
    lastModified: '2026-11-24T01:59:00.000Z',
    ...part,
  };
}

function contributionOf(file: string, revision: number, hour = HOUR): Contribution {
  return { hour, file, revision, figures: new Map([['gmail', figuresWith({ delivered: revision })]]) };
}

/** Names of an hour that compress badly. */
function noise(hour: number): string[] {
  return Array.from({ length: 8 }, (_, i) => createHash('sha256').update(`${hour} ${i}`).digest('base64'));
}

async function stored(hour: string, part?: string): Promise<Contribution[]> {
  return all(contributions.ofHour(hour, part));
}

describe('file records', () => {
  test('are read as they were written, rejections and many hours included', async () => {
    const id = newFile();
    const hours = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [
        `20${10 + (i % 90)}-01-${10 + (i % 20)}T${10 + (i % 14)}`,
        ['gmail', 'yahoo'],
      ]),
    );
    const claim = recordOf(id, { key: 'a b/ü+0 "💥".csv', hours });
    const rejected = {
      ...claim,
      state: 'rejected' as const,
      reason: 'the gzip ends early',
      rows: 3,
      counted: 2,
    };

    expect(await contributions.record(id)).toBeUndefined();
    expect(await contributions.claim(claim)).toBe(true);
    expect(await contributions.record(id)).toEqual(claim);
    expect(await contributions.finish(rejected)).toBe(true);
    expect(await contributions.record(id)).toEqual(rejected);
  });

  test('are held no larger than the table takes them, and large enough for a year of hours', async () => {
    const everyHour = Object.fromEntries(
      Array.from({ length: 366 * 24 }, (_, i) => [shiftHour(HOUR, -i), ['gmail', 'outlook', 'yahoo']]),
    );
    expect(contributions.holds(recordOf(newFile(), { hours: everyHour }))).toBe(true);

    const widest = (hours: number): FileRecord =>
      recordOf(newFile(), {
        key: 'k'.repeat(1024),
        reason: 'ü'.repeat(2_000),
        hours: Object.fromEntries(Array.from({ length: hours }, (_, i) => [shiftHour(HOUR, -i), noise(i)])),
      });
    let hours = 100;
    while (contributions.holds(widest(hours + 100))) hours += 100;
    const record = widest(hours);
    expect(await contributions.claim(record)).toBe(true);
  });

  test('a claim succeeds for exactly the next revision', async () => {
    const id = newFile();
    expect(await contributions.claim(recordOf(id, { revision: 2 }))).toBe(false);
    expect(await contributions.claim(recordOf(id))).toBe(true);
    expect(await contributions.claim(recordOf(id))).toBe(false);
    expect(await contributions.claim(recordOf(id, { revision: 3 }))).toBe(false);
    expect(await contributions.claim(recordOf(id, { revision: 2 }))).toBe(true);
  });

  test('only the latest claim can be finished, and once', async () => {
    const id = newFile();
    await contributions.claim(recordOf(id));
    await contributions.claim(recordOf(id, { revision: 2 }));
    expect(await contributions.finish(recordOf(id, { state: 'counted' }))).toBe(false);
    expect(await contributions.finish(recordOf(id, { revision: 2, state: 'counted' }))).toBe(true);
    expect(await contributions.finish(recordOf(id, { revision: 2, state: 'rejected' }))).toBe(false);
    expect((await contributions.record(id))?.state).toBe('counted');
  });

  test('of 200 claims of the same revision one succeeds, round after round', async () => {
    const id = newFile();
    for (let revision = 1; revision <= 3; revision++) {
      const claims = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          contributions.claim(recordOf(id, { revision, etag: `"${i}"` })),
        ),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect((await contributions.record(id))?.etag).toBe(`"${claims.indexOf(true)}"`);
    }
  });

  test('expire five weeks after the figures of their newest hour, and are then absent and can be claimed anew', async () => {
    const id = newFile();
    const hours = { '2026-11-24T01': ['gmail'], '2026-11-20T01': ['gmail'] };
    await contributions.claim(recordOf(id, { hours, revision: 1 }));
    now = new Date(Date.parse('2026-11-24T02:00:00Z') + 45 * DAY_MS - 1000);
    expect(await contributions.record(id)).toBeDefined();
    now = new Date(now.getTime() + 1000);
    expect(await contributions.record(id)).toBeUndefined();
    expect(await contributions.claim(recordOf(id, { hours: { '2027-01-08T01': ['gmail'] } }))).toBe(true);
    expect(await contributions.record(id)).toMatchObject({
      revision: 1,
      hours: { '2027-01-08T01': ['gmail'] },
    });
  });

  test('of a file without rows expire by its shipping', async () => {
    const id = newFile();
    await contributions.claim(recordOf(id, { hours: {} }));
    now = new Date(Date.parse('2026-11-24T02:00:00Z') + 45 * DAY_MS);
    expect(await contributions.record(id)).toBeUndefined();
  });

  test('that someone else wrote are refused, not guessed at', async () => {
    const id = newFile();
    await embedded.client.send(
      new PutItemCommand({
        TableName: embedded.table,
        Item: { pk: { S: `FILE#${id}` }, sk: { S: 'FILE' }, revision: { S: 'one' } },
      }),
    );
    await expect(contributions.record(id)).rejects.toThrow(
      new RegExp(`^item FILE#${id} FILE is not as this version writes it, .*revision`),
    );
  });
});

describe('contributions', () => {
  test('give way to those of a higher revision only', async () => {
    const file = newFile();
    const hour = '2026-11-24T02';
    expect(await contributions.put(contributionOf(file, 2, hour))).toBe(true);
    expect(await contributions.put(contributionOf(file, 2, hour))).toBe(false);
    expect(await contributions.put(contributionOf(file, 1, hour))).toBe(false);
    expect(await contributions.put(contributionOf(file, 3, hour))).toBe(true);
    expect(await stored(hour)).toEqual([contributionOf(file, 3, hour)]);
  });

  test('of 200 revisions put at once the highest stays', async () => {
    const file = newFile();
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
    const files = Array.from({ length: 60 }, (_, i) => newFile((i % 16).toString(16)));
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
    const [hour, file] = ['2026-11-20T07', newFile()];
    await contributions.put(contributionOf(newFile(), 1, hour));
    for (const figures of [{ B: new Uint8Array([1, 2, 3]) }, { S: 'what a later version might write' }]) {
      const item = { pk: { S: `HOUR#${hour}` }, sk: { S: `FILE#${file}` }, revision: { N: '1' }, figures };
      await embedded.client.send(new PutItemCommand({ TableName: embedded.table, Item: item }));
      await expect(stored(hour)).rejects.toThrow(StoreError);
      await expect(stored(hour)).rejects.toThrow(`item HOUR#${hour} FILE#${file} is not as this version`);
    }
    const Key = { pk: { S: `HOUR#${hour}` }, sk: { S: `FILE#${file}` } };
    await embedded.client.send(new DeleteItemCommand({ TableName: embedded.table, Key }));
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
      file: newFile(),
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
    const file = newFile();
    await contributions.put(contributionOf(file, 5, hour));
    now = new Date(Date.parse('2026-11-20T01:00:00Z') + 17 * DAY_MS - 1000);
    expect(await stored(hour)).toHaveLength(1);
    now = new Date(now.getTime() + 1000);
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

describe('fingerprints', () => {
  test('stay with the first key that had them, however many come at once', async () => {
    const keys = await Promise.all(
      Array.from({ length: 50 }, () => contributions.firstWith('f'.repeat(64), recordOf(newFile()))),
    );
    expect(new Set(keys).size).toBe(1);
    expect(await contributions.firstWith('f'.repeat(64), recordOf(newFile(), { key: 'other' }))).toBe(
      keys[0],
    );
    expect(await contributions.firstWith('e'.repeat(64), recordOf(newFile(), { key: 'other' }))).toBe(
      'other',
    );
  });
});

test('an error of the database becomes one of the domain, which says what was tried', async () => {
  const elsewhere = new DynamoContributions({ ...embedded, table: 'no-such-table', retentionDays: 10 });
  const failure = await elsewhere.record('a').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreError);
  expect((failure as StoreError).message).toMatch(
    /^could not read FILE#a FILE in table no-such-table: ResourceNotFoundException/,
  );
});

test('every item has its keys and an expiry', async () => {
  const { Items: items } = await embedded.client.send(new ScanCommand({ TableName: embedded.table }));
  const ours = items!.filter((item) => item['revision']?.S !== 'one');
  expect(ours.length).toBeGreaterThan(5);
  for (const item of ours) {
    expect(Number(item['expires']?.N)).toBeGreaterThan(Date.parse('2026-11-20') / 1000);
  }
});
