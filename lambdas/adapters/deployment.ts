import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import settingsFile from '../../deferral-watch.config.json' with { type: 'json' };
import { parseSettings } from '../core/settings.ts';
import type { TableSettings } from './figures-table.ts';
import { SDK_TIMEOUTS } from './sdk-timeouts.ts';

/* What every deployed function is wired with. For handlers only: the settings are the built-in ones. */

/** The operator's settings, as they were when the function was built. */
export const SETTINGS = parseSettings(settingsFile, 'deferral-watch.config.json');

/** What every client of an AWS service is made with. */
export const CLIENT_SETTINGS = { requestHandler: SDK_TIMEOUTS } as const;

/** The figures table of this name, with a client of its own. */
export function tableSettings(table: string): TableSettings {
  return { client: new DynamoDBClient(CLIENT_SETTINGS), table, retentionDays: SETTINGS.retentionDays };
}

const metrics = new Metrics();

/** Writes counts as metrics of the function, zeros as well as ones, so that every rate has a denominator. */
export function publishMetrics(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) metrics.addMetric(name, MetricUnit.Count, count);
  metrics.publishStoredMetrics();
}
