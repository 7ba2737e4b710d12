import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { AlertChannelError, SnsAlertChannel } from '../../lambdas/adapters/sns-alert-channel.ts';
import { storedAlert } from '../../lambdas/adapters/stored-incident.ts';
import { exampleAlert } from '../example-incident.ts';
import { startLocalServer } from '../fakes/local-server.ts';
import type { LocalServer } from '../fakes/local-server.ts';

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:alerts';

/** What SNS answers: it is a query API, so a form comes in and XML goes out. */
let answer: { status: number; body: string };
let received: URLSearchParams[];
let server: LocalServer;
let channel: SnsAlertChannel;

const ACCEPTED = {
  status: 200,
  body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
};

beforeAll(async () => {
  server = await startLocalServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(new URLSearchParams(Buffer.concat(chunks).toString()));
      response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
    });
  });
  const client = new SNSClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  channel = new SnsAlertChannel(client, TOPIC);
});
afterAll(() => server.stop());
beforeEach(() => {
  answer = ACCEPTED;
  received = [];
});

const formsIn = (request: URLSearchParams | undefined) =>
  z.record(z.string(), z.string()).parse(JSON.parse(request?.get('Message') ?? ''));

test('people get the text, machines the whole alert', async () => {
  const alert = exampleAlert({ text: 'Gmail throttled 10.0 %.\n\nDO\n1. "Slow" down.' });
  await channel.send(alert);
  const [request] = received;
  expect(request?.get('Subject')).toBe(alert.subject);
  expect(request?.get('MessageStructure')).toBe('json');
  const forms = formsIn(request);
  expect(forms['default']).toBe(alert.text);
  expect(forms['email']).toBe(alert.text);
  for (const protocol of ['sqs', 'http', 'https', 'lambda', 'firehose']) {
    expect(storedAlert.parse(JSON.parse(forms[protocol] ?? ''))).toEqual(alert);
  }
});

test('attributes allow filter policies', async () => {
  await channel.send(exampleAlert());
  const attributes: Record<string, string> = {};
  for (let index = 1; index <= 5; index++) {
    const entry = `MessageAttributes.entry.${index}`;
    attributes[received[0]?.get(`${entry}.Name`) ?? ''] =
      `${received[0]?.get(`${entry}.Value.DataType`)} ${received[0]?.get(`${entry}.Value.StringValue`)}`;
  }
  expect(attributes).toEqual({
    isp: 'String gmail',
    severity: 'String warning',
    kind: 'String opened',
    category: 'String reputation',
    stance: 'String intervention',
  });
});

test('an alert that is too long for SNS is sent with a shorter text, and stays JSON', async () => {
  await channel.send(exampleAlert({ text: '"ü\n\u0001'.repeat(100_000) }));
  const message = received[0]?.get('Message') ?? '';
  expect(Buffer.byteLength(message)).toBeLessThan(256 * 1024);
  const forms = formsIn(received[0]);
  expect(forms['default']).toMatch(/\(shortened\)$/);
  expect(storedAlert.parse(JSON.parse(forms['sqs'] ?? '')).alertId).toBe(exampleAlert().alertId);
});

test('a refusal names the alert, the topic and the reason', async () => {
  answer = {
    status: 403,
    body: '<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not allowed</Message></Error></ErrorResponse>',
  };
  const sending = channel.send(exampleAlert());
  await expect(sending).rejects.toBeInstanceOf(AlertChannelError);
  await expect(sending).rejects.toThrow(
    `could not send alert gmail/2026-11-24T01/opened/1 to ${TOPIC}: AuthorizationError`,
  );
});
