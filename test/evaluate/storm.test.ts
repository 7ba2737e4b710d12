import { randomInt } from 'node:crypto';
import type { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { DynamoIncidents } from '../../lambdas/adapters/dynamo-incidents.ts';
import { SnsAlertChannel } from '../../lambdas/adapters/sns-alert-channel.ts';
import { storedAlert } from '../../lambdas/adapters/stored-incident.ts';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { evaluate } from '../../lambdas/evaluate/evaluate.ts';
import type { EvaluatePorts } from '../../lambdas/evaluate/evaluate.ts';
import { FakeTable } from '../fakes/fake-table.ts';
import { codeWaits, Scheduler } from '../interleavings/scheduler.ts';
import type { Execution, Fate } from '../interleavings/scheduler.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { CONTEXT, FIRST } from './stories.ts';
import type { Attempts } from '../core/incidents/attempts.ts';

/** How many storms are tried, and which: others each time, the same again by the seed that was printed. */
const STORMS = Number(process.env['STORMS'] ?? 60);
const SEED = Number(process.env['SEED'] ?? randomInt(2 ** 31));

/** Far above what they take on a quiet machine. */
const TIMEOUT = 5_000 * STORMS + 60_000;

const CALM: Attempts = { d: 1000 };
const BAD: readonly Attempts[] = [
  { d: 700, t: { rate: 300 } },
  { d: 700, t: { reputation: 300 } },
  { d: 990, t: { 'rp-001': 10 } },
  { d: 800, b: { content: 200 } },
];
const HOURS = 30;
/** Hours without trouble after which every incident is over: those without traffic end after 24. */
const CALM_HOURS = 36;
const MINUTE = 60_000;
/** So long all calls may fail or be missed: less than the look-back, else what began and ended meanwhile is never seen. */
const MAX_OUTAGE = 5 * 60 * MINUTE;
const ISPS = ['gmail', 'yahoo', 'outlook', 'apple', 'orange', 'gmx'];

/** The scheduler calls: minutes after it last did, and what else happens then. */
interface Call {
  after: number;
  /** The same call twice at once, or one that comes late beside one in time. */
  also: 'nothing' | 'the same' | 'an earlier one';
  /** The topic takes nothing. */
  isDown: boolean;
}
interface Storm {
  /** For each of three providers what happens hour by hour; three more are calm, so that it is never everyone. */
  story: readonly (readonly (Attempts | null)[])[];
  calls: readonly Call[];
  /** One number for each request: what becomes of it. */
  choices: readonly number[];
}

const anyHour = fc.constantFrom<Attempts | null>(null, CALM, CALM, CALM, CALM, ...BAD);
const storms: fc.Arbitrary<Storm> = fc.record({
  story: fc.array(fc.array(anyHour, { maxLength: HOURS }), { minLength: 1, maxLength: 3 }),
  calls: fc.array(
    fc.record({
      after: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(5, 5, 10, 30, 60) },
        { weight: 1, arbitrary: fc.integer({ min: 60, max: 900 }) },
      ),
      also: fc.constantFrom<Call['also']>('nothing', 'nothing', 'nothing', 'the same', 'an earlier one'),
      isDown: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 60 },
  ),
  choices: fc.array(fc.nat(64 * 256 - 1), { minLength: 1, maxLength: 400 }),
});

class World {
  readonly table = new FakeTable(3, () => {});
  readonly sent: Alert[] = [];
  isDown = false;
  private readonly scheduler = new Scheduler();
  private readonly choices: Iterator<number>;
  private readonly arrivals: (readonly [number, () => Promise<unknown>])[];
  private isCalm = false;

  constructor(storm: Storm) {
    this.choices = endlessly(storm.choices);
    this.arrivals = arrivalsOf(storm).map(([at, isp, hour, attempts, version]) => [
      at,
      () =>
        new DynamoFigures(this.settings(new Date(at))).put({
          hour,
          isp,
          version,
          figures: figuresOf(attempts),
        }),
    ]);
    this.arrivals.sort(([one], [other]) => one - other);
  }

