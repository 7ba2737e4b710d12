import { describe, expect, test } from 'vitest';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { judgeMatter } from '../../../../lambdas/core/incidents/judge/judge-matter.ts';
import { progressOf } from '../../../../lambdas/core/incidents/judge/progress.ts';
import { endOf, startOf } from '../../../../lambdas/core/hour.ts';
import { figuresOf, RULES } from '../attempts.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';
import type { Attempts } from '../attempts.ts';
import { hour } from '../judged-hours.ts';

const settings = parseSettings({}, 'test');
const criteria = { settings, rules: rulesById(RULES) };
const LIMITS = { warning: 0.05, critical: 0.15 };
const SETTLED = { hour: hour(0), isRunning: false, isSettled: true, isReadable: true };
const RUNNING = { ...SETTLED, isRunning: true, isSettled: false };

const verdictOn = (attempts: Attempts, progress = SETTLED) =>
  judgeMatter(figuresOf(attempts), progress, LIMITS, criteria);

function groundsOf(attempts: Attempts, progress = SETTLED): string[] {
  const verdict = verdictOn(attempts, progress);
  if (verdict.state !== 'trouble') return [verdict.state];
  return verdict.grounds.map(
    ({ reason, severity, limit, cause }) => `${reason} ${severity} ${limit} ${cause.id}`,
  );
}

describe('the rate', () => {
  test.each<[string, Attempts, string[]]>([
    ['below the first limit is no trouble', { d: 951, t: { rate: 49 } }, ['fine']],
    ['at the first limit is a warning', { d: 950, t: { rate: 50 } }, ['rate warning 0.05 rate']],
    ['at the second limit is still a warning', { d: 850, t: { rate: 150 } }, ['rate warning 0.05 rate']],
    ['above the second limit is critical', { d: 849, t: { rate: 151 } }, ['rate critical 0.15 rate']],
    [
      'of replies about one recipient is never critical',
      { d: 100, t: { 'recipient-rate': 900 } },
      ['rate warning 0.05 recipient-rate'],
    ],
    [
      'of replies about one session is never critical',
      { d: 100, t: { 'full-connection': 900 } },
      ['rate warning 0.05 full-connection'],
    ],
    [
      'names what is about the sender once that reaches the first limit',
      { d: 500, t: { 'recipient-rate': 400, rate: 100 } },
      ['rate critical 0.15 rate'],
    ],
    [
      'names what is about one recipient while the rest is below the first limit',
      { d: 900, t: { 'recipient-rate': 400, rate: 10 } },
      ['rate warning 0.05 recipient-rate'],
    ],
    [
      'names a receiver that is down only if the sender is hardly judged',
      { d: 100, t: { busy: 100, rate: 9 } },
      ['rate critical 0.15 busy'],
    ],
    [
      'names the rule that judges the sender from a tenth on',
      { d: 100, t: { busy: 90, rate: 10 } },
      ['rate critical 0.15 rate'],
    ],
  ])('%s', (_rule, attempts, expected) => {
    expect(groundsOf(attempts)).toEqual(expected);
  });
});

describe('bounces that block', () => {
  test.each<[string, Attempts, string[]]>([
    ['below the first limit are no trouble', { d: 960, b: { reputation: 40 } }, ['fine']],
    [
      'are critical from the first limit on',
      { d: 950, b: { reputation: 50 } },
      ['blocked critical 0.05 reputation'],
    ],
    [
      'name the second limit once they are above it',
      { d: 800, b: { reputation: 200 } },
      ['blocked critical 0.15 reputation'],
    ],
    [
      'of one customer each are a warning',
      { d: 800, b: { customer: 200, reputation: 20 } },
      ['blocked warning 0.05 customer'],
    ],
    [
      'of one customer each are not the cause once the others reach the first limit',
      { d: 760, b: { customer: 200, reputation: 40 } },
      ['blocked critical 0.15 reputation'],
    ],
  ])('%s', (_rule, attempts, expected) => {
    expect(groundsOf(attempts)).toEqual(expected);
  });
});

