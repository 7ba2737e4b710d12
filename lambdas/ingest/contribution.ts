import { fitToItem } from '../core/figures/cut.ts';
import { emptyFigures } from '../core/figures/figures.ts';
import type { Figures } from '../core/figures/figures.ts';
import type { IspId } from '../core/receivers/isp.ts';

/** What a file contributes to an hour: its figures there, zeros for the ISPs that it no longer has. */
export function contributionOf(
  isps: readonly IspId[],
  found: ReadonlyMap<IspId, Figures> | undefined,
): ReadonlyMap<IspId, Figures> {
  return fitToItem(new Map(isps.map((isp) => [isp, found?.get(isp) ?? emptyFigures()])));
}
