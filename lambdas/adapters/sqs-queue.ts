import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { StoreError } from '../core/store-error.ts';
import { orStoreError } from './or-store-error.ts';

/** Most messages that SQS takes in one call. */
const MAX_AT_ONCE = 10;

/** A queue, as the operator's commands use it. */
export class SqsQueue {
  private readonly client: SQSClient;
  private readonly url: string;

  constructor(client: SQSClient, url: string) {
    this.client = client;
    this.url = url;
  }

  /** Sends messages; returns how many. */
  async send(bodies: AsyncIterable<string>): Promise<number> {
    let sent = 0;
    let batch: string[] = [];
    for await (const body of bodies) {
      batch.push(body);
      if (batch.length < MAX_AT_ONCE) continue;
      sent += await this.sendBatch(batch);
      batch = [];
    }
    return batch.length === 0 ? sent : sent + (await this.sendBatch(batch));
  }

  /**
   * Moves every message to another queue; returns how many. A message is deleted only after it has been sent: an
   * interruption between the two leaves it in both.
   */
  async moveAllTo(target: SqsQueue): Promise<number> {
    for (let moved = 0; ; moved++) {
      const { Messages: messages = [] } = await this.call('receive from', () =>
        this.client.send(
          new ReceiveMessageCommand({ QueueUrl: this.url, MaxNumberOfMessages: 1, WaitTimeSeconds: 1 }),
        ),
      );
      const [message] = messages;
      if (!message) return moved;
      await target.sendOne(message.Body ?? '');
      await this.call('delete from', () =>
        this.client.send(
          new DeleteMessageCommand({ QueueUrl: this.url, ReceiptHandle: message.ReceiptHandle }),
        ),
      );
    }
  }

  private async sendOne(body: string): Promise<void> {
    await this.call('send to', () =>
      this.client.send(new SendMessageCommand({ QueueUrl: this.url, MessageBody: body })),
    );
  }

  private async sendBatch(bodies: readonly string[]): Promise<number> {
    const entries = bodies.map((body, index) => ({ Id: String(index), MessageBody: body }));
    const { Failed: [refused] = [] } = await this.call('send to', () =>
      this.client.send(new SendMessageBatchCommand({ QueueUrl: this.url, Entries: entries })),
    );
    if (refused) throw new StoreError(`could not send to queue ${this.url}: ${refused.Message}`);
    return bodies.length;
  }

  private async call<Output>(what: string, call: () => Promise<Output>): Promise<Output> {
    return orStoreError(`${what} queue ${this.url}`, call);
  }
}
