import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { addFigures } from '../../lambdas/core/figures/merge.ts';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { evaluate, UnfinishedEvaluationError } from '../../lambdas/evaluate/evaluate.ts';
import type { EvaluatePorts } from '../../lambdas/evaluate/evaluate.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { Day, FIRST } from './stories.ts';
import type { Attempts } from '../core/incidents/attempts.ts';
import type { Story } from './stories.ts';

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
const DOMAINS = ['example.com', ...Array.from({ length: 6 }, (_, n) => `shop${n}.example`)];
const ISPS = [
  'everyone',
  'gmail',
  'yahoo',
  'outlook',
  'other',
  ...DOMAINS.map((domain) => `other:${domain}`),
];

/** A call may be interrupted before it is done, or after. */
type Fault = 'no' | 'before' | 'after';
const anyFaults = fc.array(fc.constantFrom<Fault>('no', 'no', 'no', 'no', 'before', 'after'), {
  minLength: 5,
  maxLength: 80,
});

class Interruption extends Error {}

/** Ports whose every call passes through `around`. */
function portsOf(day: Day, around: (call: () => Promise<unknown>) => Promise<unknown>): EvaluatePorts {
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => around(async (): Promise<unknown> => member.apply(target, args));
      },
    });
  return { figures: wrap(day.figures), incidents: wrap(day.incidents), alerts: wrap(day.alerts) };
}

function interruptedPorts(day: Day, faults: Iterator<Fault>): EvaluatePorts {
  return portsOf(day, async (call) => {
    const fault: Fault = faults.next().value;
    if (fault === 'before') throw new Interruption();
    const result = await call();
    if (fault === 'after') throw new Interruption();
    return result;
  });
}

function* endlessly<T>(values: readonly T[]): Generator<T, never> {
  for (;;) yield* values;
}

/** Evaluates; false where it was interrupted. Any other failure is one. */
async function endsWell(now: Date, ports: EvaluatePorts, day: Day): Promise<boolean> {
  try {
    await evaluate(now, ports, day.context);
    return true;
  } catch (failure) {
    const causes: unknown[] = failure instanceof UnfinishedEvaluationError ? failure.errors : [failure];
    if (causes.every((cause) => cause instanceof Interruption)) return false;
    throw failure;
  }
}

/** Plays a story; `run` evaluates at the end of each hour, however it does so. */
async function playWith(story: Story, run: (day: Day, now: Date) => Promise<unknown>): Promise<Day> {
  const day = new Day();
  for (let index = 0; index < lengthOf(story); index++) {
    const hour = shiftHour(FIRST, index);
    for (const [name, hours] of Object.entries(story)) {
      const attempts = hours[index];
      if (attempts) {
        await day.put(hour, name, name === 'other' ? ofOther(attempts, index) : figuresOf(attempts));
      }
    }
    await run(day, new Date(endOf(hour)));
  }
  return day;
}

/** For some hours all small receivers have the same attempts, for others one of them has. */
function ofOther(attempts: Attempts, index: number): Figures {
  const sum = emptyFigures();
  const domains = index % 7 < 4 ? DOMAINS : DOMAINS.slice(0, 1);
  for (const domain of domains) addFigures(sum, figuresOf(attempts, domain));
  return sum;
}

function lengthOf(story: Story): number {
  return Math.max(...Object.values(story).map((hours) => hours.length));
}

/** What a reader of the topic has who knows each alert by its id, sorted by it. */
function byId(alerts: readonly Alert[]): Alert[] {
  return [...new Map(alerts.map((alert) => [alert.alertId, alert])).values()].sort((a, b) =>
    a.alertId < b.alertId ? -1 : 1,
  );
}

