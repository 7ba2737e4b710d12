import * as z from 'zod';

/** A message that names no accounting file of ours; it will never do so, however often it is tried. */
export class ForeignMessageError extends Error {
  override readonly name = 'ForeignMessageError';
}

/** S3 allows keys of 1024 bytes. */
const key = z.string().min(1).max(1024);

/** What EventBridge sends when an object has been put. Only the key is believed: the object may be another by now. */
const arrival = z
  .object({
    'detail-type': z.literal('Object Created'),
    detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key }) }),
  })
  .transform(({ detail }) => ({ bucket: detail.bucket.name, key: detail.object.key }));

/** What an operator sends to the backfill queue: `{"key": "mta1/acct-2026-11-24-0000.csv"}`. */
const request = z.strictObject({ key, bucket: z.string().optional() });

const message = z.union([arrival, request]);

/** The key of the accounting file that a message is about. Fails where it is about none, or about another bucket. */
export function keyOf(body: string, ourBucket: string): string {
  const parsed = message.safeParse(json(body));
  if (!parsed.success) {
    throw new ForeignMessageError(
      'the message is neither an "Object Created" event nor {"key": "…"}; delete it, or fix what sent it',
    );
  }
  const { bucket = ourBucket, key: found } = parsed.data;
  if (bucket === ourBucket) return found;
  throw new ForeignMessageError(
    `the message is about bucket ${bucket.slice(0, 63)}, and files are read from ${ourBucket}`,
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
