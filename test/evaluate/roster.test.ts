import { describe, expect, test, vi } from 'vitest';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import { UnreadableItemError } from '../../lambdas/core/store-error.ts';
import { takeBackFutureTime } from '../../lambdas/evaluate/roster.ts';
import { figuresOf } from '../core/incidents/attempts.ts';
import { Day, FIRST } from './stories.ts';

test('a future time that was judged is taken back: hours are judged again, and incidents go on', async () => {
  const day = new Day();
  await day.put(FIRST, 'gmail', figuresOf({ d: 930, t: { rate: 70 } }));
  expect(await day.evaluateAfter(shiftHour(FIRST, 2))).toHaveLength(1);
  await day.put(FIRST, 'gmail', figuresOf({ d: 700, t: { rate: 300 } }));
  expect(await day.evaluateAfter(FIRST, 5)).toEqual([]);

  const now = new Date(endOf(FIRST));
  expect(await takeBackFutureTime(day.incidents, now, ['gmail'])).toBe('2026-11-24T04:00:00.000Z');

  expect(await day.evaluateAfter(FIRST, 5)).toMatchObject([{ isp: 'gmail', kind: 'escalated' }]);
  expect(
    await takeBackFutureTime(day.incidents, new Date(endOf(FIRST) + 300_000), ['gmail']),
  ).toBeUndefined();
});

describe('what a future time has told', () => {
  const block = figuresOf({ d: 500, t: { rate: 500 } });

  /** A block of two hours, judged at its end and then for a time so many hours ahead, which is taken back. */
  async function judgedAhead(hours: number): Promise<Day> {
    const day = new Day();
    for (const hour of [FIRST, shiftHour(FIRST, 1)]) {
      await day.put(hour, 'gmail', block);
      await day.evaluateAfter(hour, 5);
    }
    await day.evaluateAfter(shiftHour(FIRST, 1 + hours));
    await takeBackFutureTime(day.incidents, new Date(endOf(shiftHour(FIRST, 1)) + 360_000), ['gmail']);
    return day;
  }

  test('is untold once it is taken back: a block that goes on after a false all-clear is opened again', async () => {
    const day = await judgedAhead(25);
    expect(day.alerts.alerts.at(-1)).toMatchObject({ kind: 'resolved', reason: 'no-traffic' });

    const next = shiftHour(FIRST, 2);
    await day.put(next, 'gmail', block);
    expect(await day.evaluateAfter(next, 5)).toMatchObject([
      { isp: 'gmail', kind: 'opened', hour: '2026-11-24T03:00:00Z' },
    ]);
  });

  test('does not put reminders off: an incident that stayed open is spoken of after as long as ever', async () => {
    const day = await judgedAhead(12);
    const reminded: string[] = [];
    for (let index = 2; index < 9; index++) {
      await day.put(shiftHour(FIRST, index), 'gmail', block);
      const alerts = await day.evaluateAfter(shiftHour(FIRST, index), 5);
      reminded.push(...alerts.map(({ kind, at }) => `${kind} ${at.slice(11, 13)}`));
    }
    expect(reminded).toEqual(['reminder 05', 'reminder 08']);
  });

  test('about traffic is untold as well: when there is none, it is said in its time', async () => {
    const day = new Day();
    await day.put(FIRST, 'gmail', block);
    await day.evaluateAfter(FIRST, 5);
    await day.evaluateAfter(shiftHour(FIRST, 5));
    expect(day.alerts.alerts.at(-1)).toMatchObject({ reason: 'no-traffic' });
    await takeBackFutureTime(day.incidents, new Date(endOf(FIRST) + 360_000), []);

    const reasons: string[] = [];
    for (let index = 1; index < 8; index++) {
      const alerts = await day.evaluateAfter(shiftHour(FIRST, index), 20);
      reasons.push(...alerts.map(({ reason }) => reason));
    }
    expect(reasons).toEqual(['no-traffic']);
  });

  test('is untold of many at once, and of what only the roster names', async () => {
    const now = new Date(endOf(FIRST));
    const ahead = { toldAt: '2026-11-25T00:00:00.000Z', openedAt: '2026-11-25T00:00:00.000Z' };
    const day = new Day();
    await day.put(FIRST, 'gmail', block);
    await day.evaluateAfter(FIRST, 5);
    const [stored] = [(await day.incidents.load('gmail'))!];
    const matters = ['everyone', 'other', 'other:example.com'];
    for (const matter of matters) await day.incidents.save({ ...stored, ...ahead, matter, revision: 1 });
    const roster = await day.incidents.roster();
    const judgedAt = '2026-11-25T00:00:00.000Z';
    await day.incidents.saveRoster({
      ...roster,
      revision: roster.revision + 1,
      judgedAt,
      matters: [matters[2]!],
    });

    await takeBackFutureTime(day.incidents, now, []);
    for (const matter of matters) {
      const { toldAt, openedAt } = (await day.incidents.load(matter))!;
      expect({ matter, toldAt, openedAt }).toEqual({
        matter,
        toldAt: now.toISOString(),
        openedAt: now.toISOString(),
      });
    }
  });

  test('is taken back where one incident cannot be read: that one stays, and judging goes on', async () => {
    const day = new Day();
    await day.evaluateAfter(shiftHour(FIRST, 5));
    vi.spyOn(day.incidents, 'load').mockRejectedValue(new UnreadableItemError('another version wrote it'));
    const now = new Date(endOf(FIRST));
    expect(await takeBackFutureTime(day.incidents, now, ['gmail'])).toBe('2026-11-24T07:00:00.000Z');
    expect((await day.incidents.roster()).judgedAt).toBe(now.toISOString());
  });
});
