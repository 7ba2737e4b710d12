import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { StoreError } from '../../lambdas/core/store-error.ts';
import type { TallyPorts } from '../../lambdas/tally/tally.ts';
import { printable } from '../../lambdas/core/text/printable.ts';
import { CommandError, EXIT } from '../terminal.ts';

/** The figures table of a deployed stack; credentials and region come from the environment, as for any AWS tool. */
export function tallyStores(table: string, retentionDays: number): TallyPorts {
  const settings = { client: new DynamoDBClient(), table, retentionDays };
  const contributions = new DynamoContributions(settings);
  return { contributions, subtotals: contributions, figures: new DynamoFigures(settings) };
}

/** Does something with AWS; where a store cannot be reached, that is one line for the user. */
export async function withStores<Output>(work: () => Promise<Output>): Promise<Output> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof StoreError) throw new CommandError(printable(failure.message), EXIT.failed);
    throw failure;
  }
}
