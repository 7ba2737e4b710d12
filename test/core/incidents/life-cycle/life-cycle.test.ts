import { describe, expect, test } from 'vitest';
import { decide } from '../../../../lambdas/core/incidents/life-cycle/life-cycle.ts';
import { NOTHING_TOLD } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Incident } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Verdict } from '../../../../lambdas/core/incidents/judge/verdict.ts';
import type { Situation } from '../../../../lambdas/core/incidents/life-cycle/decision.ts';
import { exampleAlert } from '../../../example-incident.ts';
import {
  blockedGround,
  clear,
  CRITICAL,
  hour,
  hours,
  immediateGround,
  meaning,
  quiet,
  rateGround,
  trouble,
  WARNING,
} from '../judged-hours.ts';
import { after, inShort, MUTE, openWarning, resolvedWarning, situation } from './situations.ts';

interface Row {
  known?: Incident;
  verdicts: Verdict[];
  part?: Partial<Situation>;
  sent: string[];
}

const END_OF_2 = new Date(after(2)).toISOString();
const REPUTATION = rateGround('warning', meaning('reputation'));

const OPENING: Record<string, Row> = {
  'nothing is opened without trouble': { verdicts: [clear(0), quiet(1)], sent: [] },
  'opens for an hour in trouble': { verdicts: [clear(0), trouble(1)], sent: ['opened warning rate'] },
  'opens before the hour is settled': {
    verdicts: [trouble(0, [WARNING], { isSettled: false })],
    sent: ['opened warning rate'],
  },
  'opens once for several hours of one trouble, for the most urgent': {
    verdicts: [trouble(0), trouble(1, [CRITICAL]), trouble(2)],
    sent: ['opened critical rate'],
  },
  'opens and resolves for trouble that was over when it was first seen': {
    verdicts: [trouble(0), clear(1), clear(2)],
    sent: ['opened warning rate', 'resolved warning recovered'],
  },
  'reports two troubles that are both over one after the other': {
    verdicts: [trouble(0), clear(1), clear(2), trouble(3, [CRITICAL]), clear(4), clear(5)],
    sent: [
      'opened warning rate',
      'resolved warning recovered',
      'opened critical rate',
      'resolved critical recovered',
    ],
  },
  'passes over trouble that is over while another goes on': {
    verdicts: [trouble(0, [CRITICAL]), clear(1), clear(2), trouble(3)],
    sent: ['opened warning rate'],
  },
  'opens a new incident for trouble after the all-clear': {
    known: resolvedWarning(),
    verdicts: [trouble(0), clear(1), clear(2), trouble(3)],
    sent: ['opened warning rate'],
  },
  'opens nothing for hours that were reported': {
    known: resolvedWarning(),
    verdicts: [trouble(0), clear(1), clear(2)],
    sent: [],
  },
  'opens again, and resolves, if late files lift a reported hour above the highest level': {
    known: resolvedWarning(),
    verdicts: [trouble(0, [CRITICAL]), clear(1), clear(2)],
    sent: ['opened critical rate', 'resolved critical recovered'],
  },
  'does not open again for an hour of the incident before': {
    known: resolvedWarning({ firstHour: hour(1), previousUntil: hour(0) }),
    verdicts: [trouble(0, [CRITICAL]), clear(1), clear(2)],
    sent: [],
  },
};

const ESCALATING: Record<string, Row> = {
  'says nothing more while it goes on at the same level': {
    known: openWarning(),
    verdicts: [trouble(0), trouble(1)],
    sent: [],
  },
  'escalates when the level rises': {
    known: openWarning(),
    verdicts: [trouble(0), trouble(1, [CRITICAL])],
    sent: ['escalated critical rate'],
  },
  'escalates when late files lift an hour that was reported': {
    known: openWarning(),
    verdicts: [trouble(0, [CRITICAL]), trouble(1)],
    sent: ['escalated critical rate'],
  },
  'escalates when a person must act, at the same level': {
    known: openWarning(),
    verdicts: [trouble(0), trouble(1, [REPUTATION])],
    sent: ['escalated warning rate'],
  },
  'escalates when blocking reaches the first limit': {
    known: openWarning({
      highest: { severity: 'critical', limit: 0.15 },
      told: { ...NOTHING_TOLD, intervention: true },
    }),
    verdicts: [trouble(0, [CRITICAL]), trouble(1, [CRITICAL, blockedGround()])],
    sent: ['escalated critical blocked'],
  },
  'escalates when a policy block joins in': {
    known: openWarning({
      highest: { severity: 'critical', limit: 0.15 },
      told: { ...NOTHING_TOLD, intervention: true },
    }),
    verdicts: [trouble(0, [CRITICAL]), trouble(1, [CRITICAL, immediateGround()])],
    sent: ['escalated critical immediate'],
  },
  'an escalation at a lower level keeps the highest': {
    known: openWarning({ highest: { severity: 'critical', limit: 0.15 } }),
    verdicts: [trouble(0, [CRITICAL]), trouble(1, [REPUTATION])],
    sent: ['escalated critical rate'],
  },
  'does not escalate for trouble after its recovery: that is the next incident': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1), clear(2), trouble(3, [CRITICAL])],
    sent: ['resolved warning recovered', 'opened critical rate'],
  },
};

