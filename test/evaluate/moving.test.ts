import { describe, expect, test } from 'vitest';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { addFigures } from '../../lambdas/core/figures/merge.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { Day, FIRST, line } from './stories.ts';
import type { Attempts } from '../core/incidents/attempts.ts';

const good: Attempts = { d: 900 };
const refused: Attempts = { d: 10, b: { 'rp-001': 90 } };

/** Figures of vmtas with one address each: `vmta3` has 203.0.113.3. */
function from(byVmta: Record<number, Attempts>): Figures {
  const sum = emptyFigures();
  for (const [number, attempts] of Object.entries(byVmta)) {
    const text = JSON.stringify(figuresOf(attempts));
    const own = text.replaceAll('203.0.113.7', `203.0.113.${number}`).replaceAll('vmta1', `vmta${number}`);
    addFigures(sum, JSON.parse(own) as Figures);
  }
  return sum;
}

/** Evaluates at the end of each hour. */
async function play(...hours: readonly Record<number, Attempts>[]): Promise<Alert[]> {
  const day = new Day();
  for (const [index, byVmta] of hours.entries()) {
    await day.put(shiftHour(FIRST, index), 'outlook', from(byVmta));
    await day.evaluateAfter(shiftHour(FIRST, index));
  }
  return day.alerts.alerts;
}

describe('a policy block that moves from address to address', () => {
  test('a block that moves is the same incident, at the same level: a reminder names where it is, and nothing more is sent', async () => {
    const there = { 2: refused, 3: good };
    const alerts = await play({ 1: refused, 2: good, 3: good }, there, there);
    expect(alerts.map(line)).toEqual([
      '02:00 outlook opened critical immediate intervention (01)',
      '04:00 outlook reminder critical persistent intervention (03)',
    ]);
    expect(alerts.at(-1)?.scope.ips).toEqual(['203.0.113.2']);
  });

  test('the all-clear names every address that has been idle since, not the last alone', async () => {
    const alerts = await play(
      { 1: refused, 2: good, 3: good },
      { 2: refused, 3: good },
      { 2: refused, 3: good },
      { 3: good },
      { 3: good },
      { 3: good },
    );
    const ended = alerts.at(-1);
    expect(ended?.subject).toBe(
      'RESOLVED Outlook.com: recovered but for 2 refused IPs, 0.0 % throttled or blocked after 3 hours',
    );
    expect(ended?.text).toContain('accepted again, but none from 203.0.113.1, 203.0.113.2.');
    expect(ended?.advice.meaning).toContain('nothing was accepted from the sources that were refused');
  });

  test('the all-clear names an address that stays paused while the one named last sends again', async () => {
    const alerts = await play(
      { 1: refused, 2: good, 3: good },
      { 2: refused, 3: good },
      { 2: refused, 3: good },
      { 2: good, 3: good },
      { 2: good, 3: good },
      { 2: good, 3: good },
    );
    expect(alerts.at(-1)?.subject).toContain('recovered but for 203.0.113.1,');
  });
});
