import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTING_VERSION } from '../../lambdas/core/accounting/counting-version.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { buildCommandLine } from '../../scripts/build.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const GOOD = join(ROOT, 'test', 'fixtures', 'accounting', 'own-mixed-types-unix-times.csv');

let folder: string;
let built: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
  built = await buildCommandLine(join(folder, 'deferral-watch.mjs'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the one-file build in a folder of its own, where no package and no settings file is near. */
function node(
  args: readonly string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [built, ...args], { cwd: folder, input, encoding: 'utf8' });
}

describe('the one-file build, as a process', () => {
  test('reads files and standard input without any package beside it', () => {
    const { status, stdout, stderr } = node(['--json', GOOD]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ rows: 4, counted: 4 }] });
    expect(node(['--json', '-'], 'type,timeLogged\n').status).toBe(0);
  });

  test('says its version, and by which version of the catalogue it counts', () => {
    expect(node(['--version'])).toEqual(
      expect.objectContaining({
        status: 0,
        stdout: `${packageJson.version} (counting version ${COUNTING_VERSION})\n`,
      }),
    );
  });

  test('says which Node it needs where this one is older, in one line', () => {
    const older = `Object.defineProperty(process.versions, 'node', { value: '18.19.1' });`;
    const preload = join(folder, 'older-node.cjs');
    writeFileSync(preload, older);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, built, GOOD], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('error: deferral-watch needs Node 20.19 or later; this is Node 18.19.1\n');
  });

  test('exits with 1 where a file cannot be read, in one line and without a stack trace', () => {
    const { status, stdout, stderr } = node(['--json', 'missing.csv', GOOD]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: missing\.csv [^\n]+\n$/);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ rows: 0 }, { rows: 4 }] });
  });

  test('exits with 2 for wrong usage, also where there is nothing to read', () => {
    expect(node(['--nonsense'])).toMatchObject({ status: 2, stdout: '' });
    const nothing = node([]);
    expect(nothing.status).toBe(2);
    expect(nothing.stderr).toContain('name the accounting files to read');
  });

  test.runIf(existsSync('/dev/full'))('exits with 1 where its output cannot be written, in one line', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [built, '--json', GOOD], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: the output could not be written: ENOSPC[^\n]+\n$/);
  });

  test('is as wide as COLUMNS says where its output is no terminal', () => {
    const widest = (columns: string): number => {
      const { stdout } = spawnSync(
        process.execPath,
        [built, 'explain', '421 4.7.28 an unusual rate of email'],
        {
          cwd: folder,
          encoding: 'utf8',
          // Colours are no columns, and whoever runs the tests may ask for them.
          env: { ...process.env, NO_COLOR: '1', COLUMNS: columns },
        },
      );
      return Math.max(...stdout.split('\n').map((line) => line.length));
    };
    expect(widest('80')).toBeLessThanOrEqual(80);
    expect(widest('wide')).toBeGreaterThan(80);
  });

  test('explains replies', () => {
    const { status, stdout } = node(['explain', '--json'], 'gmail\t421 4.7.28 an unusual rate of email\n\n');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  test('unpacks the AWS SDK for the commands that need it', () => {
    for (const command of ['reconcile', 'retally', 'backfill', 'redrive', 'rejudge']) {
      const { status, stdout } = node([command, '--help']);
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: deferral-watch ${command} [options]`);
    }
  });

  test('holds ASCII alone, so that V8 keeps a byte for each character', () => {
    expect(readFileSync(built).every((byte) => byte < 0x80)).toBe(true);
  });
});
