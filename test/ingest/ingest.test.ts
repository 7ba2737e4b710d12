import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryContributions } from '../../lambdas/adapters/memory-contributions.ts';
import { MemoryFileRecords } from '../../lambdas/adapters/memory-file-records.ts';
import { S3AccountingFiles } from '../../lambdas/adapters/s3-accounting-files.ts';
import type { CountedFile } from '../../lambdas/core/accounting/counted-file.ts';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import type { Contribution } from '../../lambdas/core/contributions/contribution.ts';
import { expiryOf } from '../../lambdas/core/contributions/retention.ts';
import { scrub } from '../../lambdas/core/replies/scrub.ts';
import { StoreError } from '../../lambdas/core/store-error.ts';
import { ContestedFileError, RejectedFileError } from '../../lambdas/ingest/errors.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { CountingOptions } from '../../lambdas/ingest/finding.ts';
import type { IngestResult } from '../../lambdas/ingest/ingest.ts';
import { all } from '../all.ts';
import { FakeBucket } from '../fakes/fake-bucket.ts';
import { countPlainRows, write } from '../fakes/plain-rows.ts';
import type { PlainRow } from '../fakes/plain-rows.ts';

const KEY = 'mta1/acct-1.csv';
const HOUR = '2026-11-24T01';

let bucket: FakeBucket;
let records: MemoryFileRecords;
let contributions: MemoryContributions;
let counts: number;
const counting: CountingOptions = {
  count: (content, window) => {
    counts++;
    return countPlainRows(content, window);
  },
  retentionDays: 400,
  maxBytes: 10_000,
};

beforeEach(() => {
  bucket = new FakeBucket();
  records = new MemoryFileRecords();
  contributions = new MemoryContributions();
  counts = 0;
});

function run(key = KEY, other: Partial<CountingOptions> = {}): Promise<IngestResult> {
  const files = new S3AccountingFiles(
    bucket.client(async (apply) => apply()),
    'logs',
  );
  return ingest(key, { files, records, contributions }, { ...counting, ...other });
}

function row(part: Partial<PlainRow> = {}): PlainRow {
  return { hour: HOUR, isp: 'gmail', type: 'd', domain: 'gmail.com', ...part };
}

function ship(rows: readonly PlainRow[] | undefined, key = KEY): void {
  bucket.put(key, write(rows));
}

async function stored(hour = HOUR): Promise<Contribution[]> {
  return all(contributions.ofHour(hour));
}

/** Delivered attempts that are stored, by hour and ISP. */
async function delivered(...hours: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const hour of hours) {
    for (const { figures } of await stored(hour)) {
      for (const [isp, counted] of figures) found[`${hour} ${isp}`] = counted.delivered;
    }
  }
  return found;
}

test('a file becomes a contribution to each of its hours, and its record says so', async () => {
  ship([row(), row(), row({ isp: 'yahoo' }), row({ hour: '2026-11-24T02' })]);

  const outcome = await run();

  expect(outcome).toEqual({
    outcome: 'counted',
    key: KEY,
    revision: 1,
    rows: 4,
    counted: 4,
    ignored: {},
    partialTail: false,
    hours: [HOUR, '2026-11-24T02'],
  });
  expect(await delivered(HOUR, '2026-11-24T02')).toEqual({
    '2026-11-24T01 gmail': 2,
    '2026-11-24T01 yahoo': 1,
    '2026-11-24T02 gmail': 1,
  });
  expect(await records.load(fileIdOf(KEY))).toMatchObject({
    key: KEY,
    state: 'counted',
    revision: 1,
    rows: 4,
    hours: { [HOUR]: ['gmail', 'yahoo'], '2026-11-24T02': ['gmail'] },
  });
});

test('the same content is counted once, however often its event comes', async () => {
  ship([row()]);
  await run();
  expect(await run()).toEqual({ outcome: 'unchanged', key: KEY });
  expect(counts).toBe(1);
});

test('a repair counts again what is counted already', async () => {
  ship([row()]);
  await run();
  expect(await run(KEY, { force: true })).toMatchObject({ outcome: 'counted', revision: 2 });
});

test('a repair writes the zeros of a rejected file again', async () => {
  ship([row()]);
  await run();
  ship(undefined);
  await expect(run()).rejects.toThrow(RejectedFileError);
  await expect(run(KEY, { force: true })).rejects.toThrow(RejectedFileError);
  expect((await stored())[0]).toMatchObject({ revision: 3 });
  expect(await delivered(HOUR)).toEqual({ '2026-11-24T01 gmail': 0 });
});

test('a file that grows replaces its contributions; what vanished is there with zeros', async () => {
  ship([row(), row({ isp: 'yahoo' }), row({ hour: '2026-11-24T02' })]);
  await run();
  ship([row(), row(), row()]);
  await run();
  expect(await delivered(HOUR, '2026-11-24T02')).toEqual({
    '2026-11-24T01 gmail': 3,
    '2026-11-24T01 yahoo': 0,
    '2026-11-24T02 gmail': 0,
  });
  expect((await stored())[0]!.revision).toBe(2);
});

test('a file without rows is counted', async () => {
  ship([]);
  expect(await run()).toMatchObject({ outcome: 'counted', rows: 0, hours: [] });
});

test('a deleted object is gone, and changes nothing', async () => {
  ship([row()]);
  await run();
  bucket.delete(KEY);
  expect(await run()).toEqual({ outcome: 'gone', key: KEY });
  expect(await delivered(HOUR)).toEqual({ '2026-11-24T01 gmail': 1 });
});

