import { describe, expect, test } from 'vitest';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { addFigures } from '../../lambdas/core/figures/merge.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { Day, FIRST, line } from './stories.ts';
import type { Attempts } from '../core/incidents/attempts.ts';

const calm: Attempts = { d: 30 };
const limited: Attempts = { d: 20, t: { rate: 10 } };
const refused: Attempts = { d: 8, b: { 'rp-001': 15 } };

/** Figures of `other` in which each of so many domains had the same attempts. */
function other(...groups: readonly (readonly [domains: number, Attempts])[]): Figures {
  const sum = emptyFigures();
  let from = 0;
  for (const [domains, attempts] of groups) {
    for (let n = from; n < from + domains; n++) {
      addFigures(sum, figuresOf(attempts, `shop${String(n).padStart(2, '0')}.example`));
    }
    from += domains;
  }
  return sum;
}

/** As it is stored: of the queues at which a rule was met the ten first. */
function withTenQueues(figures: Figures): Figures {
  for (const evidence of Object.values(figures.evidence)) {
    evidence.queues = Object.fromEntries(Object.entries(evidence.queues).slice(0, 10));
  }
  return figures;
}

/** Evaluates at the end of each hour. */
async function play(...hours: readonly Figures[]): Promise<Alert[]> {
  return playUntil(0, ...hours);
}

/** Evaluates some minutes after the end of each hour. */
async function playUntil(minutes: number, ...hours: readonly Figures[]): Promise<Alert[]> {
  const day = new Day();
  for (const [index, figures] of hours.entries()) {
    await day.put(shiftHour(FIRST, index), 'other', figures);
    await day.evaluateAfter(shiftHour(FIRST, index), minutes);
  }
  return day.alerts.alerts;
}

