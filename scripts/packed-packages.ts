import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

const NAMESPACE = 'packed-package';
/** The best quality takes ten times as long for a twentieth less. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 9 };

/**
 * Keeps large packages compressed inside the bundle, and unpacks them when a module that imports them is first
 * evaluated. Node parses a bundle whole before it runs any of it: the AWS SDK, which only the commands for a deployed
 * stack need, would take more time and memory than everything that the others need together.
 */
export function packedPackages(names: RegExp): Plugin {
  return {
    name: 'packed-packages',
    setup(bundle) {
      bundle.onResolve({ filter: names }, ({ path, resolveDir }) => ({
        path,
        namespace: NAMESPACE,
        pluginData: resolveDir,
      }));
      bundle.onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path, pluginData }) => {
        const resolveDir = String(pluginData);
        return { contents: unpacking(await bundled(path, resolveDir)), loader: 'js', resolveDir };
      });
    },
  };
}

/** A package as one CommonJS module, and the notices that its licences ask for. */
async function bundled(name: string, resolveDir: string): Promise<{ code: string; notices: string }> {
  const outfile = join(resolveDir, 'package.js');
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir },
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'external',
    logLevel: 'warning',
  });
  const code = outputFiles.find(({ path }) => path === outfile)?.text ?? '';
  const notices = outputFiles.find(({ path }) => path !== outfile)?.text ?? '';
  return { code, notices };
}

/** The module that stands for a package in the bundle. */
function unpacking({ code, notices }: { code: string; notices: string }): string {
  const packed = brotliCompressSync(code, { params: QUALITY }).toString('base64');
  return `/*! In packages that are packed: ${notices.replaceAll(/\/\*!?|\*\//g, '').trim()} */
const { brotliDecompressSync } = require('node:zlib');
const code = brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString();
new Function('module', 'require', code)(module, require);`;
}
