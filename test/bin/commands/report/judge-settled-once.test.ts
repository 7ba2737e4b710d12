import { describe, expect, test } from 'vitest';
import { judgeSettledOnce } from '../../../../bin/commands/report/judge-settled-once.ts';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { judgeHour } from '../../../../lambdas/core/incidents/judge/judge-hour.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';
import { figuresWith } from '../../../example-figures.ts';

const criteria = { settings: parseSettings({}, 'this test'), rules: rulesById([]) };
const stored = (hour: string) => [
  { hour, isp: 'gmail', version: 1, figures: figuresWith({ delivered: 50, throttled: 50 }) },
];
const progress = (hour: string, isSettled = true) => ({
  hour,
  isSettled,
  isRunning: false,
  isReadable: true,
});

describe('settled hours', () => {
  test('are judged as judgeHour does, and once', () => {
    const judge = judgeSettledOnce({ lookBackHours: 2 });
    const hour = '2026-11-24T01';
    const verdicts = judge(progress(hour), stored(hour), criteria);
    expect(verdicts).toEqual(judgeHour(progress(hour), stored(hour), criteria));
    expect(judge(progress(hour), stored(hour), criteria)).toBe(verdicts);
  });

  test('are judged anew once they are settled', () => {
    const judge = judgeSettledOnce({ lookBackHours: 2 });
    const hour = '2026-11-24T01';
    const before = judge(progress(hour, false), stored(hour), criteria);
    expect(before.single.get('gmail')?.isSettled).toBe(false);
    expect(judge(progress(hour), stored(hour), criteria).single.get('gmail')?.isSettled).toBe(true);
  });

  test('are forgotten when nobody looks back upon them', () => {
    const judge = judgeSettledOnce({ lookBackHours: 2 });
    const hours = ['2026-11-24T01', '2026-11-24T02', '2026-11-24T03'];
    const first = hours.map((hour) => judge(progress(hour), stored(hour), criteria));
    const again = hours.toReversed().map((hour) => judge(progress(hour), stored(hour), criteria));
    expect(again.map((verdicts, index) => verdicts === first[2 - index])).toEqual([true, true, false]);
  });
});
