import { emptyFigures } from '../lambdas/core/figures/figures.ts';
import type { Figures } from '../lambdas/core/figures/figures.ts';

/** Figures with what a test says, and nothing else. */
export function figuresWith(part: Partial<Figures>): Figures {
  return { ...emptyFigures(), ...part };
}
