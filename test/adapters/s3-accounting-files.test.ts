import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { S3AccountingFiles } from '../../lambdas/adapters/s3-accounting-files.ts';
import { SDK_TIMEOUTS } from '../../lambdas/adapters/sdk-timeouts.ts';
import { FileChangedError, StoreError } from '../../lambdas/core/store-error.ts';
import { all } from '../all.ts';
import { FakeBucket } from '../fakes/fake-bucket.ts';
import { startLocalServer } from '../fakes/local-server.ts';
import type { LocalServer } from '../fakes/local-server.ts';

const CONTENT = Buffer.alloc(300_000, 'row,row,row\n');
const MODIFIED = 'Tue, 24 Nov 2026 01:00:00 GMT';

/** What a test's S3 answers to each request in turn; the real client talks to it over a real connection. */
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: LocalServer;
let client: S3Client;
let files: S3AccountingFiles;
let answers: Answer[];
let requests: IncomingMessage[];

beforeEach(async () => {
  answers = [];
  requests = [];
  server = await startLocalServer((request, response) => {
    requests.push(request);
    const answer = answers.shift();
    if (answer) answer(request, response);
    else response.writeHead(500).end();
  });
  client = new S3Client(clientSettings());
  files = new S3AccountingFiles(client, 'logs');
});
afterEach(async () => {
  client.destroy();
  await server.stop();
});

function clientSettings() {
  return {
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
}

/** The object from an offset on; the connection breaks after so many bytes of it. */
function object({ from = 0, breakAfter = Infinity, etag = '"v1"' } = {}): Answer {
  return (_request, response) => {
    const rest = CONTENT.subarray(from);
    response.writeHead(from === 0 ? 200 : 206, {
      etag,
      'last-modified': MODIFIED,
      'content-length': rest.length,
    });
    if (breakAfter >= rest.length) response.end(rest);
    else if (breakAfter === 0) {
      response.flushHeaders();
      setImmediate(() => response.destroy());
    } else response.write(rest.subarray(0, breakAfter), () => setImmediate(() => response.destroy()));
  };
}

function refused(status: number): Answer {
  return (_request, response) => {
    response.writeHead(status).end();
  };
}

async function read(): Promise<Buffer> {
  const opened = await files.open('mta1/acct.csv');
  return Buffer.concat(await all(opened!.content));
}

/** Sets answers that go on from wherever the last one stopped. */
function breaksAt(...offsets: number[]): void {
  for (const [i, offset] of [0, ...offsets].entries()) {
    const from = offset;
    const until = offsets[i];
    answers.push((request, response) => {
      // How much of a broken connection arrives is up to the network: go on from what is asked for.
      const asked = Number(/bytes=(\d+)-/.exec(request.headers.range ?? 'bytes=0-')?.[1]);
      object({ from: asked, breakAfter: until === undefined ? Infinity : until - from })(request, response);
    });
  }
}

describe('an object', () => {
  test('is opened with its version and read whole', async () => {
    answers.push(object());
    const opened = await files.open('mta1/a b+ü.csv');
    expect(opened).toMatchObject({ etag: '"v1"', size: CONTENT.length, lastModified: new Date(MODIFIED) });
    expect(Buffer.concat(await all(opened!.content)).equals(CONTENT)).toBe(true);
    expect(decodeURIComponent(requests[0]!.url!)).toContain('mta1/a b+ü.csv');
  });

  test('that is not there is undefined', async () => {
    answers.push(refused(404), refused(404));
    expect(await files.open('gone')).toBeUndefined();
    expect(await files.stat('gone')).toBeUndefined();
  });

  test('of a bucket that does not exist is no deleted file', async () => {
    answers.push((_request, response) => {
      response.writeHead(404, { 'content-type': 'application/xml' });
      response.end(
        '<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>',
      );
    });
    await expect(files.open('a')).rejects.toThrow(/^could not read a in bucket logs: NoSuchBucket/);
  });

  test('whose bytes are not those of its checksum is not read, though all of them came', async () => {
    const checksum = createHash('sha256').update('what was stored').digest('base64');
    answers.push((_request, response) => {
      const head = { etag: '"v1"', 'last-modified': MODIFIED, 'content-length': CONTENT.length };
      response.writeHead(200, { ...head, 'x-amz-checksum-sha256': checksum }).end(CONTENT);
    });
    await expect(read()).rejects.toThrow(/^could not read logs\/mta1\/acct.csv: .*Checksum mismatch/);
    expect(requests).toHaveLength(1);
  });

  test('of no bytes is read with one request', async () => {
    answers.push((_request, response) => {
      response.writeHead(200, { etag: '"v1"', 'last-modified': MODIFIED, 'content-length': 0 }).end();
    });
    expect(await read()).toHaveLength(0);
    expect(requests).toHaveLength(1);
  });

  test('whose bucket refuses is an error of the domain', async () => {
    answers.push(refused(403), refused(403));
    await expect(files.open('a')).rejects.toThrow(StoreError);
    await expect(files.stat('a')).rejects.toThrow(/^could not look at a in bucket logs/);
  });
});

describe('a broken connection', () => {
  test('is resumed, and only with the same version', async () => {
    breaksAt(100_000, 200_000);
    expect((await read()).equals(CONTENT)).toBe(true);
    expect(requests).toHaveLength(3);
    for (const { headers } of requests.slice(1)) {
      expect(headers.range).toMatch(/^bytes=\d+-$/);
      expect(headers['if-match']).toBe('"v1"');
    }
  });

  test('that stalls is resumed as well, and does not use up the execution', async () => {
    const impatient = new S3Client({
      ...clientSettings(),
      requestHandler: { ...SDK_TIMEOUTS, socketTimeout: 100 },
    });
    files = new S3AccountingFiles(impatient, 'logs');
    answers.push((_request, response) => {
      response.writeHead(200, { etag: '"v1"', 'last-modified': MODIFIED, 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 100_000));
    });
    answers.push((request, response) => {
      const asked = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]);
      object({ from: asked })(request, response);
    });
    expect((await read()).equals(CONTENT)).toBe(true);
    impatient.destroy();
  });

  test('to an object that was replaced meanwhile mixes nothing', async () => {
    answers.push(object({ breakAfter: 100_000 }), refused(412));
    await expect(read()).rejects.toThrow(FileChangedError);
  });

  test('to an object that was deleted meanwhile ends the reading, too', async () => {
    answers.push(object({ breakAfter: 100_000 }), refused(404));
    await expect(read()).rejects.toThrow(FileChangedError);
  });

  test('that breaks again and again without a byte is given up', async () => {
    answers.push(...Array.from({ length: 20 }, () => object({ from: 0, breakAfter: 0 })));
    await expect(read()).rejects.toThrow(/^could not read logs\/mta1\/acct.csv: 0 of 300000 bytes came/);
    expect(requests).toHaveLength(6);
  });
});

