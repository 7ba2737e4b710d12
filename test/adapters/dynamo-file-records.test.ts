import { createHash } from 'node:crypto';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';
import { StoreError } from '../../lambdas/core/store-error.ts';
import { TableWithClock } from './table-with-clock.ts';

const HOUR = '2026-11-24T01';
const DAY_MS = 86_400_000;

const table = TableWithClock.ofThisFile();
let records: DynamoFileRecords;

beforeEach(() => {
  records = new DynamoFileRecords(table.settings);
});

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

/** Names of an hour that compress badly. */
function noise(hour: number): string[] {
  return Array.from({ length: 8 }, (_, i) => createHash('sha256').update(`${hour} ${i}`).digest('base64'));
}

describe('file records', () => {
  test('are read as they were written, rejections and many hours included', async () => {
    const id = table.newFile();
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

    expect(await records.load(id)).toBeUndefined();
    expect(await records.claim(claim)).toBe(true);
    expect(await records.load(id)).toEqual(claim);
    expect(await records.finish(rejected)).toBe(true);
    expect(await records.load(id)).toEqual(rejected);
  });

  test('are held no larger than the table takes them, and large enough for a year of hours', async () => {
    const everyHour = Object.fromEntries(
      Array.from({ length: 366 * 24 }, (_, i) => [shiftHour(HOUR, -i), ['gmail', 'outlook', 'yahoo']]),
    );
    expect(records.fits(recordOf(table.newFile(), { hours: everyHour }))).toBe(true);

    const widest = (hours: number): FileRecord =>
      recordOf(table.newFile(), {
        key: 'k'.repeat(1024),
        reason: 'ü'.repeat(2_000),
        hours: Object.fromEntries(Array.from({ length: hours }, (_, i) => [shiftHour(HOUR, -i), noise(i)])),
      });
    let hours = 100;
    while (records.fits(widest(hours + 100))) hours += 100;
    const record = widest(hours);
    expect(await records.claim(record)).toBe(true);
  });

  test('a claim succeeds for exactly the next revision', async () => {
    const id = table.newFile();
    expect(await records.claim(recordOf(id, { revision: 2 }))).toBe(false);
    expect(await records.claim(recordOf(id))).toBe(true);
    expect(await records.claim(recordOf(id))).toBe(false);
    expect(await records.claim(recordOf(id, { revision: 3 }))).toBe(false);
    expect(await records.claim(recordOf(id, { revision: 2 }))).toBe(true);
  });

  test('only the latest claim can be finished, and once', async () => {
    const id = table.newFile();
    await records.claim(recordOf(id));
    await records.claim(recordOf(id, { revision: 2 }));
    expect(await records.finish(recordOf(id, { state: 'counted' }))).toBe(false);
    expect(await records.finish(recordOf(id, { revision: 2, state: 'counted' }))).toBe(true);
    expect(await records.finish(recordOf(id, { revision: 2, state: 'rejected' }))).toBe(false);
    expect((await records.load(id))?.state).toBe('counted');
  });

  test('of 200 claims of the same revision one succeeds, round after round', async () => {
    const id = table.newFile();
    for (let revision = 1; revision <= 3; revision++) {
      const claims = await Promise.all(
        Array.from({ length: 200 }, (_, i) => records.claim(recordOf(id, { revision, etag: `"${i}"` }))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect((await records.load(id))?.etag).toBe(`"${claims.indexOf(true)}"`);
    }
  });

  test('expire five weeks after the figures of their newest hour, and are then absent and can be claimed anew', async () => {
    const id = table.newFile();
    const hours = { '2026-11-24T01': ['gmail'], '2026-11-20T01': ['gmail'] };
    await records.claim(recordOf(id, { hours, revision: 1 }));
    table.now = new Date(Date.parse('2026-11-24T02:00:00Z') + 45 * DAY_MS - 1000);
    expect(await records.load(id)).toBeDefined();
    table.now = new Date(table.now.getTime() + 1000);
    expect(await records.load(id)).toBeUndefined();
    expect(await records.claim(recordOf(id, { hours: { '2027-01-08T01': ['gmail'] } }))).toBe(true);
    expect(await records.load(id)).toMatchObject({
      revision: 1,
      hours: { '2027-01-08T01': ['gmail'] },
    });
  });

  test('of a file without rows expire by its shipping', async () => {
    const id = table.newFile();
    await records.claim(recordOf(id, { hours: {} }));
    table.now = new Date(Date.parse('2026-11-24T02:00:00Z') + 45 * DAY_MS);
    expect(await records.load(id)).toBeUndefined();
  });

  test('that someone else wrote are refused, not guessed at', async () => {
    const id = table.newFile();
    await table.client.send(
      new PutItemCommand({
        TableName: table.settings.table,
        Item: { pk: { S: `FILE#${id}` }, sk: { S: 'FILE' }, revision: { S: 'one' } },
      }),
    );
    await expect(records.load(id)).rejects.toThrow(
      new RegExp(`^item FILE#${id} FILE is not as this version writes it, .*revision`),
    );
  });
});

describe('fingerprints', () => {
  test('stay with the first key that had them, however many come at once', async () => {
    const keys = await Promise.all(
      Array.from({ length: 50 }, () => records.firstWith('f'.repeat(64), recordOf(table.newFile()))),
    );
    expect(new Set(keys).size).toBe(1);
    expect(await records.firstWith('f'.repeat(64), recordOf(table.newFile(), { key: 'other' }))).toBe(
      keys[0],
    );
    expect(await records.firstWith('e'.repeat(64), recordOf(table.newFile(), { key: 'other' }))).toBe(
      'other',
    );
  });
});

test('an error of the database becomes one of the domain, which says what was tried', async () => {
  const elsewhere = new DynamoFileRecords({ ...table.settings, table: 'no-such-table' });
  const failure = await elsewhere.load('a').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreError);
  expect((failure as StoreError).message).toMatch(
    /^could not read FILE#a FILE in table no-such-table: ResourceNotFoundException/,
  );
});

test('every item has its keys and an expiry', async () => {
  const { Items: items } = await table.client.send(new ScanCommand({ TableName: table.settings.table }));
  const ours = items!.filter((item) => item['revision']?.S !== 'one');
  expect(ours.length).toBeGreaterThan(5);
  for (const item of ours) {
    expect(Number(item['expires']?.N)).toBeGreaterThan(Date.parse('2026-11-20') / 1000);
  }
});
