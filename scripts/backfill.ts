import { fileURLToPath } from 'node:url';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

/** How many messages SQS takes at once. */
const BATCH = 10;

/**
 * Has every object under a prefix counted (again) by way of the backfill queue:
 * `npx tsx scripts/backfill.ts LOGS_BUCKET_NAME BACKFILL_QUEUE_URL [PREFIX]`. What is counted already, with the same
 * content and by the same rules, changes nothing. Answers how many keys were sent.
 */
export async function backfill(
  clients: { s3: S3Client; sqs: SQSClient },
  { bucket, queueUrl, prefix }: { bucket: string; queueUrl: string; prefix: string },
): Promise<number> {
  let sent = 0;
  const pages = paginateListObjectsV2({ client: clients.s3 }, { Bucket: bucket, Prefix: prefix });
  for await (const { Contents: objects = [] } of pages) {
    for (let start = 0; start < objects.length; start += BATCH) {
      const entries = objects
        .slice(start, start + BATCH)
        .map(({ Key: key }, index) => ({ Id: String(index), MessageBody: JSON.stringify({ key }) }));
      const { Failed: failed = [] } = await clients.sqs.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
      );
      if (failed.length > 0) throw new Error(`SQS refused ${failed.length} messages: ${failed[0]?.Message}`);
      sent += entries.length;
    }
  }
  return sent;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [bucket, queueUrl, prefix = ''] = process.argv.slice(2);
  if (bucket === undefined || queueUrl === undefined) {
    console.error('usage: npx tsx scripts/backfill.ts LOGS_BUCKET_NAME BACKFILL_QUEUE_URL [PREFIX]');
    process.exit(2);
  }
  const clients = { s3: new S3Client(), sqs: new SQSClient() };
  console.log(`${await backfill(clients, { bucket, queueUrl, prefix })} file(s) will be counted`);
}
