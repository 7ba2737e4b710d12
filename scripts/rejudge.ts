import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoIncidents } from '../lambdas/adapters/dynamo-incidents.ts';
import type { Incidents } from '../lambdas/core/ports.ts';

/**
 * Lets evaluate judge again from now on, after somebody made it judge a time to come:
 * `npx tsx scripts/rejudge.ts FIGURES_TABLE_NAME`. Until then it does nothing, since it never judges an earlier time than
 * it has judged. Incidents and their unsent alerts stay as they are. Answers the time that is taken back; undefined
 * where the latest time judged is none to come.
 */
export async function rejudge(incidents: Incidents, now: Date): Promise<string | undefined> {
  const roster = await incidents.roster();
  const { judgedAt, revision } = roster;
  if (judgedAt === null || Date.parse(judgedAt) <= now.getTime()) return undefined;
  const isOurs = await incidents.saveRoster({
    ...roster,
    revision: revision + 1,
    judgedAt: now.toISOString(),
  });
  if (!isOurs) throw new Error('an evaluation was under way; call this again');
  return judgedAt;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [table] = process.argv.slice(2);
  if (table === undefined) {
    console.error('usage: npx tsx scripts/rejudge.ts FIGURES_TABLE_NAME');
    process.exit(2);
  }
  // How long things are kept does not matter to a roster, which never expires.
  const incidents = new DynamoIncidents({ client: new DynamoDBClient(), table, retentionDays: 1 });
  const takenBack = await rejudge(incidents, new Date());
  console.log(
    takenBack === undefined
      ? 'no time to come has been judged: nothing to do'
      : `${takenBack} is taken back: the next evaluation judges what is now`,
  );
}
