import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { adviceFor } from '../../lambdas/core/replies/advice.ts';
import { UNCLASSIFIED } from '../../lambdas/core/replies/catalogue.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { CONTEXT, Day, FIRST, play } from './stories.ts';

/** The alerts about one hour at one ISP. */
async function alertsAbout(figures: Figures, isp = 'gmail', name?: string): Promise<Alert[]> {
  const directory = { isps: CONTEXT.directory.isps.map((known) => ({ ...known, name: name ?? known.name })) };
  const day = new Day({}, { directory });
  await day.put(FIRST, isp, figures);
  return day.evaluateAfter(FIRST);
}

async function alertAbout(figures: Figures, isp = 'gmail', name?: string): Promise<Alert> {
  const [alert] = await alertsAbout(figures, isp, name);
  if (!alert) throw new Error('no alert');
  return alert;
}

const BAD = { d: 769, t: { reputation: 231 }, b: { content: 3 }, bounced: 9, other: { full: 40 } };

describe('the text', () => {
  test('says everything in the order in which it is needed', async () => {
    const { text } = await alertAbout(figuresOf(BAD));
    const headings = text.split('\n').filter((line) => /^[A-Z ]{2,}$/.test(line));
    expect(headings).toEqual([
      'WHAT IT MEANS',
      'DO',
      'AVOID',
      'WHERE',
      'SINCE WHEN',
      'SAMPLE REPLY',
      'COMMANDS TO PASTE',
      'WHERE TO LOOK',
    ]);
  });

  test('begins with what happened, in attempts', async () => {
    const { text } = await alertAbout(figuresOf(BAD));
    const happened = text.slice(0, text.indexOf('WHAT IT MEANS')).replaceAll(/\s+/g, ' ');
    expect(happened).toBe(
      'Gmail throttled 23.1 %: from 01:00 to 02:00 UTC on 24 November 2026, 231 of the 1,000 attempts that were accepted or throttled; the limit is 15 %. ' +
        'In that hour: 769 delivered, 271 deferred in all, 12 bounced, 3 of them blocked. ' +
        'All of these are attempts: a message that is retried counts each time. ',
    );
  });

  test('names the place, and says of private addresses what they are', async () => {
    const figures = figuresOf(BAD);
    expect((await alertAbout(figures)).text).not.toContain('NAT');
    figures.evidence['reputation'] = {
      sources: { 'vmta2 10.0.0.5': 30, 'vmta1 203.0.113.7': 200, '- -': 1, '(rest)': 9 },
      queues: { 'gmail.com/vmta1': 200, 'gmail.com/vmta2': 30, '(rest)': 1 },
      sample: 'smtp;421-4.7.28 slow down',
    };
    const { text, scope, advice } = await alertAbout(figures);
    expect(scope).toEqual({
      kind: 'ip',
      ips: ['203.0.113.7', '10.0.0.5'],
      vmtas: ['vmta1', 'vmta2'],
      queues: ['gmail.com/vmta1', 'gmail.com/vmta2'],
      domains: ['example.com'],
    });
    expect(text).toContain('IP addresses: 203.0.113.7, 10.0.0.5');
    expect(text).toContain('behind your NAT');
    expect(text).toContain('The reply blames the sending IP address.');
    expect(text).toContain('SAMPLE REPLY\n421-4.7.28 slow down');
    expect(advice.commands.join('\n')).toContain("'gmail.com/vmta1'");
    expect(text).toContain(advice.commands.join('\n'));
  });

  test('falls back on what was throttled at all where the evidence is gone', async () => {
    const figures = figuresOf(BAD);
    figures.evidence = {};
    const { scope, text } = await alertAbout(figures);
    expect(scope).toMatchObject({ ips: ['203.0.113.7'], queues: ['example.com/vmta1'] });
    expect(text).not.toContain('SAMPLE REPLY');
  });

  test('counts all refusals of the category that does not wait, not only those of its commonest rule', async () => {
    const catalogue = {
      rules: [
        ...CONTEXT.catalogue.rules,
        ...CONTEXT.catalogue.rules.filter(({ id }) => id === 'dkim').map((dkim) => ({ ...dkim, id: 'spf' })),
      ],
    };
    const day = new Day({}, { catalogue });
    const figures = figuresOf({ d: 990, t: { dkim: 3 } });
    Object.assign(figures.blockedByRule, { spf: 2 });
    await day.put(FIRST, 'gmail', figures);
    const [alert] = await day.evaluateAfter(FIRST);
    const text = alert?.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Gmail refused 5 attempts');
    expect(text).toContain('3 deferred and 2 bounced.');
  });

  test('says nothing of throttling where nothing was accepted or throttled', async () => {
    const day = new Day();
    await day.put(FIRST, 'gmail', figuresOf({ b: { dkim: 40 } }));
    const [alert] = await day.evaluateAfter(FIRST, 20);
    const text = alert?.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('In all, 100.0 % was blocked: 40 of the 40 attempts');
    expect(text).not.toContain('throttled');
  });

  test('without traffic names one queue to start again with, and claims no end', async () => {
    const day = new Day();
    const figures = figuresOf({ d: 80, t: { reputation: 20 } });
    figures.evidence['reputation'] = {
      sources: { 'vmta1 203.0.113.7': 15, 'vmta2 203.0.113.8': 5 },
      queues: { 'gmail.com/vmta1': 15, 'gmail.com/vmta2': 5 },
      sample: 'x',
    };
    await day.put(FIRST, 'gmail', figures);
    for (let hour = 0; hour <= 27; hour++) await day.evaluateAfter(shiftHour(FIRST, hour));
    const [, reminder, closed] = day.alerts.alerts;
    expect(reminder?.reason).toBe('no-traffic');
    expect(reminder?.advice.commands.filter((command) => /enable|resume/.test(command))).toEqual([
      "pmta enable source 203.0.113.7 'gmail.com/vmta1'",
      "pmta resume queue 'gmail.com/vmta1'",
    ]);
    expect(reminder?.text).toMatch(
      /\n# the next lines send again[^\n]* max-smtp-out 1 [^\n]*\npmta enable source[^\n]*\npmta resume queue/,
    );
    expect(reminder?.text).toMatch(/check that its\saccounting\sfiles\sstill\sarrive/);
    expect(reminder?.subject).not.toContain('restart');
    expect(reminder?.text).not.toContain('the others need the same');
    expect(closed?.text).toContain('is closed after');
    expect(closed?.text).not.toContain('and ended');
  });

  test('without traffic after a clear hour does not say that nothing shows an end', async () => {
    const alerts = await play({ gmail: [BAD, { d: 1000 }, ...Array.from({ length: 28 }, () => null)] });
    const [, reminder, closed] = alerts;
    expect(reminder?.subject).toBe('CRITICAL Gmail: hardly any traffic now; the last judged hour was clear');
    expect(closed?.subject).toBe('CLOSED Gmail: no traffic to judge by; the last judged hour was clear');
    for (const alert of [reminder, closed]) {
      expect(alert?.reason).toBe('no-traffic');
      expect(alert?.text).not.toContain('nothing shows');
      expect(alert?.text.replaceAll(/\s+/g, ' ')).toContain('was below the limit, but one such hour alone');
    }
  });

  describe('of a recovery', () => {
    const recoveredWith = async (sources: Figures['bySource']) => {
      const day = new Day();
      await day.put(FIRST, 'outlook', figuresOf({ d: 700, t: { 'rp-001': 300 } }));
      for (let hour = 1; hour <= 3; hour++) {
        const calm = figuresOf({ d: 900 });
        calm.bySource = sources;
        await day.put(shiftHour(FIRST, hour), 'outlook', calm);
      }
      for (let hour = 0; hour <= 3; hour++) await day.evaluateAfter(shiftHour(FIRST, hour));
      const recovered = day.alerts.alerts.at(-1);
      if (recovered?.reason !== 'recovered') throw new Error('no recovery');
      return recovered;
    };
    const delivered = { throttled: 0, delivered: 900 };

    test('does not say that a refused IP from which nothing was accepted may send again', async () => {
      const alert = await recoveredWith({ 'vmta2 203.0.113.8': delivered });
      expect(alert.subject).toBe(
        'RESOLVED Outlook.com: recovered but for 203.0.113.7, 0.0 % throttled or blocked after 1 hour',
      );
      expect(alert.text).toMatch(/^Outlook\.com: mail is accepted again, but none from 203\.0\.113\.7\./);
      expect(alert.text.replaceAll(/\s+/g, ' ')).toContain('nothing shows yet that they may send again');
      expect(alert.advice.commands).toContain("pmta enable source 203.0.113.7 'example.com/vmta1'");
    });

    test('is the whole all-clear if something was accepted from the refused IP', async () => {
      const both = { 'vmta1 203.0.113.7': delivered, 'vmta2 203.0.113.8': delivered };
      const alert = await recoveredWith(both);
      expect(alert.subject).toContain('recovered, 0.0 %');
      expect(alert.advice.commands).toContain("pmta resume queue 'example.com/vmta1'");
    });

    test('leaves out of the commands what only a refused IP sends from', async () => {
      const day = new Day();
      const figures = figuresOf({ d: 700, t: { reputation: 300 } });
      figures.evidence['reputation'] = {
        sources: { 'vmta1 203.0.113.7': 200, 'vmta2 203.0.113.8': 100 },
        queues: { 'gmail.com/vmta1': 200, 'gmail.com/vmta2': 100 },
        sample: 'x',
      };
      await day.put(FIRST, 'gmail', figures);
      const calm = figuresOf({ d: 900 });
      calm.bySource = { 'vmta2 203.0.113.8': delivered };
      for (let hour = 1; hour <= 2; hour++) await day.put(shiftHour(FIRST, hour), 'gmail', calm);
      for (let hour = 0; hour <= 3; hour++) await day.evaluateAfter(shiftHour(FIRST, hour));
      const { subject, advice, text } = day.alerts.alerts.at(-1)!;
      expect(subject).toContain('recovered but for 203.0.113.7');
      expect(text).toContain('The replies blamed the sending IP address.');
      expect(text).not.toContain('SAMPLE REPLY');
      expect(advice.commands).toContain("pmta resume queue 'gmail.com/vmta2'");
      expect(advice.commands.join()).not.toContain('vmta1');
      expect(text).not.toContain('the others need the same');
      expect(advice.do.join(' ')).toContain('Leave paused or disabled');
    });

    test('claims nothing of sources if not all of them are known', async () => {
      const alert = await recoveredWith({ 'vmta2 203.0.113.8': delivered, '(rest)': delivered });
      expect(alert.subject).toContain('recovered, 0.0 %');
    });
  });

  test('claims no recovery of a single provider when many at once have ended', async () => {
    const calm = { d: 1000 };
    const alerts = await play({
      gmail: [BAD, BAD, BAD, BAD],
      yahoo: [BAD, calm, calm, calm],
      outlook: [BAD, calm, calm, calm],
    });
    const ended = alerts.find(({ isp, kind }) => isp === 'everyone' && kind === 'resolved');
    expect(ended?.subject).toBe('RESOLVED Several providers: no longer in trouble together, after 1 hour');
    expect(ended?.text).toContain('This is no all-clear');
    expect(ended?.text.replaceAll(/\s+/g, ' ')).toContain('at all providers together');
    expect(ended?.text).not.toMatch(/accepted again|--mode=normal/);
  });

  describe('of what has persisted and becomes worse', () => {
    const patient = { d: 930, t: { rate: 70 } };
    const worseBy = async (worse: Parameters<typeof figuresOf>[0]) => {
      const alert = (await play({ gmail: [patient, patient, patient, patient, worse] })).at(-1);
      if (alert?.kind !== 'escalated') throw new Error('no escalation');
      return alert;
    };
    const adviceOf = (id: string) => {
      const rule = CONTEXT.catalogue.rules.find((known) => known.id === id);
      return adviceFor(rule ?? UNCLASSIFIED, 'gmail');
    };

    test('keeps the advice for what persists', async () => {
      const { advice } = await worseBy({ d: 700, t: { rate: 300 } });
      expect(advice.do).toEqual(adviceOf('rate').persistent);
    });

    test('begins with the first steps where another matter for a person joins in', async () => {
      const { advice, text } = await worseBy({ d: 900, t: { rate: 70, 'rp-001': 30 } });
      expect(advice.do).toEqual(adviceOf('rp-001').do);
      const flat = text.replaceAll(/\s+/g, ' ');
      expect(flat).toContain('Besides, ');
      expect(flat).toContain(`First step: ${adviceOf('rate').persistent[0]}`);
      expect(flat).not.toContain(adviceOf('rate').do[0]);
    });
  });

  test('begins nothing to avoid with a "not"', async () => {
    const everybody = await play({ gmail: [BAD], yahoo: [BAD], outlook: [BAD] });
    const [recovered] = (await play({ gmail: [BAD, { d: 1000 }, { d: 1000 }, { d: 1000 }] })).slice(-1);
    for (const alert of [...everybody, recovered]) {
      expect(alert?.advice.avoid.length).toBeGreaterThan(0);
      expect(alert?.advice.avoid.filter((line) => /^do not/i.test(line))).toEqual([]);
    }
  });

  test('names ten places at most, the largest first', async () => {
    const figures = figuresOf(BAD);
    const sources = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`v${n} 192.0.2.${n}`, n + 1]));
    figures.evidence['reputation'] = { sources, queues: {}, sample: 'x' };
    const { scope } = await alertAbout(figures);
    expect(scope.ips).toHaveLength(10);
    expect(scope.ips[0]).toBe('192.0.2.29');
  });

  test('says so if it names only the largest', async () => {
    const figures = figuresOf(BAD);
    expect((await alertAbout(figures)).text).not.toMatch(/largest/);
    const evidence = figures.evidence['reputation'];
    for (let n = 0; n < 7; n++) evidence!.queues[`d${n}.example/vmta1`] = 100;
    const seven = await alertAbout(figures);
    expect(seven.text).toContain('\nQueues: ');
    expect(seven.text).toContain('# these name the largest queues: the others need the same');
    for (let n = 0; n < 30; n++) evidence!.queues[`d${n}.example/vmta1`] = 100;
    expect((await alertAbout(figures)).text).toContain('\nQueues (the 10 largest): ');
  });

  describe('names no place that has no trouble', () => {
    const sample = '421 4.7.0 a reply';
    const placesOf = async (figures: Figures) => {
      const { ips, vmtas, queues } = (await alertAbout(figures)).scope;
      return { ips, vmtas, queues };
    };
    const second = { ips: ['203.0.113.8'], vmtas: ['vmta2'], queues: ['gmail.com/vmta2'] };

    test('that is throttled for another reason', async () => {
      const figures = figuresOf({ d: 2400, t: { reputation: 212, 'recipient-rate': 400 } });
      figures.evidence['reputation'] = {
        sources: { 'vmta1 203.0.113.7': 12, 'vmta2 203.0.113.8': 200 },
        queues: { 'gmail.com/vmta1': 12, 'gmail.com/vmta2': 200 },
        sample,
      };
      figures.bySource = {
        'vmta1 203.0.113.7': { throttled: 412, delivered: 88 },
        'vmta2 203.0.113.8': { throttled: 200, delivered: 2312 },
      };
      figures.byQueue = {
        'gmail.com/vmta1': { throttled: 412, delivered: 88 },
        'gmail.com/vmta2': { throttled: 200, delivered: 2312 },
      };
      expect(await placesOf(figures)).toEqual(second);
    });

    test('that has much traffic, if a rate decides', async () => {
      const figures = figuresOf({ d: 8400, t: { reputation: 580 } });
      figures.evidence['reputation'] = {
        sources: { 'vmta1 203.0.113.7': 80, 'vmta2 203.0.113.8': 500 },
        queues: { 'gmail.com/vmta1': 80, 'gmail.com/vmta2': 500 },
        sample,
      };
      const attempts = [
        { throttled: 80, delivered: 8000 },
        { throttled: 500, delivered: 400 },
      ] as const;
      figures.bySource = { 'vmta1 203.0.113.7': attempts[0], 'vmta2 203.0.113.8': attempts[1] };
      figures.byQueue = { 'gmail.com/vmta1': attempts[0], 'gmail.com/vmta2': attempts[1] };
      expect(await placesOf(figures)).toEqual(second);
      figures.evidence = {};
      expect(await placesOf(figures)).toEqual(second);
    });

    test('that has one refusal beside hundreds, whatever decides', async () => {
      const figures = figuresOf({ d: 1000, t: { 'rp-001': 301 } });
      figures.evidence['rp-001'] = {
        sources: { 'vmta1 203.0.113.7': 1, 'vmta2 203.0.113.8': 300 },
        queues: { 'gmail.com/vmta1': 1, 'gmail.com/vmta2': 300 },
        sample,
      };
      expect(await placesOf(figures)).toEqual(second);
      figures.evidence['rp-001'].queues['school.example/vmta2'] = 2;
      expect((await placesOf(figures)).queues).toEqual(['gmail.com/vmta2', 'school.example/vmta2']);
    });
  });

  test('pairs an address with queues of its own vmta alone, to stop and to start again', async () => {
    const catalogue = {
      rules: CONTEXT.catalogue.rules.map((rule) => ({
        ...rule,
        advice: { commands: ['pmta disable source --reenable-after=4h {ip} {queue}'] },
      })),
    };
    const day = new Day({}, { catalogue });
    const figures = figuresOf({ d: 700, t: { 'rp-001': 300 } });
    figures.evidence['rp-001'] = {
      sources: { 'vmta1 203.0.113.7': 170, 'vmta2 203.0.113.8': 130 },
      queues: { 'hotmail.com/vmta2': 130, 'hotmail.com/vmta1': 90, 'live.com/vmta1': 80 },
      sample: 'x',
    };
    figures.bySource = {
      'vmta1 203.0.113.7': { throttled: 170, delivered: 0 },
      'vmta2 203.0.113.8': { throttled: 130, delivered: 0 },
      'vmta2 203.0.113.18': { throttled: 0, delivered: 700 },
    };
    await day.put(FIRST, 'outlook', figures);
    for (let hour = 0; hour <= 5; hour++) await day.evaluateAfter(shiftHour(FIRST, hour));
    const [opened, stopped] = day.alerts.alerts;
    expect(opened?.advice.commands).toEqual([
      "pmta disable source --reenable-after=4h 203.0.113.8 'hotmail.com/vmta2'",
      "pmta pause queue 'hotmail.com/vmta1'",
      "pmta pause queue 'live.com/vmta1'",
    ]);
    expect(stopped?.advice.commands).toContain("pmta enable source 203.0.113.8 'hotmail.com/vmta2'");
  });

  test('has commands for every queue, with a placeholder for names that are not plain', async () => {
    const figures = figuresOf(BAD);
    const pasted = async (queues: Figures['evidence'][string]['queues']) => {
      figures.evidence['reputation'] = { sources: { 'vmta1 203.0.113.7': 200 }, queues, sample: 'x' };
      const { text } = await alertAbout(figures);
      return text.slice(text.indexOf('COMMANDS TO PASTE'));
    };
    const note = '\n# DOMAIN/VMTA: a queue above that is not plain (letters, digits, . _ { } -, one /)\n';
    const largest = '# these name the largest queues';

    const two = await pasted({ 'bücher.de/vmta1': 50, 'yahoo.com/vmta1': 50 });
    expect(two).toContain("'yahoo.com/vmta1'");
    expect(two).toContain(' DOMAIN/VMTA\n');
    expect(two).toContain(note);
    expect(two).not.toContain(largest);

    const plain = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`d${n}.example/vmta1`, 50]));
    const many = await pasted({ 'bücher.de/vmta1': 50, ...plain });
    expect(many).toContain(note);
    expect(many).toContain(largest);
    expect(await pasted(plain)).not.toContain('DOMAIN/VMTA');
  });

  test('gives the attempts of a policy block, not a rate', async () => {
    const alert = await alertAbout(figuresOf({ d: 990, t: { 'rp-001': 7 }, b: { 'rp-001': 3 } }), 'outlook');
    expect(alert).toMatchObject({ reason: 'immediate', limit: null, rate: 0.007, category: 'policy-block' });
    expect(alert.text.replaceAll(/\s+/g, ' ')).toContain(
      'Outlook.com refused 10 attempts (policy block), which cannot wait: from 01:00 to 02:00 UTC on 24 November 2026, 7 deferred and 3 bounced. These are 1.0 % of all 1,000 attempts. In all, 0.7 % was throttled: 7 of the 997 attempts that were accepted or throttled; 0.3 % was blocked: 3 of the 993 attempts that were accepted or blocked.',
    );
    expect(alert.subject).toBe('CRITICAL Outlook.com: 1.0 % refused since 01:00 UTC (policy block: act now)');
  });

  test('says "blocked" of a block, also when it is over', async () => {
    const calm = { d: 1000 };
    const [opened, resolved] = await play({ outlook: [{ d: 100, b: { 'rp-001': 300 } }, calm, calm, calm] });
    const happened = opened?.text.replaceAll(/\s+/g, ' ');
    expect(happened).toContain(
      '75.0 % of all 400 attempts. In all, 75.0 % was blocked: 300 of the 400 attempts',
    );
    expect(happened).not.toContain('throttled:');
    expect(resolved?.subject).toBe(
      'RESOLVED Outlook.com: recovered, 0.0 % throttled or blocked after 1 hour',
    );
    expect(resolved?.text).toContain('Nothing was blocked.');
  });

  test('says that it lasted an hour where the rest of its first hour showed that it was over', async () => {
    const day = new Day();
    await day.put(FIRST, 'gmail', figuresOf(BAD));
    await day.evaluateAfter(FIRST, -30);
    await day.put(FIRST, 'gmail', figuresOf({ ...BAD, d: 9000 }));
    await day.put(shiftHour(FIRST, 1), 'gmail', figuresOf({ d: 1000 }));
    const [resolved] = await day.evaluateAfter(shiftHour(FIRST, 1), 20);
    expect(resolved?.subject).toBe('RESOLVED Gmail: recovered, 0.0 % throttled after 1 hour');
  });

  test('says how long it lasted, without the hours that showed that it was over', async () => {
    const calm = { d: 1000 };
    const [, resolved] = await play({ gmail: [BAD, calm, calm, calm] });
    expect(resolved?.subject).toBe('RESOLVED Gmail: recovered, 0.0 % throttled after 1 hour');
    const stopped = await play({ gmail: [BAD, ...Array.from({ length: 3 }, () => null), calm, calm, calm] });
    expect(stopped.at(-1)?.text.replaceAll(/\s+/g, ' ')).toContain(
      'It began at 01:00 UTC on 24 November 2026 and ended after 4 hours.',
    );
  });

  test('names the day of an incident of another day', async () => {
    const alerts = await play({ gmail: Array.from({ length: 26 }, () => BAD) });
    const subjects = alerts.map(({ at, subject }) => `${at.slice(8, 13)} ${subject}`);
    expect(subjects.at(-2)).toMatch(/^24T22 .* since 01:00 UTC/);
    expect(subjects.at(-1)).toMatch(/^25T02 .* since 24 Nov 01:00/);
  });

  test('begins with who and how much, whatever kind of alert it is', async () => {
    const alerts = await play({
      gmail: [{ d: 900, t: { rate: 100 } }, ...Array.from({ length: 9 }, () => BAD)],
    });
    const beginnings = alerts.map(
      ({ kind, text }) => `${kind}: ${text.replaceAll(/\s+/g, ' ').slice(0, 45)}`,
    );
    expect(beginnings).toEqual([
      'opened: Gmail throttled 10.0 %: from 01:00 to 02:00 U',
      'escalated: It has become worse. Gmail throttled 23.1 %: ',
      'reminder: It lasts. Gmail throttled 23.1 %: from 03:00 ',
      'reminder: It still goes on. Gmail throttled 23.1 %: fro',
      'reminder: It still goes on. Gmail throttled 23.1 %: fro',
    ]);
  });

  test('does not hide another reason of the same hour', async () => {
    const figures = figuresOf({ d: 600, t: { dkim: 30, reputation: 370 } });
    const alert = await alertAbout(figures);
    expect(alert.category).toBe('authentication');
    const text = alert.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Besides, 40.0 % was throttled in all (the limit is 15 %), mostly from 203.0.113.7, for another reason (reputation): The meaning of reputation. First step: ',
    );
    expect(text.indexOf('Besides')).toBeLessThan(text.indexOf('WHAT IT MEANS'));
    expect((await alertAbout(figuresOf({ d: 600, t: { 'rp-001': 400 } }))).text).not.toContain('Besides');
    const [, escalated] = await play({
      gmail: [
        { d: 600, t: { reputation: 400 } },
        { d: 600, t: { dkim: 30, reputation: 370 } },
      ],
    });
    expect(escalated).toMatchObject({ kind: 'escalated', category: 'authentication' });
    expect(escalated?.text).toContain('Besides, 40.0 %');
  });

  test('gives the share that was refused for good', async () => {
    const alert = await alertAbout(figuresOf({ d: 750, b: { content: 250 } }));
    expect(alert).toMatchObject({ reason: 'blocked', limit: 0.15, rate: 0, category: 'content' });
    expect(alert.text).toContain('Gmail blocked 25.0 %: from 01:00 to 02:00 UTC');
  });

  test('says how much of a rate is no limit of the sender', async () => {
    const [alert] = await play({ gmail: [{ d: 700, t: { 'recipient-rate': 230, rate: 70 } }] });
    expect(alert?.severity).toBe('warning');
    expect(alert?.text.replaceAll(/\s+/g, ' ')).toContain(
      'the limit is 5 %. 230 of the throttled ones are about one recipient, one connection or one customer each, which alone is never critical.',
    );
    const [few] = await play({ gmail: [{ d: 700, t: { 'recipient-rate': 20, rate: 280 } }] });
    expect(few?.text).not.toContain('one recipient');
  });

  test('names each of many providers with its rate, and no single place', async () => {
    const [alert] = await play({
      gmail: [{ d: 900, t: { rate: 100 } }],
      yahoo: [{ d: 800, t: { tss04: 200 } }],
      comcast: [{ d: 700, t: { busy: 300 } }],
    });
    expect(alert).toMatchObject({
      alertId: 'everyone/2026-11-24T01/opened/1',
      category: 'configuration',
      stance: 'intervention',
      rate: 0.2,
      limit: 0.05,
    });
    expect(alert?.text.replaceAll(/\s+/g, ' ')).toMatch(
      /^3 providers throttled at once, each above its limit: comcast 30\.0 %, Gmail 10\.0 %, Yahoo 20\.0 %\. Together, .* 20\.0 %: 600 of the 3,000 attempts that were accepted or throttled\. The reasons they gave: reputation 200 times, rate limit 100 times\./,
    );
    for (const word of ['IP:', 'DNS:', 'Authentication:', 'Network:']) expect(alert?.text).toContain(word);
  });

  test('keeps its lines short, but for what is to be pasted or read as it came', async () => {
    const alerts = await play({
      gmail: [
        { d: 930, t: { rate: 70 } },
        ...Array.from({ length: 8 }, () => ({ d: 700, t: { tss04: 300 } })),
      ],
      yahoo: [{ d: 700, b: { content: 300 } }, ...Array.from({ length: 30 }, () => null)],
    });
    expect(alerts.length).toBeGreaterThan(5);
    for (const { text } of alerts) {
      const prose = text.replaceAll(/^(?:pmta |421 |.*https:).*$/gm, '');
      expect(Math.max(...prose.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    }
  });
});

