import type { Figures } from './figures.ts';

/** All attempts, whatever became of them. */
export function attemptsOf({
  delivered,
  deferred,
  bounced,
}: Pick<Figures, 'delivered' | 'deferred' | 'bounced'>): number {
  return delivered + deferred + bounced;
}

/** `throttled / (throttled + delivered)`; null where there was neither. */
export function rateOf(figures: Pick<Figures, 'throttled' | 'delivered'>): number | null {
  return share(figures.throttled, figures.throttled + figures.delivered);
}

/** `deferred421 / (deferred421 + delivered)`, the rate as the seed defines it; null where there was neither. */
export function rate421Of(figures: Pick<Figures, 'deferred421' | 'delivered'>): number | null {
  return share(figures.deferred421, figures.deferred421 + figures.delivered);
}

/** `blocked / (blocked + delivered)`; null where there was neither. */
export function blockedRateOf(figures: Pick<Figures, 'blocked' | 'delivered'>): number | null {
  return share(figures.blocked, figures.blocked + figures.delivered);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
