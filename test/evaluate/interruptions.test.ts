import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { evaluate, type EvaluatePorts } from '../../lambdas/evaluate/evaluate.ts';
import { type Attempts, Day, figuresOf, FIRST, type Story } from './stories.ts';

/** Hours in every state that the judge knows. */
const anyHour = fc.constantFrom<Attempts | null>(
  null,
  { d: 1000 },
  { d: 1000 },
  { d: 3, t: { rate: 2 } },
  { d: 930, t: { rate: 70 } },
  { d: 700, t: { reputation: 300 } },
  { d: 990, t: { 'rp-001': 10 } },
  { d: 800, b: { content: 200 } },
  { d: 990, b: { dkim: 10 } },
);
const anyStory = fc.record({
  gmail: fc.array(anyHour, { minLength: 1, maxLength: 14 }),
  yahoo: fc.array(anyHour, { maxLength: 14 }),
  outlook: fc.array(anyHour, { maxLength: 14 }),
  other: fc.array(anyHour, { maxLength: 14 }),
});

class Interruption extends Error {}

/** Wraps every port so that a call may be interrupted before it is done, or after. */
function interrupted(day: Day, when: Iterator<'no' | 'before' | 'after'>): EvaluatePorts {
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          const next: unknown = when.next().value;
          if (next === 'before') throw new Interruption();
          const result: unknown = await member.apply(target, args);
          if (next === 'after') throw new Interruption();
          return result;
        };
      },
    });
  return { figures: wrap(day.figures), incidents: wrap(day.incidents), alerts: wrap(day.alerts) };
}

function* cycle<T>(values: readonly T[]): Generator<T> {
  for (;;) yield* values;
}

async function arrive(day: Day, story: Story, index: number): Promise<void> {
  for (const [name, hours] of Object.entries(story)) {
    const attempts = hours[index];
    if (attempts) await day.put(shiftHour(FIRST, index), name, figuresOf(attempts));
  }
}

/** Plays a story; `run` evaluates, however it does so. */
async function playWith(story: Story, run: (day: Day, now: Date) => Promise<void>): Promise<Day> {
  const day = new Day();
  const length = Math.max(...Object.values(story).map((hours) => hours.length));
  for (let index = 0; index < length; index++) {
    await arrive(day, story, index);
    await run(day, new Date(endOf(shiftHour(FIRST, index))));
  }
  return day;
}

const calmly = (day: Day, now: Date) => evaluate(now, day, day.context).then(() => {});

/** What a reader of the topic has who knows each alert by its id. */
function byId(alerts: readonly Alert[]): Map<string, Alert> {
  const known = new Map<string, Alert>();
  for (const alert of alerts) {
    const before = known.get(alert.alertId);
    if (before) expect(alert).toEqual(before);
    else known.set(alert.alertId, alert);
  }
  return known;
}

function expectWhole(day: Day): void {
  const alerts = [...byId(day.alerts.sent).values()];
  const incidents = new Set(alerts.map(({ alertId }) => alertId.split('/').slice(0, 2).join('/')));
  for (const incident of incidents) {
    const told = alerts.filter(({ alertId }) => alertId.startsWith(`${incident}/`));
    expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => index + 1));
    expect(told[0]?.kind).toBe('opened');
  }
  const levels = alerts
    .filter(({ kind }) => kind === 'opened')
    .map(({ isp, hour, severity }) => `${isp} ${hour} ${severity}`);
  expect(new Set(levels).size).toBe(levels.length);
}

describe('evaluate, interrupted', () => {
  test('and run again each time until it ends says what it says undisturbed', async () => {
    const anyFaults = fc.array(
      fc.constantFrom('no' as const, 'no' as const, 'no' as const, 'before' as const, 'after' as const),
      {
        minLength: 5,
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(anyStory, anyFaults, async (story, faults) => {
        const calm = await playWith(story, calmly);
        const when = cycle([...faults, ...Array.from({ length: 40 }, () => 'no' as const)]);
        const stormy = await playWith(story, async (day, now) => {
          for (let attempt = 0; attempt < 60; attempt++) {
            try {
              await evaluate(now, interrupted(day, when), day.context);
              return;
            } catch (failure) {
              const causes = failure instanceof AggregateError ? failure.errors : [failure];
              for (const cause of causes) expect(cause).toBeInstanceOf(Interruption);
            }
          }
          expect.fail('never ended');
        });
        expect(byId(stormy.alerts.sent)).toEqual(byId(calm.alerts.sent));
        expectWhole(stormy);
      }),
      { numRuns: 100 },
    );
  });

  test('and left to the next hour loses nothing that was decided', async () => {
    const anyFault = fc.constantFrom(
      'no' as const,
      'no' as const,
      'no' as const,
      'no' as const,
      'before' as const,
      'after' as const,
    );
    await fc.assert(
      fc.asyncProperty(
        anyStory,
        fc.array(anyFault, { minLength: 5, maxLength: 80 }),
        async (story, faults) => {
          const when = cycle(faults);
          const day = await playWith(story, async (day, now) => {
            await evaluate(now, interrupted(day, when), day.context).catch(() => {});
          });
          const length = Math.max(...Object.values(story).map((hours) => hours.length));
          await calmly(day, new Date(endOf(shiftHour(FIRST, length - 1)) + 300_000));
          await calmly(day, new Date(endOf(shiftHour(FIRST, length - 1)) + 600_000));
          expectWhole(day);
          const roster = await day.incidents.roster();
          for (const isp of roster.isps) expect((await day.incidents.load(isp))?.unsent).toEqual([]);
          for (const isp of ['everyone', 'gmail', 'yahoo', 'outlook', 'other:example.com']) {
            const incident = await day.incidents.load(isp);
            if (incident?.status === 'open') expect(roster.isps).toContain(isp);
            if (incident) expect(day.alerts.sent.some((alert) => alert.isp === isp)).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('and run several times at once never says two things under one id', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, fc.scheduler(), async (story, scheduler) => {
        const day = await playWith(story, async (day, now) => {
          const schedule = <T extends object>(port: T): T =>
            new Proxy(port, {
              get(target, name) {
                const member: unknown = Reflect.get(target, name, target);
                if (typeof member !== 'function') return member;
                return (...args: unknown[]) =>
                  scheduler.schedule(Promise.resolve()).then((): unknown => member.apply(target, args));
              },
            });
          const ports = {
            figures: schedule(day.figures),
            incidents: schedule(day.incidents),
            alerts: schedule(day.alerts),
          };
          const runs = [0, 0, 60_000].map((later) =>
            evaluate(new Date(now.getTime() + later), ports, day.context).catch(() => {}),
          );
          await scheduler.waitFor(Promise.all(runs));
          await evaluate(new Date(now.getTime() + 120_000), day, day.context);
        });
        expectWhole(day);
      }),
      { numRuns: 30 },
    );
  });
});