const REMINDING: Record<string, Row> = {
  'reminds of what goes on': {
    known: openWarning(),
    verdicts: hours(0, 3, (index) => trouble(index)),
    sent: ['reminder warning persistent'],
  },
  'does not remind beside another alert': {
    known: openWarning(),
    verdicts: [trouble(0), trouble(1), trouble(2), trouble(3, [CRITICAL])],
    sent: ['escalated critical rate'],
  },
};

const RESOLVING: Record<string, Row> = {
  'recovers after two clear hours in a row': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1), clear(2)],
    sent: ['resolved warning recovered'],
  },
  'does not recover after one clear hour': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1)],
    sent: [],
  },
  'does not recover before the second clear hour is settled': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1), clear(2, { isSettled: false })],
    sent: [],
  },
  'does not recover if a quiet hour lies between the clear ones': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1), quiet(2), clear(3)],
    sent: [],
  },
  'does not recover if an hour in trouble lies between the clear ones': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1), trouble(2), clear(3)],
    sent: [],
  },
  'does not recover by clear hours before it began': {
    known: openWarning({ firstHour: hour(2), openedAt: END_OF_2, toldAt: END_OF_2 }),
    verdicts: [clear(0), clear(1), trouble(2)],
    part: { now: after(2) },
    sent: [],
  },
  'is closed after 24 hours without traffic': {
    known: openWarning({ told: { ...NOTHING_TOLD, noTraffic: true } }),
    verdicts: [trouble(0), ...hours(1, 24, (index) => quiet(index))],
    sent: ['resolved warning no-traffic'],
  },
  'is not closed after 23 hours without traffic': {
    known: openWarning({ told: { ...NOTHING_TOLD, noTraffic: true } }),
    verdicts: [trouble(0), ...hours(1, 23, (index) => quiet(index))],
    sent: [],
  },
  'is not closed before the 24th hour without traffic is settled': {
    known: openWarning({ told: { ...NOTHING_TOLD, noTraffic: true } }),
    verdicts: [trouble(0), ...hours(1, 24, (index) => quiet(index, { isSettled: index < 24 }))],
    sent: [],
  },
  'is not closed 24 hours after the last trouble if the hours without traffic are fewer': {
    known: openWarning({ lastVolume: hour(1), told: { ...NOTHING_TOLD, noTraffic: true } }),
    verdicts: hours(2, 24, (index) => quiet(index)),
    part: { now: after(24, 15) },
    sent: [],
  },
  'is closed 24 hours after the last hour with traffic, if that one was clear too': {
    known: openWarning({ lastVolume: hour(1), told: { ...NOTHING_TOLD, noTraffic: true } }),
    verdicts: hours(2, 25, (index) => quiet(index)),
    part: { now: after(25, 15) },
    sent: ['resolved warning no-traffic'],
  },
  'recovers by one clear hour once 24 hours were without trouble': {
    known: openWarning({ told: { ...NOTHING_TOLD, noTraffic: true } }),
    verdicts: [
      trouble(0),
      ...hours(1, 20, (index) => quiet(index)),
      clear(21),
      ...hours(22, 24, (index) => quiet(index)),
    ],
    sent: ['resolved warning recovered'],
  },
};

