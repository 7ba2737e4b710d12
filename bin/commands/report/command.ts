import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { expandPaths, localAccountingFiles } from '../../../lambdas/adapters/local-accounting-files.ts';
import type { Settings } from '../../../lambdas/core/settings.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import { readSettings } from '../../settings-file.ts';
import { CommandError, EXIT, printError } from '../../terminal.ts';
import type { Terminal } from '../../terminal.ts';
import { assess } from './assessment.ts';
import type { Report } from './document.ts';
import { reportJson } from './json.ts';
import { NEXT_STEPS, stubsForSettings, stubsForTypeScript } from './rule-stubs.ts';
import { NO_SUCH_FILE, runReport } from './run.ts';

interface ReportOptions {
  json?: boolean;
  all?: boolean;
  settings?: string;
  unclassifiedAsRules?: boolean;
  typescript?: boolean;
}

const HELP_AFTER = `
Files are PowerMTA accounting files: CSV with a header, or JSON lines, plain or gzip. A folder stands for all files
below it except hidden ones; - is standard input. Without a file, the bundled sample day is shown (in a clone only).

Exit codes: 0 if all went well, 1 if a file could not be read (the others are still reported), 2 for wrong usage.

Examples:
  deferral-watch report /var/log/pmta/acct-2026-11-23-*.csv
  deferral-watch report --json logs/ | jq '.alerts[].subject'
  zcat acct-*.csv.gz | deferral-watch report -`;

/** `report`, the default command: figures, alerts and unknown texts of accounting files on this machine. */
export function addReportCommand(program: Command, terminal: Terminal): void {
  program
    .command('report', { isDefault: true })
    .summary('figures and alerts of accounting files (the default command)')
    .description('Reads accounting files and shows who defers, how much, why, and what to do about it.')
    .argument('[files...]', 'accounting files, folders, or - for standard input')
    .option('--json', 'print one JSON document and nothing else')
    .option('--all', 'print the figures of every hour, and every alert as it was sent')
    .option('--settings <file>', 'the settings file (default: deferral-watch.config.json, if there is one)')
    .addOption(
      new Option(
        '--unclassified-as-rules',
        'print `rules` for the settings file, one for each text that no rule knows',
      ).conflicts(['json', 'all']),
    )
    .addOption(
      new Option('--typescript', 'the same as entries for lambdas/core/replies/rules/')
        .conflicts(['json', 'all'])
        .implies({ unclassifiedAsRules: true }),
    )
    .addHelpText('after', HELP_AFTER)
    .action(async (paths: string[], options: ReportOptions) => {
      const settings = readSettings(options.settings, terminal.cwd);
      await printReport(paths.length > 0 ? paths : [sampleDay(terminal.cwd)], options, settings, terminal);
    });
}

async function printReport(
  paths: readonly string[],
  options: ReportOptions,
  settings: Settings,
  terminal: Terminal,
): Promise<void> {
  const names = await expandPaths(paths);
  const report = await runReport(names, localAccountingFiles(names, terminal.stdin), settings);
  for (const text of await rendered(report, options, settings, terminal)) terminal.out(text);
  const unreadable = report.files.filter(({ error }) => error !== null);
  for (const { name, error } of unreadable) {
    printError(terminal, printable(`${name} was not counted: ${error ?? ''}${commandHint(name, error)}`));
  }
  if (unreadable.length > 0) terminal.exitCode = EXIT.failed;
}

/** A missing file whose name is a single word is usually a misspelt command. */
function commandHint(name: string, error: string | null): string {
  const isMissing = error === NO_SUCH_FILE && /^[a-z][a-z-]*$/.test(name);
  return isMissing ? ' For the commands see deferral-watch --help.' : '';
}

async function rendered(
  report: Report,
  options: ReportOptions,
  settings: Settings,
  terminal: Terminal,
): Promise<Iterable<string>> {
  if (options.unclassifiedAsRules) {
    const { files, unclassified } = report;
    const nextSteps = options.typescript ? NEXT_STEPS.typeScript : NEXT_STEPS.settings;
    if (unclassified.length > 0) terminal.err(`${nextSteps}\n`);
    else if (files.some(({ counted }) => counted > 0)) terminal.err('A rule knows every reply.\n');
    return [options.typescript ? stubsForTypeScript(report) : stubsForSettings(report)];
  }
  if (options.json) return reportJson(report);
  // What draws tables is loaded only if a person will read them.
  const { reportText } = await import('./text.ts');
  const { textStyle } = await import('../text-style.ts');
  return [reportText(report, assess(report, settings), textStyle(terminal), options.all ? 'all' : 'short')];
}

/** The sample day that comes with the sources; the one-file build does not include it. */
function sampleDay(workingDirectory: string): string {
  const folder = join(import.meta.dirname, '..', '..', '..', 'samples');
  if (existsSync(folder)) return relative(workingDirectory, folder) || '.';
  throw new CommandError(
    'name the accounting files to read (this build includes no sample day)',
    EXIT.wrongUsage,
  );
}
