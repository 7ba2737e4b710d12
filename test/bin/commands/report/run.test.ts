import { describe, expect, test } from 'vitest';
import { hoursWorthJudging } from '../../../../bin/commands/report/run.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';

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