const MUTED: Record<string, Row> = {
  'opens nothing while many are reported at once': {
    verdicts: [trouble(0, [CRITICAL])],
    part: { mutes: [MUTE] },
    sent: [],
  },
  'opens for a policy block all the same': {
    verdicts: [trouble(0, [CRITICAL, immediateGround()])],
    part: { mutes: [MUTE] },
    sent: ['opened critical immediate'],
  },
  'does not escalate while muted': {
    known: openWarning(),
    verdicts: [trouble(0), trouble(1, [CRITICAL])],
    part: { mutes: [MUTE] },
    sent: [],
  },
  'does not resolve while muted': {
    known: openWarning(),
    verdicts: [trouble(0), clear(1), clear(2)],
    part: { mutes: [MUTE] },
    sent: [],
  },
  'opens for what goes on after the many': {
    verdicts: [trouble(0), trouble(1), trouble(2)],
    part: { mutes: [{ ...MUTE, isActive: false, lastTrouble: hour(1), until: hour(1) }] },
    sent: ['opened warning rate'],
  },
};

for (const [arrow, rows] of Object.entries({
  opening: OPENING,
  escalating: ESCALATING,
  reminding: REMINDING,
  resolving: RESOLVING,
  muted: MUTED,
})) {
  describe(`an incident (${arrow})`, () => {
    test.each(Object.entries(rows))('%s', (_rule, { known, verdicts, part, sent }) => {
      const { incident, decisions } = decide(known, situation(verdicts, part));
      expect(decisions.map(inShort)).toEqual(sent);
      expect(decide(incident, situation(verdicts, part)).decisions).toEqual([]);
    });
  });
}

describe('the incident that is kept', () => {
  test('reaches back to where the trouble began, though that was muted', () => {
    const mutes = [{ ...MUTE, isActive: false, lastTrouble: hour(1), until: hour(1) }];
    const { incident } = decide(undefined, situation([trouble(0), trouble(1), trouble(2)], { mutes }));
    expect(incident).toMatchObject({ firstHour: hour(0), previousUntil: null, sequence: 1 });
  });

  test('remembers up to where hours were passed over', () => {
    const verdicts = [trouble(0, [CRITICAL]), clear(1), clear(2), trouble(3)];
    expect(decide(undefined, situation(verdicts)).incident).toMatchObject({
      firstHour: hour(3),
      previousUntil: hour(0),
    });
  });

  test('is another one after the all-clear, counted from 1', () => {
    const verdicts = [trouble(0), clear(1), clear(2), trouble(3)];
    expect(decide(resolvedWarning(), situation(verdicts)).incident).toMatchObject({
      firstHour: hour(3),
      previousUntil: hour(2),
      sequence: 1,
    });
  });

  test('is the same one when it is opened again: no alert has an id twice', () => {
    const verdicts = [trouble(0, [CRITICAL]), clear(1), clear(2)];
    const { decisions } = decide(resolvedWarning({ sequence: 2 }), situation(verdicts));
    expect(decisions.map(({ incident }) => [incident.firstHour, incident.sequence])).toEqual([
      [hour(0), 3],
      [hour(0), 4],
    ]);
  });

  test('is resolved up to the hour that showed it, and clear since the first clear hour', () => {
    const { decisions } = decide(openWarning(), situation([trouble(0), clear(1), clear(2)]));
    expect(decisions[0]).toMatchObject({
      clearSince: hour(1),
      decidedBy: { hour: hour(2) },
      incident: { status: 'resolved', toldUntil: hour(2) },
    });
  });

  test('keeps its last hours of trouble and of volume', () => {
    const verdicts = [trouble(0), trouble(1), clear(2), quiet(3)];
    expect(decide(openWarning(), situation(verdicts)).incident).toMatchObject({
      lastTrouble: hour(1),
      lastVolume: hour(2),
    });
  });

  test('no longer counts as without traffic once there is some', () => {
    const known = openWarning({ told: { ...NOTHING_TOLD, noTraffic: true } });
    expect(decide(known, situation([trouble(0), quiet(1), clear(2)])).incident?.told.noTraffic).toBe(false);
    expect(decide(known, situation([trouble(0), quiet(1)])).incident?.told.noTraffic).toBe(true);
  });

  test('carries the alerts over that are not sent yet', () => {
    const unsent = [exampleAlert()];
    const { incident } = decide(
      resolvedWarning({ unsent }),
      situation([clear(0), clear(1), clear(2), trouble(3)]),
    );
    expect(incident?.unsent).toEqual(unsent);
  });
});
