import { expect, test } from 'vitest';
import { shiftHour } from '../../lambdas/core/hour.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { Day, FIRST, line, play } from './stories.ts';
import type { Attempts } from '../core/incidents/attempts.ts';
import type { Story } from './stories.ts';

const calm: Attempts = { d: 1000 };
const times = (count: number, attempts: Attempts | null) => Array.from({ length: count }, () => attempts);
const throttled = (percent: number, rule = 'rate'): Attempts => ({
  d: 1000 - percent * 10,
  t: { [rule]: percent * 10 },
});

interface Case {
  story: Story;
  settings?: unknown;
  alerts: string[];
}

/**
 * Every story begins at 01:00 and is judged at the end of each hour. An hour that ended just then is not settled, so
 * that the all-clear comes one hour after the second clear hour here (15 minutes after it where evaluate runs every
 * 5 minutes).
 */
const STORIES: Record<string, Case> = {
  'sends nothing while nothing happens': {
    story: { gmail: times(5, calm), yahoo: times(5, calm) },
    alerts: [],
  },

  'gives a sender that is active one hour a day an all-clear the day after, from one clear hour': {
    story: { gmail: [throttled(8), ...times(23, null), calm, ...times(3, null)] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '04:00 gmail reminder warning no-traffic patience (02)',
      '03:00 gmail resolved warning recovered patience (01)',
    ],
  },
  'gives a sender that is active one hour a day and throttled again no all-clear': {
    story: { gmail: [throttled(8), ...times(23, null), throttled(8), ...times(4, null)] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '04:00 gmail reminder warning no-traffic patience (02)',
      '02:00 gmail reminder warning persistent intervention (01)',
      '06:00 gmail reminder warning no-traffic intervention (04)',
    ],
  },
  'reminds of a block of everything, though no hour can be read at its end': {
    story: { gmail: times(8, { t: { reputation: 400 } }) },
    alerts: [
      '03:00 gmail opened critical rate intervention (01)',
      '05:00 gmail reminder critical persistent intervention (03)',
      '07:00 gmail reminder critical rate intervention (05)',
    ],
  },
  'reminds that there is no traffic after a block of everything, not of the block again': {
    story: { gmail: [...times(3, { t: { reputation: 400 } }), ...times(5, null)] },
    alerts: [
      '03:00 gmail opened critical rate intervention (01)',
      '06:00 gmail reminder critical no-traffic intervention (04)',
    ],
  },
  'reminds of providers that all refuse everything': {
    story: Object.fromEntries(
      ['gmail', 'yahoo', 'outlook'].map((isp) => [isp, times(6, { t: { reputation: 400 } })]),
    ),
    alerts: [
      '03:00 everyone opened critical rate intervention (01)',
      '05:00 everyone reminder critical persistent intervention (03)',
      '07:00 everyone reminder critical rate intervention (05)',
    ],
  },

  'opens as a warning at the first limit': {
    story: { gmail: [throttled(5)], yahoo: [throttled(8)] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '02:00 yahoo opened warning rate patience (01)',
    ],
  },
  'sends nothing just below the first limit': {
    story: { gmail: [{ d: 951, t: { rate: 49 } }], yahoo: [{ d: 921, t: { rate: 79 } }] },
    alerts: [],
  },
  'opens as a warning exactly at the second limit': {
    story: { gmail: [throttled(15)], yahoo: [throttled(20)] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '02:00 yahoo opened warning rate patience (01)',
    ],
  },
  'opens as critical above the second limit': {
    story: { gmail: [throttled(16)], outlook: [throttled(11)] },
    alerts: [
      '02:00 gmail opened critical rate patience (01)',
      '02:00 outlook opened critical rate patience (01)',
    ],
  },
  'judges an ISP without limits of its own by 10 and 25 %': {
    story: {
      comcast: [throttled(9), throttled(10), throttled(26)],
      orange: [throttled(25), throttled(26)],
    },
    alerts: [
      '02:00 orange opened warning rate patience (01)',
      '03:00 comcast opened warning rate patience (02)',
      '03:00 orange escalated critical rate patience (02)',
      '04:00 comcast escalated critical rate patience (03)',
    ],
  },
  'takes the limits of the settings first': {
    story: { gmail: [throttled(20)], comcast: [throttled(3)] },
    settings: {
      limits: { gmail: { warning: 0.3, critical: 0.4 }, default: { warning: 0.02, critical: 0.05 } },
    },
    alerts: ['02:00 comcast opened warning rate patience (01)'],
  },

  'judges eleven attempts, and not ten': {
    story: { gmail: [{ d: 5, t: { rate: 5 } }], yahoo: [{ d: 5, t: { rate: 6 } }] },
    alerts: ['02:00 yahoo opened critical rate patience (01)'],
  },
  'counts full mailboxes neither as throttling nor as volume': {
    story: {
      gmail: [{ d: 1000, other: { full: 9000 } }],
      yahoo: [{ d: 9, t: { rate: 1 }, other: { full: 500 } }],
    },
    alerts: [],
  },

  'reports step by step what builds up, and its recovery': {
    story: {
      gmail: [
        calm,
        throttled(7),
        throttled(20, 'reputation'),
        throttled(20, 'reputation'),
        ...times(4, calm),
      ],
    },
    alerts: [
      '03:00 gmail opened warning rate patience (02)',
      '04:00 gmail escalated critical rate intervention (03)',
      '05:00 gmail reminder critical persistent intervention (04)',
      '08:00 gmail resolved critical recovered intervention (06)',
    ],
  },
  'keeps asking for patience with a limit of single recipients, however long it lasts': {
    story: { gmail: times(3, throttled(7, 'recipient-rate')) },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '04:00 gmail reminder warning persistent patience (03)',
    ],
  },
  'never opens as critical for single recipients and full connections, however many': {
    story: {
      gmail: times(3, throttled(60, 'recipient-rate')),
      yahoo: times(3, throttled(60, 'full-connection')),
    },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '02:00 yahoo opened warning rate patience (01)',
      '04:00 gmail reminder warning persistent patience (03)',
      '04:00 yahoo reminder warning persistent patience (03)',
    ],
  },
  'names what else throttles instead of them, critical by itself': {
    story: {
      gmail: [
        { d: 700, t: { 'recipient-rate': 230, reputation: 70 } },
        { d: 700, t: { 'recipient-rate': 100, reputation: 200 } },
      ],
      yahoo: [{ d: 700, t: { 'recipient-rate': 250, reputation: 50 } }],
    },
    alerts: [
      '02:00 gmail opened warning rate intervention (01)',
      '02:00 yahoo opened warning rate patience (01)',
      '03:00 gmail escalated critical rate intervention (02)',
    ],
  },
  'escalates on the same level when patience turns into intervention': {
    story: {
      gmail: [throttled(7), throttled(7, 'reputation'), throttled(7, 'rate'), throttled(7, 'content')],
    },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '03:00 gmail escalated warning rate intervention (02)',
      '04:00 gmail reminder warning persistent intervention (03)',
    ],
  },
  'stays critical when it turns into a matter for a person': {
    story: { gmail: [throttled(20), throttled(7, 'reputation')] },
    alerts: [
      '02:00 gmail opened critical rate patience (01)',
      '03:00 gmail escalated critical rate intervention (02)',
    ],
  },
  'sends nothing when it falls from critical to warning': {
    story: { gmail: [throttled(20), throttled(7)] },
    alerts: ['02:00 gmail opened critical rate patience (01)'],
  },
  'escalates when throttling turns into blocking': {
    story: { gmail: [throttled(7), { d: 930, t: { rate: 20 }, b: { reputation: 50 } }] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '03:00 gmail escalated critical blocked intervention (02)',
    ],
  },
  'escalates once for blocking, also if it was critical before': {
    story: { gmail: [throttled(20, 'content'), ...times(2, { d: 700, b: { reputation: 300 } })] },
    alerts: [
      '02:00 gmail opened critical rate intervention (01)',
      '03:00 gmail escalated critical blocked intervention (02)',
      '04:00 gmail reminder critical persistent intervention (03)',
    ],
  },
  'opens for blocking alone': {
    story: { gmail: [{ d: 900, b: { reputation: 100 } }] },
    alerts: ['02:00 gmail opened critical blocked intervention (01)'],
  },
  'does not resolve by an hour in which mail is blocked': {
    story: { gmail: [throttled(7), ...times(5, { d: 940, b: { content: 60 } })] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '03:00 gmail escalated critical blocked intervention (02)',
      '04:00 gmail reminder critical persistent intervention (03)',
      '07:00 gmail reminder critical blocked intervention (06)',
    ],
  },

  'opens for a policy block without waiting for a rate': {
    story: { outlook: [{ d: 997, t: { 'rp-001': 3 } }] },
    alerts: ['02:00 outlook opened critical immediate intervention (01)'],
  },
  'opens for failed authentication, deferred or bounced, without waiting for a rate': {
    story: { gmail: [{ d: 1997, t: { dkim: 1 }, b: { dkim: 2 } }] },
    alerts: ['02:00 gmail opened critical immediate intervention (01)'],
  },
  'sends nothing for two of them': { story: { outlook: [{ d: 998, t: { 'rp-001': 2 } }] }, alerts: [] },
  'sends nothing for three of them in more than three thousand': {
    story: { outlook: [{ d: 2998, t: { 'rp-001': 3 } }] },
    alerts: [],
  },
  'escalates an open incident once for each kind of them': {
    story: {
      outlook: [throttled(20, 'reputation'), ...times(2, { d: 800, t: { reputation: 190, 'rp-001': 10 } })],
    },
    alerts: [
      '02:00 outlook opened critical rate intervention (01)',
      '03:00 outlook escalated critical immediate intervention (02)',
      '04:00 outlook reminder critical persistent intervention (03)',
    ],
  },
  'a policy block that bounces from the start is told of as blocking: a higher share of the same is no news':
    {
      story: {
        outlook: [
          { d: 970, b: { 'rp-001': 30 } },
          { d: 800, b: { 'rp-001': 200 } },
        ],
      },
      alerts: ['02:00 outlook opened critical immediate intervention (01)'],
    },
  'escalates when mail is blocked for another reason than a policy block': {
    story: {
      outlook: [
        { d: 970, b: { dkim: 30 } },
        { d: 800, b: { dkim: 30, content: 170 } },
      ],
    },
    alerts: [
      '02:00 outlook opened critical immediate intervention (01)',
      '03:00 outlook escalated critical blocked intervention (02)',
    ],
  },
  'escalates when a policy block defers at first and then bounces': {
    story: {
      outlook: [
        { d: 970, t: { 'rp-001': 30 } },
        { d: 800, b: { 'rp-001': 200 } },
      ],
    },
    alerts: [
      '02:00 outlook opened critical immediate intervention (01)',
      '03:00 outlook escalated critical blocked intervention (02)',
    ],
  },

  'asks for patience with TSS04, and for intervention once it persists': {
    story: { yahoo: [...times(5, throttled(15, 'tss04')), ...times(3, calm)] },
    alerts: [
      '02:00 yahoo opened warning rate patience (01)',
      '04:00 yahoo reminder warning persistent intervention (03)',
      '06:00 yahoo reminder warning rate intervention (05)',
      '09:00 yahoo resolved warning recovered intervention (07)',
    ],
  },
  'does not ask for patience again when what persists becomes worse': {
    story: { yahoo: [...times(4, throttled(15, 'tss04')), throttled(30, 'tss04'), ...times(3, calm)] },
    alerts: [
      '02:00 yahoo opened warning rate patience (01)',
      '04:00 yahoo reminder warning persistent intervention (03)',
      '06:00 yahoo escalated critical rate intervention (05)',
      '09:00 yahoo resolved critical recovered intervention (07)',
    ],
  },
  'asks for intervention also where it becomes worse just as it has persisted': {
    story: { yahoo: [...times(2, throttled(15, 'tss04')), ...times(2, throttled(30, 'tss04'))] },
    alerts: [
      '02:00 yahoo opened warning rate patience (01)',
      '04:00 yahoo escalated critical rate intervention (03)',
      '05:00 yahoo reminder critical persistent intervention (04)',
    ],
  },
  'keeps asking for patience with a receiver that is down, however long': {
    story: { gmail: times(3, throttled(20, 'busy')) },
    alerts: [
      '02:00 gmail opened critical rate patience (01)',
      '04:00 gmail reminder critical persistent patience (03)',
    ],
  },
  'reminds every four hours': {
    story: { gmail: times(14, throttled(7)) },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '04:00 gmail reminder warning persistent intervention (03)',
      '06:00 gmail reminder warning rate intervention (05)',
      '10:00 gmail reminder warning rate intervention (09)',
      '14:00 gmail reminder warning rate intervention (13)',
    ],
  },
  'does not remind while it looks better': {
    story: { gmail: [throttled(7), calm, throttled(7), calm, throttled(7), calm] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '04:00 gmail reminder warning persistent intervention (03)',
      '06:00 gmail reminder warning rate intervention (05)',
    ],
  },

  'does not resolve after one clear hour': {
    story: { gmail: [throttled(7), calm, throttled(7), calm] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '04:00 gmail reminder warning persistent intervention (03)',
    ],
  },
  'does not resolve by clear hours with a quiet one between': {
    story: { gmail: [throttled(7), calm, null, calm, null] },
    alerts: ['02:00 gmail opened warning rate patience (01)'],
  },
  'opens a new incident for trouble after an all-clear': {
    story: { gmail: [throttled(7), calm, calm, throttled(7), calm] },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '05:00 gmail resolved warning recovered patience (03)',
      '05:00 gmail opened warning rate patience (04)',
    ],
  },

  'stops reminding without traffic, and ends the incident a day later without an all-clear': {
    story: { yahoo: [...times(3, throttled(15, 'tss04')), ...times(27, null)] },
    alerts: [
      '02:00 yahoo opened warning rate patience (01)',
      '04:00 yahoo reminder warning persistent intervention (03)',
      '06:00 yahoo reminder warning no-traffic intervention (04)',
      '05:00 yahoo resolved warning no-traffic intervention (03)',
    ],
  },
  'counts the hours without traffic from the last one that had some, though it was clear': {
    story: { gmail: [throttled(7, 'reputation'), calm, ...times(26, null)] },
    alerts: [
      '02:00 gmail opened warning rate intervention (01)',
      '05:00 gmail reminder warning no-traffic intervention (03)',
      '04:00 gmail resolved warning no-traffic intervention (02)',
    ],
  },
  'judges traffic that comes back as if it had never been away': {
    story: { yahoo: [throttled(15), ...times(6, null), throttled(15), ...times(3, calm)] },
    alerts: [
      '02:00 yahoo opened warning rate patience (01)',
      '04:00 yahoo reminder warning no-traffic patience (02)',
      '09:00 yahoo reminder warning persistent intervention (08)',
      '12:00 yahoo resolved warning recovered intervention (10)',
    ],
  },

  'reports the own side once if three ISPs of four throttle': {
    story: {
      gmail: [calm, throttled(7), throttled(7), ...times(4, calm)],
      yahoo: [calm, throttled(9), throttled(9), ...times(4, calm)],
      outlook: [calm, throttled(7), throttled(7), ...times(4, calm)],
      comcast: times(7, calm),
    },
    alerts: [
      '03:00 everyone opened warning rate intervention (02)',
      '07:00 everyone resolved warning recovered intervention (05)',
    ],
  },
  'is critical for the own side as soon as one of the ISPs is, whose own alert is not sent': {
    story: {
      gmail: [throttled(7), throttled(60)],
      yahoo: times(2, throttled(9)),
      outlook: times(2, throttled(7)),
    },
    alerts: [
      '02:00 everyone opened warning rate intervention (01)',
      '03:00 everyone escalated critical rate intervention (02)',
    ],
  },
  'does not report the own side for three ISPs of six': {
    story: {
      gmail: [throttled(7)],
      yahoo: [throttled(9)],
      outlook: [throttled(7)],
      comcast: [calm],
      apple: [calm],
      gmx: [calm],
    },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '02:00 outlook opened warning rate patience (01)',
      '02:00 yahoo opened warning rate patience (01)',
    ],
  },
  'does not count ISPs with too little volume': {
    story: {
      gmail: [throttled(7)],
      yahoo: [throttled(9)],
      outlook: [throttled(7)],
      ...Object.fromEntries(['apple', 'comcast', 'gmx', 'orange'].map((isp) => [isp, [{ d: 5 }]])),
    },
    alerts: ['02:00 everyone opened warning rate intervention (01)'],
  },
  'opens for an ISP that is still in trouble when the own side is resolved': {
    story: {
      gmail: times(7, throttled(7)),
      yahoo: [throttled(9), ...times(6, calm)],
      outlook: [throttled(7), ...times(6, calm)],
    },
    alerts: [
      '02:00 everyone opened warning rate intervention (01)',
      '05:00 everyone resolved warning recovered intervention (03)',
      '05:00 gmail opened warning rate patience (04)',
      '07:00 gmail reminder warning persistent intervention (06)',
    ],
  },
  'opens for an ISP that was in trouble to the end of the own side, though its traffic stops then': {
    story: {
      gmail: [...times(2, throttled(60)), ...times(2, throttled(60, 'reputation'))],
      yahoo: [throttled(9), throttled(9), ...times(4, calm)],
      outlook: [throttled(7), throttled(7), ...times(4, calm)],
    },
    alerts: [
      '02:00 everyone opened critical rate intervention (01)',
      '06:00 everyone resolved critical recovered intervention (04)',
      '06:00 gmail opened critical rate intervention (04)',
    ],
  },
  'hears a single ISP again where an hour between each two keeps the own side from its all-clear': {
    story: {
      gmail: [throttled(60), null, throttled(60), null, throttled(60), null],
      yahoo: [throttled(9), null, calm, null, calm, null],
      outlook: [throttled(7), null, calm, null, calm, null],
    },
    alerts: [
      '02:00 everyone opened critical rate intervention (01)',
      '06:00 gmail opened critical rate patience (05)',
    ],
  },
  'hears the one ISP that is tried again while the own side waits for traffic': {
    story: {
      gmail: [throttled(60), ...times(4, null), throttled(60)],
      yahoo: [throttled(9), ...times(5, null)],
      outlook: [throttled(7), ...times(5, null)],
    },
    alerts: [
      '02:00 everyone opened critical rate intervention (01)',
      '04:00 everyone reminder critical no-traffic intervention (02)',
      '07:00 gmail opened critical rate patience (06)',
    ],
  },
  'does not report single ISPs of the first time after the own side came back within the look-back': {
    story: Object.fromEntries(
      ['gmail', 'yahoo', 'outlook'].map((isp) => [
        isp,
        [throttled(9), calm, calm, throttled(9), ...times(4, calm)],
      ]),
    ),
    settings: { judging: { lookBackHours: 12 } },
    alerts: [
      '02:00 everyone opened warning rate intervention (01)',
      '05:00 everyone resolved warning recovered intervention (03)',
      '05:00 everyone opened warning rate intervention (04)',
      '08:00 everyone resolved warning recovered intervention (06)',
    ],
  },
  'mutes open incidents while the own side is reported, and no policy block': {
    story: {
      gmail: [throttled(7), ...times(2, throttled(20, 'reputation')), ...times(4, calm)],
      yahoo: [calm, throttled(9), throttled(9), ...times(4, calm)],
      outlook: [calm, throttled(7), { d: 900, t: { reputation: 90, 'rp-001': 10 } }, ...times(4, calm)],
    },
    alerts: [
      '02:00 gmail opened warning rate patience (01)',
      '03:00 everyone opened critical rate intervention (02)',
      '04:00 outlook opened critical immediate intervention (03)',
      '07:00 everyone resolved critical recovered intervention (05)',
      '07:00 gmail resolved warning recovered patience (05)',
      '07:00 outlook resolved critical recovered intervention (05)',
    ],
  },
};

