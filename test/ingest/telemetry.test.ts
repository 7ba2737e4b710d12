import { describe, expect, test } from 'vitest';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { RejectedFileError } from '../../lambdas/ingest/errors.ts';
import type { IngestResult } from '../../lambdas/ingest/ingest.ts';
import {
  failedLine,
  metricsOf,
  resultLine,
  rejectedLine,
  unfinishedLine,
} from '../../lambdas/ingest/telemetry.ts';

const KEY = 'mta1/acct-1.csv';
const NAME = { key: KEY, file: fileIdOf(KEY) };
const COUNTED: IngestResult = {
  outcome: 'counted',
  key: KEY,
  revision: 2,
  rows: 12,
  counted: 9,
  ignored: { 'another type': { count: 3, firstLine: 4 } },
  partialTail: false,
  hours: ['2026-11-24T01', '2026-11-24T02'],
};

describe('the line about a file', () => {
  test('that was counted says how many rows, and of how many hours', () => {
    expect(resultLine(COUNTED, 40)).toEqual({
      outcome: 'counted',
      ...NAME,
      rows: 12,
      counted: 9,
      ignored: { 'another type': 3 },
      partialTail: false,
      revision: 2,
      hours: 2,
      milliseconds: 40,
    });
  });

  test('that was shipped twice names the other key, and nobody', () => {
    const twice = { ...COUNTED, shippedTwice: 'someone@example.com/acct-1.csv' };
    expect(resultLine(twice, 40)).toMatchObject({ shippedTwice: expect.not.stringContaining('someone') });
  });

  test.each(['unchanged', 'gone'] as const)('that is %s names it alone', (outcome) => {
    expect(resultLine({ outcome, key: KEY }, 40)).toEqual({ outcome, ...NAME, milliseconds: 40 });
  });

  test('that counts nothing says why', () => {
    const rejection = new RejectedFileError(KEY, 'The file is binary.');
    expect(rejectedLine(rejection)).toEqual({ outcome: 'rejected', ...NAME, reason: 'The file is binary.' });
  });

  test('that could not be ingested has the message, and names nobody', () => {
    const message = { key: 'someone@example.com/acct-1.csv', messageId: 'm-1' };
    const line = failedLine(message, new TypeError('no someone@example.com'));
    expect(line).toMatchObject({ outcome: 'failed', file: fileIdOf(message.key), messageId: 'm-1' });
    expect(line).toMatchObject({ error: 'TypeError', reason: expect.stringMatching(/^no </) });
    expect(JSON.stringify([line, unfinishedLine(message)])).not.toContain('someone');
  });

  test('whose key is not known has the message alone', () => {
    const line = unfinishedLine({ key: undefined, messageId: 'm-1' });
    expect(Object.keys(line)).toEqual(['outcome', 'messageId', 'error', 'reason']);
    expect(line).toMatchObject({ outcome: 'unfinished', error: 'Unfinished' });
  });
});

describe('metrics', () => {
  test.each([
    [COUNTED, 'FilesCounted'],
    [{ outcome: 'unchanged', key: KEY } as const, 'FilesUnchanged'],
    [{ outcome: 'gone', key: KEY } as const, 'FilesGone'],
    [{ outcome: 'rejected' } as const, 'FilesRejected'],
    [{ outcome: 'failed' } as const, 'FilesFailed'],
  ])('count each message once: %j', (result, expected) => {
    const { RowsCounted: _counted, RowsIgnored: _ignored, ...files } = metricsOf(result);
    expect(Object.entries(files).filter(([, count]) => count !== 0)).toEqual([[expected, 1]]);
  });

  test('count the rows of a file, and what was shipped twice', () => {
    expect(metricsOf(COUNTED)).toMatchObject({ RowsCounted: 9, RowsIgnored: 3, FilesShippedTwice: 0 });
    expect(metricsOf({ ...COUNTED, shippedTwice: 'mta2/acct-1.csv' }).FilesShippedTwice).toBe(1);
    expect(metricsOf({ outcome: 'failed' })).toMatchObject({ RowsCounted: 0, RowsIgnored: 0 });
  });
});
