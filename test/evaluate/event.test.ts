import { describe, expect, test } from 'vitest';
import { timeIn } from '../../lambdas/evaluate/event.ts';

describe('the time of an evaluation', () => {
  test.each([
    ['2026-11-24T01:05:00Z', '2026-11-24T01:05:00.000Z'],
    ['2026-11-24T03:05:00+02:00', '2026-11-24T01:05:00.000Z'],
    ['2026-11-24T01:05:00.123Z', '2026-11-24T01:05:00.123Z'],
  ])('is that of the event: %s', (time, expected) => {
    expect(timeIn({ time })?.toISOString()).toBe(expected);
  });

  test.each([
    {},
    undefined,
    null,
    'x',
    { time: '<aws.scheduler.scheduled-time>' },
    { time: '2026-13-01T00:00:00Z' },
    { time: 7 },
  ])('is left to the clock where the event brings no date: %j', (event) =>
    expect(timeIn(event)).toBeUndefined(),
  );
});
