import { describe, expect, test } from 'vitest';
import { hoursWorthJudging, runReport } from '../../../../bin/commands/report/run.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';

describe('why a file could not be read', () => {
  async function reportOn(error: Error): Promise<string | null | undefined> {
    const failing = { open: () => Promise.reject(error), stat: () => Promise.reject(error) };
    const files = { ...failing, list: async function* () {} };
    const report = await runReport(['acct.csv'], files, parseSettings({}, 'none'));
    return report.files[0]?.error;
  }

  test.each(['EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EIO', 'ENXIO'])(
    'is a whole sentence: %s',
    async (code) => {
      const error = Object.assign(new Error(`${code}: as Node says it`), { code, syscall: 'open' });
      expect(await reportOn(error)).toMatch(/^[A-Z][^.]+\.$/);
    },
  );

  test('is not said of a fault of ours, which goes on', async () => {
    await expect(reportOn(new TypeError('a fault'))).rejects.toThrow('a fault');
  });
});

describe('hoursWorthJudging', () => {
  const settings = parseSettings({}, 'none');

  test('are every hour from the first to the last', () => {
    expect(hoursWorthJudging(['2026-11-23T08', '2026-11-23T11'], settings)).toEqual(
      ['08', '09', '10', '11'].map((hour) => `2026-11-23T${hour}`),
    );
    expect(hoursWorthJudging([], settings)).toEqual([]);
  });

  test('leave out the middle of a gap in which every incident has long ended', () => {
    const hours = hoursWorthJudging(['1970-01-01T00', '2026-11-23T08'], settings);
    expect(hours.length).toBeLessThan(60);
    expect(hours).toContain('1970-01-02T06');
    expect(hours.at(-1)).toBe('2026-11-23T08');
  });
});
