import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';

export interface LocalQueues {
  /** A client of the real SDK. */
  client: SQSClient;
  /** Creates an empty queue and gives its URL. */
  create(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Queues of SQS in this process, over real connections. */
export async function startLocalQueues(): Promise<LocalQueues> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const client = new SQSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    client,
    async create(name) {
      const { QueueUrl: url } = await client.send(new CreateQueueCommand({ QueueName: name }));
      if (url === undefined) throw new Error(`no queue ${name} was created`);
      return url;
    },
    stop: () => server.stop(),
  };
}