test.each(Object.entries(STORIES))('%s', async (_, { story, settings, alerts }) => {
  expect((await play(story, settings)).map(line)).toEqual(alerts);
});

test('what began while many were reported at once is reported since its own first hour', async () => {
  const alerts = await play({
    gmail: [throttled(12), ...times(4, throttled(7)), ...times(3, calm)],
    yahoo: [throttled(9), ...times(7, calm)],
    outlook: [throttled(7), ...times(7, calm)],
  });
  const ofGmail = alerts.filter(({ isp }) => isp === 'gmail');
  expect(ofGmail.map(({ alertId }) => alertId)).toEqual([
    'gmail/2026-11-24T01/opened/1',
    'gmail/2026-11-24T01/resolved/2',
  ]);
  const [opened, resolved] = ofGmail;
  expect(opened?.subject).toBe('WARNING Gmail: 7.0 % throttled since 01:00 UTC (rate limit: wait)');
  expect(opened?.text).toContain('At its worst 12.0 % was throttled.');
  expect(resolved?.subject).toContain('after 5 hours');
});

test('the all-clear knows the worst hour, also one that was muted', async () => {
  const alerts = await play({
    gmail: [throttled(9), throttled(60), ...times(2, throttled(7)), ...times(4, calm)],
    yahoo: [calm, throttled(9), ...times(6, calm)],
    outlook: [calm, throttled(7), ...times(6, calm)],
  });
  expect(alerts.map(line)).toContain('02:00 gmail opened warning rate patience (01)');
  expect(alerts.map(line)).toContain('03:00 everyone opened critical rate intervention (02)');
  const resolved = alerts.find(({ isp, kind }) => isp === 'gmail' && kind === 'resolved');
  expect(resolved?.text).toMatch(/At its\s+worst 60\.0 % was throttled\./);
});

