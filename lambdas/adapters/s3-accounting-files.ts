import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { AccountingFiles, FileVersion, OpenedFile } from '../core/ports.ts';
import { FileChangedError, StoreError } from '../core/store-error.ts';
import { orStoreError } from './or-store-error.ts';

/** Connections in a row that may break without a byte before a file is given up. */
const MAX_BREAKS = 5;

const version = z
  .object({ ETag: z.string().min(1), LastModified: z.date(), size: z.number().int().nonnegative() })
  .transform(({ ETag, LastModified, size }): FileVersion => ({
    etag: ETag,
    lastModified: LastModified,
    size,
  }));

/** What the SDK gives as a body on Node.js: read one chunk at a time, so that the network waits for the reader. */
type Body = AsyncIterable<Uint8Array> & { destroy?: () => void };

/** The accounting files in a bucket. */
export class S3AccountingFiles implements AccountingFiles {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.client = client;
    this.bucket = bucket;
  }

  async open(key: string): Promise<OpenedFile | undefined> {
    const found = await this.unlessMissing(`read ${key}`, () =>
      this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key })),
    );
    if (!found) return undefined;
    const opened = version.parse({ ...found, size: found.ContentLength });
    return { ...opened, content: this.content(key, opened, bodyOf(found)) };
  }

  async stat(key: string): Promise<FileVersion | undefined> {
    const found = await this.unlessMissing(`look at ${key}`, () =>
      this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key })),
    );
    return found && version.parse({ ...found, size: found.ContentLength });
  }

  /** The objects whose key begins with the prefix, all pages. */
  async *list(prefix = ''): AsyncGenerator<FileVersion & { key: string }> {
    let token: string | undefined;
    do {
      const page = await this.call('list the objects', () =>
        this.client.send(
          new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, ContinuationToken: token }),
        ),
      );
      for (const { Key, Size, ...object } of page.Contents ?? []) {
        yield { key: z.string().parse(Key), ...version.parse({ ...object, size: Size }) };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  /** An object's bytes. Unlike a generator's, its `return` frees the connection even before the first byte. */
  private content(key: string, opened: FileVersion, body: Body): AsyncIterable<Uint8Array> {
    const chunks = this.chunks(key, opened, body);
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => chunks.next(),
        return: async () => {
          body.destroy?.();
          return chunks.return(undefined);
        },
      }),
    };
  }

  /** If a connection breaks, the rest is asked for; S3 refuses if it is of another version by now. */
  private async *chunks(
    key: string,
    { etag, size }: FileVersion,
    first: Body,
  ): AsyncGenerator<Uint8Array, undefined> {
    let body = first;
    let read = 0;
    for (let breaks = 0; ;) {
      let cause: unknown;
      try {
        for await (const chunk of body) {
          read += chunk.length;
          breaks = 0;
          yield chunk;
        }
      } catch (failure) {
        cause = failure;
      } finally {
        body.destroy?.();
      }
      if (read === size && cause === undefined) return;
      breaks++;
      // All bytes came, and yet it failed: by their checksum, they are not those that were stored.
      if (read >= size || breaks > MAX_BREAKS) {
        const why = cause instanceof Error ? ` (${cause.message})` : '';
        throw new StoreError(`could not read ${this.bucket}/${key}: ${read} of ${size} bytes came${why}`, {
          cause,
        });
      }
      body = await this.rest(key, etag, read);
    }
  }

  private async rest(key: string, etag: string, offset: number): Promise<Body> {
    const rest = await this.unlessMissing(`go on reading ${key}`, () =>
      this.client.send(
        new GetObjectCommand({ Bucket: this.bucket, Key: key, IfMatch: etag, Range: `bytes=${offset}-` }),
      ),
    );
    if (!rest) throw new FileChangedError(`${key} was deleted or replaced while it was read`);
    return bodyOf(rest);
  }

  private async unlessMissing<Output>(
    what: string,
    send: () => Promise<Output>,
  ): Promise<Output | undefined> {
    try {
      return await this.call(what, send);
    } catch (failure) {
      if (failure instanceof StoreError && isMissing(failure.cause)) return undefined;
      throw failure;
    }
  }

  private async call<Output>(what: string, send: () => Promise<Output>): Promise<Output> {
    return orStoreError(`${what} in bucket ${this.bucket}`, send);
  }
}

function bodyOf({ Body: body }: GetObjectCommandOutput): Body {
  if (!body || !(Symbol.asyncIterator in body)) throw new TypeError('an object came without a body to read');
  return body;
}

/**
 * Whether there is no such object, or not in the version that was asked for. If the bucket is missing, its files must
 * not be taken for deleted.
 */
function isMissing(failure: unknown): boolean {
  const status = statusOf(failure);
  return status === 412 || (status === 404 && !(failure instanceof Error && failure.name === 'NoSuchBucket'));
}

const failed = z.object({ $metadata: z.object({ httpStatusCode: z.number() }) });

function statusOf(failure: unknown): number | undefined {
  const parsed = failed.safeParse(failure);
  return parsed.success ? parsed.data.$metadata.httpStatusCode : undefined;
}
