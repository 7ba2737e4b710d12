import * as z from 'zod';
import { INGEST_CAPACITY } from '../lambdas/ingest/settings.ts';

/**
 * What a deployment may do faster or stricter than usual. The defaults are for production; the test of the
 * deployed system shortens them, so that it need not wait for minutes. Operators change settings, not these.
 */
export const deploymentTuning = z.strictObject({
  ingestTimeoutSeconds: z
    .int()
    .min(1)
    .max(900)
    .default(INGEST_CAPACITY.timeoutSeconds)
    .describe('seconds that one execution of ingest has'),
  intakeVisibilityFactor: z
    .int()
    .min(1)
    .default(6)
    .describe('timeouts of ingest for which its message is hidden from other executions; SQS advises six'),
  intakeTries: z.int().min(1).default(4).describe('tries of a file before it goes to the dead-letter queue'),
  intakeConcurrency: z.int().min(2).default(10).describe('files that are ingested at once as they arrive'),
  tallyWindowSeconds: z
    .int()
    .min(0)
    .max(300)
    .default(30)
    .describe('seconds for which changes are gathered before they are added up'),
  tallyRecordAgeSeconds: z
    .int()
    .min(60)
    .max(82_800)
    .default(82_800)
    .describe(
      'age at which changes that are not added up go to the failure queue, tried or not: before the stream forgets them, after a day',
    ),
  scheduleEnabled: z.boolean().default(true).describe('whether the scheduler calls evaluate'),
});
export type DeploymentTuning = z.infer<typeof deploymentTuning>;

export const PRODUCTION: DeploymentTuning = deploymentTuning.parse({});