  /** Evaluates for these times at once, with what has arrived until the last of them. */
  async call(times: readonly Date[]): Promise<void> {
    const latest = Math.max(...times.map((time) => time.getTime()));
    while (this.arrivals[0] && this.arrivals[0][0] <= latest) await this.arrivals.shift()![1]();
    const running = new Set<Execution>();
    for (const now of times) {
      const execution = { name: now.toISOString(), ended: false };
      running.add(execution);
      const end = (): void => void running.delete(execution);
      void evaluate(now, this.ports(execution, now), CONTEXT).then(end, end);
    }
    await codeWaits();
    while (running.size > 0) await this.step(running);
    // Requests of what was ended arrive in the end: before the next call, but for the one that is on its way for long.
    while (this.scheduler.waiting > 1 || (this.isCalm && this.scheduler.waiting > 0)) {
      await this.scheduler.next(0, 'done');
    }
  }

  async callUndisturbed(now: Date): Promise<void> {
    this.isCalm = true;
    this.isDown = false;
    await this.call([now]);
    this.isCalm = false;
  }

  incidents(): DynamoIncidents {
    return new DynamoIncidents(this.settings(new Date(endOf(FIRST))));
  }

  private async step(running: Set<Execution>): Promise<void> {
    const choice = this.isCalm ? 0 : (this.choices.next().value as number);
    const [kind, which] = [choice % 64, choice >> 6];
    if (kind === 63 && !this.isCalm) {
      const [ended] = [...running].slice(which % running.size);
      this.scheduler.end(ended!, (index) => (which >> (index % 8)) % 2 === 0);
      running.delete(ended!);
      return;
    }
    const fates: Record<number, Fate> = {
      59: 'throttled',
      60: 'failed-after',
      61: 'sent-twice',
      62: 'sent-twice',
    };
    await this.scheduler.next(which, fates[kind] ?? 'done');
  }

  private ports(execution: Execution, now: Date): EvaluatePorts {
    const request = <Output>(apply: () => Output): Promise<Output> =>
      this.scheduler.request(execution, apply);
    const settings = this.settings(now, request);
    const send = (command: unknown): Promise<unknown> =>
      request(() => this.publish(command as PublishCommand));
    return {
      figures: new DynamoFigures(settings),
      incidents: new DynamoIncidents(settings),
      alerts: new SnsAlertChannel({ send } as unknown as SNSClient, 'topic'),
    };
  }

  private publish({ input }: PublishCommand): unknown {
    if (this.isDown) throw new Error('the topic is down');
    const forms = JSON.parse(input.Message!) as { sqs: string };
    this.sent.push(storedAlert.parse(JSON.parse(forms.sqs)));
    return {};
  }

  private settings(now: Date, request?: (apply: () => unknown) => Promise<unknown>) {
    return { client: this.table.client(request), table: 'figures', retentionDays: 400, now: () => now };
  }
}

function* endlessly<T>(values: readonly T[]): Generator<T, never> {
  for (;;) yield* values;
}

/** Half of an hour's attempts arrives while it runs, all of it when it ends or some minutes later. */
function arrivalsOf({ story }: Storm) {
  const all = ISPS.flatMap((isp, place) =>
    Array.from({ length: HOURS + CALM_HOURS }, (_, index) => {
      const isStory = index < HOURS && place < story.length;
      return { isp, index, attempts: isStory ? (story[place]![index] ?? null) : CALM };
    }),
  );
  return all.flatMap(({ isp, index, attempts }) => {
    if (!attempts) return [];
    const hour = shiftHour(FIRST, index);
    const late = ((index * 7) % 3) * 4 * MINUTE;
    return [
      [endOf(hour) - 20 * MINUTE, isp, hour, halfOf(attempts), 1],
      [endOf(hour) + late, isp, hour, attempts, 2],
    ] as const;
  });
}

