import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import settingsFile from '../../deferral-watch.config.json' with { type: 'json' };
import { DynamoContributions } from '../adapters/dynamo-contributions.ts';
import { DynamoFigures } from '../adapters/dynamo-figures.ts';
import { changedPart } from '../adapters/hour-keys.ts';
import { onTimeoutApproaching } from '../adapters/timeout-warning.ts';
import { SDK_TIMEOUTS } from '../adapters/sdk-timeouts.ts';
import { parseSettings } from '../core/settings.ts';
import { tallyEnvironment } from './settings.ts';
import { tally } from './tally.ts';
import type { ChangedPart } from './tally.ts';

const { TABLE_NAME } = tallyEnvironment.parse(process.env);
const { retentionDays } = parseSettings(settingsFile, 'deferral-watch.config.json');
const connection = { requestHandler: SDK_TIMEOUTS };
const table = { client: new DynamoDBClient(connection), table: TABLE_NAME, retentionDays };
const contributions = new DynamoContributions(table);
const ports = { contributions, subtotals: contributions, figures: new DynamoFigures(table) };
const logger = new Logger();
const metrics = new Metrics();

const change = z.object({
  dynamodb: z.object({
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
});

/**
 * Called by the table's stream with up to half a minute of changed contributions.
 * Duplicates, and batches that come again in part, change nothing: each sum is computed from what is stored.
 *
 * 1. Find the hours, and the parts of them, in which something changed.
 * 2. Add them up and write their figures (see tally.ts).
 * 3. Log one line, count metrics. Where it fails, the whole batch fails: it is halved and comes again, and what
 *    was added up already is added up once more. The line then names its hours, so that they can be added up by
 *    hand: what goes to the failure queue in the end does not.
 */
export const handler = async (event: DynamoDBStreamEvent, context: Context): Promise<void> => {
  const started = performance.now();
  const changes = changesIn(event);
  const cancelWarning = onTimeoutApproaching(context, () =>
    logFailure(changes, {
      error: 'Unfinished',
      reason: 'the table did not answer in time, or there are too many hours',
    }),
  );
  try {
    const outcome = await tally(changes, ports);
    logger.info('tally', {
      changes: changes.length,
      ...outcome,
      milliseconds: Math.round(performance.now() - started),
    });
    metrics.addMetric('HoursTallied', MetricUnit.Count, outcome.hours);
    metrics.addMetric('FiguresWritten', MetricUnit.Count, outcome.figures);
    metrics.publishStoredMetrics();
  } catch (failure) {
    const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
    logFailure(changes, { error: name, reason: message });
    throw failure;
  } finally {
    cancelWarning();
  }
};

function logFailure(changes: readonly ChangedPart[], why: { error: string; reason: string }): void {
  const hours = [...new Set(changes.map(({ hour }) => hour))].sort();
  logger.error('tally', {
    changes: changes.length,
    from: hours[0],
    to: hours.at(-1),
    hours: hours.length,
    ...why,
  });
}

function changesIn({ Records: records }: DynamoDBStreamEvent): ChangedPart[] {
  return records.flatMap((record) => {
    const { pk, sk } = change.parse(record).dynamodb.Keys;
    return changedPart({ pk: pk.S, sk: sk.S }) ?? [];
  });
}
