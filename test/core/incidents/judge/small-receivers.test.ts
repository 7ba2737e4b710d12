import { describe, expect, test } from 'vitest';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { judgeSmallReceivers } from '../../../../lambdas/core/incidents/judge/small-receivers.ts';
import type { Ground, Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { figuresWith } from '../../../example-figures.ts';
import {
  blockedGround,
  clear,
  CRITICAL,
  hour,
  hours,
  immediateGround,
  meaning,
  quiet,
  trouble,
  WARNING,
} from '../judged-hours.ts';

const REACHED = { hour: hour(0), isSettled: true };
const RULES = rulesById([meaning('rate-limit'), meaning('reputation'), meaning('policy-block')]);
const met = (...domains: readonly string[]) => ({
  sources: {},
  queues: Object.fromEntries(domains.map((domain) => [`${domain}/vmta1`, 1])),
  sample: '',
});
const OTHER = figuresWith({
  throttled: 900,
  byRule: { 'rate-limit': 900 },
  blockedByRule: { reputation: 50, 'policy-block': 20 },
  evidence: { 'rate-limit': met('d0.example', 'calm.example') },
});
const judge = (verdicts: readonly Verdict[]) =>
  judgeSmallReceivers(
    REACHED,
    OTHER,
    new Map(verdicts.map((verdict, index) => [`other:d${index}.example`, verdict])),
    RULES,
  );
const many = (count: number, grounds: readonly Ground[] = [WARNING]) =>
  hours(1, count, () => trouble(0, grounds));

describe('many small receivers at once', () => {
  test.each<[string, Verdict[], string[]]>([
    ['five in trouble are few', [...many(5), clear(0)], ['fine']],
    ['six in trouble are many', many(6), ['rate warning']],
    [
      'six in trouble are many however many are not',
      [...many(6), ...hours(1, 50, () => clear(0))],
      ['rate warning'],
    ],
    ['those without volume say nothing', [quiet(0), quiet(0)], ['quiet']],
    [
      'what a quarter has in common is reported',
      [...many(6), ...many(2, [blockedGround()])],
      ['rate warning', 'blocked critical'],
    ],
    ['what less than a quarter has is not', [...many(7), ...many(2, [blockedGround()])], ['rate warning']],
    ['a kind is as severe as its most severe', [...many(5), ...many(1, [CRITICAL])], ['rate critical']],
    [
      'refusals of two categories are two kinds',
      [...many(4, [immediateGround('policy-block')]), ...many(4, [immediateGround('authentication')])],
      ['immediate critical', 'immediate critical'],
    ],
  ])('%s', (_rule, verdicts, expected) => {
    const verdict = judge(verdicts);
    const found =
      verdict.state === 'trouble'
        ? verdict.grounds.map(({ reason, severity }) => `${reason} ${severity}`)
        : [verdict.state];
    expect(found).toEqual(expected);
  });

  test('name the lowest limit of their highest level', () => {
    const lower = { ...CRITICAL, limit: 0.12 } as Ground;
    const verdict = judge([...many(4), ...many(1, [CRITICAL]), ...many(1, [lower])]);
    expect(verdict).toMatchObject({ grounds: [{ severity: 'critical', limit: 0.12 }] });
  });

  test('add up what was refused', () => {
    const ground = immediateGround('policy-block', { deferred: 2, blocked: 3 });
    expect(judge(many(6, [ground]))).toMatchObject({ grounds: [{ refused: { deferred: 12, blocked: 18 } }] });
  });

  test('take their cause from the replies to all of other', () => {
    expect(judge(many(6, [blockedGround('content')]))).toMatchObject({
      grounds: [{ reason: 'blocked', cause: { id: 'reputation' } }],
    });
  });

  test('are reported with the sum of those in trouble, and those with most refusals first', () => {
    const worst = trouble(0, [WARNING], { figures: { throttled: 500, delivered: 500 } });
    const { figures, concerned } = judge([...many(6), worst, clear(0, { figures: { delivered: 9_999 } })]);
    expect(figures).toMatchObject({ throttled: 1_100, delivered: 5_900 });
    expect(concerned?.slice(0, 2)).toEqual([
      { matter: 'other:d6.example', rate: 0.5 },
      { matter: 'other:d0.example', rate: 0.1 },
    ]);
  });

  test('send nobody to a queue of a domain that is in no trouble', () => {
    expect(Object.keys(judge(many(6)).figures.evidence['rate-limit']?.queues ?? {})).toEqual([
      'd0.example/vmta1',
    ]);
  });
});
