/** Compiles the scan of a record to WebAssembly and writes it as a module: `npm run scan-record`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const FOLDER = join(root, 'lambdas', 'core', 'accounting');
const SOURCE = join(FOLDER, 'scan-record', 'scan-record.ts');
/** Run as a command, for its types would change those of JavaScript's own arrays here. */
const COMPILER = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
/** The quickest code, nothing of a runtime, and the memory from outside. */
const OPTIONS = '-O3 --runtime stub --noAssert --enable simd --importMemory --initialMemory 1'.split(' ');

export const COMPILED_FILE = join(FOLDER, 'scan-record.ts');

/** The module that carries the compiled scan, in the project's format. */
export async function scanRecordModule(): Promise<string> {
  const compiled = compile().toString('base64');
  const text = `
    /** scan-record/scan-record.ts, compiled by \`npm run scan-record\`; a test holds it current. */
    export const SCAN_RECORD = Buffer.from('${compiled}', 'base64');`;
  return format(text, { ...(await resolveConfig(COMPILED_FILE)), filepath: COMPILED_FILE });
}

function compile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'scan-record-'));
  const target = join(folder, 'scan-record.wasm');
  try {
    execFileSync(process.execPath, [COMPILER, SOURCE, '--outFile', target, ...OPTIONS]);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.filename === process.argv[1]) writeFileSync(COMPILED_FILE, await scanRecordModule());
