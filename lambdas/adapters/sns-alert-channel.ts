import { PublishCommand } from '@aws-sdk/client-sns';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { Alert } from '../core/incidents/alert.ts';
import type { AlertChannel } from '../core/ports.ts';
import { couldNot } from './or-store-error.ts';

/** Bytes that SNS takes in one message, attributes included. */
const MAX_BYTES = 256 * 1024;
/** Left for subject, attributes and the envelope. */
const SPARE_BYTES = 8 * 1024;
/** Characters that a shortened text keeps: even escaped twice in each of the machines' forms, they fit. */
const SHORTENED_TEXT = 4 * 1024;

/** An alert that SNS did not accept. The message says which and why; the alert stays in the outbox. */
export class AlertChannelError extends Error {
  override readonly name = 'AlertChannelError';
}

/**
 * The topic for alerts. People (e-mail, and whatever is not named) get the text, machines (SQS, HTTP, Lambda, Firehose)
 * the whole alert as JSON; attributes allow filter policies.
 */
export class SnsAlertChannel implements AlertChannel {
  private readonly client: SNSClient;
  private readonly topic: string;

  /** @param topic its ARN */
  constructor(client: SNSClient, topic: string) {
    this.client = client;
    this.topic = topic;
  }

  async send(alert: Alert): Promise<void> {
    try {
      await this.client.send(
        new PublishCommand({
          TopicArn: this.topic,
          Subject: alert.subject,
          MessageStructure: 'json',
          Message: messageOf(alert),
          MessageAttributes: attributesOf(alert),
        }),
      );
    } catch (cause) {
      throw new AlertChannelError(couldNot(`send alert ${alert.alertId} to ${this.topic}`, cause), {
        cause,
      });
    }
  }
}

function messageOf(alert: Alert): string {
  const message = formsOf(alert);
  if (Buffer.byteLength(message) <= MAX_BYTES - SPARE_BYTES) return message;
  return formsOf({ ...alert, text: `${alert.text.slice(0, SHORTENED_TEXT)}\n(shortened)` });
}

function formsOf(alert: Alert): string {
  const machine = JSON.stringify(alert);
  return JSON.stringify({
    default: alert.text,
    email: alert.text,
    sqs: machine,
    http: machine,
    https: machine,
    lambda: machine,
    firehose: machine,
  });
}

function attributesOf({ isp, severity, kind, category, stance }: Alert) {
  return Object.fromEntries(
    Object.entries({ isp, severity, kind, category, stance }).map(([name, value]) => [
      name,
      { DataType: 'String', StringValue: value },
    ]),
  );
}
