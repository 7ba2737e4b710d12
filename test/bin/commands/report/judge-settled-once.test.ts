import { describe, expect, test } from 'vitest';
import { judgeSettledOnce } from '../../../../bin/commands/report/judge-settled-once.ts';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { judgeHour } from '../../../../lambdas/core/incidents/judge/judge-hour.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';
import { lookBack } from '../../../../lambdas/evaluate/evaluate.ts';
import { figuresWith } from '../../../example-figures.ts';

const settings = parseSettings({ judging: { lookBackHours: 1, clearHours: 2 } }, 'this test');
const criteria = { settings, rules: rulesById([]) };
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
    const judge = judgeSettledOnce(settings.judging);
    const hour = '2026-11-24T01';
    const verdicts = judge(progress(hour), stored(hour), criteria);
    expect(verdicts).toEqual(judgeHour(progress(hour), stored(hour), criteria));
    expect(judge(progress(hour), stored(hour), criteria)).toBe(verdicts);
  });

  test('are judged anew once they are settled', () => {
    const judge = judgeSettledOnce(settings.judging);
    const hour = '2026-11-24T01';
    const before = judge(progress(hour, false), stored(hour), criteria);
    expect(before.single.get('gmail')?.isSettled).toBe(false);
    expect(judge(progress(hour), stored(hour), criteria).single.get('gmail')?.isSettled).toBe(true);
  });

  test('are kept as long as evaluations look back at them, and then forgotten', () => {
    const judge = judgeSettledOnce(settings.judging);
    const looked = lookBack(new Date('2026-11-24T05:00:00Z'), settings.judging);
    const hours = ['2026-11-24T01', ...looked];
    const first = hours.map((hour) => judge(progress(hour), stored(hour), criteria));
    const again = hours.toReversed().map((hour) => judge(progress(hour), stored(hour), criteria));
    expect(looked).toEqual(['2026-11-24T02', '2026-11-24T03', '2026-11-24T04']);
    expect(again.toReversed().map((verdicts, index) => verdicts === first[index])).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