test('the all-clear knows nothing of the hour that opens the next incident', async () => {
  const day = new Day();
  await day.put(FIRST, 'gmail', figuresOf(throttled(16)));
  await day.evaluateAfter(FIRST, 20);
  for (const [index, attempts] of [calm, calm, throttled(60)].entries()) {
    await day.put(shiftHour(FIRST, index + 1), 'gmail', figuresOf(attempts));
  }
  const [resolved, opened] = await day.evaluateAfter(shiftHour(FIRST, 3), 20);
  expect(resolved?.text).toMatch(/At its\s+worst 16\.0 % was throttled\./);
  expect(opened?.text).toMatch(/At its\s+worst 60\.0 % was throttled\./);
});

test('the all-clear knows nothing of the rate of an hour whose deliveries had not arrived', async () => {
  const day = new Day();
  const shown = async (hour: number, attempts: Attempts, minutes: number) => {
    await day.put(shiftHour(FIRST, hour), 'gmail', figuresOf(attempts));
    return day.evaluateAfter(shiftHour(FIRST, hour), minutes);
  };
  await shown(0, throttled(16), 20);
  await shown(1, { d: 20, t: { rate: 180 } }, 5);
  await shown(1, throttled(2), 20);
  const [resolved] = await shown(2, calm, 20);
  expect(resolved?.kind).toBe('resolved');
  expect(resolved?.text).toMatch(/At its\s+worst 16\.0 % was throttled\./);
});

