import * as z from 'zod';

/** What the function finds in its environment. */
export const evaluateEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  ALERTS_TOPIC_ARN: z.string().min(1),
});
export type EvaluateEnvironment = z.infer<typeof evaluateEnvironment>;

/** Six hours of figures are read and judged in under a second; the rest of the minute is for retries of the SDK. */
export const EVALUATE_CAPACITY = { memoryMb: 1024, timeoutSeconds: 60 } as const;
