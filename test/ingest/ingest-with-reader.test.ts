import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MemoryContributions } from '../../lambdas/adapters/memory-contributions.ts';
import { MemoryFileRecords } from '../../lambdas/adapters/memory-file-records.ts';
import { S3AccountingFiles } from '../../lambdas/adapters/s3-accounting-files.ts';
import { countFile } from '../../lambdas/core/accounting/count-file.ts';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { countingContextFor } from '../../lambdas/core/knowledge/knowledge.ts';
import { RejectedFileError } from '../../lambdas/ingest/errors.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { CountingOptions } from '../../lambdas/ingest/finding.ts';
import type { IngestResult } from '../../lambdas/ingest/ingest.ts';
import { all } from '../all.ts';
import { FakeBucket } from '../fakes/fake-bucket.ts';
import type { Requests } from '../fakes/fake-bucket.ts';

/* The reader and the protocol together: what happens to a file on its way to being counted. */

const KEY = 'mta1/acct.csv.gz';
const HEADER = 'type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue\n';
const ROW =
  'd,2026-11-24 01:00:00+0000,a@example.net,b@gmail.com,relayed,2.0.0 (success),smtp;250 2.0.0 OK,' +
  'gmail-smtp-in.l.google.com (192.0.2.1),203.0.113.7,vmta1,gmail.com/vmta1\n';

const settings = parseSettings({}, 'test');
const context = countingContextFor(settings);
const counting: CountingOptions = {
  count: (content, window) => countFile(content, { ...context, window }),
  retentionDays: 400,
  maxBytes: 1e9,
};

function gzipOf(rows: number): Buffer {
  return gzipSync(HEADER + ROW.repeat(rows), { level: 0 });
}

function run(
  bucket: FakeBucket,
  requests: Requests,
): { records: MemoryFileRecords; contributions: MemoryContributions; outcome: Promise<IngestResult> } {
  const records = new MemoryFileRecords();
  const contributions = new MemoryContributions();
  const files = new S3AccountingFiles(bucket.client(requests), 'logs');
  return { records, contributions, outcome: ingest(KEY, { files, records, contributions }, counting) };
}

async function delivered(contributions: MemoryContributions): Promise<number | undefined> {
  const [contribution] = await all(contributions.ofHour('2026-11-24T01'));
  return contribution?.figures.get('gmail')?.delivered;
}

/** Requests of which every so many-th breaks. */
function breakingEvery(count: number): Requests {
  let requests = 0;
  return async (apply) => {
    if (++requests % count === 0) throw new Error('the connection broke');
    return apply();
  };
}

test('a compressed file is counted over a connection that keeps breaking', async () => {
  const bucket = new FakeBucket(1_000);
  bucket.put(KEY, gzipOf(500));
  const files = new S3AccountingFiles(bucket.client(breakingEvery(7)), 'logs');
  const opened = await files.open(KEY);
  const counted = await counting.count(opened!.content, { oldest: '2025-01-01T00', newest: '2027-01-01T00' });
  expect(counted).toMatchObject({ rows: 500, counted: 500 });
});

test('a file that is replaced while its connection is broken is counted as it is then', async () => {
  const bucket = new FakeBucket(1_000);
  bucket.put(KEY, gzipOf(500));
  let breaks = 0;
  const { contributions, outcome } = run(bucket, async (apply) => {
    if (++breaks === 5) {
      bucket.put(KEY, gzipOf(700));
      throw new Error('the connection broke');
    }
    return apply();
  });
  expect(await outcome).toMatchObject({ outcome: 'counted', revision: 1, rows: 700 });
  expect(await delivered(contributions)).toBe(700);
});

test('a file that is still being written is rejected in words, and counted when it is whole', async () => {
  const bucket = new FakeBucket(1_000);
  bucket.put(KEY, gzipOf(500).subarray(0, 20_000));
  const { records, contributions, outcome } = run(bucket, async (apply) => apply());
  await expect(outcome).rejects.toThrow(RejectedFileError);
  expect(await records.load(fileIdOf(KEY))).toMatchObject({
    state: 'rejected',
    reason:
      'The gzip data ends too early: the file was cut, is still being written, or has something behind its end.',
  });
  bucket.put(KEY, gzipOf(500));
  const files = new S3AccountingFiles(
    bucket.client(async (apply) => apply()),
    'logs',
  );
  expect(await ingest(KEY, { files, records, contributions }, counting)).toMatchObject({
    outcome: 'counted',
    revision: 2,
  });
  expect(await delivered(contributions)).toBe(500);
});
