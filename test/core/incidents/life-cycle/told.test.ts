import { describe, expect, test } from 'vitest';
import type { Ground } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Incident, Told } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import { isNews, isWorse, withIps, withTold } from '../../../../lambdas/core/incidents/life-cycle/told.ts';
import {
  blockedGround,
  CRITICAL,
  immediateGround,
  meaning,
  rateGround,
  trouble,
  WARNING,
} from '../judged-hours.ts';
import { openWarning } from './situations.ts';

const REPUTATION = rateGround('warning', meaning('reputation'));
const critical = (told: Partial<Told>): Partial<Incident> => ({
  highest: { severity: 'critical', limit: 0.15 },
  told: { ...NOTHING_TOLD, intervention: true, ...told },
});

test.each<[string, Ground, Partial<Incident>, boolean]>([
  ['the same level is no news', WARNING, {}, false],
  ['a higher level is news', CRITICAL, {}, true],
  ['a lower level is no news', WARNING, critical({}), false],
  ['that a person must act is news', REPUTATION, {}, true],
  [
    'that a person must act is news once',
    REPUTATION,
    { told: { ...NOTHING_TOLD, intervention: true } },
    false,
  ],
  ['blocking is news', blockedGround(), critical({}), true],
  ['blocking is news once', blockedGround(), critical({ blocked: true }), false],
  [
    'blocking is no news after refusals of that category that had bounced',
    blockedGround('policy-block'),
    critical({ immediate: ['policy-block'], bounced: ['policy-block'] }),
    false,
  ],
  [
    'blocking is news after refusals of that category that were deferred',
    blockedGround('policy-block'),
    critical({ immediate: ['policy-block'] }),
    true,
  ],
  [
    'blocking is news after refusals of another category that had bounced',
    blockedGround('reputation'),
    critical({ bounced: ['policy-block'] }),
    true,
  ],
  ['a policy block is news', immediateGround('policy-block'), critical({}), true],
  [
    'a policy block is news once',
    immediateGround('policy-block'),
    critical({ immediate: ['policy-block'] }),
    false,
  ],
  [
    'failed authentication is news after a policy block',
    immediateGround('authentication'),
    critical({ immediate: ['policy-block'] }),
    true,
  ],
])('%s', (_rule, ground, incident, expected) => {
  expect(isNews(ground, openWarning(incident))).toBe(expected);
});

test('an hour is worse only above the highest level that was reported', () => {
  expect(isWorse(trouble(0, [WARNING]), openWarning())).toBe(false);
  expect(isWorse(trouble(0, [WARNING, CRITICAL]), openWarning())).toBe(true);
  expect(isWorse(trouble(0, [CRITICAL]), openWarning(critical({})))).toBe(false);
});

describe('what is told', () => {
  const toldBy = (...grounds: readonly Ground[]) => withTold(openWarning(), [trouble(0, grounds)]).told;

  test.each<[string, Ground, Partial<Told>]>([
    ['a rate that asks for patience tells nothing', WARNING, NOTHING_TOLD],
    ['an intervention', REPUTATION, { intervention: true, blocked: false }],
    ['a block', blockedGround(), { intervention: true, blocked: true }],
    [
      'a refusal that was mostly deferred',
      immediateGround('authentication', { deferred: 3, blocked: 3 }),
      { immediate: ['authentication'], bounced: [] },
    ],
    [
      'a refusal that had mostly bounced',
      immediateGround('authentication', { deferred: 2, blocked: 3 }),
      { immediate: ['authentication'], bounced: ['authentication'] },
    ],
  ])('%s', (_what, ground, expected) => {
    expect(toldBy(ground)).toMatchObject(expected);
  });

  test('is kept besides what was told before', () => {
    const told = { ...NOTHING_TOLD, blocked: true, immediate: ['policy-block' as const] };
    const incident = withTold(openWarning({ told }), [trouble(0, [immediateGround('authentication')])]);
    expect(incident.told).toMatchObject({ blocked: true, immediate: ['policy-block', 'authentication'] });
  });

  test('holds the worst rates', () => {
    const rates = (worstRate: number) => ({ worstRate, worstBlockedRate: 0.3 });
    expect(withTold(openWarning(rates(0.05)), [trouble(0)])).toMatchObject(rates(0.1));
    expect(withTold(openWarning(rates(0.5)), [trouble(0)])).toMatchObject(rates(0.5));
  });

  test('holds each address once, the latest last, and fifty at most', () => {
    const ips = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `192.0.2.${from + n}`);
    expect(withIps({ ...NOTHING_TOLD, ips: ['a', 'b'] }, ['a', 'c']).ips).toEqual(['b', 'a', 'c']);
    expect(withIps({ ...NOTHING_TOLD, ips: ips(0, 48) }, ips(48, 58)).ips).toEqual(ips(8, 58));
  });
});
