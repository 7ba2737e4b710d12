import { beforeEach, describe, expect, test } from 'vitest';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { S3AccountingFiles } from '../../lambdas/adapters/s3-accounting-files.ts';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { hoursFrom } from '../../lambdas/core/hour.ts';
import { FileChangedError } from '../../lambdas/core/store-error.ts';
import { RejectedFileError } from '../../lambdas/ingest/errors.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { CountingOptions } from '../../lambdas/ingest/finding.ts';
import { reconcile, repair } from '../../lambdas/reconcile/reconcile.ts';
import type { ReconcilePorts, Reconciliation } from '../../lambdas/reconcile/reconcile.ts';
import { retally } from '../../lambdas/tally/tally.ts';
import { figuresWith } from '../example-figures.ts';
import { FakeBucket } from '../fakes/fake-bucket.ts';
import { FakeTable } from '../fakes/fake-table.ts';
import { countPlainRows, write } from '../fakes/plain-rows.ts';
import type { PlainRow } from '../fakes/plain-rows.ts';

const HOURS = hoursFrom('2026-11-24T01', '2026-11-24T03');
const counting: CountingOptions = { count: countPlainRows, retentionDays: 400, maxBytes: 1e6 };
const EXACT = {
  hours: 3,
  isExact: true,
  differingFiles: [],
  differingFigures: [],
  gone: [],
  outdated: [],
  rejected: [],
};

let bucket: FakeBucket;
let ports: ReconcilePorts;

beforeEach(async () => {
  bucket = new FakeBucket();
  const table = {
    client: new FakeTable(3, () => {}).client(),
    table: 'figures',
    retentionDays: 400,
    now: () => new Date('2026-11-24T05:00:00Z'),
  };
  const contributions = new DynamoContributions(table);
  ports = {
    files: new S3AccountingFiles(
      bucket.client(async (apply) => apply()),
      'logs',
    ),
    records: new DynamoFileRecords(table),
    contributions,
    subtotals: contributions,
    figures: new DynamoFigures(table),
  };
  for (const [i, hour] of [...HOURS, '2026-11-24T00'].entries()) {
    await ship(`mta${i}/acct.csv`, [
      row({ hour }),
      row({ hour, isp: 'yahoo', type: 't' }),
      row({ hour: HOURS[1]! }),
    ]);
  }
  await retally(HOURS, ports);
});

function row(part: Partial<PlainRow> = {}): PlainRow {
  return { hour: HOURS[0]!, isp: 'gmail', type: 'd', domain: 'gmail.com', ...part };
}

async function ship(key: string, rows: readonly PlainRow[] | undefined): Promise<void> {
  bucket.put(key, write(rows));
  try {
    await ingest(key, ports, counting);
  } catch (failure) {
    if (!(failure instanceof RejectedFileError)) throw failure;
  }
}

function compare(): Promise<Reconciliation> {
  return reconcile(HOURS, ports, counting);
}

async function repaired(): Promise<Reconciliation> {
  await repair(await compare(), HOURS, ports, counting);
  return compare();
}

test('figures that are the plain count of the bucket are exact', async () => {
  expect(await compare()).toEqual({ ...EXACT, files: 4 });
});

test('objects too old to hold rows of these hours are not read', async () => {
  bucket.put('mta9/old.csv', write([row()]), new Date('2026-11-23T00:59:59Z'));
  expect((await compare()).files).toBe(4);
});

describe('a difference is found, named and repaired:', () => {
  test('a file that was never counted', async () => {
    bucket.put('mta9/new.csv', write([row()]));
    expect(await compare()).toEqual({
      ...EXACT,
      files: 5,
      isExact: false,
      differingFiles: [{ key: 'mta9/new.csv', why: 'was never counted' }],
      differingFigures: [{ hour: HOURS[0], isp: 'gmail', what: 'delivered 1, not 2' }],
    });
    expect(await repaired()).toEqual({ ...EXACT, files: 5 });
  });

  test('a file that grew', async () => {
    bucket.put('mta0/acct.csv', write([row(), row(), row()]));
    expect((await compare()).differingFiles).toEqual([
      { key: 'mta0/acct.csv', why: 'was counted before it was replaced' },
    ]);
    expect(await repaired()).toEqual({ ...EXACT, files: 4 });
  });

  test('a file whose execution was ended', async () => {
    const record = await ports.records.load(fileIdOf('mta0/acct.csv'));
    await ports.records.claim({ ...record!, revision: 2, state: 'counting' });
    expect((await compare()).differingFiles).toEqual([{ key: 'mta0/acct.csv', why: 'was left at counting' }]);
    expect(await repaired()).toEqual({ ...EXACT, files: 4 });
  });

  test('a contribution that is wrong', async () => {
    const figures = new Map([['gmail', figuresWith({ delivered: 7 })]]);
    const record = await ports.records.load(fileIdOf('mta2/acct.csv'));
    await ports.records.claim({ ...record!, revision: 2, state: 'counting' });
    await ports.contributions.put({ hour: HOURS[2]!, file: record!.id, revision: 2, figures });
    await ports.records.finish({ ...record!, revision: 2, state: 'counted' });
    expect((await compare()).differingFiles).toEqual([
      { key: 'mta2/acct.csv', why: 'contributes something else to 2026-11-24T03' },
    ]);
    expect(await repaired()).toEqual({ ...EXACT, files: 4 });
  });

  test('figures that were not added up', async () => {
    await ship('mta0/acct.csv', [row(), row(), row({ isp: 'apple' })]);
    expect(await compare()).toMatchObject({
      isExact: false,
      differingFiles: [],
      differingFigures: [
        { hour: HOURS[0], isp: 'gmail', what: 'delivered 1, not 2' },
        { hour: HOURS[0], isp: 'yahoo' },
        { hour: HOURS[0], isp: 'apple', what: 'delivered 0, not 1' },
        { hour: HOURS[1], isp: 'gmail', what: 'delivered 5, not 4' },
      ],
    });
    expect(await repaired()).toEqual({ ...EXACT, files: 4 });
  });

  test('breakdowns alone', async () => {
    await ship('mta0/acct.csv', [
      row({ domain: 'googlemail.com' }),
      row({ isp: 'yahoo', type: 't' }),
      row({ hour: HOURS[1]! }),
    ]);
    expect((await compare()).differingFigures).toEqual([
      { hour: HOURS[0], isp: 'gmail', what: 'byDomain, totals being right' },
    ]);
    expect(await repaired()).toEqual({ ...EXACT, files: 4 });
  });

  test('a file that cannot be read any more', async () => {
    bucket.put('mta0/acct.csv', write(undefined));
    expect((await compare()).isExact).toBe(false);
    expect(await repaired()).toEqual({
      ...EXACT,
      files: 4,
      rejected: [{ key: 'mta0/acct.csv', reason: 'it is no accounting file' }],
    });
  });
});

