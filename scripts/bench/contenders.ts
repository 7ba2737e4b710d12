import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DUCKDB_INSTALLATION, isDuckDbInstalled } from './duckdb.ts';
import { resultOfLines, resultOfReport } from './result.ts';
import type { Result } from './result.ts';

const SCRIPTS = join(import.meta.dirname, 'contenders');

/** A program that does the job on files, in a process of its own. */
export interface Contender {
  name: string;
  command: (...files: string[]) => string[];
  /** What it found, told from what it writes; absent where it finds nothing (gunzip). */
  resultOf?: (stdout: string) => Result;
  /** It takes so long that one round must do. */
  isSlow?: boolean;
  /** How to install it; absent if it is installed. */
  missing?: string;
}

/** This project's command line as a user would run it. */
export function ownContender(bundle: string): Contender {
  return {
    name: 'deferral-watch',
    command: (...files) => [process.execPath, bundle, 'report', '--json', ...files],
    resultOf: resultOfReport,
  };
}

/** The other ways to do the job on one plain file. `duckDbFolder` is where DuckDB would be installed. */
export function otherContenders(duckDbFolder: string): Contender[] {
  return [
    {
      name: 'gawk',
      command: (...files) => ['gawk', '-F,', '-f', join(SCRIPTS, '421-analysis.awk'), ...files],
      resultOf: resultOfLines,
      ...(isOnPath('gawk') ? {} : { missing: 'apt-get install gawk' }),
    },
    {
      name: 'csv-parse',
      command: (...files) => [process.execPath, join(SCRIPTS, 'csv-parse.mjs'), ...files],
      resultOf: resultOfLines,
      isSlow: true,
    },
    {
      name: 'DuckDB, 1 thread',
      command: (...files) => [process.execPath, join(SCRIPTS, 'duckdb.mjs'), duckDbFolder, ...files],
      resultOf: resultOfLines,
      ...(isDuckDbInstalled(duckDbFolder) ? {} : { missing: `${DUCKDB_INSTALLATION} in .bench` }),
    },
  ];
}

/** Node's gunzip alone, for gzip files. It checks the length and the CRC of what it inflates by itself. */
export const GUNZIP: Contender = {
  name: 'gunzip alone',
  command: (...files) => [process.execPath, join(SCRIPTS, 'gunzip.mjs'), ...files],
};

function isOnPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}
