import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Context } from 'aws-lambda';
import settingsFile from '../../deferral-watch.config.json' with { type: 'json' };
import { DynamoFigures } from '../adapters/dynamo-figures.ts';
import { DynamoIncidents } from '../adapters/dynamo-incidents.ts';
import { SDK_TIMEOUTS } from '../adapters/sdk-timeouts.ts';
import { SnsAlertChannel } from '../adapters/sns-alert-channel.ts';
import type { Alert } from '../core/incidents/alert.ts';
import type { AlertChannel } from '../core/ports.ts';
import { parseSettings } from '../core/settings.ts';
import { knowledgeFor } from '../core/knowledge/knowledge.ts';
import { evaluate } from './evaluate.ts';
import { timeToJudge } from './event.ts';
import { evaluateEnvironment } from './settings.ts';

const { TABLE_NAME, ALERTS_TOPIC_ARN } = evaluateEnvironment.parse(process.env);
const settings = parseSettings(settingsFile, 'deferral-watch.config.json');
const knowledge = knowledgeFor(settings);
/** Fewer than for the table: the next evaluation sends what is left, and other incidents must not wait for this one. */
const PUBLISH_ATTEMPTS = 3;
/** The longest that one publication takes, to a topic that does not answer; none is begun that could not end. */
const LONGEST_PUBLICATION_MS = PUBLISH_ATTEMPTS * SDK_TIMEOUTS.socketTimeout + 2_000;
const connection = { requestHandler: SDK_TIMEOUTS };
const table = {
  client: new DynamoDBClient(connection),
  table: TABLE_NAME,
  retentionDays: settings.retentionDays,
};
const stores = { figures: new DynamoFigures(table), incidents: new DynamoIncidents(table) };
const topic = new SnsAlertChannel(
  new SNSClient({ ...connection, maxAttempts: PUBLISH_ATTEMPTS }),
  ALERTS_TOPIC_ARN,
);
const logger = new Logger();
const metrics = new Metrics();

/**
 * Called by the scheduler every five minutes, or by hand with `{}`.
 * Called twice for the same time, it finds nothing new; for an earlier time than it has judged, it does nothing.
 *
 * 1. Take the time from the event if it brings one, else from the clock.
 * 2. Judge the hours before it and send what is news (see evaluate.ts).
 * 3. Log one line, and one for each alert as it is sent; count metrics, whether the evaluation fails or not. If alerts
 *    could not be sent they are kept, and the next execution sends them first; then, or if an incident cannot be read,
 *    this one fails. A topic that does not
 *    answer leaves the time to judge.
 */
export const handler = async (event: unknown, context: Context): Promise<void> => {
  const started = performance.now();
  const now = timeToJudge(event, new Date());
  const hasTimeToSend = () => context.getRemainingTimeInMillis() > LONGEST_PUBLICATION_MS;
  let alertsSent = 0;
  const alerts: AlertChannel = {
    async send(alert) {
      await topic.send(alert);
      alertsSent++;
      logAlert(alert);
    },
  };
  let evaluationsSkipped = 0;
  try {
    const { skippedFor } = await evaluate(
      now,
      { ...stores, alerts },
      { settings, ...knowledge, hasTimeToSend },
    );
    const milliseconds = Math.round(performance.now() - started);
    const line = { at: now.toISOString(), alerts: alertsSent, milliseconds };
    if (skippedFor === null) {
      logger.info('evaluation', { ...line, skipped: false });
    } else {
      evaluationsSkipped = 1;
      logger.warn('evaluation', { ...line, skipped: true, judgedAt: skippedFor });
    }
  } finally {
    metrics.addMetric('AlertsSent', MetricUnit.Count, alertsSent);
    metrics.addMetric('EvaluationsSkipped', MetricUnit.Count, evaluationsSkipped);
    metrics.publishStoredMetrics();
  }
};

function logAlert({ alertId, severity, category, reason }: Alert): void {
  logger.info('alert', { alertId, severity, category, reason });
}
