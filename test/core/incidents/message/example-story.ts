import type { Figures } from '../../../../lambdas/core/figures/figures.ts';
import type { Incident } from '../../../../lambdas/core/incidents/life-cycle/incident.ts';
import type { Story } from '../../../../lambdas/core/incidents/message/story.ts';
import { blockedRateOf, rateOf } from '../../../../lambdas/core/figures/rates.ts';
import { figuresWith } from '../../../example-figures.ts';
import { hour, WARNING } from '../judged-hours.ts';
import { after, openWarning } from '../life-cycle/situations.ts';

type Part = Partial<Omit<Story, 'decidedBy' | 'incident'>> & {
  figures?: Partial<Figures>;
  incident?: Partial<Incident>;
};

/** What an alert about Gmail is told from: 100 of 1,000 attempts throttled from 01:00 to 02:00. */
export function exampleStory({ figures: counts, incident: known = {}, ...part }: Part = {}): Story {
  const figures = figuresWith({ delivered: 900, throttled: 100, deferred: 100, ...counts });
  const incident = openWarning(known);
  const { category, stance, place } = incident;
  return {
    kind: 'opened',
    reason: 'rate',
    severity: 'warning',
    limit: 0.05,
    category,
    stance,
    place,
    ground: WARNING,
    otherGrounds: [],
    persistence: 'not-yet',
    decidedBy: { hour: hour(0), figures },
    incident,
    name: 'Gmail',
    postmaster: [],
    advice: { meaning: '', do: [], avoid: [], commands: [] },
    commands: [],
    restart: [],
    now: after(0),
    concerned: [],
    rate: rateOf(figures),
    blockedRate: blockedRateOf(figures),
    besides: [],
    idleIps: [],
    sample: null,
    ...part,
  };
}
