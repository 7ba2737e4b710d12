import { describe, expect, test } from 'vitest';
import type { Ground } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import { isMuted, muteOf, unmuted } from '../../../../lambdas/core/incidents/life-cycle/muting.ts';
import type { Mute } from '../../../../lambdas/core/incidents/life-cycle/muting.ts';
import { clear, CRITICAL, hour, immediateGround, trouble, WARNING } from '../judged-hours.ts';
import { openWarning, resolvedWarning } from './situations.ts';

const ACTIVE: Mute = {
  isActive: true,
  from: hour(2),
  until: null,
  previousUntil: null,
  immediate: [],
  previousImmediate: [],
};
const OVER: Mute = { ...ACTIVE, isActive: false, until: hour(4) };
const ALSO_BLOCKS: Mute = { ...ACTIVE, immediate: ['policy-block'] };

test.each<[string, Mute[], number, Ground, boolean]>([
  ['nothing mutes nothing', [], 3, WARNING, true],
  ['while many are reported every hour is muted', [ACTIVE], 1, CRITICAL, false],
  ['an hour before the many is heard once they are over', [OVER], 1, WARNING, true],
  ['their first hour stays muted', [OVER], 2, WARNING, false],
  ['their last hour stays muted', [OVER], 4, WARNING, false],
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
  const many = openWarning({ matter: 'everyone', firstHour: hour(2), told });
  const among = (index: number) => [
    trouble(index, [WARNING], { concerned: [{ matter: 'gmail', rate: 0.1 }] }),
  ];

  test.each([
    ['mutes what cannot wait of one that was among them', 2, 'gmail', ['policy-block']],
    ['does not mute what cannot wait of one that was not', 2, 'yahoo', []],
    ['does not mute what cannot wait of one that was among earlier ones', 1, 'gmail', []],
  ])('%s', (_rule, index, matter, immediate) => {
    expect(muteOf(many, among(index), matter).immediate).toEqual(immediate);
  });

  test.each([
    ['an earlier one of the own side told of nothing that cannot wait', 'everyone', []],
    ['an earlier one of small receivers may have told of it', 'other', ['policy-block', 'authentication']],
  ])('%s', (_rule, matter, previousImmediate) => {
    const later = openWarning({ matter, firstHour: hour(2), previousUntil: hour(1) });
    expect(muteOf(later, [], 'gmail')).toMatchObject({ previousImmediate });
  });

  test('mutes from its first hour as long as it is open', () => {
    expect(muteOf(many, [], 'gmail')).toMatchObject({ isActive: true, from: hour(2), until: null });
  });

  test('mutes the hours that it reported once it is resolved, and those of the one before', () => {
    const over = resolvedWarning({ firstHour: hour(1), toldUntil: hour(3), previousUntil: hour(0) });
    expect(muteOf(over, [], 'gmail')).toMatchObject({
      isActive: false,
      from: hour(1),
      until: hour(3),
      previousUntil: hour(0),
    });
  });
});
