import type { Command } from 'commander';
import { retally } from '../../../lambdas/tally/tally.ts';
import type { TallyPorts } from '../../../lambdas/tally/tally.ts';
import { readSettings } from '../../settings-file.ts';
import type { Terminal } from '../../terminal.ts';
import { hourRange, withHourRange } from './hour-range.ts';
import { tableStores, withStores } from './stores.ts';

interface RetallyOptions {
  table: string;
  from: string;
  to: string;
  settings?: string;
}

const HELP_AFTER = `
Use this for hours whose tally failed for so long that its batch went to the failure queue. Files are not read again:
their contributions are in the table. It is safe to run at any time, any number of times.

Example:
  deferral-watch retally --table FIGURES_TABLE_NAME --from 2026-11-24T01 --to 2026-11-24T05`;

/** `retally`: adds up the figures of a range of hours again. */
export function addRetallyCommand(
  program: Command,
  terminal: Terminal,
  open: (table: string, retentionDays: number) => TallyPorts = tableStores,
): void {
  withHourRange(program.command('retally'))
    .summary('add up the figures of a range of hours again')
    .description('Adds up the figures of a range of hours again from what the files contributed to them.')
    .requiredOption('--table <name>', 'the figures table (stack output FiguresTableName)')
    .option('--settings <file>', 'the settings file that the stack was deployed with')
    .addHelpText('after', HELP_AFTER)
    .action(async (options: RetallyOptions) => {
      const hours = hourRange(options);
      const { retentionDays } = readSettings(options.settings, terminal.cwd);
      const { contributions, figures } = await withStores(() =>
        retally(hours, open(options.table, retentionDays)),
      );
      terminal.out(
        `${hours.length} hours added up from ${contributions} contributions: ` +
          (figures === 0
            ? 'every figure was up to date.\n'
            : `${figures} figures were out of date and are right now.\n`),
      );
    });
}
