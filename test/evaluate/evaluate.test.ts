import { describe, expect, test, vi } from 'vitest';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import { UnreadableItemError } from '../../lambdas/core/store-error.ts';
import { evaluate, lookBack, UnfinishedEvaluationError } from '../../lambdas/evaluate/evaluate.ts';
import { exampleAlert, exampleIncident } from '../example-incident.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { CONTEXT, Day, FIRST, line } from './stories.ts';
import type { Attempts } from '../core/incidents/attempts.ts';

const NEXT = shiftHour(FIRST, 1);
const BEFORE = shiftHour(FIRST, -1);
const bad: Attempts = { d: 800, t: { rate: 200 } };
const calm: Attempts = { d: 1000 };

async function dayWith(hours: Record<string, Attempts>, name = 'gmail'): Promise<Day> {
  const day = new Day();
  for (const [hour, attempts] of Object.entries(hours)) await day.put(hour, name, figuresOf(attempts));
  return day;
}

const portsOf = ({ figures, incidents, alerts }: Day) => ({ figures, incidents, alerts });

const lines = (alerts: readonly Alert[]) => alerts.map(line);

describe('the look-back', () => {
  const at = (time: string) => lookBack(new Date(`2026-11-24T${time}Z`), CONTEXT.settings.judging);

  test('the look-back is six hours and the running one', () => {
    expect(at('08:05:00')).toEqual(['02', '03', '04', '05', '06', '07', '08'].map((h) => `2026-11-24T${h}`));
  });
  test('the look-back leaves out the hour that begins just now', () => {
    expect(at('08:00:00')).toEqual(['02', '03', '04', '05', '06', '07'].map((h) => `2026-11-24T${h}`));
  });
  test('the look-back holds enough settled hours for an all-clear, however late they settle', async () => {
    const slow = new Day({ judging: { lookBackHours: 1, clearHours: 1, settledAfterMinutes: 150 } });
    await slow.put(FIRST, 'gmail', figuresOf(bad));
    await slow.put(NEXT, 'gmail', figuresOf(calm));
    expect(lines(await slow.evaluateAfter(FIRST))).toEqual([
      '02:00 gmail opened critical rate patience (01)',
    ]);
    expect(lines(await slow.evaluateAfter(NEXT, 150))).toEqual([
      '05:30 gmail resolved critical recovered patience (02)',
    ]);
  });
  test('an evaluation never judges hours that have not begun', async () => {
    const day = await dayWith({ [NEXT]: bad });
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
  });
  test('hours before the look-back open nothing', async () => {
    const day = await dayWith({ [shiftHour(FIRST, -6)]: bad });
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
    const inside = await dayWith({ [shiftHour(FIRST, -5)]: bad });
    expect(lines(await inside.evaluateAfter(FIRST))).toEqual([
      '02:00 gmail opened critical rate patience (20)',
    ]);
  });
});

describe('an hour that is not settled', () => {
  test('a running hour is judged from 100 attempts', async () => {
    const few = await dayWith({ [NEXT]: { d: 79, t: { rate: 20 } } });
    expect(await few.evaluateAfter(FIRST, 30)).toEqual([]);
    const enough = await dayWith({ [NEXT]: { d: 80, t: { rate: 20 } } });
    const [alert] = await enough.evaluateAfter(FIRST, 30);
    expect(alert?.hour).toBe('2026-11-24T02:00:00Z');
    expect(alert?.text).toContain('from 02:00 to 02:30 UTC on 24 November 2026 so far');
    expect(alert?.text).toContain('02:00 UTC on 24 November 2026, or later in this hour.');
  });
  test('an hour that is not settled waits for a delivery: deferrals may be logged to a file that arrives first', async () => {
    const day = await dayWith({ [FIRST]: { t: { rate: 500 } } });
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
    expect(await day.evaluateAfter(FIRST, 14)).toEqual([]);
    expect(lines(await day.evaluateAfter(FIRST, 15))).toEqual([
      '02:15 gmail opened critical rate patience (01)',
    ]);
  });
  test('a delivery at any ISP shows that the file of deliveries has begun to arrive', async () => {
    const day = await dayWith({ [FIRST]: { t: { rate: 500 } } });
    await day.put(FIRST, 'yahoo', figuresOf(calm));
    expect(lines(await day.evaluateAfter(FIRST))).toEqual(['02:00 gmail opened critical rate patience (01)']);
  });
  test('an hour that is not settled never counts as clear', async () => {
    const day = await dayWith({ [BEFORE]: bad, [FIRST]: calm, [NEXT]: calm });
    await day.evaluateAfter(BEFORE);
    expect(await day.evaluateAfter(NEXT, 14)).toEqual([]);
    expect(lines(await day.evaluateAfter(NEXT, 15))).toEqual([
      '03:15 gmail resolved critical recovered patience (02)',
    ]);
  });
});

