import * as z from 'zod';

/** What the function finds in its environment. */
export const ingestEnvironment = z.object({
  LOGS_BUCKET: z.string().min(1),
  TABLE_NAME: z.string().min(1),
});
export type IngestEnvironment = z.infer<typeof ingestEnvironment>;

/** An execution's time, from its start until Lambda ends it. */
const TIMEOUT_SECONDS = 60;
/** The part of it that may go into reading; the rest is for claim, contributions and finishing. */
const READING_SHARE = 5 / 6;
/**
 * Bytes of a file that are read from S3 and counted in a second, at the least. An assumption, far below what docs/bench.md
 * measures from a local disk (200 million or more): Lambda's processor is slower, and the file comes over one connection.
 */
const BYTES_PER_SECOND = 20e6;

/**
 * What one execution has for one file; function, queue and the largest file follow from it.
 *
 * 1769 MB is where Lambda gives one whole CPU, and the reader is one thread. A minute is long for a file of five
 * minutes' mail, and short enough that a killed function is tried again while the hour is still of interest.
 */
export const INGEST_CAPACITY = {
  memoryMb: 1769,
  timeoutSeconds: TIMEOUT_SECONDS,
  readingShare: READING_SHARE,
  /**
   * The largest file (bytes, as stored): 1 GB. PowerMTA's `max-size` keeps files below it. What a compressed file
   * inflates to is not known before it is read; there the deadline of reading decides.
   */
  maxBytes: TIMEOUT_SECONDS * READING_SHARE * BYTES_PER_SECOND,
} as const;