function halfOf({ d = 0, t = {}, b = {} }: Attempts): Attempts {
  const half = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.floor(count / 2)]));
  return { d: Math.floor(d / 2), t: half(t), b: half(b) };
}

/** Plays a storm, then a calm day and a half; says what is wrong in the end. */
async function faultsAfter(storm: Storm): Promise<string[]> {
  const world = new World(storm);
  let now = endOf(FIRST);
  let undisturbed = now - 60 * MINUTE;
  await world.callUndisturbed(new Date(undisturbed));
  const end = endOf(shiftHour(FIRST, HOURS - 1));
  for (const { after, also, isDown } of storm.calls) {
    now += after * MINUTE;
    if (now > end) break;
    while (now - undisturbed > MAX_OUTAGE) {
      undisturbed += MAX_OUTAGE;
      await world.callUndisturbed(new Date(undisturbed));
    }
    const times = [new Date(now)];
    if (also === 'the same') times.push(new Date(now));
    if (also === 'an earlier one') times.push(new Date(now - 5 * MINUTE));
    world.isDown = isDown;
    await world.call(times);
  }
  while (end - undisturbed > MAX_OUTAGE) {
    undisturbed += MAX_OUTAGE;
    await world.callUndisturbed(new Date(undisturbed));
  }
  for (let index = 0; index < CALM_HOURS; index++) {
    for (const minutes of [5, 30]) {
      const time = end + index * 60 * MINUTE + minutes * MINUTE;
      if (time > now) await world.callUndisturbed(new Date(time));
    }
  }
  return [...faultsIn(world.sent), ...(await leftIn(world)), ...untold(storm, world.sent)];
}

function faultsIn(sent: readonly Alert[]): string[] {
  const faults: string[] = [];
  const first = new Map<string, Alert>();
  for (const alert of sent) {
    const known = first.get(alert.alertId);
    if (!known) first.set(alert.alertId, alert);
    else if (JSON.stringify(known) !== JSON.stringify(alert)) faults.push(`two bodies of ${alert.alertId}`);
  }
  const byIncident = new Map<string, Alert[]>();
  for (const alert of first.values()) {
    const incident = alert.alertId.split('/').slice(0, 2).join('/');
    byIncident.set(incident, [...(byIncident.get(incident) ?? []), alert]);
  }
  for (const [incident, alerts] of byIncident) {
    if (alerts.some(({ sequence }, index) => sequence !== index + 1)) {
      faults.push(`${incident} is out of order`);
    }
    if (alerts[0]?.kind !== 'opened') faults.push(`${incident} does not begin with opened`);
    if (alerts.at(-1)?.kind !== 'resolved') faults.push(`${incident} does not end`);
  }
  return faults;
}

async function leftIn(world: World): Promise<string[]> {
  const faults: string[] = [];
  for (const isp of [...ISPS, 'everyone', 'other']) {
    const incident = await world.incidents().load(isp);
    if (!incident) continue;
    if (incident.unsent.length > 0) faults.push(`${isp} has unsent alerts`);
    if (incident.status === 'open') faults.push(`${isp} is still open`);
  }
  return faults;
}

/** Providers that were in trouble, and of which nobody heard. */
function untold({ story }: Storm, sent: readonly Alert[]): string[] {
  return story.flatMap((hours, place) => {
    const isp = ISPS[place]!;
    const isInTrouble = hours.some((attempts) => attempts !== null && BAD.includes(attempts));
    return isInTrouble && !sent.some((alert) => alert.isp === isp) ? [`nobody heard of ${isp}`] : [];
  });
}

test(
  `in ${STORMS} storms (SEED=${SEED}) no alert is lost, none says two things, and every incident ends`,
  { timeout: TIMEOUT },
  async () => {
    await fc.assert(
      fc.asyncProperty(storms, async (storm) => {
        expect(await faultsAfter(storm)).toEqual([]);
      }),
      { numRuns: STORMS, seed: SEED, endOnFailure: true },
    );
  },
);
