import * as z from 'zod';

/** What the function finds in its environment. */
export const tallyEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
});
export type TallyEnvironment = z.infer<typeof tallyEnvironment>;

/** Adding up is mostly waiting for the table: half a CPU, and a minute for a batch that touches many hours. */
export const TALLY_CAPACITY = { memoryMb: 1024, timeoutSeconds: 60 } as const;
