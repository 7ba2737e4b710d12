import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const output = mkdtempSync(join(tmpdir(), 'cdk-out-'));
afterAll(() => rmSync(output, { recursive: true, force: true }));

/** Runs the app as the CDK does, with this context; what it says on stderr where it fails. */
async function synthesise(context: Record<string, unknown>): Promise<string> {
  const environment = {
    PATH: process.env['PATH'],
    CDK_OUTDIR: output,
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], ...context }),
  };
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
    cwd: ROOT,
    env: environment,
  }).then(
    () => '',
    (failure: { stderr: string }) => failure.stderr,
  );
}

describe('the app', () => {
  test('is synthesised with the settings as they are, and with addresses in the context', async () => {
    expect(await synthesise({})).toBe('');
    expect(await synthesise({ alertEmails: 'a@example.com, b@example.com' })).toBe('');
  });

  test('names every problem of its settings at once, without a stack trace', async () => {
    const said = await synthesise({ alertEmails: 'a@example.com,nobody', operationsEmails: 'neither' });
    expect(said).toMatch(
      /^error: deferral-watch\.config\.json has 2 problem\(s\):\n {2}alertEmails\.1: .*\n {2}operationsEmails\.0: .*\n$/,
    );
  });

  test('refuses a tuning that it does not know', async () => {
    expect(await synthesise({ tuning: '{"tallyWindow": 1}' })).toMatch(
      /^error: context tuning:\n.*tallyWindow/,
    );
    expect(await synthesise({ tuning: '{' })).toMatch(/^error: context tuning is not JSON/);
  });
});
