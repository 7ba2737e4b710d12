import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Command } from 'commander';
import { S3AccountingFiles } from '../../../lambdas/adapters/s3-accounting-files.ts';
import { SqsQueue } from '../../../lambdas/adapters/sqs-queue.ts';
import { counted } from '../../../lambdas/core/text/plain-text.ts';
import type { Terminal } from '../../terminal.ts';
import { queueUrl } from './queue-url.ts';
import { withStores } from './stores.ts';

/** What a backfill needs of AWS. */
export interface BackfillStores {
  files: { list(prefix: string): AsyncIterable<{ key: string }> };
  queue: Pick<SqsQueue, 'send'>;
}

interface BackfillOptions {
  bucket: string;
  queue: string;
  prefix: string;
}

const HELP_AFTER = `
A file that was already counted, with the same content and by the same version of the catalogue, changes nothing. After
a change of your own rules, isps or privacy, use reconcile --repair instead. The backfill queue is read in parallel with
the intake queue, so new files do not wait.

Example:
  deferral-watch backfill --bucket LOGS_BUCKET_NAME --queue BACKFILL_QUEUE_URL --prefix mta1/`;

/** `backfill`: sends the keys of the bucket's files to the backfill queue, so that they are counted (again). */
export function addBackfillCommand(
  program: Command,
  terminal: Terminal,
  open: (bucket: string, queueUrl: string) => BackfillStores = storesOf,
): void {
  program
    .command('backfill')
    .summary('count files of the bucket (again)')
    .description('Sends the files in the bucket to the backfill queue, so that they are counted (again).')
    .requiredOption('--bucket <name>', 'the bucket of accounting files (stack output LogsBucketName)')
    .requiredOption('--queue <url>', 'the backfill queue (stack output BackfillQueueUrl)', queueUrl)
    .option('--prefix <prefix>', 'only files whose key begins like this, such as a host and a slash', '')
    .addHelpText('after', HELP_AFTER)
    .action(async ({ bucket, queue, prefix }: BackfillOptions) => {
      const sent = await withStores(() => {
        const stores = open(bucket, queue);
        return stores.queue.send(messagesAbout(stores.files.list(prefix)));
      });
      terminal.out(`${counted(sent, 'file')} will be counted.\n`);
    });
}

function storesOf(bucket: string, queueUrl: string): BackfillStores {
  return {
    files: new S3AccountingFiles(new S3Client(), bucket),
    queue: new SqsQueue(new SQSClient(), queueUrl),
  };
}

/** A message for each file, as ingest reads them. */
async function* messagesAbout(files: AsyncIterable<{ key: string }>): AsyncGenerator<string> {
  for await (const { key } of files) yield JSON.stringify({ key });
}
