import type { Hour } from '../hour.ts';
import type { IspId } from '../receivers/isp.ts';
import type { Figures } from './figures.ts';

/** The figures of one ISP in one hour, with the version that decides which write is newer. */
export interface HourlyFigures {
  hour: Hour;
  isp: IspId;
  /** The sum of the revisions of the contributions added up. */
  version: number;
  figures: Figures;
}