describe('many small receivers in trouble at once', () => {
  test('six are reported in one alert, and five are not many', async () => {
    expect((await play(other([5, limited], [20, calm]))).map(({ isp }) => isp)).toEqual(
      [0, 1, 2, 3, 4].map((n) => `other:shop0${n}.example`),
    );
    expect((await play(other([6, limited], [20, calm]))).map(line)).toEqual([
      '02:00 other opened critical rate patience (01)',
    ]);
  });

  test('an alert names them, with what they did together and why', async () => {
    const [alert] = await play(withTenQueues(other([25, limited], [5, calm])));
    expect(alert).toMatchObject({
      alertId: 'other/2026-11-24T01/opened/1',
      subject: 'CRITICAL Small receivers: 33.3 % throttled since 01:00 UTC (rate limit: wait)',
      category: 'rate-limit',
      rate: 0.3333,
      limit: 0.25,
      scope: { ips: ['203.0.113.7'], vmtas: ['vmta1'] },
    });
    const text = alert?.text.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /^25 small receivers \(domains of no known provider\) throttle or refuse at once: shop00\.example, .* and 15 more\. Together they throttled 33\.3 %: from 01:00 to 02:00 UTC on 24 November 2026, 250 of the 750 attempts that were accepted or throttled; the limit of each is 25 %\./,
    );
    expect(text).toContain('SAMPLE REPLY 421 4.7.0 a reply of rate');
  });

  test('an alert says "at least" if only the largest are known', async () => {
    const figures = withTenQueues(other([25, { b: { 'rp-001': 15 } }], [5, calm]));
    for (const breakdown of [figures.byDomain, figures.byQueue]) {
      for (const [name, { delivered }] of Object.entries(breakdown)) {
        if (delivered === 0) delete breakdown[name];
      }
    }
    figures.evidence['rp-001']!.queues['(rest)'] = 225;
    const [alert] = await play(figures);
    expect(alert?.text).toMatch(/^At least 10 small receivers/);
  });

  test('they live through one incident, after which those still in trouble have their own', async () => {
    const hours = [
      other([8, limited], [4, calm]),
      ...Array.from({ length: 3 }, () => other([8, refused], [4, calm])),
      ...Array.from({ length: 3 }, () => other([1, refused], [11, calm])),
      ...Array.from({ length: 3 }, () => other([12, calm])),
    ];
    expect((await play(...hours)).map(line)).toEqual([
      '02:00 other opened critical rate patience (01)',
      '03:00 other escalated critical blocked intervention (02)',
      '04:00 other reminder critical persistent intervention (03)',
      '08:00 other resolved critical recovered intervention (06)',
      '08:00 other:shop00.example opened critical immediate intervention (07)',
      '11:00 other:shop00.example resolved critical recovered intervention (09)',
    ]);
  });

  test('a policy block of one of them is muted only if they are reported for theirs', async () => {
    const oneRefuses = other([1, refused], [8, limited]);
    expect((await play(oneRefuses)).map(line)).toEqual([
      '02:00 other opened critical rate patience (01)',
      '02:00 other:shop00.example opened critical immediate intervention (01)',
    ]);
    expect((await play(other([8, refused], [8, limited]))).map(line)).toEqual([
      '02:00 other opened critical immediate intervention (01)',
    ]);
  });

  test('what cannot wait at one of them for another reason than theirs is not muted', async () => {
    const oneFails = other([8, limited], [1, { d: 60, b: { dkim: 15 } }], [3, calm]);
    expect((await play(other([8, refused], [4, calm]), oneFails)).map(line)).toEqual([
      '02:00 other opened critical immediate intervention (01)',
      '03:00 other:shop08.example opened critical immediate intervention (02)',
    ]);
  });

  test('one that refuses for the same reason later, when they are few, is not muted', async () => {
    const hours = [
      other([8, refused], [4, calm]),
      other([1, refused], [10, calm], [1, refused]),
      other([12, calm]),
      other([12, calm]),
      other([12, calm]),
    ];
    expect((await play(...hours)).map(line)).toEqual([
      '02:00 other opened critical immediate intervention (01)',
      '03:00 other:shop11.example opened critical immediate intervention (02)',
      '05:00 other resolved critical recovered intervention (03)',
      '06:00 other:shop11.example resolved critical recovered intervention (04)',
    ]);
  });

  test('those that were many twice within hours are not reported one by one once both times are over', async () => {
    const calmHours = Array.from({ length: 2 }, () => other([12, calm]));
    for (const trouble of [limited, refused]) {
      const many = other([8, trouble], [4, calm]);
      const alerts = await playUntil(15, many, ...calmHours, many, ...calmHours);
      expect(alerts.map(({ isp, kind }) => `${isp} ${kind}`)).toEqual([
        'other opened',
        'other resolved',
        'other opened',
        'other resolved',
      ]);
    }
  });

  test('no command names the queue of a large one that has no trouble', async () => {
    const [alert] = await play(other([6, limited], [1, { d: 3000, t: { rate: 20 } }]));
    expect(alert?.scope.queues).toEqual([0, 1, 2, 3, 4, 5].map((n) => `shop0${n}.example/vmta1`));
  });

  test('an incident that one of them had before stays open, and muted', async () => {
    const hours = [
      other([1, limited], [11, calm]),
      ...Array.from({ length: 5 }, () => other([9, limited], [3, calm])),
      ...Array.from({ length: 3 }, () => other([12, calm])),
    ];
    const alerts = (await play(...hours)).filter(({ isp }) => isp !== 'other');
    expect(alerts.map(line)).toEqual([
      '02:00 other:shop00.example opened critical rate patience (01)',
      '10:00 other:shop00.example resolved critical recovered patience (08)',
    ]);
  });

  test('their end is no all-clear for each', async () => {
    const calmHours = Array.from({ length: 3 }, () => other([12, calm]));
    const ended = (await play(other([8, limited], [4, calm]), ...calmHours)).at(-1);
    expect(ended?.subject).toBe('RESOLVED Small receivers: no longer in trouble together, after 1 hour');
    expect(ended?.text).toContain('This is no all-clear');
    expect(ended?.text).not.toMatch(/accepted again|--mode=normal/);
  });
});
