import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DAY, sampleDay } from '../../../../scripts/sample-day/generate.ts';
import { run } from '../../recording-terminal.ts';
import { reportShape } from './document-shape.ts';

const ran = await run(['report', '--json', 'samples']);
const report = reportShape.parse(JSON.parse(ran.stdout));
const rows = sampleDay(DAY).flatMap(({ text }): Record<string, string>[] => parse(text, { columns: true }));

/** The sum of a number over the hours. */
function sum(pick: (hour: (typeof report.hours)[number]) => number): number {
  return report.hours.reduce((total, hour) => total + pick(hour), 0);
}

function rowsOf(...types: string[]): Record<string, string>[] {
  return rows.filter(({ type }) => types.includes(type ?? ''));
}

describe('report --json on the sample day', () => {
  test('succeeds, says nothing on stderr, and has the promised shape', () => {
    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toBe('');
  });

  test('names every file in order and accounts for every row', () => {
    expect(report.files.map(({ name }) => name)).toEqual(
      sampleDay(DAY).map(({ key }) => `samples/${key}.gz`),
    );
    for (const file of report.files) {
      const ignored = Object.values(file.ignored).reduce((total, count) => total + count, 0);
      expect(file.rows).toBe(file.counted + ignored);
      expect(file.error).toBeNull();
    }
    expect(report.files.reduce((total, { rows }) => total + rows, 0)).toBe(rows.length);
  });

  test('has the totals of a count that knows nothing of ours', () => {
    expect(sum(({ delivered }) => delivered)).toBe(rowsOf('d').length);
    expect(sum(({ bounced }) => bounced)).toBe(rowsOf('b').length);
    expect(sum(({ deferred }) => deferred)).toBe(rowsOf('t', 'tq').length);
    expect(sum(({ connection }) => connection)).toBe(rowsOf('tq').length);
    const answered421 = rowsOf('t', 'tq').filter(({ dsnDiag }) => /^smtp;421[ -]/.test(dsnDiag ?? ''));
    expect(sum(({ deferred421 }) => deferred421)).toBe(answered421.length);
  });

  test('puts every row into its UTC hour, whatever the clock of its host', () => {
    const expected = new Map<string, number>();
    for (const { timeLogged = '' } of rows) {
      const iso = timeLogged.replace(' ', 'T').replace(/(\d\d)(\d\d)$/, '$1:$2');
      const hour = `${new Date(iso).toISOString().slice(0, 13)}:00:00Z`;
      expected.set(hour, (expected.get(hour) ?? 0) + 1);
    }
    const found = new Map<string, number>();
    for (const { hour, delivered, bounced, deferred } of report.hours) {
      found.set(hour, (found.get(hour) ?? 0) + delivered + bounced + deferred);
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('sorts by hour, then ISP, and breaks the deferrals down completely', () => {
    const order = report.hours.map(({ hour, isp }) => `${hour} ${isp}`);
    expect(order).toEqual([...order].sort());
    for (const hour of report.hours) {
      for (const breakdown of [hour.byCategory, hour.byRule, hour.byReply]) {
        expect(Object.values(breakdown).reduce((total, count) => total + (count ?? 0), 0)).toBe(
          hour.deferred,
        );
      }
      for (const breakdown of [hour.bySource, hour.byQueue, hour.byDomain]) {
        const all = Object.values(breakdown);
        expect(all.reduce((total, { throttled }) => total + throttled, 0)).toBe(hour.throttled);
        expect(all.reduce((total, { delivered }) => total + delivered, 0)).toBe(hour.delivered);
      }
    }
  });

  test('knows receivers by their MX: company domains at Google and Microsoft, AOL and AT&T at Yahoo', () => {
    const ispOf = (domain: string): string[] => [
      ...new Set(report.hours.filter(({ byDomain }) => domain in byDomain).map(({ isp }) => isp)),
    ];
    expect(ispOf('bakery.example')).toEqual(['gmail']);
    expect(ispOf('museum.example')).toEqual(['microsoft-365']);
    expect(ispOf('hotmail.com')).toEqual(['outlook']);
    expect(ispOf('aol.com')).toEqual(['yahoo']);
    expect(ispOf('att.net')).toEqual(['yahoo']);
    expect(ispOf('bücher.example')).toEqual(['other']);
  });

  test('tells the story of the day in its alerts', () => {
    const story = report.alerts.map(({ at, isp, kind, severity, stance, reason }) =>
      [at.slice(11, 13), isp, kind, severity, stance, reason].join(' '),
    );
    expect(story).toEqual([
      // Outlook.com slows news-3, first a little, then above the second limit, until eleven o'clock.
      '09 outlook opened warning intervention rate',
      // Gmail begins to tire of news-1.
      '10 gmail opened warning intervention rate',
      '10 outlook escalated critical intervention rate',
      '11 gmail escalated critical intervention rate',
      '11 outlook reminder warning intervention persistent',
      // Yahoo defers everybody: wait first, and look into it once it lasts.
      '11 yahoo opened critical patience rate',
      '12 gmail reminder critical intervention persistent',
      // What was not heeded turns into a block.
      '13 gmail escalated critical intervention blocked',
      '13 yahoo reminder critical intervention persistent',
      '14 outlook resolved critical intervention recovered',
      '15 yahoo reminder critical intervention rate',
      '18 gmail resolved critical intervention recovered',
      '18 yahoo resolved critical intervention recovered',
      // RP-001 is a matter of its own, and does not wait for a rate.
      '19 outlook opened critical intervention immediate',
      '21 outlook reminder critical intervention persistent',
      '00 outlook resolved critical intervention recovered',
    ]);
  });

  test('raises nothing for full mailboxes, busy servers and greylisting', () => {
    const full = report.hours.reduce((total, { byCategory }) => total + (byCategory.recipient ?? 0), 0);
    expect(full).toBeGreaterThan(1000);
    expect(new Set(report.alerts.map(({ isp }) => isp))).toEqual(new Set(['gmail', 'outlook', 'yahoo']));
  });

  test('names the IP that is to blame and the queues to act on', () => {
    const gmail = report.alerts.find(({ isp, stance }) => isp === 'gmail' && stance === 'intervention');
    expect(gmail?.scope).toMatchObject({ kind: 'ip', ips: ['203.0.113.11'], vmtas: ['news-1'] });
    expect(gmail?.advice.commands.join('\n')).toContain('gmail.com/news-1');
    const shop = report.alerts.find(({ isp, category }) => isp === 'outlook' && category === 'policy-block');
    expect(shop?.scope.ips).toEqual(['198.51.100.42']);
  });

  test('lists the text that no rule knows', () => {
    expect(report.unclassified).toEqual([
      { isp: 'other', text: expect.stringContaining('partition rebalance'), count: expect.any(Number) },
    ]);
  });

  test('lets no personal data out: no local part, no address', async () => {
    const text = await run(['report', '--all', 'samples']);
    for (const output of [ran.stdout, text.stdout]) expect(output).not.toMatch(/\bu\d{4}\b|@(?!\w+\.csv)/);
  });

  test('says the same twice', async () => {
    expect((await run(['--json', 'samples'])).stdout).toBe(ran.stdout);
  });
});

test('README shows the report of the sample day as it is, each line but those that … stands for', async () => {
  const [, shown = ''] = /```\n(Deferral Watch {3}[^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const lines = shown.split('\n').filter((line) => line !== '' && line !== '…');
  expect(lines.length).toBeGreaterThan(30);
  const report = (await run(['samples'])).stdout.split('\n').map((line) => line.trimEnd());
  expect(lines.filter((line) => !report.includes(line.trimEnd()))).toEqual([]);
});
