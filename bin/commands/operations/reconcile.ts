import { S3Client } from '@aws-sdk/client-s3';
import type { Command } from 'commander';
import { S3AccountingFiles } from '../../../lambdas/adapters/s3-accounting-files.ts';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { countingContextFor } from '../../../lambdas/core/knowledge/knowledge.ts';
import type { Settings } from '../../../lambdas/core/settings.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import type { CountingOptions } from '../../../lambdas/ingest/finding.ts';
import { reconcile, repair } from '../../../lambdas/reconcile/reconcile.ts';
import type { ReconcilePorts, Reconciliation } from '../../../lambdas/reconcile/reconcile.ts';
import { readSettings } from '../../settings-file.ts';
import { EXIT } from '../../terminal.ts';
import type { Terminal } from '../../terminal.ts';
import { hourRange, withHourRange } from './hour-range.ts';
import { tableStores, withStores } from './stores.ts';

interface ReconcileOptions {
  bucket: string;
  table: string;
  from: string;
  to: string;
  repair?: boolean;
  settings?: string;
}

const HELP_AFTER = `
Exit codes: 0 if the figures are exact (with --repair: exact afterwards), 1 if they differ, 2 for wrong usage.

Files that are gone from the bucket are listed; what they contributed is kept and never repaired away. Files that were
counted by an older version of the rules are listed separately. Files that are shipped while the command runs show as
differences.

Example:
  deferral-watch reconcile --bucket LOGS_BUCKET_NAME --table FIGURES_TABLE_NAME --from 2026-11-23 --to 2026-11-24`;

/** `reconcile`: compares the figures with a fresh count of the bucket, and repairs what differs. */
export function addReconcileCommand(
  program: Command,
  terminal: Terminal,
  open: (bucket: string, table: string, retentionDays: number) => ReconcilePorts = storesOf,
): void {
  withHourRange(program.command('reconcile'))
    .summary('compare the figures on AWS with a fresh count of the bucket')
    .description(
      'Compares the figures of a range of hours with a fresh count of the accounting files in the bucket.',
    )
    .requiredOption('--bucket <name>', 'the bucket of accounting files (stack output LogsBucketName)')
    .requiredOption('--table <name>', 'the figures table (stack output FiguresTableName)')
    .option('--repair', 'count again the files that differ, and add up these hours again')
    .option('--settings <file>', 'the settings file that the stack was deployed with')
    .addHelpText('after', HELP_AFTER)
    .action(async (options: ReconcileOptions) => {
      const hours = hourRange(options);
      const settings = readSettings(options.settings, terminal.cwd);
      const counting = countingBy(settings);
      const isExact = await withStores(async () => {
        const ports = open(options.bucket, options.table, settings.retentionDays);
        const found = await reconcile(hours, ports, counting);
        terminal.out(reconciliationText(found));
        if (!options.repair || !needsRepair(found)) return found.isExact;
        await repair(found, hours, ports, counting);
        const after = await reconcile(hours, ports, counting);
        terminal.out(`\nAfter the repair:\n${reconciliationText(after)}`);
        return after.isExact;
      });
      if (!isExact) terminal.exitCode = EXIT.failed;
    });
}

function storesOf(bucket: string, table: string, retentionDays: number): ReconcilePorts {
  return { ...tableStores(table, retentionDays), files: new S3AccountingFiles(new S3Client(), bucket) };
}

function countingBy(settings: Settings): CountingOptions {
  const context = countingContextFor(settings);
  return {
    count: (content, window) => countFile(content, { ...context, window }),
    retentionDays: settings.retentionDays,
    maxBytes: Number.POSITIVE_INFINITY,
  };
}

function needsRepair({ isExact, outdated }: Reconciliation): boolean {
  return !isExact || outdated.some(({ differs }) => differs);
}

/** What a person reads of a reconciliation. */
export function reconciliationText(found: Reconciliation): string {
  const { hours, files, isExact, differingFigures, differingFiles, gone, outdated, rejected } = found;
  const verdict = isExact
    ? 'exact: every figure is the plain count of the files that are there'
    : `${differingFigures.length} figures and ${differingFiles.length} files differ`;
  return [
    `${hours} hours, ${files} files: ${verdict}.\n`,
    section(
      'Figures that differ, as they are stored',
      differingFigures.map(({ hour, isp, what }) => `${hour} ${isp}: ${what}`),
    ),
    section(
      'Files that differ',
      differingFiles.map(({ key, why }) => `${key} ${why}`),
    ),
    section(
      'Counted by older rules',
      outdated.map(({ key, differs }) => `${key}${differs ? ': the rules of today give other figures' : ''}`),
    ),
    section(
      'Cannot be read, and count nothing',
      rejected.map(({ key, reason }) => `${key}: ${reason}`),
    ),
    section('Gone from the bucket; what they contributed is kept', gone),
  ].join('');
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${title}:\n${lines
    .toSorted()
    .map((line) => `  ${printable(line)}\n`)
    .join('')}`;
}
