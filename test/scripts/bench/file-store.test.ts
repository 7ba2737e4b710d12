import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BenchFile } from '../../../scripts/bench/bench-file.ts';
import { FileStore } from '../../../scripts/bench/file-store.ts';

const QUIET: BenchFile = { name: 'quiet-10mb', day: 'quiet', size: '10mb', bytes: 100_000, form: '' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the files of the bench', () => {
  test('are made once and are the same each time', async () => {
    const { plain } = await new FileStore(folder).get(QUIET);
    const made = readFileSync(plain);
    writeFileSync(plain, 'left as it is');
    expect((await new FileStore(folder).get(QUIET)).plain).toBe(plain);
    expect(readFileSync(plain, 'utf8')).toBe('left as it is');
    rmSync(plain);
    await new FileStore(folder).get(QUIET);
    expect(readFileSync(plain).equals(made)).toBe(true);
  });

  test.each([
    ['the generator', QUIET, Buffer.from('another')],
    ['the size', { ...QUIET, bytes: 200_000 }, undefined],
  ])('are made anew where %s changed, and the old ones are removed', async (_, file, generator) => {
    const { plain: old } = await new FileStore(folder).get({ ...QUIET, form: '.gz' });
    const { plain } = await new FileStore(folder, generator).get(file);
    expect(plain).not.toBe(old);
    expect(readdirSync(folder)).toEqual([plain.slice(folder.length + 1)]);
  });

  test('of an older bench and unfinished ones are removed, and no others', async () => {
    for (const name of ['quiet-10mb.csv', 'storm-10mb.csv', 'x.csv.unfinished', 'package.json']) {
      writeFileSync(join(folder, name), '');
    }
    const { plain } = await new FileStore(folder).get(QUIET);
    expect(readdirSync(folder).sort()).toEqual(
      ['package.json', plain.slice(folder.length + 1), 'storm-10mb.csv'].sort(),
    );
  });

  test('of gzip are the same bytes, compressed', async () => {
    const { plain, others } = await new FileStore(folder).get({ ...QUIET, form: '.gz' });
    expect(others).toHaveLength(1);
    expect(gunzipSync(readFileSync(others[0]!)).equals(readFileSync(plain))).toBe(true);
  });

  test('in parts are the very rows of the one file, in their order, with the header before each', async () => {
    const { plain, others } = await new FileStore(folder).get({ ...QUIET, form: '.parts' });
    const [header, ...rows] = readFileSync(plain, 'utf8').split('\r\n');
    const parts = others.map((path) => readFileSync(path, 'utf8').split('\r\n'));
    expect(parts.map(([first]) => first)).toEqual(Array.from({ length: 4 }, () => header));
    expect(parts.flatMap((lines) => lines.slice(1, -1))).toEqual(rows.slice(0, -1));
    for (const { length } of parts) expect(length).toBeGreaterThan(rows.length / 5);
  });
});
