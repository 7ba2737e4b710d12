import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFigures, type Figures } from '../../../../lambdas/core/figures/figures.ts';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { judgeHour } from '../../../../lambdas/core/incidents/judge/judge-hour.ts';
import { busyDomains, figuresByDomain } from '../../../../lambdas/core/incidents/judge/other-domains.ts';
import { createCatalogue } from '../../../../lambdas/core/replies/catalogue.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';

const judging = { settings: parseSettings({}, 'this test'), rules: rulesById(createCatalogue().rules) };
const DOMAINS = ['a.example', 'b.example', 'c.example', 'd.example'];
const HOUR = '2026-11-24T01:00Z';

const attempts = fc.nat({ max: 300 });
const queues = fc.dictionary(fc.constantFrom(...DOMAINS.map((domain) => `${domain}/vmta1`)), attempts);
const evidence = (rule: string) =>
  queues.map((met) => [rule, { sources: {}, queues: met, sample: '' }] as const);

/** Figures of `other` whose breakdowns name four domains. */
const other: fc.Arbitrary<Figures> = fc
  .record({
    byDomain: fc.dictionary(
      fc.constantFrom(...DOMAINS),
      fc.record({ throttled: attempts, delivered: attempts }),
    ),
    met: fc.array(
      fc
        .constantFrom('generic.limit.rate', 'generic.blocklist.named', 'generic.policy.client-blocked')
        .chain(evidence),
    ),
    blocked: fc.subarray(['generic.blocklist.named', 'generic.policy.client-blocked']),
  })
  .map(({ byDomain, met, blocked }) => ({
    ...emptyFigures(),
    byDomain,
    evidence: Object.fromEntries(met),
    byRule: Object.fromEntries(met.map(([rule]) => [rule, 1])),
    blockedByRule: Object.fromEntries(blocked.map((rule) => [rule, 1])),
  }));

describe('the domains of other', () => {
  test('are in trouble only where they are busy', () => {
    const progress = { hour: HOUR, isRunning: false, isSettled: true, isReadable: true };
    const limits = { warning: 0.05, critical: 0.1 };
    let troubles = 0;
    fc.assert(
      fc.property(other, (figures) => {
        const inTrouble = [...figuresByDomain(figures, new Set(DOMAINS), judging)]
          .filter(([, part]) => judgeHour(part, progress, limits, judging).state === 'trouble')
          .map(([domain]) => domain);
        const busy = busyDomains(figures, judging.settings.judging.minimumAttempts + 1);
        expect(busy).toEqual(expect.arrayContaining(inTrouble));
        troubles += inTrouble.length;
      }),
      { numRuns: 2_000 },
    );
    expect(troubles).toBeGreaterThan(500);
  });

  test('have the figures of those that are wanted, and no others', () => {
    const figures = {
      ...emptyFigures(),
      byDomain: { 'a.example': { throttled: 1, delivered: 2 }, 'b.example': { throttled: 3, delivered: 4 } },
    };
    expect([...figuresByDomain(figures, new Set(['b.example', 'x.example']), judging).keys()]).toEqual([
      'b.example',
    ]);
  });
});
