import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchFile } from './bench-file.ts';
import { gzipFile, makeFile, splitFile } from './files/make-file.ts';

const SEED = 20_260_115;
/** The number of files among which `.parts` divides the rows of one. */
export const PARTS = 4;
const READ_BYTES = 1 << 20;
const GENERATOR = join(import.meta.dirname, 'files');

/** The file of a day as it is and, where another form is asked for, the file or files that are compared with it. */
export interface StoredFile {
  plain: string;
  others: readonly string[];
}

/**
 * The files that the bench has made in a folder. Their names end in a mark of what made them (the source of the
 * generator, seed and size), so that none is measured that today's generator would not write: such files, and
 * unfinished ones, are removed.
 */
export class FileStore {
  private readonly folder: string;
  private readonly generator: Buffer;

  constructor(folder: string, generator: Buffer = sourceOf(GENERATOR)) {
    this.folder = folder;
    this.generator = generator;
  }

  /** Gives a file, made if it is not there, and read once, so that every contender finds it in the page cache. */
  async get(file: BenchFile): Promise<StoredFile> {
    const name = `${file.day}-${file.size}`;
    const marked = `${name}.${this.mark(file)}`;
    this.removeStale(name, marked);
    const plain = await this.made([`${marked}.csv`], ([path]) => {
      makeFile(path!, file.day, file.bytes, SEED);
    });
    const others = await this.otherForm(file, marked, plain[0]!);
    for (const path of [...plain, ...others]) await readThrough(path);
    return { plain: plain[0]!, others };
  }

  private otherForm({ form }: BenchFile, marked: string, plain: string): Promise<string[]> {
    if (form === '.gz') return this.made([`${marked}.csv.gz`], ([path]) => gzipFile(plain, path!));
    if (form === '') return Promise.resolve([]);
    const names = Array.from({ length: PARTS }, (_, part) => `${marked}.${part + 1}-of-${PARTS}.csv`);
    return this.made(names, (paths) => {
      splitFile(plain, paths);
    });
  }

  /** Files have their names when all of them are complete. */
  private async made(
    names: readonly string[],
    make: (paths: string[]) => void | Promise<void>,
  ): Promise<string[]> {
    const paths = names.map((name) => join(this.folder, name));
    if (paths.every((path) => existsSync(path))) return paths;
    const unfinished = paths.map((path) => `${path}.unfinished`);
    await make(unfinished);
    for (const [index, path] of paths.entries()) renameSync(unfinished[index]!, path);
    return paths;
  }

  private mark({ bytes }: BenchFile): string {
    const parameters = JSON.stringify({ seed: SEED, bytes, parts: PARTS });
    return createHash('sha256').update(this.generator).update(parameters).digest('hex').slice(0, 12);
  }

  private removeStale(name: string, marked: string): void {
    for (const found of readdirSync(this.folder)) {
      const isStale = found.startsWith(`${name}.`) && !found.startsWith(`${marked}.`);
      if (isStale || found.endsWith('.unfinished')) rmSync(join(this.folder, found));
    }
  }
}

/** The text of all files of a folder, in the order of their names. */
function sourceOf(folder: string): Buffer {
  const names = readdirSync(folder).sort();
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
}

async function readThrough(path: string): Promise<void> {
  for await (const piece of createReadStream(path, { highWaterMark: READ_BYTES })) void piece;
}
