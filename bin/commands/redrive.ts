import { SQSClient } from '@aws-sdk/client-sqs';
import type { Command } from 'commander';
import { SqsQueue } from '../../lambdas/adapters/sqs-queue.ts';
import { counted } from '../../lambdas/core/text/plain-text.ts';
import type { Terminal } from '../terminal.ts';
import { withStores } from './stores.ts';

interface RedriveOptions {
  from: string;
  to: string;
}

const HELP_AFTER = `
For use once the cause of the failure is gone. On AWS, "aws sqs start-message-move-task --source-arn ..." does the same
and returns each message to the queue it came from. If this command is interrupted, a message may be in both queues,
which changes no figure.

Example:
  deferral-watch redrive --from INTAKE_DEAD_LETTER_QUEUE_URL --to INTAKE_QUEUE_URL`;

/** `redrive`: sends the messages of a dead-letter queue to be processed again. */
export function addRedriveCommand(program: Command, terminal: Terminal): void {
  program
    .command('redrive')
    .summary('process the messages of a dead-letter queue again')
    .description(
      'Moves all messages of a dead-letter queue to another queue, so that they are processed again.',
    )
    .requiredOption('--from <url>', 'the dead-letter queue (stack output IntakeDeadLetterQueueUrl)')
    .requiredOption('--to <url>', 'the queue that receives them (stack output IntakeQueueUrl)')
    .addHelpText('after', HELP_AFTER)
    .action(async ({ from, to }: RedriveOptions) => {
      const client = new SQSClient();
      const moved = await withStores(() => new SqsQueue(client, from).moveAllTo(new SqsQueue(client, to)));
      terminal.out(`${counted(moved, 'message')} sent again.\n`);
    });
}
