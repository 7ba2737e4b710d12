import { partOf } from '../core/contributions/file-id.ts';
import type { FileId, Part } from '../core/contributions/file-id.ts';
import { cutFigures, fitToItem } from '../core/figures/cut.ts';
import type { Figures, FiguresByIsp } from '../core/figures/figures.ts';
import { addByIsp } from '../core/figures/merge.ts';
import type { Hour } from '../core/hour.ts';
import type { IspId } from '../core/receivers/isp.ts';

/** The figures that some hours should have, added up part by part as the tally does; other hours are left out. */
export class HourSums {
  private readonly parts = new Map<Hour, Map<Part, Map<IspId, Figures>>>();

  constructor(hours: readonly Hour[]) {
    for (const hour of hours) this.parts.set(hour, new Map());
  }

  has(hour: Hour): boolean {
    return this.parts.has(hour);
  }

  /** Adds what a file contributes to an hour. */
  add(hour: Hour, file: FileId, figures: FiguresByIsp): void {
    const parts = this.parts.get(hour);
    const sum = parts?.get(partOf(file)) ?? new Map<IspId, Figures>();
    parts?.set(partOf(file), sum);
    addByIsp(sum, figures);
  }

  /** The figures of an hour, as they should be stored. */
  figuresOf(hour: Hour): Map<IspId, Figures> {
    const sum = new Map<IspId, Figures>();
    for (const part of this.parts.get(hour)?.values() ?? []) addByIsp(sum, fitToItem(part));
    return new Map([...sum].map(([isp, figures]) => [isp, cutFigures(figures)]));
  }
}
