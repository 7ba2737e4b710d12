import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { publishMetrics, tableSettings } from '../adapters/deployment.ts';
import { DynamoContributions } from '../adapters/dynamo-contributions.ts';
import { DynamoFigures } from '../adapters/dynamo-figures.ts';
import { onTimeoutApproaching } from '../adapters/timeout-warning.ts';
import { FailedExecutionError } from '../core/failure-words.ts';
import { changedPartsIn } from './event.ts';
import { tallyEnvironment } from './settings.ts';
import { tally } from './tally.ts';
import { failedLine, metricsOf, outcomeLine, unfinishedLine } from './telemetry.ts';

const { TABLE_NAME } = tallyEnvironment.parse(process.env);
const table = tableSettings(TABLE_NAME);
const contributions = new DynamoContributions(table);
const ports = { contributions, subtotals: contributions, figures: new DynamoFigures(table) };
const logger = new Logger();

/**
 * Called by the table's stream with up to half a minute of changed contributions.
 * Duplicates, and batches that come again in part, change nothing: each sum is computed from what is stored.
 *
 * 1. Find the hours, and the parts of them, in which something changed.
 * 2. Add them up and write their figures (see tally.ts).
 * 3. Log one line, count metrics. Where it fails, or Lambda is about to end it, the line names its hours, so that they
 *    can be added up by hand: what goes to the failure queue in the end does not.
 * 4. Fail as a whole: the batch is halved and comes again, and what was added up already is added up once more.
 */
export const handler = async (event: DynamoDBStreamEvent, context: Context): Promise<void> => {
  const started = performance.now();
  const changes = changedPartsIn(event);
  const cancelWarning = onTimeoutApproaching(context, () => logger.error('tally', unfinishedLine(changes)));
  try {
    const outcome = await tally(changes, ports);
    logger.info('tally', outcomeLine(changes, outcome, Math.round(performance.now() - started)));
    publishMetrics(metricsOf(outcome));
  } catch (failure) {
    logger.error('tally', failedLine(changes, failure));
    publishMetrics(metricsOf());
    throw new FailedExecutionError(failure);
  } finally {
    cancelWarning();
  }
};
