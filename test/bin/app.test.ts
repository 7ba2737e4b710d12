import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const output = mkdtempSync(join(tmpdir(), 'cdk-out-'));
afterAll(() => rmSync(output, { recursive: true, force: true }));

/** Runs the app as the CDK does, with this context; what it says on stderr where it fails. */
async function synthesise(context: Record<string, unknown>, root = ROOT): Promise<string> {
  const environment = {
    PATH: process.env['PATH'],
    CDK_OUTDIR: output,
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], ...context }),
  };
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
    cwd: root,
    env: environment,
  }).then(
    () => '',
    (failure: { stderr: string }) => failure.stderr,
  );
}

/** The app with another settings file beside it, or with none. */
function withSettings(settings: Record<string, unknown> | undefined): string {
  const root = join(output, 'app');
  rmSync(root, { recursive: true, force: true });
  cpSync(join(ROOT, 'bin'), join(root, 'bin'), { recursive: true });
  for (const name of ['lambdas', 'lib', 'node_modules', 'package.json']) {
    symlinkSync(join(ROOT, name), join(root, name));
  }
  if (settings !== undefined) {
    writeFileSync(join(root, 'deferral-watch.config.json'), JSON.stringify(settings));
  }
  return root;
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

  test('says that its settings are missing, without a stack trace', async () => {
    expect(await synthesise({}, withSettings(undefined))).toBe(
      'error: the settings file deferral-watch.config.json cannot be used: there is no such file\n',
    );
  });

  test('refuses a tuning that it does not know', async () => {
    expect(await synthesise({ tuning: '{"tallyWindow": 1}' })).toMatch(
      /^error: context tuning:\n.*tallyWindow/,
    );
    expect(await synthesise({ tuning: '{' })).toMatch(/^error: context tuning is not JSON/);
  });

  test('refuses rules, limits and ISPs that would fail, or apply to nobody, once they are deployed', async () => {
    const rule = {
      category: 'reputation',
      meaning: 'x',
      source: 'y',
      examples: [{ text: '421 no', source: 'z' }],
    };
    const limit = { warning: 0.05, critical: 0.1 };
    const settings = {
      rules: [
        { ...rule, id: 'own.broken', isp: 'gmail', pattern: '(' },
        { ...rule, id: 'own.of-nobody', isp: 'gmial', pattern: 'no' },
      ],
      limits: { default: limit, other: limit, gmail: limit, hotmail: limit },
      isps: [{ id: 'everyone', name: 'Everyone', mx: ['mx.example'] }],
    };
    const said = await synthesise({}, withSettings(settings));
    expect(said).toMatch(/^error: deferral-watch\.config\.json has 4 problem\(s\):\n/);
    expect(said).toMatch(/limits\.hotmail: no ISP has the id hotmail; did you mean outlook\?\n/);
    expect(said).toMatch(/rules\.1\.isp: no ISP has the id gmial; did you mean gmail\?\n/);
    expect(said).toMatch(/isps\.0\.id: everyone has a meaning of its own/);
    expect(said).toMatch(/rules\.0 \(own\.broken\): Invalid regular expression/);
    expect(await synthesise({}, withSettings({ limits: { gmail: limit } }))).toBe('');
  });

  test('is another stack under another name, and refuses what cannot be one', async () => {
    expect(await synthesise({ stackName: 'Staging' })).toBe('');
    expect(await synthesise({ stackName: 'of two words' })).toMatch(
      /^error: context stackName is "of two words": /,
    );
  });

  test('says of a context that is no text what it must be, without a stack trace', async () => {
    expect(await synthesise({ alertEmails: ['a@example.com'] })).toBe(
      'error: context alertEmails must be a text, as -c alertEmails=... gives it\n',
    );
  });
});
