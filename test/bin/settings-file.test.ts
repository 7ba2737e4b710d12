import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSettings, SETTINGS_FILE } from '../../bin/settings-file.ts';

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
    expect(readSettings('other.json', folder).judging.minimumAttempts).toBe(30);
  });

  test('adds to the lists of the file, whose problems and those of what is added are named at once', () => {
    const added = { alertEmails: ['b@example.com'], operationsEmails: ['c@example.com'] };
    const path = join(folder, 'added.json');
    writeFileSync(path, '{ "alertEmails": ["a@example.com"] }');
    expect(readSettings(path, folder, added)).toMatchObject({
      alertEmails: ['a@example.com', 'b@example.com'],
      operationsEmails: ['c@example.com'],
    });
    writeFileSync(path, '{ "alertEmails": "a@example.com" }');
    expect(() => readSettings(path, folder, { ...added, operationsEmails: ['nobody'] })).toThrow(
      /alertEmails: must be a list, and is "a@example\.com"[^]*operationsEmails\.0/,
    );
    writeFileSync(path, '[]');
    expect(() => readSettings(path, folder, added)).toThrow('(whole file): must be an object, and is []');
  });

  test('names every problem at once', () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, '{ "alertEmails": ["nobody"], "retentionDays": 0, "colour": "red" }');
    expect(() => readSettings(path, folder)).toThrow(
      /wrong\.json has 3 problem\(s\):[^]*alertEmails\.0[^]*retentionDays[^]*colour/,
    );
  });

  test.each([
    [
      '{ "limits": { "gmail": { "warning": 5, "critical": 15 } } }',
      'limits.gmail.warning: must be a share such as 0.05 for 5 %, and is 5',
    ],
    ['{ "judging": { "reminderHours": "4" } }', 'judging.reminderHours: must be a number, and is "4"'],
    ['{ "retentionDays": 30.5 }', 'retentionDays: must be a whole number, and is 30.5'],
    ['{ "rules": {} }', 'rules: must be a list, and is {}'],
    ['[]', '(whole file): must be an object, and is []'],
    ['{ "retentionDays": 1 }', 'retentionDays: must be at least 2, and is 1'],
    ['{ "alertEmail": [] }', '(whole file): there is no setting alertEmail'],
    ['{ "isps": [{ "id": "acme" }] }', 'isps.0.name: is missing'],
    [
      '{ "rules": [{ "id": "own.x", "examples": [] }] }',
      'rules.0.category: must be one of rate-limit, connection-limit',
    ],
    ['{ "rules": [{ "id": "own.x", "examples": [] }] }', 'rules.0.examples: must not be empty'],
    [
      '{\n  "retentionDays": 30,\n}',
      'words.json is not JSON, line 3 (comments and commas after the last entry',
    ],
    ['{\n  // ours\n  "retentionDays": 30 }', 'words.json is not JSON, line 2'],
  ])('says what is wrong in words that help to mend it: %s', (text, problem) => {
    const path = join(folder, 'words.json');
    writeFileSync(path, text);
    expect(() => readSettings(path, folder)).toThrow(problem);
  });

  test('refuses a provider by which nothing is recognised', () => {
    const path = join(folder, 'nobody.json');
    writeFileSync(path, JSON.stringify({ isps: [{ id: 'acme', name: 'Acme', aliases: ['acme corp'] }] }));
    expect(() => readSettings(path, folder)).toThrow(
      'isps.0: acme has no mx, domains or rollups, so no mail would be recognised as its own',
    );
  });

  const rule = {
    id: 'own.busy',
    isp: 'gmail',
    pattern: 'very busy',
    category: 'unavailable',
    meaning: 'Busy.',
    source: 'our log',
    examples: [{ text: '421 very busy', source: 'our log' }],
  };

  test.each([
    [
      { rules: [{ ...rule, isp: 'googlemail' }] },
      'rules.0.isp: no ISP has the id googlemail; did you mean gmail?',
    ],
    [{ rules: [{ ...rule, isp: 'gmial' }] }, 'rules.0.isp: no ISP has the id gmial; did you mean gmail?'],
    [
      { rules: [{ ...rule, isp: 'nobody' }] },
      'rules.0.isp: no ISP has the id nobody; the report has the ids under ISP',
    ],
    [{ rules: [{ ...rule, id: 'gmail.tls' }] }, 'rules.0.id: gmail.tls is a rule of ours; choose another'],
    [{ rules: [{ ...rule, pattern: 'very (busy' }] }, 'rules.0 (own.busy): Invalid regular expression'],
    [
      { limits: { hotmail: { warning: 0.03, critical: 0.1 } } },
      'limits.hotmail: no ISP has the id hotmail; did you mean outlook?',
    ],
    [{ limits: { hotmial: { warning: 0.1, critical: 0.2 } } }, 'limits.hotmial: no ISP has the id hotmial'],
    [{ isps: [{ id: 'acme', name: 'Acme', domains: ['acme.example, other.example'] }] }, 'isps.0.domains.0'],
    [{ isps: [{ id: 'acme', name: 'Acme', mx: ['https://mx.acme.example'] }] }, 'isps.0.mx.0'],
    [{ isps: [{ id: 'acme', name: 'Acme', rollups: ['acme.rollup'] }] }, 'isps.0.rollups.0'],
  ])('refuses what would apply to no mail: %j', (settings, problem) => {
    const path = join(folder, 'ineffective.json');
    writeFileSync(path, JSON.stringify(settings));
    expect(() => readSettings(path, folder)).toThrow(/ineffective\.json has 1 problem\(s\)/);
    expect(() => readSettings(path, folder)).toThrow(problem);
  });

  test("takes an operator's own provider and a rule for it", () => {
    const path = join(folder, 'own.json');
    const acme = {
      id: 'acme',
      name: 'Acme',
      mx: ['.mx.acme.example'],
      domains: ['bücher.example'],
      rollups: ['acme-2'],
    };
    writeFileSync(path, JSON.stringify({ isps: [acme], rules: [{ ...rule, isp: 'acme' }] }));
    expect(readSettings(path, folder).rules[0]?.isp).toBe('acme');
  });

  test('says what is wrong with a file that is missing or no JSON', () => {
    expect(() => readSettings('missing.json', folder)).toThrow(
      /missing\.json cannot be used: there is no such file/,
    );
    const path = join(folder, 'half.json');
    writeFileSync(path, '{ "judging": ');
    expect(() => readSettings(path, folder)).toThrow(/half\.json is not JSON/);
  });
});
