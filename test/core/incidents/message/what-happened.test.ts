import { expect, test } from 'vitest';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import { whatHappened } from '../../../../lambdas/core/incidents/message/what-happened.ts';
import { blockedGround, immediateGround, rateGround, meaning } from '../judged-hours.ts';
import { after } from '../life-cycle/situations.ts';
import { exampleStory } from './example-story.ts';

const RECOVERED = { kind: 'resolved', reason: 'recovered', ground: null } as const;
const KNOWS_OF_A_BLOCK = { told: { ...NOTHING_TOLD, blocked: true } };
const MANY = { matter: 'other' };
const CONCERNED = [
  { name: 'a.example', rate: 0.5 },
  { name: 'b.example', rate: 0.2 },
];

/** What one of the paragraphs says. */
test.each<[string, Parameters<typeof exampleStory>[0], string]>([
  [
    'gives rate, hour, attempts and limit',
    {},
    'Gmail throttled 10.0 %: from 01:00 to 02:00 UTC on 24 November 2026, 100 of the 1,000 attempts that were accepted or throttled; the limit is 5 %.',
  ],
  [
    'says how far a running hour has come',
    { now: after(-1, 30) },
    'from 01:00 to 01:30 UTC on 24 November 2026 so far',
  ],
  ['says that it has become worse', { kind: 'escalated' }, 'It has become worse. Gmail throttled'],
  ['says that it still goes on', { kind: 'reminder' }, 'It still goes on. Gmail throttled'],
  [
    'says how long it has lasted, and that other advice holds',
    { kind: 'reminder', reason: 'persistent', now: after(2) },
    '2 hours have passed since the first alert',
  ],
  [
    'says how much of a rate is no limit of the sender, from a tenth on',
    { ground: { ...rateGround('warning'), reason: 'rate', limit: 0.05, aboutOne: 10 } },
    '10 of the throttled ones are about one recipient, one connection or one customer each',
  ],
  [
    'gives the share that is blocked',
    { ground: blockedGround(), figures: { blocked: 100, bounced: 100 } },
    'Gmail blocked 10.0 %: from 01:00 to 02:00 UTC on 24 November 2026, 100 of the 1,000 attempts that were accepted or blocked',
  ],
  [
    'counts what does not wait, and all that was throttled beside it',
    { ground: immediateGround('policy-block', { deferred: 40, blocked: 10 }), limit: null },
    'refused 50 attempts (policy block), which cannot wait',
  ],
  [
    'names each of many providers with its rate',
    { name: 'Several providers', incident: { matter: 'everyone' }, concerned: CONCERNED },
    '2 providers throttled at once, each above its limit: a.example 50.0 %, b.example 20.0 %. Together,',
  ],
  [
    'gives the reasons of many providers, the most frequent first',
    {
      incident: { matter: 'everyone' },
      figures: { byCategory: { reputation: 2, 'rate-limit': 9, recipient: 99 } },
    },
    'The reasons they gave: rate limit 9 times, reputation 2 times.',
  ],
  [
    'names small receivers, and says that the limit is that of each',
    { incident: MANY, concerned: CONCERNED },
    '2 small receivers (domains of no known provider) throttle or refuse at once: a.example, b.example. Together they throttled 10.0 %',
  ],
  [
    'says that there may be more small receivers where figures were shortened',
    {
      incident: MANY,
      concerned: CONCERNED,
      ground: blockedGround('reputation'),
      figures: { evidence: { reputation: { sources: {}, queues: { '(rest)': 9 }, sample: '' } } },
    },
    'At least 2 small receivers',
  ],
  [
    'does not hide another reason',
    {
      besides: [{ ground: blockedGround(), firstStep: 'Stop.', ips: ['203.0.113.7'] }],
      figures: { blocked: 100 },
    },
    'Besides, 10.0 % was blocked in all (the limit is 5 %), mostly from 203.0.113.7, for another reason (reputation): The meaning of reputation. First step: Stop.',
  ],
  ['says that mail is accepted again', RECOVERED, 'Gmail: mail is accepted again.'],
  [
    'says from where none is accepted yet',
    { ...RECOVERED, idleIps: ['203.0.113.7'] },
    'mail is accepted again, but none from 203.0.113.7.',
  ],
  [
    'says that nothing is blocked any more where the operator has read of a block',
    { ...RECOVERED, incident: KNOWS_OF_A_BLOCK },
    'Nothing was blocked.',
  ],
  [
    'says whose figures those of a recovery of many are',
    { ...RECOVERED, incident: MANY },
    'was throttled at all small receivers together',
  ],
  [
    'without traffic gives what there was',
    { kind: 'reminder', reason: 'no-traffic', ground: null, figures: { delivered: 3, throttled: 1 } },
    '4 attempts were accepted or throttled.',
  ],
  [
    'claims nothing of other bounces of a single domain',
    { incident: { matter: 'other:example.com' } },
    'bounces of other kinds are not known of a single domain',
  ],
])('what happened %s', (_rule, part, expected) => {
  expect(whatHappened(exampleStory(part)).join('\n')).toContain(expected);
});

test('what happened says nothing of single recipients below a tenth', () => {
  const ground = {
    ...rateGround('warning', meaning('rate-limit')),
    reason: 'rate',
    limit: 0.05,
    aboutOne: 9,
  } as const;
  expect(whatHappened(exampleStory({ ground })).join('\n')).not.toContain('one recipient');
});
