import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { AccountingFiles, FileVersion, OpenedFile } from '../core/ports.ts';

/** The name under which standard input is read. */
const STDIN = '-';

/** Fits into the cache of a processor. A plain read stream, of 64 KiB pieces, takes three times as long. */
const READ_CHUNK_BYTES = 1 << 17;

/**
 * Files of this machine as they were when first looked at: one that grows afterwards is read up to the size that it
 * had then, so that a report shows one moment. Keys are the paths as given; `-` is standard input.
 */
export function localAccountingFiles(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AccountingFiles {
  const versions = new Map<string, FileVersion | undefined>();

  async function version(key: string): Promise<FileVersion | undefined> {
    if (!versions.has(key)) versions.set(key, versionOf(key));
    return versions.get(key);
  }

  return {
    stat: version,
    async open(key): Promise<OpenedFile | undefined> {
      const found = await version(key);
      if (found === undefined) return undefined;
      return { ...found, content: key === STDIN ? stdin : contentOf(key, found.size) };
    },
    async *list() {
      for (const key of await expandPaths(paths)) {
        const found = await version(key);
        if (found !== undefined) yield { key, ...found };
      }
    },
  };
}

/**
 * The files that paths stand for, each once: a folder gives those below it in the order of their names (hidden ones
 * left out: they are temporary files of rsync and the like), everything else stands for itself, even if missing.
 */
export async function expandPaths(paths: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of (await isFolder(path)) ? await filesBelow(path, seen) : [path]) {
      const identity = file === STDIN ? STDIN : await realpath(file).catch(() => file);
      if (!found.has(identity)) found.set(identity, file);
    }
  }
  return [...found.values()];
}

/** Through links to folders too, but into each folder once: links could lead in circles. */
async function filesBelow(folder: string, seen: Set<string>): Promise<string[]> {
  const identity = await realpath(folder).catch(() => folder);
  if (seen.has(identity)) return [];
  seen.add(identity);
  const entries = await readdir(folder, { withFileTypes: true, recursive: false }).catch(() => undefined);
  // A folder that cannot be listed stands for itself, so that its reading fails and is reported like a file's.
  if (entries === undefined) return [folder];
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const files: string[] = [];
  for (const entry of visible.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    // Not `join`, which would take the `./` off a path that is to be named as given.
    const path = folder.endsWith('/') ? `${folder}${entry.name}` : `${folder}/${entry.name}`;
    if (entry.isFile()) files.push(path);
    else if (await isFolder(path)) files.push(...(await filesBelow(path, seen)));
    else if (entry.isSymbolicLink()) files.push(path);
  }
  return files;
}

async function isFolder(path: string): Promise<boolean> {
  if (path === STDIN) return false;
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

function versionOf(key: string): FileVersion | undefined {
  if (key === STDIN) return { etag: STDIN, lastModified: new Date(0), size: 0 };
  try {
    const { size, mtime, mtimeMs } = statSync(key);
    return { etag: `${size}-${mtimeMs}`, lastModified: mtime, size };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The bytes of a file, up to the size that it had; a pipe or device has no size and is read to its end. */
async function* contentOf(path: string, size: number): AsyncIterable<Uint8Array> {
  if (statSync(path).isFile()) {
    yield* piecesOf(path, size);
    return;
  }
  const pipe = await open(path);
  try {
    yield* piecesOfPipe(pipe);
  } finally {
    await pipe.close();
  }
}

/**
 * Reads on the thread that counts: the system reads ahead by itself, and waking a thread for each piece takes as long
 * as copying it. One buffer serves all pieces, so each is valid until the next is asked for.
 */
function* piecesOf(path: string, size: number): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(READ_CHUNK_BYTES, size));
    for (let left = size; left > 0;) {
      const bytes = readSync(file, buffer, 0, Math.min(buffer.length, left), null);
      if (bytes === 0) return;
      left -= bytes;
      yield buffer.subarray(0, bytes);
    }
  } finally {
    closeSync(file);
  }
}

async function* piecesOfPipe(file: FileHandle): AsyncIterable<Uint8Array> {
  const buffer = Buffer.allocUnsafe(READ_CHUNK_BYTES);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
