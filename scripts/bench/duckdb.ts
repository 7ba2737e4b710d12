import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const PACKAGE = '@duckdb/node-api';
const VERSION = '1.5.6-r.1';
const MOST_MINUTES = 2;

/** Whether DuckDB is there in the version that is measured. */
export function isDuckDbInstalled(folder: string): boolean {
  try {
    const text = readFileSync(join(folder, 'node_modules', PACKAGE, 'package.json'), 'utf8');
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version === VERSION;
  } catch {
    return false;
  }
}

/** Installs DuckDB into a folder of its own, where it is not there: 70 MB that nothing but the bench needs. */
export function installDuckDb(folder: string): void {
  if (isDuckDbInstalled(folder)) return;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${PACKAGE}@${VERSION}`], {
      cwd: folder,
      stdio: 'ignore',
      timeout: MOST_MINUTES * 60_000,
    });
  } catch {
    console.log(`DuckDB could not be installed (npm install ${PACKAGE}@${VERSION} in ${folder}).`);
  }
}