describe('every five minutes', () => {
  test('no alert is sent twice', async () => {
    const day = await dayWith({ [FIRST]: bad, [NEXT]: bad });
    const alerts: Alert[] = [];
    for (let minutes = 0; minutes < 120; minutes += 5) {
      alerts.push(...(await day.evaluateAfter(FIRST, minutes)));
    }
    expect(lines(alerts)).toEqual(['02:00 gmail opened critical rate patience (01)']);
  });
  test('the persistence notice comes two hours after the first alert', async () => {
    const day = await dayWith(Object.fromEntries([0, 1, 2, 3].map((n) => [shiftHour(FIRST, n), bad])));
    const alerts: Alert[] = [];
    for (let minutes = -30; minutes <= 150; minutes += 5) {
      alerts.push(...(await day.evaluateAfter(FIRST, minutes)));
    }
    expect(lines(alerts)).toEqual([
      '01:30 gmail opened critical rate patience (01)',
      '03:30 gmail reminder critical persistent intervention (03)',
    ]);
  });
  test('an hour that ends below the limit may have been above it while it ran', async () => {
    const day = await dayWith({ [FIRST]: { d: 90, t: { rate: 10 } } });
    expect(lines(await day.evaluateAfter(FIRST, -30))).toEqual([
      '01:30 gmail opened warning rate patience (01)',
    ]);
    await day.put(FIRST, 'gmail', figuresOf({ d: 1000, t: { rate: 10 } }));
    await day.put(NEXT, 'gmail', figuresOf(calm));
    expect(lines(await day.evaluateAfter(NEXT, 15))).toEqual([
      '03:15 gmail resolved warning recovered patience (02)',
    ]);
  });
});

