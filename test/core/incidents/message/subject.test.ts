import { describe, expect, test } from 'vitest';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import { subjectOf } from '../../../../lambdas/core/incidents/message/subject.ts';
import { CATEGORIES, stanceOf } from '../../../../lambdas/core/replies/category.ts';
import { blockedGround, hour, immediateGround } from '../judged-hours.ts';
import { after } from '../life-cycle/situations.ts';
import { exampleStory } from './example-story.ts';

const RECOVERED = {
  kind: 'resolved',
  reason: 'recovered',
  ground: null,
  clearSince: hour(1),
  now: after(2, 15),
} as const;
const NO_TRAFFIC = { kind: 'reminder', reason: 'no-traffic', ground: null } as const;
const CLEAR_LAST = { lastTrouble: hour(0), lastVolume: hour(1) };

test.each<[string, Parameters<typeof exampleStory>[0], string]>([
  [
    'says level, who, how much, since when, why and what to do',
    {},
    'WARNING Gmail: 10.0 % throttled since 01:00 UTC (rate limit: wait)',
  ],
  [
    'says that it is worse',
    { kind: 'escalated', severity: 'critical' },
    'CRITICAL Gmail: worse, 10.0 % throttled since 01:00 UTC (rate limit: wait)',
  ],
  [
    'says that it still goes on',
    { kind: 'reminder' },
    'WARNING Gmail: still 10.0 % throttled since 01:00 UTC (rate limit: wait)',
  ],
  [
    'says that it lasts, and that waiting is no answer',
    { kind: 'reminder', reason: 'persistent', stance: 'intervention' },
    'WARNING Gmail: lasting, 10.0 % throttled since 01:00 UTC (rate limit: act now)',
  ],
  [
    'gives the share that is blocked',
    { ground: blockedGround(), figures: { blocked: 100, bounced: 100 } },
    'WARNING Gmail: 10.0 % blocked since 01:00 UTC (rate limit: wait)',
  ],
  [
    'gives the share that is refused',
    { ground: immediateGround('policy-block', { deferred: 40, blocked: 10 }) },
    'WARNING Gmail: 5.0 % refused since 01:00 UTC (rate limit: wait)',
  ],
  [
    'of a block that may have begun after the incident says since when that is open',
    {
      kind: 'escalated',
      ground: blockedGround(),
      figures: { blocked: 100, bounced: 100 },
      incident: { firstHour: hour(-1) },
    },
    'WARNING Gmail: worse, 10.0 % blocked, open since 00:00 UTC (rate limit: wait)',
  ],
  [
    'of throttling after a refusal says since when that is open: the refusal may have come first',
    {
      kind: 'reminder',
      incident: { firstHour: hour(-1), told: { ...NOTHING_TOLD, immediate: ['authentication'] } },
    },
    'WARNING Gmail: still 10.0 % throttled, open since 00:00 UTC (rate limit: wait)',
  ],
  [
    'of everyone names the own side',
    { name: 'Several providers', incident: { matter: 'everyone' } },
    'WARNING Several providers: 10.0 % throttled since 01:00 UTC (your own side: wait)',
  ],
  [
    'writes a domain as mail servers do',
    { name: 'münchen.example', incident: { matter: 'other:münchen.example' } },
    'WARNING xn--mnchen-3ya.example: 10.0 % throttled since 01:00 UTC (rate limit: wait)',
  ],
  [
    'of a recovery says after how long',
    RECOVERED,
    'RESOLVED Gmail: recovered, 10.0 % throttled after 1 hour',
  ],
  [
    'of a recovery counts what is blocked where the operator has read of a block',
    { ...RECOVERED, incident: { told: { ...NOTHING_TOLD, blocked: true } }, figures: { blocked: 0 } },
    'RESOLVED Gmail: recovered, 10.0 % throttled or blocked after 1 hour',
  ],
  [
    'of a recovery leaves out one address that shows none',
    { ...RECOVERED, idleIps: ['203.0.113.7'] },
    'RESOLVED Gmail: recovered but for 203.0.113.7, 10.0 % throttled after 1 hour',
  ],
  [
    'of a recovery counts several addresses that show none',
    { ...RECOVERED, idleIps: ['203.0.113.7', '203.0.113.8'] },
    'RESOLVED Gmail: recovered but for 2 refused IPs, 10.0 % throttled after 1 hour',
  ],
  [
    'of many at once claims no recovery of each',
    { ...RECOVERED, name: 'Several providers', incident: { matter: 'everyone' } },
    'RESOLVED Several providers: no longer in trouble together, after 1 hour',
  ],
  [
    'without traffic claims no end',
    NO_TRAFFIC,
    'WARNING Gmail: hardly any traffic now; nothing shows it is over',
  ],
  [
    'without traffic after a clear hour says so',
    { ...NO_TRAFFIC, incident: CLEAR_LAST },
    'WARNING Gmail: hardly any traffic now; the last judged hour was clear',
  ],
  [
    'of what is closed is no all-clear',
    { ...NO_TRAFFIC, kind: 'resolved' },
    'CLOSED Gmail: no traffic to judge by; nothing shows the block has lifted',
  ],
])('a subject %s', (_rule, part, expected) => {
  expect(subjectOf(exampleStory(part))).toBe(expected);
});

describe('the name of a provider and what is to be done have room, also on the day after', () => {
  const grounds = { refused: immediateGround('authentication'), blocked: blockedGround('policy-block') };
  const refusing = CATEGORIES.filter((category) => stanceOf(category) === 'intervention');
  const cases = refusing.flatMap((category) =>
    Object.entries(grounds).flatMap(([what, ground]) =>
      (['rate', 'persistent'] as const).map((reason) => ({ category, what, ground, reason })),
    ),
  );
  test.each(cases)('$category, $what, $reason', ({ category, ground, reason }) => {
    const subject = subjectOf(
      exampleStory({
        kind: 'reminder',
        severity: 'critical',
        stance: 'intervention',
        reason,
        category,
        ground,
        name: 'Microsoft 365',
        figures: { delivered: 0, blocked: 100, bounced: 100 },
        incident: { firstHour: hour(-3) },
      }),
    );
    expect(subject).toContain(' Microsoft 365: ');
    expect(subject).toMatch(/, open since 23 Nov 22:00 \([a-z ,]+: act now\)$/);
  });
});

test('a long name gives way to what is to be done', () => {
  const subject = subjectOf(exampleStory({ name: 'A provider of quite an extraordinary name'.repeat(3) }));
  expect(subject.length).toBeLessThan(100);
  expect(subject).toMatch(/throttled since 01:00 UTC \(rate limit: wait\)$/);
});
