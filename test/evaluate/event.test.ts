import { describe, expect, test } from 'vitest';
import { FutureTimeError, timeToJudge } from '../../lambdas/evaluate/event.ts';

const CLOCK = new Date('2026-11-24T09:00:00Z');
const timeOf = (event: unknown) => timeToJudge(event, CLOCK).toISOString();

describe('the time of an evaluation', () => {
  test.each([
    ['2026-11-24T01:05:00Z', '2026-11-24T01:05:00.000Z'],
    ['2026-11-24T03:05:00+02:00', '2026-11-24T01:05:00.000Z'],
    ['2026-11-24T01:05:00.123Z', '2026-11-24T01:05:00.123Z'],
  ])('is that of the event: %s', (time, expected) => {
    expect(timeOf({ time })).toBe(expected);
  });

  test.each([
    {},
    undefined,
    null,
    'x',
    { time: '<aws.scheduler.scheduled-time>' },
    { time: '2026-13-01T00:00:00Z' },
    { time: 7 },
  ])('is left to the clock if the event brings no date: %j', (event) =>
    expect(timeOf(event)).toBe(CLOCK.toISOString()),
  );

  test('may be ahead of the clock as rows may, and no more: a mistyped year would end all judging', () => {
    expect(timeOf({ time: '2026-11-25T10:00:00Z' })).toBe('2026-11-25T10:00:00.000Z');
    expect(() => timeOf({ time: '2026-11-25T10:00:01Z' })).toThrow(FutureTimeError);
    expect(() => timeOf({ time: '2027-11-24T09:00:00Z' })).toThrow(
      /2027-11-24T09.* more than 25 hours ahead/,
    );
  });
});