test('the all-clear knows the worst block beside the worst throttling', async () => {
  const blocked = { d: 700, b: { reputation: 300 } };
  const alerts = await play({ gmail: [throttled(6), blocked, ...times(3, calm)] });
  expect(alerts.at(-1)?.text).toMatch(/At its\s+worst 6\.0 % was throttled, and 30\.0 % was blocked\./);
});

test('what was over before that is no part of the incident', async () => {
  const alerts = await play({
    gmail: [throttled(12), calm, calm, throttled(7), ...times(4, calm)],
    yahoo: [throttled(9), ...times(7, calm)],
    outlook: [throttled(7), ...times(7, calm)],
  });
  expect(alerts.find(({ isp }) => isp === 'gmail')?.alertId).toBe('gmail/2026-11-24T04/opened/1');
});

test('a policy block of a file that comes late is heard, though another fault of the own side followed its hour', async () => {
  const day = new Day();
  const hourOfStory = (index: number) => shiftHour(FIRST, index);
  for (const [index, percent] of [12, 0, 0, 12].entries()) {
    for (const isp of ['gmail', 'yahoo', 'outlook']) {
      await day.put(hourOfStory(index), isp, figuresOf(throttled(percent)));
    }
    await day.evaluateAfter(hourOfStory(index));
  }
  await day.put(hourOfStory(2), 'comcast', figuresOf({ d: 900, b: { 'rp-001': 10 } }));
  expect((await day.evaluateAfter(hourOfStory(3), 5)).map(line)).toEqual([
    '05:05 comcast opened critical immediate intervention (03)',
  ]);
});
