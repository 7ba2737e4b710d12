import { expect, test } from 'vitest';
import { isClear } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import type { Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { clear, quiet, trouble } from '../judged-hours.ts';

test.each<[string, Verdict, boolean]>([
  ['is clear once settled, with enough volume and no trouble', clear(0), true],
  ['is not clear before it is settled', clear(0, { isSettled: false }), false],
  ['is not clear with too little volume', quiet(0), false],
  ['is not clear in trouble', trouble(0), false],
])('an hour %s', (_rule, verdict, expected) => {
  expect(isClear(verdict)).toBe(expected);
});
