import { z } from 'zod';

/** What the function finds in its environment. */
export const ingestEnvironment = z.object({
  LOGS_BUCKET: z.string().min(1),
  TABLE_NAME: z.string().min(1),
});
export type IngestEnvironment = z.infer<typeof ingestEnvironment>;

/**
 * What one execution has for one file. All of it is derived from how fast a file is read, here and nowhere else.
 *
 * - 1769 MB is where Lambda gives one whole CPU; the reader is one thread and needs less than 150 MB.
 * - A second of that CPU reads 50 MB of accounting file at the least (a storm, gzip inflated, csv-parse;
 *   `npm run bench` prints what it is for your files), so that a minute is enough for 2 GB with a third to spare.
 * - The last two seconds of a minute belong to the writes: a file that is still being read then is given up with a
 *   sentence, rather than cut off by Lambda without one.
 */
export const INGEST_CAPACITY = {
  memoryMb: 1769,
  timeoutSeconds: 60,
  /** Milliseconds before the timeout at which reading stops. */
  reservedForWritingMs: 5000,
} as const;
