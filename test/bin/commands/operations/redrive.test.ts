import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRedriveCommand } from '../../../../bin/commands/operations/redrive.ts';
import { SqsQueue } from '../../../../lambdas/adapters/sqs-queue.ts';
import { run } from '../../recording-terminal.ts';
import type { Ran } from '../../recording-terminal.ts';

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

async function redrive(from: string, to: string): Promise<Ran> {
  const open = (url: string): SqsQueue => new SqsQueue(sqs, url);
  return run(['redrive', '--from', from, '--to', to], {
    commands: {
      redrive: async () => (program, terminal) => addRedriveCommand(program, terminal, open),
    },
  });
}

test('the messages of the one queue are sent to the other; if none is seen, some may be hidden', async () => {
  const [from, to] = [await createQueue('dead-letters'), await createQueue('intake')];
  await sqs.send(new SendMessageCommand({ QueueUrl: from, MessageBody: '{"key":"a.csv"}' }));

  expect(await redrive(from, to)).toEqual({ exitCode: 0, stdout: '1 message sent again.\n', stderr: '' });
  const { Messages: messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: to }));
  expect(messages.map(({ Body }) => Body)).toEqual(['{"key":"a.csv"}']);

  expect((await redrive(from, to)).stdout).toMatch(/^0 messages sent again\.\nA message .* is hidden /);
});

test('a queue that is not there is one line', async () => {
  const queue = await createQueue('somewhere');
  const { exitCode, stdout, stderr } = await redrive(`${queue}-else`, queue);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^error: could not receive from queue \S+-else: [^\n]+\n$/);
});

test('messages are not moved to the queue from which they come, where each would come again for ever', async () => {
  const url = 'https://sqs.us-east-1.amazonaws.com/000000000000/dead-letters';
  expect(await redrive(url, url)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'error: --from and --to are the same queue\n',
  });
});
