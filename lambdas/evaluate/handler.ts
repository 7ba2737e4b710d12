import { Logger } from '@aws-lambda-powertools/logger';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Context } from 'aws-lambda';
import { CLIENT_SETTINGS, SETTINGS, publishMetrics, tableSettings } from '../adapters/deployment.ts';
import { DynamoFigures } from '../adapters/dynamo-figures.ts';
import { DynamoIncidents } from '../adapters/dynamo-incidents.ts';
import { SDK_TIMEOUTS } from '../adapters/sdk-timeouts.ts';
import { SnsAlertChannel } from '../adapters/sns-alert-channel.ts';
import { onTimeoutApproaching } from '../adapters/timeout-warning.ts';
import { knowledgeFor } from '../core/knowledge/knowledge.ts';
import type { AlertChannel } from '../core/ports.ts';
import { FailedExecutionError } from '../core/failure-words.ts';
import { evaluate } from './evaluate.ts';
import { timeToJudge } from './event.ts';
import { evaluateEnvironment } from './settings.ts';
import { alertLine, failedLine, metricsOf, outcomeLine, unfinishedLine } from './telemetry.ts';
import type { KnownEvaluation } from './telemetry.ts';

/** Fewer than for the table: the next evaluation sends what is left, and other incidents must not wait for this one. */
const PUBLISH_ATTEMPTS = 3;
/** The longest that one publication takes, to a topic that does not answer; none is begun that could not end. */
const MAX_PUBLICATION_MS =
  PUBLISH_ATTEMPTS * (SDK_TIMEOUTS.connectionTimeout + SDK_TIMEOUTS.socketTimeout) + 2_000;

const { TABLE_NAME, ALERTS_TOPIC_ARN } = evaluateEnvironment.parse(process.env);
const knowledge = knowledgeFor(SETTINGS);
const table = tableSettings(TABLE_NAME);
const stores = { figures: new DynamoFigures(table), incidents: new DynamoIncidents(table) };
const sns = new SNSClient({ ...CLIENT_SETTINGS, maxAttempts: PUBLISH_ATTEMPTS });
const topic = new SnsAlertChannel(sns, ALERTS_TOPIC_ARN);
const logger = new Logger();

/**
 * Called by the scheduler every five minutes, or by hand with `{}`.
 * Called twice for the same time, it finds nothing new; for a time earlier than one it has judged, it does nothing.
 *
 * 1. Take the time from the event if it brings one, else from the clock.
 * 2. Judge the hours before it and send what is news (see evaluate.ts). A topic that does not answer leaves the time
 *    to judge.
 * 3. Log one line, and one for each alert as it is sent; count metrics, also of an evaluation that fails.
 * 4. Fail if an alert could not be sent, which stays in the outbox for the next execution, or if an incident could not
 *    be read.
 */
export const handler = async (event: unknown, context: Context): Promise<void> => {
  const started = performance.now();
  const evaluation: KnownEvaluation = {
    now: timeToJudge(event, new Date()),
    alertsSent: 0,
    skippedFor: null,
  };
  const alerts: AlertChannel = {
    async send(alert) {
      await topic.send(alert);
      evaluation.alertsSent++;
      logger.info('alert', alertLine(alert));
    },
  };
  const hasTimeToSend = () => context.getRemainingTimeInMillis() > MAX_PUBLICATION_MS;
  const cancelWarning = onTimeoutApproaching(context, () =>
    logger.error('evaluation', unfinishedLine(evaluation)),
  );
  try {
    const { skippedFor } = await evaluate(
      evaluation.now,
      { ...stores, alerts },
      { settings: SETTINGS, ...knowledge, hasTimeToSend },
    );
    evaluation.skippedFor = skippedFor;
    const line = outcomeLine(evaluation, Math.round(performance.now() - started));
    if (skippedFor === null) logger.info('evaluation', line);
    else logger.warn('evaluation', line);
    publishMetrics(metricsOf(evaluation));
  } catch (failure) {
    logger.error('evaluation', failedLine(evaluation, failure));
    publishMetrics(metricsOf(evaluation));
    throw new FailedExecutionError(failure);
  } finally {
    cancelWarning();
  }
};