test('hours are too old or too new by LastModified, so that a recount finds the same', async () => {
  const rows = ['2026-11-23T02', '2026-11-23T03', '2026-11-25T03', '2026-11-25T04'].map((hour) =>
    row({ hour }),
  );
  bucket.put(KEY, write(rows), new Date('2026-11-24T03:59:59Z'));
  expect(await run(KEY, { retentionDays: 1 })).toMatchObject({
    rows: 4,
    counted: 2,
    ignored: { tooOld: { count: 1 }, tooNew: { count: 1 } },
    hours: ['2026-11-23T03', '2026-11-25T03'],
  });
});

describe('a file that cannot be read', () => {
  test('is rejected with the reason, and takes its old figures back', async () => {
    ship([row()]);
    await run();
    ship(undefined);
    const failure = await run().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RejectedFileError);
    expect((failure as RejectedFileError).message).toBe(`${KEY} counts nothing: it is no accounting file`);
    expect(await delivered(HOUR)).toEqual({ '2026-11-24T01 gmail': 0 });
    expect(await records.load(fileIdOf(KEY))).toMatchObject({
      state: 'rejected',
      revision: 2,
      reason: 'it is no accounting file',
    });
  });

  test('is judged anew with every try, without a new revision while nothing changes', async () => {
    ship(undefined);
    for (let tries = 0; tries < 4; tries++) await expect(run()).rejects.toThrow(RejectedFileError);
    expect(counts).toBe(4);
    expect(await records.load(fileIdOf(KEY))).toMatchObject({ revision: 1 });
  });

  test('is counted once it has been repaired', async () => {
    ship(undefined);
    await expect(run()).rejects.toThrow(RejectedFileError);
    ship([row()]);
    expect(await run()).toMatchObject({ outcome: 'counted', revision: 2 });
    expect((await records.load(fileIdOf(KEY)))?.reason).toBeUndefined();
  });

  test('because it is too large says what to do, and is not read', async () => {
    ship(Array.from({ length: 1000 }, () => row()));
    await expect(run()).rejects.toThrow(/max-size in PowerMTA/);
    const { reason = '' } = (await records.load(fileIdOf(KEY))) ?? {};
    expect(scrub(reason)).toBe(reason);
    expect(counts).toBe(0);
    expect(await run(KEY, { maxBytes: 1e6 })).toMatchObject({ outcome: 'counted', rows: 1000 });
  });
});

test('a file of more hours and providers than the store can remember is rejected, and what it had is taken back', async () => {
  ship([row()]);
  await run();
  records.fits = () => false;
  ship([row(), row({ hour: '2026-11-24T02' })]);
  await expect(run()).rejects.toThrow(/more hours and providers than one file/);
  expect(await records.load(fileIdOf(KEY))).toMatchObject({
    state: 'rejected',
    hours: { [HOUR]: ['gmail'] },
  });
  expect(await delivered(HOUR)).toEqual({ [`${HOUR} gmail`]: 0 });
});

describe('the same log under two keys', () => {
  test('is counted twice, and reported', async () => {
    ship([row(), row()]);
    ship([row(), row()], 'mta1/moved/acct-1.csv');
    expect(await run()).not.toHaveProperty('shippedTwice');
    expect(await run('mta1/moved/acct-1.csv')).toMatchObject({ outcome: 'counted', shippedTwice: KEY });
    expect(await stored()).toHaveLength(2);
  });

  test('is not reported for a file that grows or has no rows', async () => {
    ship([row(), row(), row()]);
    await run();
    ship([row(), row(), row(), row()]);
    expect(await run()).not.toHaveProperty('shippedTwice');
    ship([], 'a');
    ship([], 'b');
    await run('a');
    expect(await run('b')).not.toHaveProperty('shippedTwice');
  });
});

test('rows that are neither counted nor ignored are a fault of ours, and nothing is written', async () => {
  ship([row()]);
  const losing = async (...given: Parameters<CountingOptions['count']>): Promise<CountedFile> => ({
    ...(await countPlainRows(...given)),
    counted: 0,
  });
  await expect(run(KEY, { count: losing })).rejects.toThrow('1 of 1 rows were neither counted nor ignored');
  expect(await records.load(fileIdOf(KEY))).toBeUndefined();
});

test('a failure that says nothing about the file is passed on, and nothing is written', async () => {
  ship([row()]);
  const failing = async (): Promise<CountedFile> => {
    throw new StoreError('the network is down');
  };
  await expect(run(KEY, { count: failing })).rejects.toThrow('the network is down');
  expect(await records.load(fileIdOf(KEY))).toBeUndefined();
});

test('a file that is replaced whenever it is counted is left to the next delivery', async () => {
  let version = 0;
  const replacing: CountingOptions['count'] = (...given) => {
    ship(Array.from({ length: ++version }, () => row()));
    return countPlainRows(...given);
  };
  ship([]);
  await expect(run(KEY, { count: replacing })).rejects.toThrow(ContestedFileError);
});

test('hours are remembered as long as their contributions may be stored', async () => {
  const retentionDays = 10;
  ship([row()]);
  await run(KEY, { retentionDays });
  const expiry = expiryOf(HOUR, 'contribution', retentionDays);
  bucket.put(KEY, write([]), new Date(expiry - 1));
  await run(KEY, { retentionDays });
  expect(Object.keys((await records.load(fileIdOf(KEY)))!.hours)).toEqual([HOUR]);
});

test('hours whose contributions have long expired are not remembered for ever', async () => {
  bucket.put(KEY, write([row({ hour: '2026-01-01T01' })]), new Date('2026-01-01T02:00:00Z'));
  await run(KEY, { retentionDays: 10 });
  bucket.put(KEY, write([row()]), new Date('2026-11-24T02:00:00Z'));
  await run(KEY, { retentionDays: 10 });
  expect(Object.keys((await records.load(fileIdOf(KEY)))!.hours)).toEqual([HOUR]);
});