/** What must never be in what was sent. */
function faultsIn(sent: readonly Alert[]): string[] {
  const alerts = [...new Map(sent.map((alert) => [alert.alertId, alert])).values()];
  const bodies = new Set(sent.map((alert) => JSON.stringify(alert)));
  const faults = bodies.size === alerts.length ? [] : ['two different bodies under one id'];
  const incidents = new Set(alerts.map(({ alertId }) => alertId.split('/').slice(0, 2).join('/')));
  for (const incident of incidents) {
    const told = alerts.filter(({ alertId }) => alertId.startsWith(`${incident}/`));
    if (told[0]?.kind !== 'opened') faults.push(`${incident} does not begin with opened`);
    if (told.some(({ sequence }, index) => sequence !== index + 1)) faults.push(`${incident} has gaps`);
  }
  const opened = alerts.filter(({ kind }) => kind === 'opened');
  const levels = new Set(opened.map(({ isp, hour, severity }) => `${isp} ${hour} ${severity}`));
  if (levels.size !== opened.length) faults.push('the same hour and level opened twice');
  return faults;
}

/** What must never be left behind. */
async function faultsLeftIn(day: Day): Promise<string[]> {
  const roster = await day.incidents.roster();
  const faults: string[] = [];
  for (const isp of ISPS) {
    const incident = await day.incidents.load(isp);
    if (!incident) continue;
    if (incident.unsent.length > 0) faults.push(`${isp} has unsent alerts`);
    if (incident.status === 'open' && !roster.matters.includes(isp)) faults.push(`${isp} is forgotten`);
    if (!day.alerts.alerts.some((alert) => alert.isp === isp)) {
      faults.push(`${isp} is known and was never told of`);
    }
  }
  return faults;
}

describe('evaluate, interrupted', () => {
  test('an evaluation that is interrupted and run again until it ends says what it says undisturbed', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, anyFaults, async (story, faults) => {
        const calm = await playWith(story, (day, now) => evaluate(now, day, day.context));
        const next = endlessly([...faults, ...Array.from({ length: 40 }, (): Fault => 'no')]);
        const stormy = await playWith(story, async (day, now) => {
          while (!(await endsWell(now, interruptedPorts(day, next), day)));
        });
        expect(byId(stormy.alerts.alerts)).toEqual(byId(calm.alerts.alerts));
        expect(faultsIn(stormy.alerts.alerts)).toEqual([]);
        expect(await faultsLeftIn(stormy)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('an evaluation that is interrupted and left to the next hour loses nothing that was decided', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, anyFaults, async (story, faults) => {
        const next = endlessly(faults);
        const day = await playWith(story, (played, now) =>
          endsWell(now, interruptedPorts(played, next), played),
        );
        const end = endOf(shiftHour(FIRST, lengthOf(story) - 1));
        await evaluate(new Date(end + 300_000), day, day.context);
        expect(faultsIn(day.alerts.alerts)).toEqual([]);
        expect(await faultsLeftIn(day)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('evaluations at the same time never send two alerts under one id', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, fc.scheduler(), async (story, scheduler) => {
        const day = await playWith(story, async (played, now) => {
          const ports = portsOf(played, (call) => scheduler.schedule(Promise.resolve()).then(call));
          const runs = [0, 0, 60_000].map((later) =>
            evaluate(new Date(now.getTime() + later), ports, played.context).catch(() => undefined),
          );
          await scheduler.waitFor(Promise.all(runs));
          await evaluate(new Date(now.getTime() + 120_000), played, played.context);
        });
        expect(faultsIn(day.alerts.alerts)).toEqual([]);
        expect(await faultsLeftIn(day)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('evaluations at the same time, while files arrive, forget no incident that they report', async () => {
    await fc.assert(
      fc.asyncProperty(anyHour, anyHour, fc.scheduler(), async (first, second, scheduler) => {
        const day = new Day();
        const end = endOf(FIRST);
        await day.put(FIRST, 'gmail', figuresOf(first ?? {}));
        const ports = portsOf(day, (call) => scheduler.schedule(Promise.resolve()).then(call));
        const runs = [0, 0, 60_000].map((later) =>
          evaluate(new Date(end + later), ports, day.context).catch(() => undefined),
        );
        const arrival = scheduler
          .schedule(Promise.resolve())
          .then(() => day.put(FIRST, 'gmail', figuresOf(second ?? {})));
        await scheduler.waitFor(Promise.all([...runs, arrival]));
        await evaluate(new Date(end + 300_000), day, day.context);
        expect(faultsIn(day.alerts.alerts)).toEqual([]);
        expect(await faultsLeftIn(day)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
