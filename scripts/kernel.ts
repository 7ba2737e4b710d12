/** Compiles the kernel to WebAssembly and writes it as a module: `npm run kernel`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const FOLDER = join(root, 'lambdas', 'core', 'accounting', 'kernel');
const SOURCE = join(FOLDER, 'assembly', 'exports.ts');
/** Run as a command, for its types would change those of JavaScript's own arrays here. */
const COMPILER = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
/** The fastest code, no runtime, the memory from outside; warning 112 is about exports, of which none takes a vector. */
const OPTIONS =
  '-O3 --runtime stub --noAssert --enable simd --importMemory --initialMemory 1 --disableWarning 112'.split(
    ' ',
  );

export const COMPILED_FILE = join(FOLDER, 'binary.ts');

/** The module that carries the compiled kernel, in the project's format. */
export async function kernelModule(): Promise<string> {
  const compiled = compile().toString('base64');
  const text = `
    /** assembly/exports.ts, compiled by \`npm run kernel\`; a test holds it current. */
    export const KERNEL = Buffer.from('${compiled}', 'base64');`;
  return format(text, { ...(await resolveConfig(COMPILED_FILE)), filepath: COMPILED_FILE });
}

function compile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  const target = join(folder, 'kernel.wasm');
  try {
    execFileSync(process.execPath, [COMPILER, SOURCE, '--outFile', target, ...OPTIONS]);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.filename === process.argv[1]) writeFileSync(COMPILED_FILE, await kernelModule());
