import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Incident } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import { remind } from '../../../../lambdas/core/incidents/life-cycle/remind.ts';
import { exampleAlert } from '../../../example-incident.ts';
import { clear, CRITICAL, hours, meaning, quiet, rateGround, trouble } from '../judged-hours.ts';
import { after, inShort, MUTE, openWarning, situation } from './situations.ts';

const goingOn = (last: number) => hours(0, last, (index) => trouble(index));
const PERSISTS = { ...NOTHING_TOLD, persistent: true };
const iso = (instant: number) => new Date(instant).toISOString();

/** Opened at the end of hour 0: reminders are due every 4 hours from then, the persistence notice after 2. */
test.each<[string, Partial<Incident>, Verdict[], number, string | null]>([
  ['is silent before it has persisted', {}, goingOn(2), after(2) - 1, null],
  ['gives the persistence notice after 2 hours', {}, goingOn(2), after(2), 'reminder warning persistent'],
  ['gives the persistence notice once', { told: PERSISTS }, goingOn(3), after(3), null],
  [
    'gives no persistence notice within an hour of another alert',
    { toldAt: iso(after(2)) },
    goingOn(3),
    after(3) - 1,
    null,
  ],
  [
    'gives the persistence notice an hour after another alert',
    { toldAt: iso(after(2)) },
    goingOn(3),
    after(3),
    'reminder warning persistent',
  ],
  ['is silent before 4 hours are over', { told: PERSISTS }, goingOn(4), after(4) - 1, null],
  ['reminds after 4 hours', { told: PERSISTS }, goingOn(4), after(4), 'reminder warning rate'],
  [
    'is about the latest hour',
    { told: PERSISTS },
    [...goingOn(3), trouble(4, [CRITICAL])],
    after(4),
    'reminder critical rate',
  ],
  ['is silent after a clear hour', { told: PERSISTS }, [...goingOn(3), clear(4)], after(4, 15), null],
  [
    'says once that there is no traffic',
    { told: PERSISTS },
    [...goingOn(3), quiet(4)],
    after(4, 15),
    'reminder warning no-traffic',
  ],
  [
    'does not say twice that there is no traffic',
    { told: { ...PERSISTS, noTraffic: true } },
    [...goingOn(3), quiet(4)],
    after(4, 15),
    null,
  ],
  [
    'waits while the hour that has just ended is quiet and not settled',
    { told: PERSISTS },
    [...goingOn(3), quiet(4, { isSettled: false })],
    after(4),
    null,
  ],
  [
    'does not wait for an hour that is running',
    { told: PERSISTS },
    [...goingOn(4), quiet(5, { isSettled: false })],
    after(4, 30),
    'reminder warning rate',
  ],
  [
    'is about the last hour of a total block while the next cannot be read',
    { told: PERSISTS },
    [
      ...goingOn(2),
      trouble(3, [CRITICAL], { figures: { delivered: 0 } }),
      quiet(4, { isSettled: false, isAwaited: true }),
    ],
    after(4),
    'reminder critical rate',
  ],
  [
    'waits for an hour that cannot be read if something was accepted before it',
    { told: PERSISTS },
    [...goingOn(3), quiet(4, { isSettled: false, isAwaited: true })],
    after(4),
    null,
  ],
  [
    'waits until all alerts are sent',
    { told: PERSISTS, unsent: [exampleAlert()] },
    goingOn(4),
    after(4),
    null,
  ],
])('%s', (_rule, part, verdicts, now, expected) => {
  const decision = remind(openWarning(part), situation(verdicts, { now }));
  expect(decision ? inShort(decision) : null).toBe(expected);
});

test('is silent while many are reported at once', () => {
  expect(remind(openWarning(), situation(goingOn(4), { mutes: [MUTE] }))).toBeUndefined();
});

describe('the next reminder', () => {
  test('is counted from a reminder', () => {
    const decision = remind(openWarning({ told: PERSISTS }), situation(goingOn(4), { now: after(4) }));
    expect(decision?.incident.toldAt).toBe(iso(after(4)));
  });

  test('does not shift for a persistence notice', () => {
    const decision = remind(openWarning(), situation(goingOn(2), { now: after(2) }));
    expect(decision?.incident.toldAt).toBe(iso(after(0)));
  });
});

describe('what persists', () => {
  const stanceOf = (category: Parameters<typeof meaning>[0], scope?: 'recipient') => {
    const ground = rateGround('warning', meaning(category, { stance: 'patience', ...(scope && { scope }) }));
    const verdicts = hours(0, 2, (index) => trouble(index, [ground]));
    return remind(openWarning(), situation(verdicts, { now: after(2) }));
  };

  test('is a matter for a person if it judges the sender, and escalates no more for that', () => {
    const decision = stanceOf('reputation');
    expect(decision).toMatchObject({ stance: 'intervention', persistence: 'lasting' });
    expect(decision?.incident.told).toMatchObject({ persistent: true, intervention: true });
  });

  test.each([
    ['a receiver that is down', 'unavailable', undefined],
    ['single recipients', 'rate-limit', 'recipient'],
  ] as const)('stays patience for %s', (_what, category, scope) => {
    const decision = stanceOf(category, scope);
    expect(decision).toMatchObject({ stance: 'patience', persistence: 'lasting' });
    expect(decision?.incident.told.intervention).toBe(false);
  });
});
