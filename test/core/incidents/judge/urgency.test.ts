import { expect, test } from 'vitest';
import { mostUrgent, OPENING, WORSENING } from '../../../../lambdas/core/incidents/judge/urgency.ts';
import type { Trouble } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { blockedGround, CRITICAL, hour, immediateGround, trouble, WARNING } from '../judged-hours.ts';

const immediate = immediateGround();
const blocked = blockedGround();

test.each<[string, Trouble[], typeof OPENING, string]>([
  [
    'the highest level comes before the latest hour',
    [trouble(0, [CRITICAL]), trouble(1)],
    OPENING,
    '0 rate critical',
  ],
  [
    'of one level and reason the latest hour comes first',
    [trouble(0), trouble(1)],
    OPENING,
    '1 rate warning',
  ],
  [
    'an opening names what cannot wait before what is blocked',
    [trouble(0, [CRITICAL, blocked, immediate])],
    OPENING,
    '0 immediate critical',
  ],
  [
    'an opening names what is blocked before a rate',
    [trouble(0, [CRITICAL, blocked])],
    OPENING,
    '0 blocked critical',
  ],
  [
    'an escalation names what is blocked before what cannot wait',
    [trouble(0, [immediate, blocked])],
    WORSENING,
    '0 blocked critical',
  ],
  [
    'an escalation names what cannot wait before a rate',
    [trouble(0, [CRITICAL, immediate])],
    WORSENING,
    '0 immediate critical',
  ],
  [
    'the reason comes before the latest hour',
    [trouble(0, [immediate]), trouble(1, [CRITICAL])],
    OPENING,
    '0 immediate critical',
  ],
  ['the level comes before the reason', [trouble(0, [WARNING, blocked])], OPENING, '0 blocked critical'],
])('%s', (_rule, troubles, order, expected) => {
  const found = mostUrgent(troubles, order);
  const index = troubles.findIndex((one) => one.hour === found?.trouble.hour);
  expect(found?.trouble.hour).toBe(hour(index));
  expect(`${index} ${found?.ground.reason} ${found?.ground.severity}`).toBe(expected);
});

test('of two equal grounds of an hour the first comes first', () => {
  const [one, two] = [immediateGround('policy-block'), immediateGround('authentication')];
  expect(mostUrgent([trouble(0, [one, two])], OPENING)?.ground).toBe(one);
});

test('without trouble nothing is urgent', () => {
  expect(mostUrgent([], OPENING)).toBeUndefined();
});