test('a file with more hours and providers than can be remembered counts nothing, and that is exact', async () => {
  const fits = ports.records.fits.bind(ports.records);
  const isTooWide = (key: string) => key === 'mta9/wide.csv';
  ports.records.fits = (record) => !isTooWide(record.key) && fits(record);
  await ship('mta9/wide.csv', [row()]);
  const reason = expect.stringContaining('Ship smaller files') as string;
  expect(await compare()).toEqual({ ...EXACT, files: 5, rejected: [{ key: 'mta9/wide.csv', reason }] });
});

describe('what is shipped during the comparison shows as a difference:', () => {
  /** Counts as usual, and does something while the first file is counted. */
  function countingWhile(happens: () => Promise<void>): CountingOptions {
    let hasHappened = false;
    return {
      ...counting,
      async count(content, window) {
        if (!hasHappened) {
          hasHappened = true;
          await happens();
        }
        return countPlainRows(content, window);
      },
    };
  }

  test('a file that is replaced while it is read', async () => {
    const replaced = countingWhile(async () => {
      throw new FileChangedError('it is another by now');
    });
    const { differingFiles } = await reconcile(HOURS, ports, replaced);
    expect(differingFiles).toEqual([{ key: 'mta0/acct.csv', why: 'was replaced while it was read' }]);
  });

  test('a file that comes after the bucket was listed', async () => {
    const shipping = countingWhile(async () => ship('mta9/new.csv', [row()]));
    const { differingFiles } = await reconcile(HOURS, ports, shipping);
    expect(differingFiles).toEqual([{ key: 'mta9/new.csv', why: 'was shipped during the comparison' }]);
  });

  test('a file that is replaced again and again while it is repaired', async () => {
    bucket.put('mta9/new.csv', write([row()]));
    const found = await compare();
    let rows = 1;
    const replacing: CountingOptions = {
      ...counting,
      async count(stored, window) {
        bucket.put('mta9/new.csv', write(Array.from({ length: ++rows }, () => row())));
        return countPlainRows(stored, window);
      },
    };
    await repair(found, HOURS, ports, replacing);
    expect((await compare()).isExact).toBe(false);
  });
});

test('what a deleted object contributed is kept and named, and never repaired away', async () => {
  bucket.delete('mta1/acct.csv');
  const found = { ...EXACT, files: 3, gone: ['mta1/acct.csv'] };
  expect(await compare()).toEqual(found);
  expect(await repaired()).toEqual(found);
});

test('files that older rules counted are named apart, and brought up to date where that changes figures', async () => {
  for (const [key, delivered] of [
    ['mta0/acct.csv', 1],
    ['mta2/acct.csv', 7],
  ] as const) {
    const record = await ports.records.load(fileIdOf(key));
    const older = { ...record!, revision: 2, countingVersion: 0 };
    await ports.records.claim({ ...older, state: 'counting' });
    if (delivered > 1) {
      const figures = new Map([
        ['gmail', figuresWith({ delivered })],
        ['yahoo', figuresWith({})],
      ]);
      await ports.contributions.put({ hour: HOURS[2]!, file: older.id, revision: 2, figures });
    }
    await ports.records.finish({ ...older, state: 'counted' });
  }
  await retally(HOURS, ports);
  expect(await compare()).toEqual({
    ...EXACT,
    files: 4,
    outdated: [
      { key: 'mta0/acct.csv', differs: false },
      { key: 'mta2/acct.csv', differs: true },
    ],
  });
  expect(await repaired()).toEqual({
    ...EXACT,
    files: 4,
    outdated: [{ key: 'mta0/acct.csv', differs: false }],
  });
});
