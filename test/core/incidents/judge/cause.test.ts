import { describe, expect, test } from 'vitest';
import type { Figures } from '../../../../lambdas/core/figures/figures.ts';
import {
  causeOfBlocking,
  causeOfThrottling,
  refusedOf,
  rulesById,
  throttlingOfTheSender,
} from '../../../../lambdas/core/incidents/judge/cause.ts';
import { CATEGORIES } from '../../../../lambdas/core/replies/category.ts';
import { figuresWith } from '../../../example-figures.ts';
import { meaning } from '../judged-hours.ts';

const ofOneRecipient = { ...meaning('rate-limit', { scope: 'recipient' }), id: 'of-one-recipient' };
const ofOneSession = { ...meaning('connection-limit'), id: 'of-one-session', ofOneSession: true as const };
const ofOneCustomer = { ...meaning('policy-block'), id: 'of-one-customer', ofOneCustomer: true as const };
const temporary = { ...meaning('policy-block', { stance: 'patience' }), id: 'temporary' };
const listed = { ...meaning('policy-block'), id: 'listed' };
const RULES = rulesById([
  ...CATEGORIES.map((category) => meaning(category)),
  ofOneRecipient,
  ofOneSession,
  ofOneCustomer,
  temporary,
  listed,
]);

describe('the cause of throttling', () => {
  test.each<[string, number, Figures['byRule'], string]>([
    ['is the rule with most deferrals', 30, { reputation: 10, 'rate-limit': 20 }, 'rate-limit'],
    ['is the first by name of two with as many', 20, { reputation: 10, 'rate-limit': 10 }, 'rate-limit'],
    ['is about the sender from a tenth on', 100, { unavailable: 90, reputation: 10 }, 'reputation'],
    ['is not about the sender below a tenth', 101, { unavailable: 91, reputation: 10 }, 'unavailable'],
    ['is never a full mailbox', 100, { recipient: 90, unavailable: 1 }, 'unavailable'],
    ['is not known where only mailboxes are full', 100, { recipient: 90 }, 'unclassified'],
    ['is not known where the catalogue lacks the rule', 100, { 'gone.rule': 90 }, 'unclassified'],
  ])('%s', (_rule, throttled, byRule, expected) => {
    expect(causeOfThrottling({ delivered: 0, throttled, byRule, byCategory: {} }, RULES).id).toBe(expected);
  });
});

test('what a sender reaches a limit by leaves out single recipients, connections and customers', () => {
  const aboutOne = { 'of-one-recipient': 5, 'of-one-session': 4, 'of-one-customer': 2 };
  const byRule = { 'rate-limit': 10, ...aboutOne, unavailable: 3 };
  expect(
    throttlingOfTheSender(
      figuresWith({
        delivered: 7,
        throttled: 21,
        byRule,
        byCategory: { 'rate-limit': 15, 'policy-block': 2 },
      }),
      RULES,
    ),
  ).toEqual({
    delivered: 7,
    throttled: 10,
    byRule: { 'rate-limit': 10, unavailable: 3 },
    byCategory: { 'rate-limit': 10, 'policy-block': 0 },
  });
});

test('the cause of throttling by a rule that another version had is its category', () => {
  const figures = figuresWith({
    throttled: 100,
    byRule: { 'gone.rule': 90, unavailable: 10 },
    byCategory: { reputation: 90, unavailable: 10 },
  });
  expect(causeOfThrottling(figures, RULES)).toMatchObject({
    id: 'unnamed.reputation',
    category: 'reputation',
    stance: 'intervention',
  });
});

test('the cause of blocking by a rule that another version had is a block', () => {
  const figures = figuresWith({ blocked: 9, blockedByRule: { 'gone.rule': 9 } });
  expect(causeOfBlocking(figures, RULES)).toMatchObject({ category: 'policy-block', stance: 'intervention' });
});

test('the cause of blocking is the rule with most bounces', () => {
  const figures = figuresWith({ byRule: { content: 90 }, blockedByRule: { reputation: 3, content: 2 } });
  expect(causeOfBlocking(figures, RULES).id).toBe('reputation');
});

describe('the refusals of a category that does not wait for a rate', () => {
  test.each<[string, Partial<Figures>, object]>([
    [
      'are deferred and blocked ones, and the rule with most of both is their cause',
      { byRule: { 'policy-block': 3, listed: 2 }, blockedByRule: { listed: 2, reputation: 9 } },
      { deferred: 5, blocked: 2, cause: { id: 'listed' } },
    ],
    [
      'are those of its breakdown where that knows more than the rules',
      { byRule: { listed: 2 }, byCategory: { 'policy-block': 40 } },
      { deferred: 40, blocked: 0, cause: { id: 'listed' } },
    ],
    [
      'are not those of one customer',
      { byRule: { 'of-one-customer': 7, listed: 1 }, blockedByRule: { 'of-one-customer': 9 } },
      { deferred: 1, blocked: 0, cause: { id: 'listed' } },
    ],
    [
      'are not those that are right to wait, also where the breakdown of categories counts them',
      { byRule: { temporary: 7, listed: 1 }, byCategory: { 'policy-block': 8 } },
      { deferred: 1, blocked: 0, cause: { id: 'listed' } },
    ],
    ['are none without a reply', {}, { deferred: 0, blocked: 0 }],
  ])('%s', (_rule, part, expected) => {
    expect(refusedOf('policy-block', figuresWith(part), RULES)).toMatchObject(expected);
  });
});
