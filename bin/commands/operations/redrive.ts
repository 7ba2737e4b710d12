import { SQSClient } from '@aws-sdk/client-sqs';
import type { Command } from 'commander';
import { SqsQueue } from '../../../lambdas/adapters/sqs-queue.ts';
import { counted } from '../../../lambdas/core/text/plain-text.ts';
import { CommandError, EXIT } from '../../terminal.ts';
import type { Terminal } from '../../terminal.ts';
import { queueUrl } from './queue-url.ts';
import { withStores } from './stores.ts';

interface RedriveOptions {
  from: string;
  to: string;
}

const HELP_AFTER = `
Use this once the cause of the failure is gone. On AWS, "aws sqs start-message-move-task --source-arn ..." does the same
and returns each message to the queue it came from. If this command is interrupted, a message may be in both queues,
which changes no figure.

Example:
  deferral-watch redrive --from INTAKE_DEAD_LETTER_QUEUE_URL --to INTAKE_QUEUE_URL`;

/** SQS hides a message from everybody once somebody has received it. */
const HIDDEN =
  'A message received a moment ago is hidden for its visibility timeout: if you expect some, try again after it.\n';

/** `redrive`: sends the messages of a dead-letter queue to be processed again. */
export function addRedriveCommand(
  program: Command,
  terminal: Terminal,
  open: (url: string) => SqsQueue = queueAt,
): void {
  program
    .command('redrive')
    .summary('process the messages of a dead-letter queue again')
    .description(
      'Moves all messages of a dead-letter queue to another queue, so that they are processed again.',
    )
    .requiredOption('--from <url>', 'the dead-letter queue (stack output IntakeDeadLetterQueueUrl)', queueUrl)
    .requiredOption('--to <url>', 'the queue that receives them (stack output IntakeQueueUrl)', queueUrl)
    .addHelpText('after', HELP_AFTER)
    .action(async ({ from, to }: RedriveOptions) => {
      // Each message would be received again and again.
      if (from === to) throw new CommandError('--from and --to are the same queue', EXIT.wrongUsage);
      const moved = await withStores(() => open(from).moveAllTo(open(to)));
      terminal.out(`${counted(moved, 'message')} sent again.\n`);
      if (moved === 0) terminal.out(HIDDEN);
    });
}

function queueAt(url: string): SqsQueue {
  return new SqsQueue(new SQSClient(), url);
}
