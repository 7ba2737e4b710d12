import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFigures } from '../../../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../../../lambdas/core/figures/figures.ts';
import { rulesById } from '../../../../lambdas/core/incidents/judge/cause.ts';
import { figuresByDomain } from '../../../../lambdas/core/incidents/judge/other-domains.ts';
import { createCatalogue } from '../../../../lambdas/core/replies/catalogue.ts';
import { parseSettings } from '../../../../lambdas/core/settings.ts';

const criteria = { settings: parseSettings({}, 'this test'), rules: rulesById(createCatalogue().rules) };
const DOMAINS = ['a.example', 'b.example', 'c.example', 'd.example'];

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
  test('share out no more than was counted, and never a reply of another domain', () => {
    let shared = 0;
    fc.assert(
      fc.property(other, (figures) => {
        for (const [domain, part] of figuresByDomain(figures, criteria)) {
          const { throttled = 0, delivered = 0 } = figures.byDomain[domain] ?? {};
          expect(part).toMatchObject({ throttled, delivered });
          for (const [rule, { queues }] of Object.entries(part.evidence)) {
            const count = figures.evidence[rule]?.queues[`${domain}/vmta1`];
            expect(queues).toEqual({ [`${domain}/vmta1`]: count });
            expect((part.byRule[rule] ?? 0) + (part.blockedByRule[rule] ?? 0)).toBe(count);
            shared += 1;
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(shared).toBeGreaterThan(500);
  });

  test('are those that a breakdown names, but for the rest and names that cannot stand in an alert', () => {
    const figures = {
      ...emptyFigures(),
      byDomain: {
        'a.example': { throttled: 1, delivered: 2 },
        'b\u0007.example': { throttled: 1, delivered: 2 },
        '(rest)': { throttled: 3, delivered: 4 },
      },
    };
    expect([...figuresByDomain(figures, criteria).keys()]).toEqual(['a.example']);
  });

  const attempts = { throttled: 10, delivered: 90 };
  const throughRollup: Figures = {
    ...emptyFigures(),
    byDomain: { 'a.example': attempts, 'b.example': attempts, 'own.example': attempts },
    byQueue: {
      'hoster.rollup/vmta1': { throttled: 15, delivered: 95 },
      'HOSTER.rollup/vmta2': { throttled: 5, delivered: 85 },
      'own.example/vmta1': attempts,
    },
    byRule: { 'generic.blocklist.named': 20 },
    evidence: {
      'generic.blocklist.named': {
        sources: { 'vmta1 203.0.113.7': 20 },
        queues: { 'hoster.rollup/vmta1': 20 },
        sample: '',
      },
    },
  };

  test('give way to the rollup that they are sent through, which alone knows their replies', () => {
    const parts = figuresByDomain(throughRollup, criteria);
    expect([...parts.keys()]).toEqual(['own.example', 'hoster.rollup']);
    expect(parts.get('hoster.rollup')).toMatchObject({
      throttled: 20,
      delivered: 180,
      byCategory: { 'policy-block': 20 },
      evidence: { 'generic.blocklist.named': { sources: { 'vmta1 203.0.113.7': 20 } } },
    });
  });

  test('stay where their own queue may be among those that are not named', () => {
    const byQueue = { ...throughRollup.byQueue, '(rest)': { throttled: 1, delivered: 500 } };
    const byDomain = { ...throughRollup.byDomain, 'a.example': { throttled: 9, delivered: 81 } };
    const parts = figuresByDomain({ ...throughRollup, byDomain, byQueue }, criteria);
    expect([...parts.keys()]).toEqual(['a.example', 'own.example', 'hoster.rollup']);
  });

  test('are not named by their rollup either where none may be', () => {
    const settings = parseSettings({ privacy: { byDomain: false } }, 'this test');
    const parts = figuresByDomain({ ...throughRollup, byDomain: {} }, { ...criteria, settings });
    expect([...parts.keys()]).toEqual([]);
  });
});
