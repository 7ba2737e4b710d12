import { expect, test } from 'vitest';
import type { Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { recoveryFrom } from '../../../../lambdas/core/incidents/life-cycle/recovery.ts';
import { clear, hour, quiet, trouble } from '../judged-hours.ts';

const UNSETTLED = { isSettled: false };

test.each<[string, Verdict[], number, number | null]>([
  ['is complete with the last of the clear hours', [trouble(0), clear(1), clear(2), clear(3)], 2, 2],
  ['takes as many clear hours as the settings say', [trouble(0), clear(1), clear(2), clear(3)], 3, 3],
  ['takes clear hours in a row', [trouble(0), clear(1), quiet(2), clear(3)], 2, null],
  ['is the first run of several', [clear(0), clear(1), trouble(2), clear(3), clear(4)], 2, 1],
  ['does not count an hour that is not settled', [trouble(0), clear(1), clear(2, UNSETTLED)], 2, null],
])('a recovery %s', (_rule, verdicts, clearHours, expected) => {
  const found = recoveryFrom(hour(0), verdicts, { clearHours });
  expect(found?.hour ?? null).toBe(expected === null ? null : hour(expected));
});

test('a recovery does not count clear hours before the trouble', () => {
  const verdicts = [clear(0), clear(1), trouble(2), clear(3)];
  expect(recoveryFrom(hour(1), verdicts, { clearHours: 2 })).toBeUndefined();
});