describe('the category', () => {
  test('the category is never that of full mailboxes', async () => {
    const alert = await alertAbout(figuresOf({ d: 800, t: { rate: 200 }, other: { full: 5000 } }));
    expect(alert.category).toBe('rate-limit');
  });
  test('the category is that of the rule with most attempts', async () => {
    const alert = await alertAbout(figuresOf({ d: 800, t: { rate: 80, reputation: 120 } }));
    expect(alert.category).toBe('reputation');
  });
  test('the category is about the sender even if more replies are not', async () => {
    const alert = await alertAbout(figuresOf({ d: 800, t: { rate: 60, busy: 140 } }));
    expect(alert.category).toBe('rate-limit');
  });
  test('the category is not about the sender if next to none of the replies are', async () => {
    const alert = await alertAbout(figuresOf({ d: 700, t: { content: 2, busy: 298 } }));
    expect(alert).toMatchObject({ category: 'unavailable', stance: 'patience' });
  });
  test('the category is unclassified if the catalogue knows no rule of that name', async () => {
    const figures = {
      ...emptyFigures(),
      delivered: 80,
      throttled: 20,
      deferred: 20,
      byRule: { 'gone.rule': 20 },
    };
    expect(await alertAbout(figures)).toMatchObject({ category: 'unclassified', stance: 'patience' });
  });
});

