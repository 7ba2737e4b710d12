import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addReconcileCommand } from '../../../../bin/commands/operations/reconcile.ts';
import { addRetallyCommand } from '../../../../bin/commands/operations/retally.ts';
import { MemoryContributions } from '../../../../lambdas/adapters/memory-contributions.ts';
import { MemoryFileRecords } from '../../../../lambdas/adapters/memory-file-records.ts';
import { MemoryFigures } from '../../../../lambdas/adapters/memory-figures.ts';
import { S3AccountingFiles } from '../../../../lambdas/adapters/s3-accounting-files.ts';
import { StoreError } from '../../../../lambdas/core/store-error.ts';
import type { ReconcilePorts } from '../../../../lambdas/reconcile/reconcile.ts';
import { FakeBucket } from '../../../fakes/fake-bucket.ts';
import { run as runCommandLine } from '../../recording-terminal.ts';
import type { Ran } from '../../recording-terminal.ts';

const FILE = [
  'type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,vmta,queue',
  'd,2026-11-24 01:00:00+0000,a@example.net,b@gmail.com,relayed,2.0.0,,gmail-smtp-in.l.google.com (192.0.2.1),vmta1,gmail.com/vmta1',
  'd,2026-11-24 01:30:00+0000,a@example.net,c@gmail.com,relayed,2.0.0,,gmail-smtp-in.l.google.com (192.0.2.1),vmta1,gmail.com/vmta1',
  '',
].join('\n');
const STORES = ['--bucket', 'logs', '--table', 'figures'];
const RANGE = ['--from', '2026-11-24', '--to', '2026-11-24T05'];

let bucket: FakeBucket;
let ports: ReconcilePorts;
let opened: unknown[];

beforeEach(() => {
  bucket = new FakeBucket();
  bucket.put('mta1/acct.csv', FILE);
  const contributions = new MemoryContributions();
  const files = new S3AccountingFiles(
    bucket.client(async (apply) => apply()),
    'logs',
  );
  ports = {
    files,
    records: new MemoryFileRecords(),
    contributions,
    subtotals: contributions,
    figures: new MemoryFigures(),
  };
  opened = [];
});

const folder = mkdtempSync(join(tmpdir(), 'reconcile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `reconcile` or `retally` on these stores. */
async function run(...args: string[]): Promise<Ran> {
  const open = (...given: unknown[]): ReconcilePorts => {
    opened = given;
    return ports;
  };
  return runCommandLine(args, {
    cwd: folder,
    commands: {
      reconcile: async () => (program, terminal) => addReconcileCommand(program, terminal, open),
      retally: async () => (program, terminal) => addRetallyCommand(program, terminal, open),
    },
  });
}

test('reconcile lists differences and exits with 1', async () => {
  const { stdout, stderr, exitCode } = await run('reconcile', ...STORES, ...RANGE);
  expect(stdout).toBe(
    [
      '6 hours, 1 files: 1 figures and 1 files differ.',
      'Figures that differ, as they are stored:',
      '  2026-11-24T01 gmail: delivered 0, not 2',
      'Files that differ:',
      '  mta1/acct.csv was never counted',
      '',
    ].join('\n'),
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(opened).toEqual(['logs', 'figures', 400]);
});

test('reconcile --repair repairs and says exact, and so does the next reconcile', async () => {
  const { stdout, stderr, exitCode } = await run('reconcile', ...STORES, ...RANGE, '--repair');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('After the repair:\n6 hours, 1 files: exact');
  expect(await run('reconcile', ...STORES, ...RANGE)).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: '6 hours, 1 files: exact: every figure is the plain count of the files that are there.\n',
  });
});

test('retally says what it brought up to date', async () => {
  await run('reconcile', ...STORES, ...RANGE, '--repair');
  ports = { ...ports, figures: new MemoryFigures() };
  const retally = (): Promise<Ran> => run('retally', '--table', 'figures', ...RANGE);
  expect((await retally()).stdout).toBe(
    '6 hours added up from 1 contributions: 1 figures were out of date and are right now.\n',
  );
  expect((await retally()).stdout).toBe(
    '6 hours added up from 1 contributions: every figure was up to date.\n',
  );
});

test('names out of the bucket cannot steer the terminal', async () => {
  bucket.put('evil\u001b[2J.csv', FILE);
  expect((await run('reconcile', ...STORES, ...RANGE)).stdout).toContain(
    '  evil?[2J.csv was never counted\n',
  );
});

test('a store that cannot be reached is one line', async () => {
  ports = {
    ...ports,
    files: {
      ...ports.files,
      list: () => {
        throw new StoreError('could not list the objects in bucket logs: NoSuchBucket');
      },
    },
  };
  expect(await run('reconcile', ...STORES, ...RANGE)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'error: could not list the objects in bucket logs: NoSuchBucket\n',
  });
});

describe('a range of hours', () => {
  test.each([
    ['2026-11-24T01', '2026-11-24T01', 1],
    ['2026-11-24', '2026-11-24', 24],
    ['2026-11-24T01:00:00Z', '2026-11-25', 47],
    ['2024-02-29', '2024-02-29T00', 1],
  ])('from %s to %s has %i hours', async (from, to, hours) => {
    expect((await run('retally', '--table', 't', '--from', from, '--to', to)).stdout).toMatch(
      `${hours} hours added up`,
    );
  });

  test.each([
    ['yesterday', '2026-11-24', '--from yesterday is neither a UTC hour'],
    ['2026-11-24', '2026-02-30', '--to 2026-02-30 is neither a UTC hour'],
    ['2026-11-24T24', '2026-11-25', '--from 2026-11-24T24 is neither a UTC hour'],
    ['2026-11-24T02', '2026-11-24T01', '--to 2026-11-24T01 lies before --from 2026-11-24T02'],
    ['1000-01-01', '2026-11-24', 'from 1000-01-01 to 2026-11-24 are more than ten years'],
    ['2026-11-24T01:30', '2026-11-24', '--from 2026-11-24T01:30 is neither a UTC hour'],
  ])('from %s to %s is refused', async (from, to, message) => {
    const { exitCode, stderr } = await run('retally', '--table', 't', '--from', from, '--to', to);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining(`error: ${message}`) as string,
    });
  });
});
