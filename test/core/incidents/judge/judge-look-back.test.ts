import { describe, expect, test } from 'vitest';
import { endOf, hoursFrom } from '../../../../lambdas/core/hour.ts';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { judgeLookBack } from '../../../../lambdas/core/incidents/judge/judge-look-back.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';
import { figuresWith } from '../../../example-figures.ts';
import { meaning } from '../judged-hours.ts';

const criteria = {
  settings: parseSettings({}, 'this test'),
  rules: rulesById([meaning('rate-limit'), meaning('reputation')]),
};
const [FIRST, SECOND] = hoursFrom('2026-11-24T01', '2026-11-24T02') as ['2026-11-24T01', '2026-11-24T02'];
const SETTLED = endOf(SECOND) + 3_600_000;

const deferring = (throttled: number, domain = 'd.example') =>
  figuresWith({
    delivered: 100,
    throttled,
    byRule: { 'rate-limit': throttled },
    byDomain: { [domain]: { delivered: 100, throttled } },
  });
const judge = (stored: Parameters<typeof judgeLookBack>[0]['stored'], now = SETTLED) =>
  judgeLookBack({ hours: [FIRST, SECOND], stored, now }, criteria);
const item = (hour: string, isp: string, figures: ReturnType<typeof figuresWith>) => ({
  hour,
  isp,
  version: 1,
  figures,
});

describe('the look-back', () => {
  test('says of each ISP what each hour says, and that hours without figures are quiet', () => {
    const { of, inTrouble } = judge([
      item(FIRST, 'gmail', deferring(100)),
      item(SECOND, 'yahoo', deferring(0)),
    ]);
    expect(of('gmail').map(({ hour, state }) => [hour, state])).toEqual([
      [FIRST, 'trouble'],
      [SECOND, 'quiet'],
    ]);
    expect(of('yahoo').map(({ state }) => state)).toEqual(['quiet', 'fine']);
    expect(of('apple').map(({ state }) => state)).toEqual(['quiet', 'quiet']);
    expect(inTrouble).toEqual(['gmail']);
  });

  test('judges other by its domains, and never as a whole', () => {
    const { of, inTrouble } = judge([item(FIRST, 'other', deferring(100, 'd.example'))]);
    expect(inTrouble).toEqual(['other:d.example']);
    expect(of('other').map(({ state }) => state)).toEqual(['quiet', 'quiet']);
  });

  test('awaits the deliveries of an hour that has just ended, and those of another ISP tell that files arrive', () => {
    const deferredAlone = figuresWith({ throttled: 100, byRule: { 'rate-limit': 100 } });
    const atItsEnd = endOf(SECOND);
    const { of } = judge([item(SECOND, 'gmail', deferredAlone)], atItsEnd);
    expect(of('gmail').at(-1)).toMatchObject({ state: 'quiet', isAwaited: true, isSettled: false });
    const withDeliveries = judge(
      [item(SECOND, 'gmail', deferredAlone), item(SECOND, 'yahoo', deferring(0))],
      atItsEnd,
    );
    expect(withDeliveries.of('gmail').at(-1)).toMatchObject({ state: 'trouble', isSettled: false });
  });
});