describe('hostile names', () => {
  test('a long name of a provider gives way to what is to be done', async () => {
    const figures = figuresOf({ d: 40, t: { busy: 60 } });
    const { subject } = await alertAbout(figures, 'gmail', 'GMX, WEB.DE, IONOS and mail.com');
    expect(subject).toMatch(
      /^CRITICAL GMX, WEB\.DE, .*\.\.: 60\.0 % throttled since 01:00 UTC \(receiver unavailable: wait\)$/,
    );
    expect(subject.length).toBeLessThan(100);
  });

  test('the subject is ASCII and short whatever a provider is called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), async (name) => {
        const { subject } = await alertAbout(figuresOf(BAD), 'gmail', name);
        expect(subject).toMatch(/^[\x20-\x7e]{1,99}$/);
      }),
      { numRuns: 200 },
    );
  });
  test('neither text nor scope holds control characters, whatever vmtas and replies hold', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (source, queue, sample) => {
        const figures = figuresOf(BAD);
        figures.evidence['reputation'] = { sources: { [source]: 9 }, queues: { [queue]: 9 }, sample };
        const alert = await alertAbout(figures);
        expect(JSON.stringify([alert.text.replaceAll('\n', ' '), alert.scope])).not.toMatch(/\p{Cc}|\\u00/u);
      }),
      { numRuns: 200 },
    );
  });
  test('a domain of other that is none is not judged', async () => {
    for (const domain of ['(rest)', '-', '', 'a\nb.example', 'ex ample', '__proto__']) {
      const figures = { ...emptyFigures(), delivered: 500, throttled: 500 };
      Object.defineProperty(figures.byDomain, domain, {
        value: { throttled: 500, delivered: 500 },
        enumerable: true,
      });
      expect(await alertsAbout(figures, 'other')).toEqual([]);
    }
  });
});
