import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const PACKAGE = '@duckdb/node-api';
const VERSION = '1.5.6-r.1';
/** How a user would install it, in the folder that the bench works in. */
export const DUCKDB_INSTALLATION = `npm install ${PACKAGE}@${VERSION}`;
const MAX_MINUTES = 2;

/** Whether DuckDB is there in the version that is measured. */
export function isDuckDbInstalled(folder: string): boolean {
  try {
    const text = readFileSync(join(folder, 'node_modules', PACKAGE, 'package.json'), 'utf8');
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version === VERSION;
  } catch {
    return false;
  }
}

/**
 * Installs DuckDB into a folder of its own, where it is not there: 70 MB that nothing but the bench needs. Says why where
 * that fails, and the bench goes on without it.
 */
export function installDuckDb(folder: string): void {
  if (isDuckDbInstalled(folder)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const parameters = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    `${PACKAGE}@${VERSION}`,
  ];
  const { status, error, stderr } = spawnSync('npm', parameters, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: MAX_MINUTES * 60_000,
  });
  if (status !== 0) console.log(`DuckDB could not be installed: ${error?.message ?? stderr.split('\n')[0]}`);
}
