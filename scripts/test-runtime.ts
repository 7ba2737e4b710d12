/** Runs the unit tests with the Node.js that the functions run on, installed into .runtime/: `npm run test:runtime`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The major version of lib/node-function.ts. */
const RUNTIME = '24';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.runtime');
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

mkdirSync(folder, { recursive: true });
execFileSync('npm', ['install', '--no-save', '--prefix', folder, `node-${platform}@${RUNTIME}`], {
  stdio: 'inherit',
});
const node = join(folder, 'node_modules', `node-${platform}`, 'bin', 'node');
execFileSync(node, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
