import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SqsQueue } from '../../lambdas/adapters/sqs-queue.ts';

let server: Awaited<ReturnType<typeof startFauxqs>>;
let sqs: SQSClient;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  sqs = new SQSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});
afterAll(() => server.stop());

async function createQueue(name: string): Promise<string> {
  const { QueueUrl: url } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  return url!;
}

test('moving the messages of a queue leaves none in it', async () => {
  const [from, to] = [await createQueue('dead-letters'), await createQueue('intake')];
  const bodies = ['{"key":"a"}', '{"key":"b"}', '{"key":"c"}'];
  for (const MessageBody of bodies) await sqs.send(new SendMessageCommand({ QueueUrl: from, MessageBody }));

  expect(await new SqsQueue(sqs, from).moveAllTo(new SqsQueue(sqs, to))).toBe(3);

  const { Messages: moved = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: to, MaxNumberOfMessages: 10 }),
  );
  expect(new Set(moved.map(({ Body }) => Body))).toEqual(new Set(bodies));
  expect(await new SqsQueue(sqs, from).moveAllTo(new SqsQueue(sqs, to))).toBe(0);
});