describe('policy blocks and failed authentication', () => {
  test.each<[string, Attempts, string[]]>([
    ['are no trouble as long as they are two', { d: 900, t: { dkim: 2 } }, ['fine']],
    [
      'are critical from three on, without a limit',
      { d: 900, t: { dkim: 3 } },
      ['immediate critical null dkim'],
    ],
    [
      'count whether deferred or bounced',
      { d: 900, t: { 'rp-001': 1 }, b: { 'rp-001': 2 } },
      ['immediate critical null rp-001'],
    ],
    ['are no trouble under a thousandth of all attempts', { d: 9_997, t: { dkim: 3 } }, ['fine']],
    ['are critical at a thousandth', { d: 2_997, t: { dkim: 3 } }, ['immediate critical null dkim']],
    [
      'are counted each for itself, the more frequent first',
      { d: 900, t: { dkim: 3, 'rp-001': 4 } },
      ['immediate critical null rp-001', 'immediate critical null dkim'],
    ],
    ['of one customer wait for the rate', { d: 900, t: { customer: 9 } }, ['fine']],
    ['are not added up', { d: 900, t: { dkim: 2, 'rp-001': 2 } }, ['fine']],
  ])('%s', (_rule, attempts, expected) => {
    expect(groundsOf(attempts)).toEqual(expected);
  });

  test('are critical at a share of the settings, though its product with all attempts is rounded up', () => {
    const own = { ...settings, judging: { ...settings.judging, immediateShare: 0.07 } };
    const verdict = judgeMatter(
      figuresOf({ d: 93, t: { dkim: 7 } }),
      SETTLED,
      { warning: 0.5, critical: 0.6 },
      {
        ...criteria,
        settings: own,
      },
    );
    expect(verdict.state).toBe('trouble');
  });
});

describe('an hour', () => {
  test.each<[string, Attempts, typeof SETTLED, string[]]>([
    ['of ten attempts says nothing', { d: 5, t: { rate: 5 } }, SETTLED, ['quiet']],
    ['of eleven attempts is judged', { d: 6, t: { rate: 5 } }, SETTLED, ['rate critical 0.15 rate']],
    ['that is running says nothing with 99 attempts', { d: 50, t: { rate: 49 } }, RUNNING, ['quiet']],
    [
      'that is running is judged from 100 attempts',
      { d: 50, t: { rate: 50 } },
      RUNNING,
      ['rate critical 0.15 rate'],
    ],
    [
      'of which no delivery is known anywhere says nothing',
      { t: { rate: 500 } },
      { ...RUNNING, isReadable: false },
      ['quiet'],
    ],
    ['of full mailboxes alone has no volume', { d: 5, other: { full: 500 } }, SETTLED, ['quiet']],
  ])('%s', (_rule, attempts, progress, expected) => {
    expect(groundsOf(attempts, progress)).toEqual(expected);
  });

  test('is awaited if it holds many refusals and cannot be read', () => {
    const unreadable = { ...SETTLED, isSettled: false, isReadable: false };
    expect(verdictOn({ t: { rate: 500 } }, unreadable).isAwaited).toBe(true);
    expect(verdictOn({ t: { rate: 5 } }, unreadable).isAwaited).toBe(false);
    expect(verdictOn({ t: { rate: 500 } }).isAwaited).toBe(false);
  });

  const QUARTER = 15 * 60_000;
  test.each<[string, number, number, object]>([
    [
      'is running until its end',
      endOf(hour(0)) - 1,
      1,
      { isRunning: true, isSettled: false, isReadable: true },
    ],
    [
      'has ended, and is not settled, at its end',
      endOf(hour(0)),
      1,
      { isRunning: false, isSettled: false, isReadable: true },
    ],
    ['is settled a quarter of an hour after its end', endOf(hour(0)) + QUARTER, 1, { isSettled: true }],
    ['is not settled a moment before', endOf(hour(0)) + QUARTER - 1, 1, { isSettled: false }],
    ['cannot be read without a delivery', startOf(hour(0)) + 1, 0, { isReadable: false }],
    ['can be read without a delivery once it is settled', endOf(hour(0)) + QUARTER, 0, { isReadable: true }],
  ])('%s', (_rule, now, delivered, expected) => {
    expect(progressOf(hour(0), now, delivered, settings.judging)).toMatchObject(expected);
  });
});