describe('files that arrive late', () => {
  test('late files open an incident hours after the fact', async () => {
    const day = await dayWith({ [FIRST]: calm, [NEXT]: calm });
    await day.evaluateAfter(NEXT);
    await day.put(FIRST, 'gmail', figuresOf(bad));
    expect(lines(await day.evaluateAfter(NEXT, 5))).toEqual([
      '03:05 gmail opened critical rate patience (01)',
    ]);
  });

  async function resolvedDay(): Promise<Day> {
    const warning: Attempts = { d: 930, t: { rate: 70 } };
    const day = await dayWith({ [FIRST]: warning, [NEXT]: calm, [shiftHour(FIRST, 2)]: calm });
    await day.evaluateAfter(FIRST);
    await day.evaluateAfter(shiftHour(FIRST, 2), 15);
    expect(lines(day.alerts.alerts)).toEqual([
      '02:00 gmail opened warning rate patience (01)',
      '04:15 gmail resolved warning recovered patience (03)',
    ]);
    return day;
  }

  test('late files open nothing again in hours that were reported', async () => {
    const day = await resolvedDay();
    await day.put(NEXT, 'gmail', figuresOf({ d: 920, t: { rate: 80 } }));
    expect(await day.evaluateAfter(shiftHour(FIRST, 2), 20)).toEqual([]);
  });
  test('late files open the incident again if they lift an hour above the highest reported level; the sequence goes on', async () => {
    const day = await resolvedDay();
    await day.put(FIRST, 'gmail', figuresOf(bad));
    const alerts = await day.evaluateAfter(shiftHour(FIRST, 2), 20);
    expect(lines(alerts)).toEqual([
      '04:20 gmail opened critical rate patience (01)',
      '04:20 gmail resolved critical recovered patience (03)',
    ]);
    expect(alerts.map(({ alertId }) => alertId)).toEqual([
      'gmail/2026-11-24T01/opened/3',
      'gmail/2026-11-24T01/resolved/4',
    ]);
    expect(await day.evaluateAfter(shiftHour(FIRST, 2), 25)).toEqual([]);
  });
  test('troubles that were all missed are reported one by one', async () => {
    const hours = [bad, calm, calm, bad, calm, calm].map((one, index) => [shiftHour(FIRST, index), one]);
    const day = await dayWith(Object.fromEntries(hours) as Record<string, Attempts>);
    expect(lines(await day.evaluateAfter(shiftHour(FIRST, 5), 15))).toEqual([
      '07:15 gmail opened critical rate patience (01)',
      '07:15 gmail resolved critical recovered patience (03)',
      '07:15 gmail opened critical rate patience (04)',
      '07:15 gmail resolved critical recovered patience (06)',
    ]);
  });
  test('what goes on has its own incident, without older hours that were over', async () => {
    const worse: Attempts = { d: 500, t: { reputation: 500 } };
    const hours = [worse, calm, calm, { d: 930, t: { rate: 70 } }].map((one, i) => [
      shiftHour(FIRST, i),
      one,
    ]);
    const day = await dayWith(Object.fromEntries(hours) as Record<string, Attempts>);
    expect(lines(await day.evaluateAfter(shiftHour(FIRST, 3)))).toEqual([
      '05:00 gmail opened warning rate patience (04)',
    ]);
    expect(await day.evaluateAfter(shiftHour(FIRST, 3), 5)).toEqual([]);
  });
  test('what goes on has its own incident, without hours of the incident before', async () => {
    const warning: Attempts = { d: 930, t: { rate: 70 } };
    const day = await dayWith({ [FIRST]: warning, [NEXT]: { d: 930, t: { reputation: 70 } } });
    await day.evaluateAfter(NEXT);
    await day.put(shiftHour(FIRST, 2), 'gmail', figuresOf(calm));
    await day.put(shiftHour(FIRST, 3), 'gmail', figuresOf(calm));
    await day.evaluateAfter(shiftHour(FIRST, 3), 15);
    await day.put(FIRST, 'gmail', figuresOf(bad));
    await day.put(shiftHour(FIRST, 4), 'gmail', figuresOf(warning));
    expect(lines(await day.evaluateAfter(shiftHour(FIRST, 4)))).toEqual([
      '06:00 gmail opened warning rate patience (05)',
    ]);
  });
  test('late files escalate an open incident if they make an hour of it worse', async () => {
    const day = await dayWith({ [FIRST]: { d: 930, t: { rate: 70 } }, [NEXT]: calm });
    await day.evaluateAfter(FIRST);
    await day.evaluateAfter(NEXT);
    await day.put(FIRST, 'gmail', figuresOf(bad));
    expect(lines(await day.evaluateAfter(NEXT, 5))).toEqual([
      '03:05 gmail escalated critical rate patience (01)',
    ]);
  });
});

