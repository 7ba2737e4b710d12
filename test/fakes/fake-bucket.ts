import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { GetObjectCommandInput, S3Client } from '@aws-sdk/client-s3';

interface StoredObject {
  ETag: string;
  LastModified: Date;
  bytes: Buffer;
}

/** How requests reach the bucket: at once, or when a scheduler lets them. */
export type Requests = <Output>(apply: () => Output) => Promise<Output>;

const PAGE = 2;

/** A bucket that behaves like S3: an object is replaced whole; a read that has begun goes on with what it was. */
export class FakeBucket {
  private readonly objects = new Map<string, StoredObject>();
  private readonly chunkBytes: number;
  private seconds = 0;

  constructor(chunkBytes = 40) {
    this.chunkBytes = chunkBytes;
  }

  /** Puts an object; its ETag is, as in S3, a hash of its content, so that the same content has the same again. */
  put(key: string, content: string | Buffer, lastModified?: Date): string {
    const bytes = Buffer.from(content);
    const ETag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    const LastModified = lastModified ?? new Date(Date.UTC(2026, 10, 24, 4, 0, this.seconds++));
    this.objects.set(key, { ETag, LastModified, bytes });
    return ETag;
  }

  delete(key: string): void {
    this.objects.delete(key);
  }

  has(key: string): boolean {
    return this.objects.has(key);
  }

  client(requests: Requests): S3Client {
    return {
      send: (command: unknown) => requests(() => this.handle(command, requests)),
    } as unknown as S3Client;
  }

  private handle(command: unknown, requests: Requests): unknown {
    if (command instanceof GetObjectCommand) return this.get(command.input, requests);
    if (command instanceof HeadObjectCommand) {
      const { bytes, ...head } = this.object(command.input.Key);
      return { ...head, ContentLength: bytes.length };
    }
    if (command instanceof ListObjectsV2Command) return this.list(command.input.ContinuationToken);
    throw new TypeError(`the fake bucket knows no ${String(command?.constructor.name)}`);
  }

  private get(
    { Key: key, IfMatch: match, Range: range }: GetObjectCommandInput,
    requests: Requests,
  ): unknown {
    const { bytes, ...head } = this.object(key);
    if (match !== undefined && match !== head.ETag) throw errorOf('PreconditionFailed', 412);
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? 'bytes=0-')?.[1]);
    const rest = bytes.subarray(from);
    return { ...head, ContentLength: rest.length, Body: this.body(rest, requests) };
  }

  private async *body(bytes: Buffer, requests: Requests): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += this.chunkBytes) {
      yield await requests(() => bytes.subarray(at, at + this.chunkBytes));
    }
  }

  private list(after = ''): unknown {
    const keys = [...this.objects.keys()].filter((key) => key > after).sort();
    const page = keys.slice(0, PAGE);
    return {
      Contents: page.map((key) => {
        const { bytes, ...head } = this.object(key);
        return { Key: key, ...head, Size: bytes.length };
      }),
      NextContinuationToken: keys.length > page.length ? page.at(-1) : undefined,
    };
  }

  private object(key = ''): StoredObject {
    const object = this.objects.get(key);
    if (!object) throw errorOf('NoSuchKey', 404);
    return object;
  }
}

function errorOf(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
}