test('a reader that stops early, or never begins, frees the connection', async () => {
  const closed: Promise<void>[] = [];
  const slow: Answer = (_request, response) => {
    response.writeHead(200, { etag: '"v1"', 'last-modified': MODIFIED, 'content-length': CONTENT.length });
    response.write(CONTENT.subarray(0, 1000));
    closed.push(new Promise((resolve) => response.on('close', resolve)));
  };
  answers.push(slow, slow);
  for await (const chunk of (await files.open('a'))!.content) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  await (await files.open('a'))!.content[Symbol.asyncIterator]().return!();
  await Promise.all(closed);
  expect(closed).toHaveLength(2);
});

test('the network waits for the reader', async () => {
  const large = 64 * 1024 * 1024;
  let sent = 0;
  answers.push((_request, response) => {
    response.writeHead(200, { etag: '"v1"', 'last-modified': MODIFIED, 'content-length': large });
    const more = (): void => {
      while (sent < large) {
        sent += 65_536;
        if (!response.write(Buffer.alloc(65_536))) break;
      }
      if (sent < large) response.once('drain', more);
      else response.end();
    };
    more();
  });
  const iterator = (await files.open('a'))!.content[Symbol.asyncIterator]();
  let read = (await iterator.next()).value!.length;
  // Turns of the event loop in which the server could send on if nothing held it back.
  for (let turn = 0; turn < 2_000; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toBeLessThan(large / 2);
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) read += next.value.length;
  expect(read).toBe(large);
});

test('every object is listed, page by page', async () => {
  const bucket = new FakeBucket();
  const keys = ['mta1/a.csv', 'mta1/b.csv', 'mta2/a.csv', 'mta2/b.csv', 'mta3/a.csv'];
  for (const key of keys) bucket.put(key, key);
  const listed = await all(
    new S3AccountingFiles(
      bucket.client(async (apply) => apply()),
      'logs',
    ).list(),
  );
  expect(listed.map(({ key, size }) => [key, size])).toEqual(keys.map((key) => [key, 10]));
});
