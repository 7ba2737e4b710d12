import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSettings } from '../../../../lambdas/core/settings.ts';
import { run } from '../../recording-terminal.ts';
import { reportShape } from './document-shape.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'accounting');
const HEADER = 'type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue';

let folder: string;
let good: string;

/** A row of each type in one hour at Gmail. */
const ROWS = [
  'd,2026-11-23 08:00:01+0000,u1001@gmail.com,2.0.0 (success),smtp;250 2.0.0 OK,gmail-smtp-in.l.google.com (192.0.2.1),203.0.113.11,news-1,gmail.com/news-1',
  't,2026-11-23 08:00:02+0000,u1002@gmail.com,4.7.28,smtp;421 4.7.28 Gmail has detected an unusual rate of email.,gmail-smtp-in.l.google.com (192.0.2.1),203.0.113.11,news-1,gmail.com/news-1',
  'b,2026-11-23 08:00:03+0000,u1003@gmail.com,5.1.1,smtp;550 5.1.1 no such user,gmail-smtp-in.l.google.com (192.0.2.1),203.0.113.11,news-1,gmail.com/news-1',
  'r,2026-11-23 08:00:04+0000,u1004@gmail.com,,,,,,',
];

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function json(args: readonly string[], circumstances?: Parameters<typeof run>[1]) {
  const ran = await run(['report', '--json', ...args], circumstances);
  return { ...ran, document: reportShape.parse(JSON.parse(ran.stdout)) };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
  good = file('good.csv', `${[HEADER, ...ROWS].join('\r\n')}\r\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what report reads', () => {
  test('files, gzip files and standard input all say the same', async () => {
    const { document } = await json([good]);
    const zipped = file('good.csv.gz', gzipSync(readFileSync(good)));
    expect((await json([zipped])).document.hours).toEqual(document.hours);
    const piped = await json(['-'], { stdin: readFileSync(good) });
    expect(piped.document.hours).toEqual(document.hours);
    expect(piped.document.files[0]?.name).toBe('-');
    expect(document.files).toEqual([
      { name: good, rows: 4, counted: 3, ignored: { 'type r': 1 }, partialTail: false, error: null },
    ]);
    expect(document.hours).toMatchObject([
      {
        hour: '2026-11-23T08:00:00Z',
        isp: 'gmail',
        delivered: 1,
        bounced: 1,
        deferred: 1,
        throttled: 1,
        rate: 0.5,
      },
    ]);
  });

  test('the same rows say the same, in whatever order', async () => {
    const rows = [
      ...ROWS,
      ROWS[1]!.replaceAll('news-1', 'news-2').replace('203.0.113.11', '203.0.113.12'),
      ROWS[1]!.replace('4.7.28', '4.2.1').replace('smtp;421 4.7.28', 'smtp;450 4.2.1'),
    ];
    const [one, other] = [rows, rows.toReversed()].map((list) => [HEADER, ...list, ''].join('\n'));
    const [first, second] = [await json(['-'], { stdin: one! }), await json(['-'], { stdin: other! })];
    expect(second.stdout).toBe(first.stdout);
  });

  test('reads folders recursively in the order of names, and no file twice', async () => {
    const logs = join(folder, 'logs');
    mkdirSync(join(logs, 'mta1'), { recursive: true });
    for (const name of ['z.csv', 'mta1/b.csv', 'mta1/a.csv']) {
      writeFileSync(join(logs, name), readFileSync(good));
    }
    const { document } = await json([logs, join(logs, 'mta1', '..', 'z.csv')]);
    expect(document.files.map(({ name }) => name)).toEqual(
      ['mta1/a.csv', 'mta1/b.csv', 'z.csv'].map((name) => join(logs, name)),
    );
    expect(document.hours[0]?.delivered).toBe(3);
  });

  test('reads a file that ends in half a row up to there, and says so', async () => {
    const { document, exitCode } = await json([file('half.csv', readFileSync(good, 'utf8').slice(0, -4))]);
    expect(document.files[0]).toMatchObject({ rows: 3, partialTail: true, error: null });
    expect(exitCode).toBe(0);
  });

  test('tells a person where the first row stands that was ignored, and what a time lacks', async () => {
    const local = ROWS[0]!.replace('+0000', '');
    const rows = [HEADER, ROWS[0], local, 'd,broken', local, 'd,broken'];
    const odd = file('odd.csv', `${rows.join('\n')}\n`);
    const { stdout } = await run(['report', odd]);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      '2 rows ignored (bad time: it has no zone, or there is no such time, the first on line 3); ' +
        '2 rows ignored (broken row: its quotes or columns are not in order, or it is longer than 1 MB, the first on line 4)',
    );
    // The document is a contract.
    const { document } = await json([odd]);
    expect(document.files[0]?.ignored).toEqual({ 'bad time': 2, 'broken row': 2 });
  });

  test('tells a person which file begins like one before it, and no program', async () => {
    const copy = file('good-copy.csv.gz', gzipSync(readFileSync(good)));
    const other = file('other.csv', `${[HEADER, ...ROWS.slice(1)].join('\r\n')}\r\n`);
    const { stdout } = await run([good, copy, other]);
    const text = stdout.replaceAll(/\s+/g, ' ');
    const note = `begins with the same rows as ${good}: if it is the same log, it counts twice`;
    expect(text).toContain(`good-copy.csv.gz: 1 row ignored (type r); ${note}`);
    expect(text.match(/begins with the same rows/g)).toHaveLength(1);
    const names = ['name', 'rows', 'counted', 'ignored', 'partialTail', 'error'];
    expect((await json([good, copy])).document.files.map(Object.keys)).toEqual([names, names]);
  });

  test('ignores no row for its age', async () => {
    const old = file('old.csv', readFileSync(good, 'utf8').replaceAll('2026-', '1996-'));
    const { document } = await json([old]);
    expect(document.hours[0]?.hour).toBe('1996-11-23T08:00:00Z');
  });

  test('survives names out of files that mean something to JavaScript', async () => {
    const rows = ['__proto__', 'constructor', 'toString'].map(
      (name) =>
        `t,2026-11-23 08:00:02+0000,u1002@${name},,smtp;421 go away,,203.0.113.11,${name},${name}/${name}`,
    );
    const { document } = await json([file('names.csv', `${[HEADER, ...rows].join('\n')}\n`)]);
    expect(document.hours[0]?.throttled).toBe(3);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(Object.keys(document.hours[0]?.byQueue ?? {})).toContain(`${name}/${name}`);
      expect(Object.keys(document.hours[0]?.bySource ?? {})).toContain(`${name} 203.0.113.11`);
    }
  });
});

describe('what report cannot read', () => {
  test('gets one line each on stderr and an entry, and the others are still reported', async () => {
    const cut = file('cut.csv.gz', gzipSync(readFileSync(good)).subarray(0, 60));
    const text = file('letter.txt', 'Dear Sir,\r\nthis is no accounting file.\r\n');
    const { document, exitCode, stderr } = await json([join(folder, 'missing.csv'), good, cut, text]);
    expect(exitCode).toBe(1);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('missing.csv');
    expect(lines[1]).toContain('cut.csv.gz');
    expect(lines[2]).toContain('letter.txt');
    for (const line of lines) expect(line).toMatch(/ was not counted: [A-Z].*[."]$/);
    expect(document.files.map(({ rows, error }) => [rows, error === null])).toEqual([
      [0, false],
      [4, true],
      [0, false],
      [0, false],
    ]);
    expect(document.hours).toHaveLength(1);
  });

  test('is counted in the text for a person, and named once, in its error', async () => {
    const { stdout, stderr, exitCode } = await run([join(folder, 'missing.csv'), good]);
    expect(stdout).toContain('1 file not counted: see the error');
    expect(stdout).not.toContain('missing.csv');
    expect(stderr).toMatch(/^error: .*missing\.csv was not counted: There is no such file\.\n$/);
    expect(exitCode).toBe(1);
  });

  test('may be a misspelt command, and then the error says where the commands are', async () => {
    const { stderr, exitCode } = await run(['explian', '421 4.7.0 go away']);
    expect(stderr.split('\n')[0]).toBe(
      'error: explian was not counted: There is no such file. For the commands see deferral-watch --help.',
    );
    expect(exitCode).toBe(1);
    expect((await run(['acct.csv'])).stderr).toBe(
      'error: acct.csv was not counted: There is no such file.\n',
    );
  });
});

describe('accounting files that others made', () => {
  test.each([
    ['09-synthetic-pmta-watchtower-acct.csv', 3, { delivered: 2, bounced: 1, deferred: 0 }],
    ['10-synthetic-kira41-acct-sample.csv', 4, { delivered: 1, bounced: 1, deferred: 1 }],
    ['own-mixed-types-unix-times.csv', 4, { delivered: 2, bounced: 2, deferred: 0 }],
    ['12-header-lines-seen.txt', 0, { delivered: 0, bounced: 0, deferred: 0 }],
  ])('%s: every one of its %i rows is accounted for', async (name, rows, totals) => {
    const { document, exitCode } = await json([join(FIXTURES, name)]);
    expect(exitCode).toBe(0);
    const [entry] = document.files;
    expect(entry?.rows).toBe(rows);
    const ignored = Object.values(entry?.ignored ?? {}).reduce((sum, count) => sum + count, 0);
    expect((entry?.counted ?? 0) + ignored).toBe(rows);
    const sum = { delivered: 0, bounced: 0, deferred: 0 };
    for (const hour of document.hours) {
      sum.delivered += hour.delivered;
      sum.bounced += hour.bounced;
      sum.deferred += hour.deferred;
    }
    expect(sum).toEqual(totals);
  });

  test.each([
    ['11-real-custom-record-fields-sparkpost.csv', /timeLogged/],
    ['own-one-row-per-type.csv', /header|accounting/],
  ])('%s is rejected with the true reason', async (name, reason) => {
    const { document, exitCode, stderr } = await json([join(FIXTURES, name)]);
    expect(exitCode).toBe(1);
    expect(document.files[0]).toMatchObject({ rows: 0, counted: 0, ignored: {} });
    expect(document.files[0]?.error).toMatch(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('report --unclassified-as-rules', () => {
  const ROW =
    't,2026-11-23 08:00:02+0000,u1002@gmail.com,,smtp;451 XG-17: flux (a/b) too [low],gmail-smtp-in.l.google.com (192.0.2.1),203.0.113.11,news-1,gmail.com/news-1';

  test('prints a settings file with a rule for each unknown text, which then is known', async () => {
    const odd = file('odd.csv', `${HEADER}\n${ROW}\n`);
    expect((await json([odd])).document.unclassified).toHaveLength(1);
    const { stdout } = await run(['report', '--unclassified-as-rules', odd]);
    const { document } = await json(['--settings', file('stubs.json', stdout), odd]);
    expect(document.unclassified).toEqual([]);
    const { rules } = parseSettings(JSON.parse(stdout), 'stubs');
    expect(rules).toMatchObject([{ isp: 'gmail', category: 'unclassified' }]);
    expect(document.hours[0]?.byRule).toEqual({ [rules[0]?.id ?? '']: 1 });
    expect(rules[0]?.source).toBe('own accounting files up to 2026-11-23, 1 attempt');
  });

  test('prints a rule for a text that is too long to be kept whole, and none for those that are not listed', async () => {
    const long = ROW.replace('too [low]', `too low ${'for quux '.repeat(12)}`);
    const letters = 'abcdefgh'.split('');
    const many = letters.flatMap((one) => letters.map((two) => ROW.replace('flux', `q${one}${two}x`)));
    const odd = file('long.csv', `${[HEADER, long, long, ...many].join('\n')}\n`);
    const { stdout } = await run(['report', '--unclassified-as-rules', odd]);
    expect(stdout).not.toContain('(rest)');
    const { document } = await json(['--settings', file('stubs.json', stdout), odd]);
    expect(document.unclassified.map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('low for quux'),
    );
    expect(document.unclassified.length).toBeLessThan(20);
  });

  test('prints no rule for a text that another one reads: of two receivers, of two lengths, cut alike', async () => {
    const ofOther = ROW.replaceAll('gmail.com', 'example.org').replace(
      'gmail-smtp-in.l.google.com',
      'mx.example.org',
    );
    const longer = ROW.replace('too [low]', 'too [low] for quux');
    const long = (end: string) => ROW.replace('too [low]', `low ${'for quux '.repeat(12)}${end}`);
    const rows = [ROW, ofOther, longer, long('one'), long('two')];
    const odd = file('alike.csv', `${[HEADER, ...rows].join('\n')}\n`);
    const { stdout } = await run(['report', '--unclassified-as-rules', odd]);
    const { document } = await json(['--settings', file('stubs.json', stdout), odd]);
    expect(document.unclassified).toEqual([]);
  });

  test('prints an id once where receivers of one family say the same', async () => {
    const at = (mx: string) => ROW.replace('gmail-smtp-in.l.google.com', mx);
    const rows = [at('a.olc.protection.outlook.com'), at('a-com.mail.protection.outlook.com')];
    const odd = file('family.csv', `${[HEADER, ...rows].join('\n')}\n`);
    const { stdout } = await run(['report', '--unclassified-as-rules', '--typescript', odd]);
    const ids = [...stdout.matchAll(/ id: '(.*)'/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  test('prints rules that an alert can speak of before they are filled in', async () => {
    const rows = Array.from({ length: 400 }, () => ROW.replace('451', '421'));
    const delivered = rows.map((row) => row.replace(/^t/, 'd').replace('421', '250'));
    const odd = file('odd.csv', `${[HEADER, ...rows, ...delivered].join('\n')}\n`);
    const { stdout } = await run(['report', '--unclassified-as-rules', odd]);
    const { document } = await json(['--settings', file('stubs.json', stdout), odd]);
    expect(document.alerts.map(({ advice }) => advice.meaning)).toEqual([
      expect.stringMatching(/^A rule of your own reads this reply.* not written down yet\.$/),
    ]);
  });

  test('says beside the rules what is left to do, where a program does not read it', async () => {
    const odd = file('odd.csv', `${HEADER}\n${ROW}\n`);
    const { stderr, exitCode } = await run(['report', '--unclassified-as-rules', odd]);
    expect(stderr).toMatch(/^Choose each category [^\n]*deferral-watch\.config\.json[^\n]*\n$/);
    expect(exitCode).toBe(0);
    const none = await run(['report', '--unclassified-as-rules', good]);
    expect(none.stderr).toBe('A rule knows every reply.\n');
  });

  test('does not say that every reply is known where none was read', async () => {
    const { stderr, exitCode } = await run(['report', '--unclassified-as-rules', 'missing.csv']);
    expect(stderr).toBe('error: missing.csv was not counted: There is no such file.\n');
    expect(exitCode).toBe(1);
    const empty = await run(['report', '--unclassified-as-rules', file('empty.csv', `${HEADER}\n`)]);
    expect(empty).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('prints entries in TypeScript for those who work on the catalogue', async () => {
    const odd = file('odd.csv', `${HEADER}\n${ROW}\n`);
    const { stdout } = await run(['report', '--typescript', odd]);
    expect(stdout).toContain('lambdas/core/replies/rules/providers/gmail-refusals.ts\n');
    expect(stdout).toContain("source: 'own accounting files up to 2026-11-23, 1 attempt'");
    expect(stdout).toContain(String.raw`\(a\/b\)`);
  });

  test.each(['--json', '--all'])('are not printed together with %s', async (other) => {
    const { exitCode, stdout, stderr } = await run(['--unclassified-as-rules', other, good]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(`error: option '--unclassified-as-rules' cannot be used with option '${other}'\n`);
  });
});

describe('report for a person', () => {
  test('is short for a quiet file, and has neither colours nor anything wider than the terminal', async () => {
    const { stdout } = await run([good]);
    expect(stdout.split('\n').length).toBeLessThan(30);
    expect(stdout).not.toContain('\u001B');
  });

  test('says that no deferral is recorded where none is, rather than that all is well', async () => {
    const rows = [HEADER, ROWS[0], ROWS[2]];
    const { stdout } = await run([file('d-and-b.csv', `${rows.join('\n')}\n`)]);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Not one deferral among 2 rows. PowerMTA records none unless the <acct-file> says',
    );
    expect(text).toContain('records d,b,t,tq');
    expect((await run([good])).stdout).not.toMatch(/Not one/);
  });

  test('says that deliveries are missing where a rate is of deferrals alone', async () => {
    const rows = [HEADER, ROWS[1]];
    const { stdout } = await run([file('t-alone.csv', `${rows.join('\n')}\n`)]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Not one delivery among 1 row, so each rate is too high: name the file with the d rows as well.',
    );
  });

  test('says why no alert tells of a last hour without deliveries', async () => {
    const [delivered = '', deferred = ''] = ROWS;
    const anHourLater = deferred.replace('08:00:02', '09:00:02');
    const { stdout } = await run([file('stops.csv', `${[HEADER, delivered, anHourLater].join('\n')}\n`)]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /Not one delivery in the last hour, from \d\d:00 UTC: no alert/,
    );
  });

  test('marks no hour as trouble that has too few attempts for an alert', async () => {
    const { stdout } = await run([good]);
    expect(stdout).toMatch(/^gmail +50 *$/m);
    expect(stdout).not.toContain('Hours with trouble');
  });

  test('marks an hour as critical if the alert about it is', async () => {
    const [delivered = '', deferred = ''] = ROWS;
    const rows = [HEADER, ...Array<string>(10).fill(delivered), ...Array<string>(10).fill(deferred)];
    const { stdout } = await run([file('busy.csv', `${rows.join('\r\n')}\r\n`)]);
    expect(stdout).toMatch(/^gmail +50!$/m);
    expect(stdout).toMatch(/Hours with trouble[^]*gmail +08:00 +10 of 20[^]*CRITICAL Gmail/);
  });

  test('names the rule of an hour in which nothing was throttled and mail was blocked', async () => {
    const [delivered = ''] = ROWS;
    const blocked = delivered
      .replace(/^d/, 'b')
      .replace('2.0.0 (success)', '5.7.26')
      .replace(
        '250 2.0.0 OK',
        '550 5.7.26 Your email has been blocked because the sender is unauthenticated.',
      );
    const rows = [HEADER, ...Array<string>(10).fill(delivered), ...Array<string>(5).fill(blocked)];
    const { stdout } = await run([file('blocked.csv', `${rows.join('\n')}\n`)]);
    expect(stdout).toMatch(/^gmail +08:00 +0 of 10 +5 +0\.0 % {2}gmail\.unauthenticated /m);
  });

  test('keeps within a hundred columns, and tells what to do', async () => {
    const { stdout } = await run(['samples']);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(stdout).toContain("pmta set queue --mode=backoff 'gmail.com/news-1'");
    expect(stdout.split('\n').length).toBeLessThan(250);
  });

  test.each([
    ['keeps within eighty columns too', ['samples']],
    ['keeps within eighty columns when all is wanted', ['--all', 'samples']],
  ])('%s', async (_what, args) => {
    const { stdout } = await run(args, { columns: 80 });
    const long = stdout.split('\n').filter((line) => line.length > 80);
    expect(long.filter((line) => !/pmta |https?:/.test(line))).toEqual([]);
    expect(stdout).toMatch(/^gmail +09:00 +87 of 756 +0 +11\.5 % {2}gmail\.unusual-rate\.ip$/m);
  });

  test('cuts no subject of an alert: what to do stands at its end', async () => {
    const { stdout } = await run(['samples'], { columns: 60 });
    expect(stdout).toMatch(/^11-23 09:00 {2}WARNING Outlook\.com: .*\n {13}.*\(reputation: act\n? *now\)$/m);
  });

  test('keeps the hours apart in which all was throttled, and marks them', async () => {
    const rows = ['08', '09', '10'].flatMap((hour) =>
      Array.from({ length: 12 }, () => ROWS[1]!.replace(' 08:', ` ${hour}:`)),
    );
    const { stdout } = await run([file('all.csv', `${[HEADER, ...rows].join('\n')}\n`)]);
    expect(stdout).toMatch(/^Throttled, % of attempts up to 99, by UTC hour {3}.{0,51}$/m);
    expect(stdout).toMatch(/^gmail +99!99!99/m);
  });

  test('gives every hour and every alert as it was sent, when all is wanted', async () => {
    const { stdout } = await run(['--all', 'samples']);
    expect(stdout.split('\n').filter((line) => /^gmail +\d\d:00 /.test(line))).toHaveLength(24);
    expect(stdout.match(/WHAT IT MEANS/g)?.length).toBeGreaterThan(10);
  });

  test('strips control characters of file names and texts', async () => {
    const { stdout, stderr } = await run([join(folder, 'mis\u001B[31msing.csv')]);
    expect(stdout + stderr).not.toContain('\u001B');
  });
});

describe('wrong usage', () => {
  test.each([
    [['--jsn', 'x'], /unknown option '--jsn'/],
    [['--settings'], /argument missing/],
    [['help', 'nope'], /^error: there is no command nope; there are report, explain, rules/],
    [['help', 'rulse'], /^error: there is no command rulse; did you mean rules\?/],
    [['--settings', '/nowhere/settings.json', 'x'], /settings\.json cannot be used: there is no such file/],
  ])('%j exits with 2 and one clear line', async (args, message) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('names all that is wrong in the settings at once', async () => {
    const settings = file('wrong.json', '{ "retentionDays": 0, "colour": "red" }');
    const { exitCode, stderr } = await run(['--settings', settings, good]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/2 problem\(s\)/);
  });

  test('help is no wrong usage', async () => {
    const { exitCode, stdout } = await run(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['report', 'explain', 'rules', 'powermta-config', 'reconcile', 'retally']) {
      expect(stdout).toContain(command);
    }
    expect(await run(['help'])).toEqual({ exitCode, stdout, stderr: '' });
    expect((await run(['help', 'rules'])).stdout).toMatch(/^Usage: deferral-watch rules /);
  });
});
