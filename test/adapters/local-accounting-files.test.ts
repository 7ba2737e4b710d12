import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandPaths, localAccountingFiles } from '../../lambdas/adapters/local-accounting-files.ts';

/** The user without rights. */
const NOBODY = 65_534;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
  mkdirSync(join(folder, 'b', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'c.csv'), 'c');
  writeFileSync(join(folder, 'a.csv'), 'a');
  writeFileSync(join(folder, '.a.csv.Xy12'), 'half');
  writeFileSync(join(folder, 'b', 'deep', 'z.csv'), 'z');
  writeFileSync(join(folder, 'b', 'a.csv'), 'ba');
  symlinkSync(folder, join(folder, 'b', 'circle'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of content) text += Buffer.from(chunk).toString();
  return text;
}

describe('expandPaths', () => {
  test.each(['/./b', '/b/'])('names what is in a folder by the path as given: %s', async (ending) => {
    const given = `${folder}${ending}`;
    const [first] = await expandPaths([given]);
    expect(first).toBe(`${folder}${ending.replace(/\/$/, '')}/a.csv`);
  });

  test('reads folders in the order of names, without hidden files and without going in circles', async () => {
    const files = await expandPaths([folder]);
    expect(files).toEqual(['a.csv', 'b/a.csv', 'b/deep/z.csv', 'c.csv'].map((name) => join(folder, name)));
  });

  test('follows a link to a folder elsewhere', async () => {
    const links = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
    symlinkSync(join(folder, 'b', 'deep'), join(links, 'today'));
    expect(await expandPaths([links])).toEqual([join(links, 'today', 'z.csv')]);
    rmSync(links, { recursive: true });
  });

  test('names a file once, under the first name given, and keeps what is missing', async () => {
    const again = join(folder, 'b', '..', 'a.csv');
    expect(await expandPaths([join(folder, 'a.csv'), again, folder, 'missing.csv'])).toEqual([
      join(folder, 'a.csv'),
      ...['b/a.csv', 'b/deep/z.csv', 'c.csv'].map((name) => join(folder, name)),
      'missing.csv',
    ]);
  });
});

describe('a folder that may not be listed', () => {
  const locked = (): string => join(folder, 'b', 'locked');
  const isRoot = process.geteuid?.() === 0;

  beforeAll(() => {
    mkdirSync(locked(), { mode: 0 });
    chmodSync(folder, 0o755);
    // Nothing is locked for root.
    if (isRoot) process.seteuid?.(NOBODY);
  });
  afterAll(() => {
    if (isRoot) process.seteuid?.(0);
    rmSync(locked(), { recursive: true });
  });

  test('is named and fails like a file, and the others are read', async () => {
    const paths = await expandPaths([folder]);
    expect(paths).toEqual(
      ['a.csv', 'b/a.csv', 'b/deep/z.csv', 'b/locked', 'c.csv'].map((name) => join(folder, name)),
    );
    const opened = await localAccountingFiles(paths).open(locked());
    await expect(read(opened!.content)).rejects.toMatchObject({ code: 'EACCES' });
  });
});

describe('localAccountingFiles', () => {
  test('opens what is there, knows what is not, and lists in order', async () => {
    const files = localAccountingFiles([folder]);
    const opened = await files.open(join(folder, 'a.csv'));
    expect(opened === undefined ? undefined : await read(opened.content)).toBe('a');
    expect(await files.open(join(folder, 'missing.csv'))).toBeUndefined();
    const keys: string[] = [];
    for await (const { key } of files.list()) keys.push(key);
    expect(keys).toHaveLength(4);
  });

  test('reads a growing file up to the size that it had at first', async () => {
    const path = join(folder, 'c.csv');
    const files = localAccountingFiles([path]);
    const before = await files.stat(path);
    appendFileSync(path, ' and more');
    const opened = await files.open(path);
    expect(opened === undefined ? undefined : await read(opened.content)).toBe('c');
    expect((await files.stat(path))?.etag).toBe(before?.etag);
    expect((await localAccountingFiles([path]).stat(path))?.etag).not.toBe(before?.etag);
  });

  test('gives every byte of a file that is larger than a piece, once and in order', async () => {
    const path = join(folder, 'large.csv');
    const bytes = Buffer.from(
      Uint32Array.from({ length: 700_000 }, (_, index) => index * 2_654_435_761).buffer,
    );
    writeFileSync(path, bytes);
    const opened = await localAccountingFiles([path]).open(path);
    const found: Buffer[] = [];
    for await (const piece of opened?.content ?? []) found.push(Buffer.from(piece));
    expect(found.length).toBeGreaterThan(2);
    expect(Buffer.concat(found).equals(bytes)).toBe(true);
    rmSync(path);
  });

  test('reads standard input under the name -', async () => {
    async function* stdin(): AsyncIterable<Uint8Array> {
      yield Buffer.from('from ');
      yield Buffer.from('a pipe');
    }
    const opened = await localAccountingFiles(['-'], stdin()).open('-');
    expect(opened === undefined ? undefined : await read(opened.content)).toBe('from a pipe');
  });

  test('fails with the error of the system where a file may not be read', async () => {
    const files = localAccountingFiles([folder]);
    await expect(files.open(folder).then((opened) => opened && read(opened.content))).rejects.toThrow(
      /EISDIR/,
    );
  });
});
