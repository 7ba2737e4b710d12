import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoContributions } from '../../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFigures } from '../../../lambdas/adapters/dynamo-figures.ts';
import { DynamoFileRecords } from '../../../lambdas/adapters/dynamo-file-records.ts';
import { DynamoIncidents } from '../../../lambdas/adapters/dynamo-incidents.ts';
import type { FileRecords, Incidents } from '../../../lambdas/core/ports.ts';
import { StoreError } from '../../../lambdas/core/store-error.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import type { TallyPorts } from '../../../lambdas/tally/tally.ts';
import { CommandError, EXIT } from '../../terminal.ts';

// The SDK warns that later versions will need a later Node. Ours is pinned, and the Node it needs is checked at the start.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** What to do if the SDK finds no region or no credentials. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/Region is missing/, 'set AWS_REGION, or a region in ~/.aws/config'],
  [/CredentialsProviderError/, 'set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
];

/** The figures table of a deployed stack; credentials and region come from the environment, as for any AWS tool. */
export function tableStores(table: string, retentionDays: number): TallyPorts & { records: FileRecords } {
  const settings = { client: new DynamoDBClient(), table, retentionDays };
  const contributions = new DynamoContributions(settings);
  return {
    records: new DynamoFileRecords(settings),
    contributions,
    subtotals: contributions,
    figures: new DynamoFigures(settings),
  };
}

/** The incidents of a deployed stack. */
export function incidentStore(table: string, retentionDays: number): Incidents {
  return new DynamoIncidents({ client: new DynamoDBClient(), table, retentionDays });
}

/** Does something with AWS. If a store fails, the user is told so in one line. */
export async function withStores<Output>(work: () => Promise<Output>): Promise<Output> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    const remedy = REMEDIES.find(([sign]) => sign.test(failure.message))?.[1];
    const message = remedy === undefined ? failure.message : `${failure.message} (${remedy})`;
    throw new CommandError(printable(message), EXIT.failed);
  }
}
