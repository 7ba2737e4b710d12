/** Builds the command line as one file that runs with Node alone: `npm run build` makes `dist/deferral-watch.mjs`. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packedPackages } from './packed-packages.ts';

const root = join(import.meta.dirname, '..');

/** Builds the command line into a file and gives its path; with a source map beside it if wanted. */
export async function buildCommandLine(outfile: string, sourcemap = false): Promise<string> {
  await build({
    entryPoints: [join(root, 'bin', 'deferral-watch.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    minifySyntax: true,
    // Node holds the whole text while it runs: every run takes 2 MB less memory.
    minifyWhitespace: true,
    sourcemap: sourcemap && 'linked',
    legalComments: 'linked',
    plugins: [packedPackages(/^@aws-sdk\/client-/)],
    // Packages in CommonJS ask for Node's modules with require, which an ES module lacks.
    banner: {
      js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  writeFileSync(outfile, inAscii(readFileSync(outfile, 'utf8')), { mode: 0o755 });
  chmodSync(outfile, 0o755);
  return outfile;
}

/**
 * Code in ASCII only: a single other character makes V8 hold all of it at two bytes a character. esbuild sees to
 * strings; what is left is regular expressions, which know the same escapes, and comments.
 */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (import.meta.filename === process.argv[1]) {
  console.log(await buildCommandLine(join(root, 'dist', 'deferral-watch.mjs')));
}
