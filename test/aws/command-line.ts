import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ReportDocument } from '../../bin/commands/report/document.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

/** What `report --json` says of these files, by key. */
export async function report(files: ReadonlyMap<string, string | Uint8Array>): Promise<ReportDocument> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    for (const [key, content] of files) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), content);
    }
    return JSON.parse(await commandLine(['report', '--json', folder])) as ReportDocument;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the command line prints. */
export async function commandLine(parameters: readonly string[]): Promise<string> {
  const { stdout } = await execute(
    process.execPath,
    ['--import', 'tsx', 'bin/deferral-watch.ts', ...parameters],
    { cwd: ROOT, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout;
}
