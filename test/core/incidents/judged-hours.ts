import type { Figures } from '../../../lambdas/core/figures/figures.ts';
import { shiftHour } from '../../../lambdas/core/hour.ts';
import type { Hour } from '../../../lambdas/core/hour.ts';
import type { Refused } from '../../../lambdas/core/incidents/judge/cause.ts';
import type { Ground, Trouble, Verdict } from '../../../lambdas/core/incidents/judge/verdict.ts';
import { stanceOf } from '../../../lambdas/core/replies/category.ts';
import type { Category, Scope, Stance } from '../../../lambdas/core/replies/category.ts';
import type { Meaning } from '../../../lambdas/core/replies/rule.ts';
import { figuresWith } from '../../example-figures.ts';

/** The hour that tables count from: `hour(0)` is 01:00. */
export function hour(index: number): Hour {
  return shiftHour('2026-11-24T01', index);
}

/** The meaning of a rule of this category, and named like it. */
export function meaning(category: Category, part: { stance?: Stance; scope?: Scope } = {}): Meaning {
  return {
    id: category,
    isp: '*',
    category,
    stance: stanceOf(category),
    scope: null,
    meaning: `The meaning of ${category}.`,
    source: 'made for tests',
    ...part,
  };
}

/** Grounds of a warning and of a critical hour, with gmail's limits. */
export const WARNING = rateGround('warning');
export const CRITICAL = rateGround('critical');

export function rateGround(severity: 'warning' | 'critical', cause: Meaning = meaning('rate-limit')): Ground {
  return { reason: 'rate', severity, limit: severity === 'warning' ? 0.05 : 0.15, cause, aboutOne: 0 };
}

export function blockedGround(category: Category = 'reputation'): Ground {
  return { reason: 'blocked', severity: 'critical', limit: 0.05, cause: meaning(category) };
}

export function immediateGround(
  category: Category = 'policy-block',
  refused: Refused = { deferred: 3, blocked: 0 },
): Ground {
  return { reason: 'immediate', severity: 'critical', limit: null, cause: meaning(category), refused };
}

type Part = Partial<Omit<Verdict, 'state' | 'hour' | 'figures'>> & { figures?: Partial<Figures> };

function judged(index: number, { figures = {}, ...part }: Part) {
  return {
    hour: hour(index),
    isSettled: true,
    hasVolume: true,
    isAwaited: false,
    ...part,
    figures: figuresWith(figures),
  };
}

/** An hour in trouble, by default above the first limit. */
export function trouble(index: number, grounds: readonly Ground[] = [WARNING], part: Part = {}): Trouble {
  const [first = WARNING, ...rest] = grounds;
  const figures = { throttled: 100, delivered: 900, ...part.figures };
  return { ...judged(index, { ...part, figures }), state: 'trouble', grounds: [first, ...rest] };
}

/** A clear hour. */
export function clear(index: number, part: Part = {}): Verdict {
  return { ...judged(index, part), state: 'fine' };
}

/** An hour with too little volume. */
export function quiet(index: number, part: Part = {}): Verdict {
  return { ...judged(index, { hasVolume: false, ...part }), state: 'quiet' };
}

/** The same kind of hour several times. */
export function hours(from: number, to: number, each: (index: number) => Verdict): Verdict[] {
  return Array.from({ length: to - from + 1 }, (_, index) => each(from + index));
}
