/** Builds the command line as one file that runs with Node alone: `npm run build` makes `dist/deferral-watch.mjs`. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

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
    sourcemap: sourcemap && 'linked',
    legalComments: 'linked',
    // Packages in CommonJS ask for Node's modules with require, which an ES module has not.
    banner: {
      js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  chmodSync(outfile, 0o755);
  return outfile;
}

if (import.meta.filename === process.argv[1]) {
  console.log(await buildCommandLine(join(root, 'dist', 'deferral-watch.mjs')));
}
