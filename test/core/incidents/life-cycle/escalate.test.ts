import { expect, test } from 'vitest';
import type { Ground } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import { escalate } from '../../../../lambdas/core/incidents/life-cycle/escalate.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Incident } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Decision } from '../../../../lambdas/core/incidents/life-cycle/decision.ts';
import {
  blockedGround,
  CRITICAL,
  hour,
  immediateGround,
  meaning,
  rateGround,
  trouble,
  WARNING,
} from '../judged-hours.ts';
import { after, openWarning, situation } from './situations.ts';

const REPUTATION = rateGround('warning', meaning('reputation'));
const PATIENT = rateGround('critical', meaning('reputation', { stance: 'patience' }));
const critical = (part: Partial<Incident> = {}) =>
  openWarning({ highest: { severity: 'critical', limit: 0.15 }, ...part });
const knowing = { told: { ...NOTHING_TOLD, intervention: true } };
/** Opened at the end of hour 0; it has persisted from 2 hours later on. */
const TWO_HOURS_LATER = after(2);

/** An hour with these grounds joins an incident, half an hour after its opening unless said. */
function joining(known: Incident, grounds: Ground[], now = after(0, 30)): Decision | undefined {
  return escalate(known, situation([trouble(0), trouble(1, grounds)], { now }));
}

test.each<[string, Incident, Ground[], number | undefined, object]>([
  [
    'gives the higher level with its limit, and keeps it as the highest',
    openWarning(),
    [CRITICAL],
    undefined,
    { severity: 'critical', limit: 0.15, incident: { highest: { severity: 'critical', limit: 0.15 } } },
  ],
  [
    'at a lower level gives the highest with its limit',
    critical(),
    [REPUTATION],
    undefined,
    { severity: 'critical', limit: 0.15, incident: { highest: { severity: 'critical', limit: 0.15 } } },
  ],
  [
    'gives no limit for what waits for none',
    critical(knowing),
    [immediateGround()],
    undefined,
    { reason: 'immediate', limit: null },
  ],
  [
    'says first that throttling has turned into blocking',
    critical(knowing),
    [immediateGround(), blockedGround()],
    undefined,
    { reason: 'blocked', otherGrounds: [{ reason: 'immediate' }] },
  ],
  [
    'does not hide what is no news in that hour',
    critical(knowing),
    [CRITICAL, blockedGround()],
    undefined,
    { reason: 'blocked', otherGrounds: [{ reason: 'rate' }] },
  ],
  [
    'lets wait what may wait',
    openWarning(),
    [PATIENT],
    undefined,
    { stance: 'patience', persistence: 'not-yet', incident: { told: { intervention: false } } },
  ],
  [
    'does not ask to wait again once it has persisted',
    openWarning({ category: 'reputation' }),
    [PATIENT],
    TWO_HOURS_LATER,
    { stance: 'intervention', persistence: 'lasting', incident: { told: { intervention: true } } },
  ],
  [
    'begins with its own first steps where another matter for a person joins in late',
    openWarning(),
    [REPUTATION],
    TWO_HOURS_LATER,
    { stance: 'intervention', persistence: 'joined-later' },
  ],
])('an escalation %s', (_rule, known, grounds, now, expected) => {
  expect(joining(known, grounds, now)).toMatchObject({ kind: 'escalated', ...expected });
});

test('the level that was reported is no escalation', () => {
  expect(joining(openWarning(), [WARNING])).toBeUndefined();
});

test('an escalation is the next alert of the incident, and of the hour that is worse', () => {
  const decision = joining(openWarning({ sequence: 4 }), [CRITICAL]);
  expect(decision).toMatchObject({
    decidedBy: { hour: hour(1) },
    incident: { sequence: 5, toldAt: new Date(after(0, 30)).toISOString() },
  });
});

test('hours of the incident before are none of its own', () => {
  const known = openWarning({ firstHour: hour(1), previousUntil: hour(0) });
  const verdicts = [trouble(0, [CRITICAL]), trouble(1)];
  expect(escalate(known, situation(verdicts))).toBeUndefined();
});
