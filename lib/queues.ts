import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What all queues of this system have: messages are encrypted and kept for as long as SQS can. */
const EVERY_QUEUE = {
  encryption: sqs.QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
  removalPolicy: RemovalPolicy.DESTROY,
} satisfies sqs.QueueProps;

export interface WorkQueueProps {
  /** Where a message goes after so many tries. */
  deadLetters: FailureQueue;
  tries: number;
  /** For how long a message that is worked on is hidden from other executions. */
  visibility: Duration;
}

/** Work that waits for a function. */
export class WorkQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, { deadLetters, tries, visibility }: WorkQueueProps) {
    super(scope, id, {
      ...EVERY_QUEUE,
      visibilityTimeout: visibility,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
    });
  }
}

/** Work that has failed for good, until an operator looks at it. */
export class FailureQueue extends sqs.Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, EVERY_QUEUE);
    Validations.of(this).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'This is itself where failures go: nothing reads it but an operator.',
    });
  }
}
