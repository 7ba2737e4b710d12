import { describe, expect, test } from 'vitest';
import { judgeEveryone } from '../../../../lambdas/core/incidents/judge/everyone.ts';
import type { Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import {
  blockedGround,
  clear,
  CRITICAL,
  hour,
  immediateGround,
  quiet,
  rateGround,
  trouble,
  WARNING,
} from '../judged-hours.ts';

const REACHED = { hour: hour(0), isSettled: true };
const judge = (...verdicts: readonly Verdict[]) =>
  judgeEveryone(REACHED, new Map(verdicts.map((verdict, index) => [`isp-${index}`, verdict])));
const warning = trouble(0, [WARNING]);
const critical = trouble(0, [CRITICAL]);

describe('many providers at once', () => {
  test.each<[string, Verdict[], string]>([
    ['two in trouble may be chance', [warning, warning], 'fine'],
    ['three in trouble are many', [warning, warning, warning], 'warning'],
    [
      'three of six are not more than half',
      [warning, warning, warning, clear(0), clear(0), clear(0)],
      'fine',
    ],
    ['three of five are more than half', [warning, warning, warning, clear(0), clear(0)], 'warning'],
    [
      'those without enough volume do not count',
      [warning, warning, warning, quiet(0), quiet(0), quiet(0)],
      'warning',
    ],
    [
      'are critical if one of them is: its own alert is not sent',
      [critical, warning, warning, clear(0)],
      'critical',
    ],
    [
      'critical ones are no more than the others',
      [critical, critical, critical, clear(0), clear(0), clear(0)],
      'fine',
    ],
    [
      'what is only blocked or refused does not count',
      [warning, warning, trouble(0, [blockedGround(), immediateGround()])],
      'fine',
    ],
    ['without volume anywhere nothing is known', [quiet(0), quiet(0), quiet(0)], 'quiet'],
  ])('%s', (_rule, verdicts, expected) => {
    const verdict = judge(...verdicts);
    expect(verdict.state === 'trouble' ? verdict.grounds[0].severity : verdict.state).toBe(expected);
  });

  test('are reported with their sum, their rates and the lowest of their limits', () => {
    const [low, high] = [WARNING, { ...rateGround('warning'), limit: 0.1 } as typeof WARNING];
    const verdict = judge(trouble(0, [high]), trouble(0, [low]), trouble(0, [high]), clear(0));
    expect(verdict).toMatchObject({
      figures: { throttled: 300, delivered: 2_700 },
      concerned: [0, 1, 2].map((index) => ({ matter: `isp-${index}`, rate: 0.1 })),
      grounds: [{ reason: 'rate', limit: 0.05, cause: { category: 'configuration' } }],
    });
  });

  test('have the figures of all with enough volume while they are few', () => {
    const some = { figures: { delivered: 40, throttled: 2 } };
    expect(judge(clear(0, some), clear(0, some), quiet(0, some)).figures).toMatchObject({
      delivered: 80,
      throttled: 4,
    });
  });

  test('are awaited as long as one of them is', () => {
    expect(judge(quiet(0, { isAwaited: true }), clear(0)).isAwaited).toBe(true);
    expect(judge(quiet(0), clear(0)).isAwaited).toBe(false);
  });
});
