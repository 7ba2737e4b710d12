import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRedriveCommand } from '../../../../bin/commands/operations/redrive.ts';
import { SqsQueue } from '../../../../lambdas/adapters/sqs-queue.ts';
import { run } from '../../recording-terminal.ts';
import type { Ran } from '../../recording-terminal.ts';
import { startLocalQueues } from '../../../fakes/local-queues.ts';
import type { LocalQueues } from '../../../fakes/local-queues.ts';

let queues: LocalQueues;
beforeAll(async () => {
  queues = await startLocalQueues();
});
afterAll(() => queues.stop());

async function redrive(from: string, to: string): Promise<Ran> {
  const open = (url: string): SqsQueue => new SqsQueue(queues.client, url);
  return run(['redrive', '--from', from, '--to', to], {
    commands: {
      redrive: async () => (program, terminal) => addRedriveCommand(program, terminal, open),
    },
  });
}

test('the messages of the one queue are sent to the other; if none is seen, some may be hidden', async () => {
  const [from, to] = [await queues.create('dead-letters'), await queues.create('intake')];
  await queues.client.send(new SendMessageCommand({ QueueUrl: from, MessageBody: '{"key":"a.csv"}' }));

  expect(await redrive(from, to)).toEqual({ exitCode: 0, stdout: '1 message sent again.\n', stderr: '' });
  const { Messages: messages = [] } = await queues.client.send(new ReceiveMessageCommand({ QueueUrl: to }));
  expect(messages.map(({ Body }) => Body)).toEqual(['{"key":"a.csv"}']);

  expect((await redrive(from, to)).stdout).toMatch(/^0 messages sent again\.\nA message .* is hidden /);
});

test('a queue that is not there is one line', async () => {
  const queue = await queues.create('somewhere');
  const { exitCode, stdout, stderr } = await redrive(`${queue}-else`, queue);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^error: could not receive from queue \S+-else: [^\n]+\n$/);
});

test('messages are not moved to the queue from which they come, where each would come again for ever', async () => {
  const url = 'https://queues.client.us-east-1.amazonaws.com/000000000000/dead-letters';
  expect(await redrive(url, url)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'error: --from and --to are the same queue\n',
  });
});