describe('other', () => {
  test('other is judged domain by domain, each with its own incident', async () => {
    const day = new Day();
    const figures = figuresOf(bad, 'example.com');
    figures.byDomain['quiet.example'] = { throttled: 5, delivered: 5 };
    figures.byDomain['calm.example'] = { throttled: 0, delivered: 9000 };
    figures.byDomain['(rest)'] = { throttled: 500, delivered: 0 };
    figures.delivered += 9005;
    figures.throttled += 505;
    await day.put(FIRST, 'other', figures);
    const alerts = await day.evaluateAfter(FIRST);
    expect(lines(alerts)).toEqual(['02:00 other:example.com opened warning rate patience (01)']);
    expect(alerts[0]).toMatchObject({
      alertId: 'other:example.com/2026-11-24T01/opened/1',
      category: 'rate-limit',
      rate: 0.2,
      limit: 0.1,
      scope: {
        ips: ['203.0.113.7'],
        vmtas: ['vmta1'],
        queues: ['example.com/vmta1'],
        domains: ['example.com'],
      },
    });
  });
  test('other is never judged as a whole', async () => {
    const day = new Day();
    const figures = figuresOf(bad);
    figures.byDomain = {};
    await day.put(FIRST, 'other', figures);
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
  });
  test('a domain whose figures vanish is not forgotten', async () => {
    const day = new Day();
    await day.put(FIRST, 'other', figuresOf(bad, 'example.com'));
    for (let hour = 0; hour <= 27; hour++) await day.evaluateAfter(shiftHour(FIRST, hour));
    expect(lines(day.alerts.alerts)).toEqual([
      '02:00 other:example.com opened warning rate patience (01)',
      '04:00 other:example.com reminder warning no-traffic patience (02)',
      '03:00 other:example.com resolved warning no-traffic patience (01)',
    ]);
  });
  test('what bounced at a domain is reported as bounced, deferrals as deferrals', async () => {
    const day = new Day();
    const figures = figuresOf({ d: 900, t: { 'rp-001': 30 }, b: { 'rp-001': 70 } }, 'example.com');
    await day.put(FIRST, 'other', figures);
    const [alert] = await day.evaluateAfter(FIRST);
    const text = alert?.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('refused 100 attempts');
    expect(text).toContain('30 deferred and 70 bounced.');
    expect(text).toContain('900 delivered, 30 deferred and 70 blocked;');
  });
  test('a domain that blocks everything has an incident of its own', async () => {
    const day = new Day();
    const figures = figuresOf({ d: 900 }, 'calm.example');
    const blocked = figuresOf({ b: { content: 40 } }, 'example.com');
    Object.assign(figures.evidence, blocked.evidence);
    Object.assign(figures.blockedByRule, blocked.blockedByRule);
    await day.put(FIRST, 'other', figures);
    const alerts = await day.evaluateAfter(FIRST);
    expect(lines(alerts)).toEqual(['02:00 other:example.com opened critical blocked intervention (01)']);
    expect(alerts[0]?.scope.domains).toEqual(['example.com']);
  });
  test('a domain that blocks everything is reported though nobody of other took anything', async () => {
    for (const byDomain of [true, false]) {
      const day = new Day({ privacy: { byDomain } });
      const figures = figuresOf({ b: { content: 40 } }, 'example.com');
      figures.byDomain = {};
      figures.byQueue = {};
      await day.put(FIRST, 'other', figures);
      await day.put(FIRST, 'gmail', figuresOf(calm));
      expect(lines(await day.evaluateAfter(FIRST))).toEqual(
        byDomain ? ['02:00 other:example.com opened critical blocked intervention (01)'] : [],
      );
    }
  });
  test('a domain that a shortened breakdown leaves out is not reported to block everything', async () => {
    const day = new Day();
    const figures = figuresOf({ d: 900 }, 'calm.example');
    figures.byDomain['(rest)'] = { throttled: 0, delivered: 5000 };
    const blocked = figuresOf({ b: { content: 40 } }, 'example.com');
    Object.assign(figures.evidence, blocked.evidence);
    Object.assign(figures.blockedByRule, blocked.blockedByRule);
    await day.put(FIRST, 'other', figures);
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
  });
  test('a domain that blocks many times what an unnamed one may have taken is reported to block everything', async () => {
    const day = new Day();
    const figures = figuresOf({ d: 4 }, 'calm.example');
    figures.byDomain['(rest)'] = { throttled: 0, delivered: 5000 };
    figures.byQueue['(rest)'] = { throttled: 0, delivered: 5000 };
    const blocked = figuresOf({ b: { content: 40 } }, 'example.com');
    Object.assign(figures.evidence, blocked.evidence);
    Object.assign(figures.blockedByRule, blocked.blockedByRule);
    await day.put(FIRST, 'other', figures);
    expect(lines(await day.evaluateAfter(FIRST))).toEqual([
      '02:00 other:example.com opened critical blocked intervention (01)',
    ]);
  });
  test('a policy block at one domain does not wait for a rate', async () => {
    const day = new Day();
    await day.put(FIRST, 'other', figuresOf({ d: 995, t: { 'rp-001': 5 } }, 'example.com'));
    expect(lines(await day.evaluateAfter(FIRST))).toEqual([
      '02:00 other:example.com opened critical immediate intervention (01)',
    ]);
  });
});

describe('an alert that cannot be sent', () => {
  const refusing = { send: () => Promise.reject(new Error('the topic is gone')) };

  test('an alert that cannot be sent fails the evaluation, stays in the outbox, and is sent first by the next', async () => {
    const day = await dayWith({ [FIRST]: { d: 930, t: { rate: 70 } }, [NEXT]: bad });
    await day.put(FIRST, 'yahoo', figuresOf(bad));
    const attempt = evaluate(
      new Date('2026-11-24T02:00:00Z'),
      { ...portsOf(day), alerts: refusing },
      day.context,
    );
    await expect(attempt).rejects.toThrow(UnfinishedEvaluationError);
    await expect(attempt).rejects.toThrow('2 faults; all else is judged and sent:\nthe topic is gone');
    expect((await day.incidents.load('gmail'))?.unsent).toHaveLength(1);

    expect(lines(await day.evaluateAfter(NEXT))).toEqual([
      '02:00 gmail opened warning rate patience (01)',
      '02:00 yahoo opened warning rate patience (01)',
      '03:00 gmail escalated critical rate patience (02)',
    ]);
    expect((await day.incidents.load('gmail'))?.unsent).toEqual([]);
    expect(day.incidents.sent.map(({ alertId }) => alertId)).toContain('gmail/2026-11-24T01/opened/1');
  });
});

