import { expect, test } from 'vitest';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import { takeBackFutureTime } from '../../lambdas/evaluate/roster.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { Day, FIRST } from './stories.ts';

test('a future time that was judged is taken back: hours are judged again, and incidents go on', async () => {
  const day = new Day();
  await day.put(FIRST, 'gmail', figuresOf({ d: 930, t: { rate: 70 } }));
  expect(await day.evaluateAfter(shiftHour(FIRST, 2))).toHaveLength(1);
  await day.put(FIRST, 'gmail', figuresOf({ d: 700, t: { rate: 300 } }));
  expect(await day.evaluateAfter(FIRST, 5)).toEqual([]);

  const now = new Date(endOf(FIRST));
  expect(await takeBackFutureTime(day.incidents, now)).toBe('2026-11-24T04:00:00.000Z');

  expect(await day.evaluateAfter(FIRST, 5)).toMatchObject([{ isp: 'gmail', kind: 'escalated' }]);
  expect(await takeBackFutureTime(day.incidents, new Date(endOf(FIRST) + 300_000))).toBeUndefined();
});
