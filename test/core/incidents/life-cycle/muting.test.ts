import { describe, expect, test } from 'vitest';
import type { Ground, Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import { isMuted, muteOf, unmuted } from '../../../../lambdas/core/incidents/life-cycle/muting.ts';
import type { Mute } from '../../../../lambdas/core/incidents/life-cycle/muting.ts';
import { clear, CRITICAL, hour, immediateGround, quiet, trouble, WARNING } from '../judged-hours.ts';
import { openWarning, resolvedWarning } from './situations.ts';

const ACTIVE: Mute = {
  isActive: true,
  from: hour(2),
  lastTrouble: hour(2),
  until: hour(5),
  previousUntil: null,
  immediate: [],
  previousImmediate: [],
};
const OVER: Mute = { ...ACTIVE, isActive: false, until: hour(4) };
const JUDGING = { clearHours: 2 };
const ALSO_BLOCKS: Mute = { ...ACTIVE, immediate: ['policy-block'] };

test.each<[string, Mute[], number, Ground, boolean]>([
  ['nothing mutes nothing', [], 3, WARNING, true],
  ['while many are reported every hour is muted', [ACTIVE], 1, CRITICAL, false],
  ['an hour before the many is heard once they are over', [OVER], 1, WARNING, true],
  ['their first hour stays muted', [OVER], 2, WARNING, false],
  ['their last hour in trouble stays muted', [{ ...OVER, lastTrouble: hour(4) }], 4, WARNING, false],
  ['what goes on in the hours of their all-clear is heard', [OVER], 4, WARNING, true],
  ['an hour after them is heard', [OVER], 5, WARNING, true],
  ['what cannot wait is heard', [ACTIVE], 3, immediateGround(), true],
  [
    'what cannot wait is muted if the many are reported for it',
    [ALSO_BLOCKS],
    3,
    immediateGround('policy-block'),
    false,
  ],
  ['what cannot wait for another reason is heard', [ALSO_BLOCKS], 3, immediateGround('authentication'), true],
  [
    'hours of an earlier time of many stay muted for good',
    [{ ...OVER, previousUntil: hour(0) }],
    0,
    WARNING,
    false,
  ],
  [
    'what could not wait then is heard if the alerts of that time said nothing of it',
    [{ ...OVER, previousUntil: hour(0) }],
    0,
    immediateGround(),
    true,
  ],
  [
    'what could not wait then stays muted if they may have',
    [{ ...OVER, previousUntil: hour(0), previousImmediate: ['policy-block'] }],
    0,
    immediateGround('policy-block'),
    false,
  ],
  ['one of two mutes is enough', [OVER, ACTIVE], 5, WARNING, false],
])('%s', (_rule, mutes, index, ground, isHeard) => {
  expect(unmuted([trouble(index, [ground])], mutes)).toHaveLength(isHeard ? 1 : 0);
});

test('of an hour with several grounds those are heard that are not muted', () => {
  const [heard] = unmuted([clear(2), trouble(3, [CRITICAL, immediateGround()])], [ACTIVE]);
  expect(heard?.grounds.map(({ reason }) => reason)).toEqual(['immediate']);
});

test('an incident is muted only while many are reported', () => {
  expect(isMuted([OVER])).toBe(false);
  expect(isMuted([OVER, ACTIVE])).toBe(true);
});

describe('an incident of many', () => {
  const told = { ...NOTHING_TOLD, immediate: ['policy-block' as const] };
  const many = openWarning({ matter: 'everyone', firstHour: hour(2), lastTrouble: hour(2), told });
  const among = (index: number) => [
    trouble(index, [WARNING], { concerned: [{ matter: 'gmail', rate: 0.1 }] }),
  ];

  test.each([
    ['mutes what cannot wait of one that was among them', 2, 'gmail', ['policy-block']],
    ['does not mute what cannot wait of one that was not', 2, 'yahoo', []],
    ['does not mute what cannot wait of one that was among earlier ones', 1, 'gmail', []],
  ])('%s', (_rule, index, matter, immediate) => {
    expect(muteOf(many, among(index), matter, JUDGING).immediate).toEqual(immediate);
  });

  test.each([
    ['an earlier one of the own side told of nothing that cannot wait', 'everyone', []],
    ['an earlier one of small receivers may have told of it', 'other', ['policy-block', 'authentication']],
  ])('%s', (_rule, matter, previousImmediate) => {
    const later = openWarning({ matter, firstHour: hour(2), previousUntil: hour(1) });
    expect(muteOf(later, [], 'gmail', JUDGING)).toMatchObject({ previousImmediate });
  });

  test.each<[string, Verdict[], Partial<Mute>]>([
    ['from its first hour', [], { isActive: true, from: hour(2), lastTrouble: hour(2) }],
    ['while its hours are in trouble', among(7), { isActive: true, lastTrouble: hour(7) }],
    ['until its clear hours have settled', [clear(3), clear(5)], { isActive: true, until: hour(5) }],
    ['no longer where they never come in a row', [clear(3), quiet(4), clear(6)], { isActive: false }],
    ['while there is no traffic to judge by', [clear(3), quiet(6)], { isActive: true }],
  ])('mutes %s', (_rule, verdicts, mute) => {
    expect(muteOf(many, verdicts, 'gmail', JUDGING)).toMatchObject(mute);
  });

  test('mutes the hours that it reported once it is resolved, and those of the one before', () => {
    const over = resolvedWarning({
      firstHour: hour(1),
      lastTrouble: hour(1),
      toldUntil: hour(3),
      previousUntil: hour(0),
    });
    expect(muteOf(over, [], 'gmail', JUDGING)).toMatchObject({
      isActive: false,
      from: hour(1),
      lastTrouble: hour(1),
      until: hour(3),
      previousUntil: hour(0),
    });
  });
});

test('what is over by the all-clear of the many stays muted, though it was in trouble after them', () => {
  expect(unmuted([trouble(2), trouble(3), clear(4)], [OVER])).toEqual([]);
  expect(unmuted([trouble(2), clear(3), trouble(4)], [OVER]).map((one) => one.hour)).toEqual([hour(4)]);
  expect(unmuted([trouble(2), trouble(4), quiet(5)], [OVER]).map((one) => one.hour)).toEqual([hour(4)]);
});