test('what was left unsent is sent once, although another evaluation writes first', async () => {
  const day = await dayWith({ [FIRST]: bad });
  const unsent = [exampleAlert({ alertId: 'gmail/2026-11-23T01/opened/1' })];
  await day.incidents.save(exampleIncident({ revision: 1, unsent }));
  await day.incidents.saveRoster({ revision: 1, judgedAt: null, matters: ['gmail'] });
  vi.spyOn(day.incidents, 'saveRoster').mockResolvedValueOnce(false);

  await evaluate(new Date('2026-11-24T02:00:00Z'), portsOf(day), day.context);
  const left = day.alerts.alerts.filter(({ alertId }) => alertId === 'gmail/2026-11-23T01/opened/1');
  expect(left).toHaveLength(1);
});

describe('what cannot be read', () => {
  const unreadable = new UnreadableItemError('item INCIDENT#gmail STATE is not as this version writes it');

  test('an incident that cannot be read is left alone and stays in the roster; all others are reported', async () => {
    const day = await dayWith({ [FIRST]: bad });
    await day.put(FIRST, 'yahoo', figuresOf(bad));
    await day.incidents.saveRoster({ revision: 1, judgedAt: null, matters: ['apple', 'gmail'] });
    const load = day.incidents.load.bind(day.incidents);
    vi.spyOn(day.incidents, 'load').mockImplementation(async (matter) => {
      if (matter === 'gmail') throw unreadable;
      return load(matter);
    });

    const evaluation = evaluate(new Date('2026-11-24T02:00:00Z'), portsOf(day), day.context);
    await expect(evaluation).rejects.toThrow(UnfinishedEvaluationError);
    await expect(evaluation).rejects.toThrow(/^1 fault; .*\nitem INCIDENT#gmail STATE/);
    expect(day.alerts.alerts.map(({ isp }) => isp)).toEqual(['yahoo']);
    expect((await day.incidents.roster()).matters).toEqual(['gmail', 'yahoo']);
  });

  test('where the incident of everyone cannot be read, nothing that it mutes is reported', async () => {
    const day = await dayWith({ [FIRST]: bad });
    vi.spyOn(day.incidents, 'load').mockRejectedValueOnce(unreadable);

    const evaluation = evaluate(new Date('2026-11-24T02:00:00Z'), portsOf(day), day.context);
    await expect(evaluation).rejects.toThrow(unreadable);
    expect(day.alerts.alerts).toEqual([]);
  });

  test('where figures cannot be read, no hour is taken for a quiet one', async () => {
    const day = await dayWith({ [FIRST]: bad });
    await day.evaluateAfter(FIRST);
    vi.spyOn(day.figures, 'ofHours').mockRejectedValueOnce(unreadable);

    await expect(day.evaluateAfter(shiftHour(FIRST, 30))).rejects.toThrow(unreadable);
    expect(lines(day.alerts.alerts)).toEqual(['02:00 gmail opened critical rate patience (01)']);
  });
});

describe('the order of time', () => {
  test('nothing is done if a later time has been judged', async () => {
    const day = await dayWith({ [FIRST]: calm, [NEXT]: calm });
    await day.evaluateAfter(NEXT);
    await day.put(FIRST, 'gmail', figuresOf(bad));
    const roster = await day.incidents.roster();
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
    expect(await day.incidents.roster()).toEqual(roster);
  });
  test('the same time can be judged again', async () => {
    const day = await dayWith({ [FIRST]: calm });
    await day.evaluateAfter(FIRST);
    await day.put(FIRST, 'gmail', figuresOf(bad));
    expect(lines(await day.evaluateAfter(FIRST))).toEqual(['02:00 gmail opened critical rate patience (01)']);
    expect(await day.evaluateAfter(FIRST)).toEqual([]);
  });
});
