import { fileURLToPath } from 'node:url';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

/**
 * Sends the messages of one queue to another, `npx tsx scripts/redrive.ts DEAD_LETTER_QUEUE_URL INTAKE_QUEUE_URL`,
 * after the cause of their failure is gone. On AWS `aws sqs start-message-move-task --source-arn …` does the same and
 * takes each to where it came from; this works wherever SQS does. A message is deleted only once it has been sent:
 * one that is ended between the two is there twice, which changes no figure.
 */
export async function redrive(sqs: SQSClient, from: string, to: string): Promise<number> {
  for (let moved = 0; ; moved++) {
    const { Messages: messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: 1, WaitTimeSeconds: 1 }),
    );
    const [message] = messages;
    if (!message) return moved;
    await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody: message.Body ?? '' }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle: message.ReceiptHandle }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2);
  if (from === undefined || to === undefined) {
    console.error('usage: npx tsx scripts/redrive.ts DEAD_LETTER_QUEUE_URL INTAKE_QUEUE_URL');
    process.exit(2);
  }
  console.log(`${await redrive(new SQSClient(), from, to)} message(s) sent again`);
}
