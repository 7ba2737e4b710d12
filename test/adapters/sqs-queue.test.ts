import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SqsQueue } from '../../lambdas/adapters/sqs-queue.ts';
import { startLocalQueues } from '../fakes/local-queues.ts';
import type { LocalQueues } from '../fakes/local-queues.ts';

let queues: LocalQueues;
beforeAll(async () => {
  queues = await startLocalQueues();
});
afterAll(() => queues.stop());

test('moving the messages of a queue leaves none in it', async () => {
  const [from, to] = [await queues.create('dead-letters'), await queues.create('intake')];
  const bodies = ['{"key":"a"}', '{"key":"b"}', '{"key":"c"}'];
  for (const MessageBody of bodies) {
    await queues.client.send(new SendMessageCommand({ QueueUrl: from, MessageBody }));
  }

  expect(await new SqsQueue(queues.client, from).moveAllTo(new SqsQueue(queues.client, to))).toBe(3);

  const { Messages: moved = [] } = await queues.client.send(
    new ReceiveMessageCommand({ QueueUrl: to, MaxNumberOfMessages: 10 }),
  );
  expect(new Set(moved.map(({ Body }) => Body))).toEqual(new Set(bodies));
  expect(await new SqsQueue(queues.client, from).moveAllTo(new SqsQueue(queues.client, to))).toBe(0);
});
