import type { Command } from 'commander';
import { directoryFor } from '../../../lambdas/core/knowledge/own-isps.ts';
import type { Incidents } from '../../../lambdas/core/ports.ts';
import { EvaluationConflictError, takeBackFutureTime } from '../../../lambdas/evaluate/roster.ts';
import { readSettings } from '../../settings-file.ts';
import { CommandError, EXIT } from '../../terminal.ts';
import type { Terminal } from '../../terminal.ts';
import { incidentStore, withStores } from './stores.ts';

interface RejudgeOptions {
  table: string;
  settings?: string;
}

const HELP_AFTER = `
Use this after somebody called evaluate with a future time. Evaluate never judges an earlier time than it has judged, so
it does nothing until that time comes. Incidents and their unsent alerts stay, but what they told of hours that have not
ended counts as not told.

Example:
  deferral-watch rejudge --table FIGURES_TABLE_NAME`;

/** `rejudge`: lets evaluate judge again from now on, after it has judged a future time. */
export function addRejudgeCommand(
  program: Command,
  terminal: Terminal,
  open: (table: string, retentionDays: number) => Incidents = incidentStore,
): void {
  program
    .command('rejudge')
    .summary('let evaluate judge again after it has judged a future time')
    .description('Lets evaluate judge again from now on, after it has judged a future time.')
    .requiredOption('--table <name>', 'the figures table (stack output FiguresTableName)')
    .option('--settings <file>', 'the settings file that the stack was deployed with')
    .addHelpText('after', HELP_AFTER)
    .action(async (options: RejudgeOptions) => {
      const settings = readSettings(options.settings, terminal.cwd);
      const incidents = open(options.table, settings.retentionDays);
      const isps = directoryFor(settings).isps.map(({ id }) => id);
      const takenBack = await withStores(() => takeBackFutureTime(incidents, new Date(), isps)).catch(
        (failure: unknown) => {
          if (!(failure instanceof EvaluationConflictError)) throw failure;
          throw new CommandError('evaluations were under way; run this command again', EXIT.failed);
        },
      );
      terminal.out(
        takenBack === undefined
          ? 'No future time has been judged: nothing to do.\n'
          : `${takenBack} is taken back: the next evaluation judges the present.\n`,
      );
    });
}
