/** Compiles the row kernel to WebAssembly and writes it as a module: `npm run row-kernel`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const FOLDER = join(root, 'lambdas', 'core', 'accounting');
const SOURCE = join(FOLDER, 'row-kernel', 'row-kernel.ts');
/** Run as a command, for its types would change those of JavaScript's own arrays here. */
const COMPILER = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
/** The quickest code, nothing of a runtime, and the memory from outside. */
const OPTIONS = '-O3 --runtime stub --noAssert --enable simd --importMemory --initialMemory 1'.split(' ');

export const COMPILED_FILE = join(FOLDER, 'row-kernel-binary.ts');

/** The module that carries the compiled kernel, in the project's format. */
export async function rowKernelModule(): Promise<string> {
  const compiled = compile().toString('base64');
  const text = `
    /** row-kernel/row-kernel.ts, compiled by \`npm run row-kernel\`; a test holds it current. */
    export const ROW_KERNEL = Buffer.from('${compiled}', 'base64');`;
  return format(text, { ...(await resolveConfig(COMPILED_FILE)), filepath: COMPILED_FILE });
}

function compile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'row-kernel-'));
  const target = join(folder, 'row-kernel.wasm');
  try {
    execFileSync(process.execPath, [COMPILER, SOURCE, '--outFile', target, ...OPTIONS]);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.filename === process.argv[1]) writeFileSync(COMPILED_FILE, await rowKernelModule());
