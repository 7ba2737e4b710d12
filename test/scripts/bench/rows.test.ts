import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DAYS, HEADER, rowsOf } from '../../../scripts/bench/files/rows.ts';
import type { Day } from '../../../scripts/bench/files/rows.ts';

const ROWS = 5_000;

function recordsOf(day: Day): Record<string, string>[] {
  const rows = rowsOf(day, 1, ROWS);
  const text = Array.from({ length: ROWS }, () => rows.next().value).join('');
  return parse(`${HEADER}\r\n${text}`, { columns: true });
}

const records = recordsOf('storm');
const repliesFrom = (host: string, type?: string): string[] =>
  records
    .filter((row) => row['dsnMta']!.split(' ')[0]!.endsWith(host) && row['type'] !== 'tq')
    .filter((row) => type === undefined || row['type'] === type)
    .map((row) => row['dsnDiag']!);

describe('the rows of the bench', () => {
  test.each(DAYS)('of a %s day have the shares that they are said to have', (day) => {
    const rows = recordsOf(day);
    const deferrals = rows.filter(({ type }) => type === 't');
    expect(deferrals.length / ROWS).toBeCloseTo(day === 'quiet' ? 0.07 : 0.6, 1);
    const throttled = deferrals.filter((row) => row['dsnDiag']!.startsWith('smtp;421 '));
    expect(throttled.length / deferrals.length).toBeCloseTo(day === 'quiet' ? 0.8 : 0.9, 1);
  });

  test('are of one day, in the order of time', () => {
    const times = records.map((row) => row['timeLogged']!);
    expect(times).toEqual(times.toSorted());
    expect(times[0]).toBe('2026-01-15 00:00:00+0000');
    expect(times.at(-1)).toMatch(/^2026-01-15 23:5\d/);
  });

  test('end as Gmail ends its replies: with the id of a transaction, of hex digits', () => {
    for (const reply of repliesFrom('.google.com')) {
      expect(reply).toMatch(/ [\da-f]{13}-[\da-f]{11}si\d{7}[a-z]{3}\.\d{1,3} - gsmtp$/);
    }
  });

  test.each(['t', 'b'])('end as Microsoft ends its replies: with server, time and session (%s)', (type) => {
    for (const reply of repliesFrom('.olc.protection.outlook.com', type)) {
      expect(reply).toMatch(
        / \[[A-Z\d]{8}FT\d{3}\.eop-[a-z]{3}\d\d\.prod\.protection\.outlook\.com 2026-01-15T[\d:]{8}\.\d{3}Z 08DE[\dA-F]{12}\]$/,
      );
    }
  });

  test('name the queues of Postfix in its two forms', () => {
    for (const reply of repliesFrom('.icloud.com', 'd')) expect(reply).toMatch(/ queued as [\dA-F]{10}$/);
    for (const reply of repliesFrom('.example', 'd')) {
      expect(reply).toMatch(
        / queued as 4d[\dB-DF-HJ-NP-TV-Zb-df-hj-np-tv-y]{8}z[\dB-DF-HJ-NP-TV-Zb-df-hj-np-tv-y]{4}$/,
      );
    }
  });

  test('name the address that a message was sent from where Yahoo does', () => {
    const rows = records.filter((row) => row['dsnDiag']!.includes('[TSS04]'));
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) expect(row['dsnDiag']).toContain(`Messages from ${row['dlvSourceIp']} `);
  });

  test('have an id of their own', () => {
    const ids = repliesFrom('.google.com').map((reply) => reply.split(' ').at(-3));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
