import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Command } from 'commander';
import { DynamoIncidents } from '../../lambdas/adapters/dynamo-incidents.ts';
import type { Incidents } from '../../lambdas/core/ports.ts';
import { CommandError, EXIT } from '../terminal.ts';
import type { Terminal } from '../terminal.ts';
import { withStores } from './stores.ts';

const HELP_AFTER = `
For use after somebody called evaluate with a future time: it never judges an earlier time than it has judged, and does
nothing until then. Incidents and their unsent alerts stay as they are.

Example:
  deferral-watch rejudge --table FIGURES_TABLE_NAME`;

/** `rejudge`: lets evaluate judge again from now on, after it has judged a future time. */
export function addRejudgeCommand(program: Command, terminal: Terminal): void {
  program
    .command('rejudge')
    .summary('let evaluate judge again after it has judged a future time')
    .description('Lets evaluate judge again from now on, after it has judged a future time.')
    .requiredOption('--table <name>', 'the figures table (stack output FiguresTableName)')
    .addHelpText('after', HELP_AFTER)
    .action(async ({ table }: { table: string }) => {
      // The retention does not matter to a roster, which never expires.
      const incidents = new DynamoIncidents({ client: new DynamoDBClient(), table, retentionDays: 1 });
      const takenBack = await withStores(() => rejudge(incidents, new Date()));
      terminal.out(
        takenBack === undefined
          ? 'No future time has been judged: nothing to do.\n'
          : `${takenBack} is taken back: the next evaluation judges the present.\n`,
      );
    });
}

/**
 * Sets the latest time judged back to now. Answers the future time that is taken back; undefined if there is none.
 *
 * @throws CommandError if an evaluation wrote at the same time
 */
export async function rejudge(incidents: Incidents, now: Date): Promise<string | undefined> {
  const roster = await incidents.roster();
  const { judgedAt, revision } = roster;
  if (judgedAt === null || Date.parse(judgedAt) <= now.getTime()) return undefined;
  const isSaved = await incidents.saveRoster({
    ...roster,
    revision: revision + 1,
    judgedAt: now.toISOString(),
    completeAt: now.toISOString(),
  });
  if (!isSaved) throw new CommandError('an evaluation was under way; call this again', EXIT.failed);
  return judgedAt;
}
