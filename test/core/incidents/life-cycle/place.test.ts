import { describe, expect, test } from 'vitest';
import type { Attempts, Counts, Figures } from '../../../../lambdas/core/figures/figures.ts';
import { idleIps, placeOf } from '../../../../lambdas/core/incidents/life-cycle/place.ts';
import { figuresWith } from '../../../example-figures.ts';
import { immediateGround, meaning, rateGround } from '../judged-hours.ts';

const RATE = rateGround('warning', meaning('reputation', { scope: 'ip' }));
const REFUSED = immediateGround('reputation');
const refusedOf = (throttled: number, delivered = 0): Attempts => ({ throttled, delivered });

function met(
  { sources = {}, queues = {} }: { sources?: Counts; queues?: Counts },
  part: Partial<Figures> = {},
) {
  const evidence = { reputation: { sources, queues, sample: '' } };
  return figuresWith({ throttled: 100, delivered: 900, evidence, ...part });
}

describe('what is named', () => {
  test.each<[string, Figures, typeof RATE, object]>([
    [
      'the largest comes first, ties by name',
      met({ sources: { 'b 192.0.2.2': 10, 'a 192.0.2.1': 10, 'c 192.0.2.3': 80 } }),
      RATE,
      { ips: ['192.0.2.3', '192.0.2.1', '192.0.2.2'], vmtas: ['c', 'a', 'b'] },
    ],
    [
      'the rest and what is missing have no name',
      met({ sources: { '(rest)': 500, '- -': 50, 'a 192.0.2.1': 40 } }),
      RATE,
      { ips: ['192.0.2.1'], vmtas: ['a'] },
    ],
    [
      'what has under a twentieth of the largest is a trifle',
      met({ sources: { 'a 192.0.2.1': 100, 'b 192.0.2.2': 5, 'c 192.0.2.3': 4 } }),
      RATE,
      { ips: ['192.0.2.1', '192.0.2.2'] },
    ],
    [
      'a small queue of a vmta that is named is no trifle',
      met({
        sources: { 'a 192.0.2.1': 100 },
        queues: { 'x.example/a': 100, 'y.example/a': 1, 'z.example/b': 1 },
      }),
      RATE,
      { queues: ['x.example/a', 'y.example/a'] },
    ],
    [
      'a rate leaves out what is refused less than half as often as all are',
      met(
        { sources: { 'a 192.0.2.1': 90, 'b 192.0.2.2': 10 } },
        { bySource: { 'a 192.0.2.1': refusedOf(90, 10), 'b 192.0.2.2': refusedOf(10, 890) } },
      ),
      RATE,
      { ips: ['192.0.2.1'] },
    ],
    [
      'what does not wait names it all the same',
      met(
        { sources: { 'a 192.0.2.1': 90, 'b 192.0.2.2': 10 } },
        { bySource: { 'a 192.0.2.1': refusedOf(90, 10), 'b 192.0.2.2': refusedOf(10, 890) } },
      ),
      REFUSED,
      { ips: ['192.0.2.1', '192.0.2.2'] },
    ],
    [
      'without evidence it is what was throttled at all',
      figuresWith({
        throttled: 10,
        delivered: 90,
        bySource: { 'a 192.0.2.1': refusedOf(10, 90), 'b 192.0.2.2': refusedOf(0, 5) },
      }),
      RATE,
      { ips: ['192.0.2.1'] },
    ],
    [
      'domains are those of the queues',
      met(
        { queues: { 'X.example/a': 9 } },
        { byDomain: { 'x.example': refusedOf(1), 'y.example': refusedOf(9) } },
      ),
      RATE,
      { queues: ['X.example/a'], domains: ['x.example'] },
    ],
    [
      'for a queue of many domains they are those that were throttled, the largest first',
      met(
        { queues: { 'hotmail.rollup/v1': 200, 'outlook.de/v1': 12 } },
        {
          byDomain: { 'outlook.de': refusedOf(12), 'hotmail.com': refusedOf(150), 'live.com': refusedOf(50) },
        },
      ),
      RATE,
      { domains: ['hotmail.com', 'live.com', 'outlook.de'] },
    ],
    [
      'a domain of its own queue comes before those of a smaller queue of many',
      met(
        { queues: { 'outlook.de/v1': 200, 'yahoo.queue/v1': 12 } },
        { byDomain: { 'outlook.de': refusedOf(0), 'hotmail.com': refusedOf(12) } },
      ),
      REFUSED,
      { domains: ['outlook.de', 'hotmail.com'] },
    ],
    [
      'domains are those that were throttled if the queues name none',
      met({ queues: { 'yahoo.rollup/a': 9 } }, { byDomain: { 'y.example': refusedOf(9) } }),
      RATE,
      { domains: ['y.example'] },
    ],
    [
      'names out of files are made printable',
      met({ sources: { 'a\u0007 192.0.2.1': 9 } }),
      RATE,
      { vmtas: ['a?'] },
    ],
    [
      'ten names of one sort are all',
      met({
        sources: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`a 192.0.2.${n + 10}`, 100 - n])),
      }),
      RATE,
      { ips: Array.from({ length: 10 }, (_, n) => `192.0.2.${n + 10}`), vmtas: ['a'] },
    ],
  ])('%s', (_rule, figures, ground, place) => {
    expect(placeOf(figures, ground)).toMatchObject(place);
  });

  test('says what the reply blames', () => {
    expect(placeOf(met({}), RATE).blamed).toBe('ip');
  });
});

test('the sources are those of the vmtas of the queues, in order of name', () => {
  const figures = met(
    { sources: { 'a 192.0.2.9': 5, 'ab 192.0.2.3': 5 }, queues: { 'x.example/a': 10 } },
    { bySource: { 'a 192.0.2.1': refusedOf(0, 10), 'b 192.0.2.2': refusedOf(0, 10) } },
  );
  expect(placeOf(figures, REFUSED).sources).toEqual(['a 192.0.2.1', 'a 192.0.2.9']);
});

describe('an address', () => {
  const bySource = { 'a 192.0.2.1': refusedOf(5, 0), 'a 192.0.2.2': refusedOf(5, 1) };

  test.each<[string, Figures['bySource'], string[]]>([
    [
      'is idle if nothing was accepted from it, or it is not seen at all',
      bySource,
      ['192.0.2.1', '192.0.2.3'],
    ],
    [
      'is not known to be idle while some sources are in the rest',
      { ...bySource, '(rest)': refusedOf(1, 1) },
      [],
    ],
    ['is not known to be idle without a breakdown', {}, []],
  ])('%s', (_rule, sources, idle) => {
    expect(idleIps(figuresWith({ bySource: sources }), ['192.0.2.1', '192.0.2.2', '192.0.2.3'])).toEqual(
      idle,
    );
  });
});
