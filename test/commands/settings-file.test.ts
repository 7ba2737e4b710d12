import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSettings, SETTINGS_FILE } from '../../bin/commands/settings-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readSettings', () => {
  test('takes the defaults where there is no file', () => {
    expect(readSettings(undefined, folder).judging.minimumAttempts).toBe(10);
  });

  test('takes the file of the working directory, or the one named', () => {
    writeFileSync(join(folder, SETTINGS_FILE), '{ "judging": { "minimumAttempts": 20 } }');
    const other = join(folder, 'other.json');
    writeFileSync(other, '\uFEFF{ "judging": { "minimumAttempts": 30 } }');
    expect(readSettings(undefined, folder).judging.minimumAttempts).toBe(20);
    expect(readSettings(other, folder).judging.minimumAttempts).toBe(30);
  });

  test('names every problem at once', () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, '{ "alertEmails": ["nobody"], "retentionDays": 0, "colour": "red" }');
    expect(() => readSettings(path)).toThrow(
      /wrong\.json has 3 problem\(s\):[^]*alertEmails\.0[^]*retentionDays[^]*colour/,
    );
  });

  test('refuses what would apply to no mail, as a deployment does', () => {
    const path = join(folder, 'nobody.json');
    writeFileSync(path, '{ "limits": { "hotmail": { "warning": 0.03, "critical": 0.1 } } }');
    expect(() => readSettings(path)).toThrow(
      /nobody\.json has 1 problem\(s\):\s+limits\.hotmail: no ISP has the id hotmail; did you mean outlook\?/,
    );
  });

  test('says what is wrong with a file that is missing or no JSON', () => {
    expect(() => readSettings(join(folder, 'missing.json'))).toThrow(
      /missing\.json cannot be used: there is no such file/,
    );
    const path = join(folder, 'half.json');
    writeFileSync(path, '{ "judging": ');
    expect(() => readSettings(path)).toThrow(/half\.json is not JSON/);
  });
});
