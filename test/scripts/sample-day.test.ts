import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DAY, sampleDay } from '../../scripts/sample-day/generate.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const files = sampleDay(DAY);

function committed(): string[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz'));
}

describe('the sample day', () => {
  test('is what the script writes (npx tsx scripts/sample-day/sample-day.ts)', () => {
    expect(committed().sort()).toEqual(files.map(({ key }) => `${key}.gz`));
    for (const { key, text } of files) {
      expect(gunzipSync(readFileSync(join(SAMPLES, `${key}.gz`))).toString()).toBe(text);
    }
  });

  test('is small enough to commit', () => {
    const sizes = committed().map((name) => statSync(join(SAMPLES, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  test('has the form of PowerMTA: CRLF, one header for all types, quotes where needed, local times', () => {
    const first = files[0]?.text ?? '';
    expect(first.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(first).toMatch(/^type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,/);
    const rows: Record<string, string>[] = parse(files.map(({ text }) => text).join(''), { columns: true });
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['type', 'd', 'b', 't', 'tq']));
    expect(rows.some(({ timeLogged }) => timeLogged?.endsWith('+0200'))).toBe(true);
    expect(
      rows.filter(({ type }) => type === 'tq').every(({ rcpt, jobId }) => rcpt === '' && jobId === ''),
    ).toBe(true);
  });

  test('names nobody: every local part is made up, every address of a machine is for documentation', () => {
    const rows = files.flatMap(({ text }): Record<string, string>[] => parse(text, { columns: true }));
    for (const { rcpt, dlvSourceIp, dlvDestinationIp } of rows) {
      expect(rcpt).toMatch(/^(u\d{4}@.+)?$/);
      expect(`${dlvSourceIp} ${dlvDestinationIp}`).toMatch(
        /^(203\.0\.113|198\.51\.100)\.\d+ 192\.0\.2\.\d+$/,
      );
    }
  });

  test('moves to another day with all its times', () => {
    const moved = sampleDay(new Date('2027-03-05T00:00:00Z'));
    expect(moved.map(({ key }) => key)).toEqual(
      files.map(({ key }) => key.replace('2026-11-23', '2027-03-05').replace('2026-11-24', '2027-03-06')),
    );
    const withoutDates = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\d /g, '');
    expect(moved.map(({ text }) => withoutDates(text))).toEqual(files.map(({ text }) => withoutDates(text)));
  });
});
