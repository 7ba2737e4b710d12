import { describe, expect, test } from 'vitest';
import {
  endOf,
  hourOf,
  hoursFrom,
  isoHour,
  isoInstant,
  shiftHour,
  startOf,
} from '../../lambdas/core/hour.ts';

describe('hours', () => {
  test('hold the instants from their beginning to before their end', () => {
    expect(hourOf(startOf('2026-11-24T01'))).toBe('2026-11-24T01');
    expect(hourOf(endOf('2026-11-24T01') - 1)).toBe('2026-11-24T01');
    expect(hourOf(endOf('2026-11-24T01'))).toBe('2026-11-24T02');
  });

  test('follow each other over the end of a year', () => {
    expect(shiftHour('2026-12-31T23', 1)).toBe('2027-01-01T00');
    expect(hoursFrom('2026-12-31T22', '2027-01-01T00')).toEqual([
      '2026-12-31T22',
      '2026-12-31T23',
      '2027-01-01T00',
    ]);
    expect(hoursFrom('2027-01-01T00', '2026-12-31T22')).toEqual([]);
  });

  test('are written like the instants of alerts, which show milliseconds only where there are any', () => {
    expect(isoHour('2026-11-24T01')).toBe('2026-11-24T01:00:00Z');
    expect(isoInstant(startOf('2026-11-24T01'))).toBe('2026-11-24T01:00:00Z');
    expect(isoInstant(startOf('2026-11-24T01') + 5)).toBe('2026-11-24T01:00:00.005Z');
  });
});
