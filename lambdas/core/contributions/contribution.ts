import type { FileId, Part } from './file-id.ts';
import type { Hour } from '../hour.ts';
import type { IspId } from '../receivers/isp.ts';
import { fitToItem } from '../figures/cut.ts';
import { emptyFigures } from '../figures/figures.ts';
import type { FiguresByIsp } from '../figures/figures.ts';

/** What one file adds to one hour. It names every ISP that the file ever had there, with zeros where gone. */
export interface Contribution {
  hour: Hour;
  file: FileId;
  revision: number;
  figures: FiguresByIsp;
}

/**
 * The sum of the contributions to one part of an hour: to the hour, a contribution again.
 * Its revision is the sum of theirs.
 */
export interface Subtotal {
  hour: Hour;
  part: Part;
  revision: number;
  figures: FiguresByIsp;
}

/** What a file contributes to an hour: its figures there, zeros for the ISPs that it no longer has. */
export function contributionOf(isps: readonly IspId[], found: FiguresByIsp | undefined): FiguresByIsp {
  return fitToItem(new Map(isps.map((isp) => [isp, found?.get(isp) ?? emptyFigures()])));
}
