import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../recording-terminal.ts';

const HOSTILE = 'a\u009b31mb\u007fc\u202ed\u2028e\ufeff\u001b[0mf';

const folder = mkdtempSync(join(tmpdir(), 'printed-json-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = { text: '421 qwertz', source: HOSTILE };
const rule = { id: 'own.qwertz', isp: 'acme', pattern: 'qwertz', category: 'reputation', meaning: HOSTILE };
const settings = {
  isps: [{ id: 'acme', name: 'Acme', domains: ['acme.example'] }],
  rules: [{ ...rule, source: HOSTILE, examples: [example] }],
};
writeFileSync(join(folder, 'deferral-watch.config.json'), JSON.stringify(settings));

const ACCOUNTING_FILE = [
  'type,timeLogged,rcpt,dsnDiag,vmta',
  `t,2026-11-23 08:00:01+0000,u1@acme.example,smtp;421 qwertz,${HOSTILE}`,
  '',
].join('\n');

test.each([
  ['report', ['report', '--json', '-'], ACCOUNTING_FILE],
  ['explain', ['explain', '--json', '--receiver', 'acme', '421 qwertz'], ''],
  ['explain, line by line,', ['explain', '--json'], 'acme\t421 qwertz\n'],
  ['rules', ['rules', '--json', '--isp', 'acme'], ''],
])('%s --json shows a terminal escapes alone, and a program the text itself', async (_, args, stdin) => {
  const { stdout, stderr } = await run(args, { cwd: folder, stdin });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^[\n\u0020-\u007e]+$/);
  expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(HOSTILE).slice(1, -1));
});
