import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { CATEGORIES, SCOPES, STANCES } from '../../../lambdas/core/replies/category.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';
import { run } from '../recording-terminal.ts';

const UNUSUAL_RATE =
  '421 4.7.28 Gmail has detected an unusual rate of unsolicited email originating from your IP address';

const texts = z.array(z.string());
const explanation = z.strictObject({
  isp: z.string().min(1),
  code: z.number().int().nullable(),
  enhancedCode: z.string().nullable(),
  rule: z.string().min(1),
  category: z.enum(CATEGORIES),
  stance: z.enum(STANCES),
  scope: z.enum(SCOPES).nullable(),
  meaning: z.string().min(1),
  do: texts.min(1),
  avoid: texts.min(1),
  persistent: texts.min(1),
  commands: texts,
  source: z.string().min(1),
});

async function answers(stdin: string, ...args: string[]) {
  const { exitCode, stdout, stderr } = await run(['explain', '--json', ...args], { stdin });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout === ''
    ? []
    : stdout
        .trimEnd()
        .split('\n')
        .map((line) => explanation.parse(JSON.parse(line)));
}

describe('explain for a person', () => {
  test('says what the reply means, what to do, what to avoid, and which commands', async () => {
    const { exitCode, stdout } = await run(['explain', UNUSUAL_RATE, '--receiver', 'gmail.com']);
    expect(exitCode).toBe(0);
    const headings = ['What it means', 'Do', 'Avoid', 'If it lasts longer', 'Commands', 'Source'];
    const places = headings.map((heading) => stdout.indexOf(`\n${heading}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(stdout).toContain('gmail 421 4.7.28: reputation');
    expect(stdout).toContain('intervention');
    expect(stdout).toContain('10 minutes');
    expect(stdout).toContain('pmta set queue --mode=backoff DOMAIN/VMTA');
  });

  test('takes a reply without quotes around it', async () => {
    const quoted = await run(['explain', UNUSUAL_RATE]);
    expect(await run(['explain', ...UNUSUAL_RATE.split(' ')])).toEqual(quoted);
  });

  test.each([
    ['550 5.7.1 Too many messages from your IP, rate limit exceeded', true],
    ['450 4.7.1 Too many messages from your IP, rate limit exceeded', false],
    ['550 5.1.1 User unknown', false],
    ['550 5.7.1 Message rejected as spam', false],
  ])('says of a message that is gone that waiting does not bring it: %s', async (text, isLost) => {
    const { stdout } = await run(['explain', text]);
    expect(stdout.includes('1. PowerMTA does not try a 5xx again')).toBe(isLost);
  });

  test('keeps to the width of the terminal', async () => {
    const { stdout } = await run(['explain', UNUSUAL_RATE, '--receiver', 'gmail']);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('says the same with and without colours', async () => {
    const plain = await run(['explain', UNUSUAL_RATE]);
    const coloured = await run(['explain', UNUSUAL_RATE], { colours: true });
    expect(coloured.stdout).not.toBe(plain.stdout);
    // oxlint-disable-next-line no-control-regex -- the colours themselves
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });

  test('prints no control byte of a hostile reply or receiver', async () => {
    const { stdout, exitCode } = await run([
      'explain',
      '421 \u001b[2J\u0007\u009b31m x',
      '-r',
      '\u001b]0;x\u0007',
    ]);
    expect(exitCode).toBe(0);
    // oxlint-disable-next-line no-control-regex -- control characters are what it is about
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('says that no provider has the name that was given', async () => {
    const { exitCode, stderr } = await run(['explain', '--receiver', 'gmial', '421 4.7.0 go away']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('No provider is known as gmial: explained as for any other receiver.\n');
    for (const known of ['google', 'other', 'somebody.example']) {
      expect((await run(['explain', '--receiver', known, '421 4.7.0 go away'])).stderr).toBe('');
    }
  });

  test.each(['explain', 'rules', 'powermta-config'])(
    '%s shows in its help how it is called',
    async (command) => {
      const { stdout } = await run([command, '--help']);
      expect(stdout).toContain(`Examples:\n  deferral-watch ${command} `);
    },
  );

  test('keeps each fact whole in a narrow terminal', async () => {
    const { stdout } = await run(['explain', ...UNUSUAL_RATE.split(' ')], { columns: 60 });
    expect(stdout).toMatch(/^intervention: a person must act\nblames [^|]+\nrule gmail\.unusual-rate/m);
  });

  test('wants a reply', async () => {
    const { exitCode, stdout, stderr } = await run(['explain']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]*reply[^\n]*\n$/);
  });

  test('prints one JSON document where it is asked for', async () => {
    const { stdout } = await run(['explain', '--json', UNUSUAL_RATE, '--receiver', 'gmail']);
    expect(explanation.parse(JSON.parse(stdout))).toMatchObject({
      isp: 'gmail',
      code: 421,
      enhancedCode: '4.7.28',
    });
  });
});

describe('explain --json, line by line', () => {
  test('answers every line once and in order', async () => {
    const found = await answers(`gmail\t${UNUSUAL_RATE}\n\nno tab here\nyahoo\t\ngmail\t450 4.2.1 x\n`);
    expect(found.map(({ code }) => code)).toEqual([421, null, null, null, 450]);
    expect(found.map(({ isp }) => isp)).toEqual(['gmail', 'other', 'other', 'yahoo', 'gmail']);
  });

  test.each([
    ['', 0],
    ['\n', 1],
    ['\n\n', 2],
    ['421 a', 1],
    ['421 a\n', 1],
    ['421 a\r\n', 1],
    ['421 a\n\n421 b', 3],
    ['421 a\r421 b\u2028c\u0085d', 1],
  ])('finds the lines of %j', async (stdin, count) => {
    expect(await answers(stdin)).toHaveLength(count);
  });

  test('reads two characters as a line end', async () => {
    const lines =
      '421-4.7.28 Gmail has detected an unusual\\r\\n421-4.7.28 rate of unsolicited email originating\\n421 4.7.28 from your IP address';
    const [found] = await answers(`gmail\t${lines}`);
    const [plain] = await answers(`gmail\t${UNUSUAL_RATE}`);
    expect(found).toEqual(plain);
  });

  test('takes the receiver of the option where a line names none', async () => {
    const found = await answers('421 x\n\t421 x\napple\t421 x', '--receiver', 'gmail');
    expect(found.map(({ isp }) => isp)).toEqual(['gmail', 'gmail', 'apple']);
  });

  test.each([
    ['gmail', 'gmail'],
    ['google', 'gmail'],
    ['aspmx.l.google.com', 'gmail'],
    ['aol', 'yahoo'],
    ['aol.com', 'yahoo'],
    ['hotmail.com', 'outlook'],
    ['nobody.example', 'other'],
    ['__proto__', 'other'],
    ['constructor', 'other'],
  ])('knows %s as %s', async (name, isp) => {
    const [found] = await answers(`${name}\t421 qwertz`);
    expect(found?.isp).toBe(isp);
  });

  test.each([
    [UNUSUAL_RATE, 'gmail'],
    ['451 4.3.0 Mail server temporarily rejected message. - gsmtp', 'gmail'],
    ['421 4.3.2 Service not available [outlook.com]', 'outlook'],
    ['421 4.7.1 deferred - https://support.google.com/mail/answer/188131', 'gmail'],
    ['421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred', 'yahoo'],
    ['421 4.2.1 : (DYN:T1) http://postmaster.info.aol.com/errors/421dynt1.html', 'yahoo'],
    ['421 RP-001 The mail server IP has exceeded the rate limit allowed.', 'outlook'],
    ['554 5.7.1 [HM08] Message rejected due to local policy.', 'apple'],
    ['451 4.7.0 Try later [MWH0EPF000989EA.namprd02.prod.outlook.com]', 'outlook'],
    ['451 4.7.1 Greylisted; Gmail would have taken it', 'other'],
    ['421 4.7.1 <someone@gmail.com>: deferred', 'other'],
    ['421 4.7.1 nothing.here.example knows it', 'other'],
  ])('takes %j at its word where no receiver is named', async (reply, isp) => {
    const [nameless, unknown] = await answers(`${reply}\nnobody.example\t${reply}`);
    expect(nameless?.isp).toBe(isp);
    expect(unknown?.isp).toBe('other');
  });

  test('reads every example of the catalogue as the catalogue does', async () => {
    const catalogue = createCatalogue();
    const directory = createDirectory();
    const examples = catalogue.rules.flatMap(({ isp, examples }) =>
      examples.map(({ text }) => ({ isp, text })),
    );
    const lines = examples.map(
      ({ isp, text }) =>
        `${isp === '*' ? 'nobody.example' : isp}\t${text.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}`,
    );
    const read = examples.map(({ isp, text }) => {
      const reply = parseReply(text, '');
      return catalogue.classify(isp === '*' ? ispsOf('', reply, directory) : isp, reply).id;
    });
    expect((await answers(lines.join('\n'))).map(({ rule }) => rule)).toEqual(read);
  });

  test.each(['\u0000\u0001\ufffd', '\t\t\t', '\\n\\n', '4'.repeat(200_000), '💥'.repeat(70_000), '421 '])(
    'never fails on a text (%#)',
    async (text) => {
      expect(await answers(`${text}\n421 x`)).toHaveLength(2);
    },
  );
});

describe('rules of the operator’s own', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'explain-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const own = JSON.stringify({
    rules: [
      {
        id: 'own.qwertz',
        isp: '*',
        pattern: 'qwertz',
        category: 'policy-block',
        meaning: 'Ours.',
        source: 'us',
        examples: [{ text: '421 qwertz', source: 'us' }],
      },
    ],
  });

  test('are read from the settings file of the working directory', async () => {
    writeFileSync(join(directory, 'deferral-watch.config.json'), own);
    const { stdout } = await run(['explain', '--json', '421 qwertz'], { cwd: directory });
    expect(JSON.parse(stdout)).toMatchObject({ rule: 'own.qwertz', meaning: 'Ours.' });
  });

  test('are read from a file that is named', async () => {
    writeFileSync(join(directory, 'mine.json'), own);
    const { stdout } = await run([
      'explain',
      '--json',
      '421 qwertz',
      '--settings',
      join(directory, 'mine.json'),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ rule: 'own.qwertz' });
  });

  test('are wrong usage where the file is missing', async () => {
    const { exitCode, stderr } = await run(['explain', '421', '--settings', join(directory, 'none.json')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('none.json');
  });
});
