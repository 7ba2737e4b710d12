import { emptyFigures } from '../../figures/figures.ts';
import type { Figures } from '../../figures/figures.ts';
import type { Hour } from '../../hour.ts';
import type { IspId } from '../../receivers/isp.ts';
import { UnreadableFileError } from '../counted-file.ts';
import { Interner } from './interner.ts';
import { PairTable } from './pair-table.ts';

const TOO_MANY = 'The file spreads over too many hours to be counted at once: split it.';

/** Numbers the cells of a file (an hour and an ISP) from 0, and keeps the figures of each. Numbers stay valid to the end. */
export class Cells {
  readonly hours = new Interner();
  readonly isps = new Interner();
  /** By number of the cell. */
  readonly figures: Figures[] = [];
  private readonly pairs = new PairTable();
  private readonly most: number;

  /** `most`: how many a file may have. */
  constructor(most: number) {
    this.most = most;
  }

  numberOf(hour: number, isp: number): number {
    const cell = this.pairs.numberOf(hour, isp);
    if (cell === this.figures.length) {
      if (cell >= this.most) throw new UnreadableFileError(TOO_MANY);
      this.figures.push(emptyFigures());
    }
    return cell;
  }

  ispOf(cell: number): IspId {
    return this.isps.texts[this.pairs.nameOf(cell)]!;
  }

  byHour(): Map<Hour, Map<IspId, Figures>> {
    const hours = new Map<Hour, Map<IspId, Figures>>();
    for (const [cell, figures] of this.figures.entries()) {
      const hour = this.hours.texts[this.pairs.groupOf(cell)]!;
      const ofHour = hours.get(hour) ?? new Map<IspId, Figures>();
      hours.set(hour, ofHour.set(this.ispOf(cell), figures));
    }
    return hours;
  }
}
