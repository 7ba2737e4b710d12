import { describe, expect, test } from 'vitest';
import { endOf, shiftHour, startOf } from '../../../lambdas/core/hour.ts';
import {
  HOURS_AHEAD,
  expiryOf,
  oldestRemembered,
  windowOf,
} from '../../../lambdas/core/contributions/retention.ts';

const HOUR = '2026-11-24T01';
const DAY_MS = 86_400_000;
const DAYS = 400;

describe('what belongs to an hour expires', () => {
  test.each([
    ['figures', 400],
    ['contribution', 407],
    ['record', 435],
    ['alert', 400],
    ['incident', 435],
  ] as const)('%s after %i days', (kind, days) => {
    expect(expiryOf(HOUR, kind, DAYS)).toBe(endOf(HOUR) + days * DAY_MS);
  });
});

test('rows count from the retention before a file was shipped until a day after it, its first hour to its last', () => {
  for (const shipped of ['2026-11-24T01:00:00.000Z', '2026-11-24T01:59:59.999Z']) {
    expect(windowOf(new Date(shipped), 2)).toEqual({ oldest: '2026-11-22T01', newest: '2026-11-25T01' });
  }
  expect(windowOf(new Date(startOf(HOUR)), DAYS).newest).toBe(shiftHour(HOUR, HOURS_AHEAD));
});

test('a file remembers an hour until its contributions have been gone for a day, even if it was shipped at the last moment', () => {
  for (const days of [1, DAYS]) {
    const shipped = new Date(startOf(HOUR));
    const forgotten = shiftHour(oldestRemembered(shipped, days), -1);
    expect(expiryOf(forgotten, 'contribution', days)).toBeLessThanOrEqual(shipped.getTime() - DAY_MS);
  }
});

test('a file remembers every hour whose rows it may have', () => {
  const shipped = new Date(startOf(HOUR));
  expect(oldestRemembered(shipped, DAYS) < windowOf(shipped, DAYS).oldest).toBe(true);
});
