import type { Hour } from '../core/hour.ts';
import type { FiguresStore } from '../core/ports.ts';
import type { HourlyFigures } from '../core/figures/hourly-figures.ts';

/** Hourly figures in memory: for the command line and for tests. Nothing expires. */
export class MemoryFigures implements FiguresStore {
  private readonly hours = new Map<Hour, Map<string, HourlyFigures>>();

  async put(figures: HourlyFigures): Promise<boolean> {
    let isps = this.hours.get(figures.hour);
    if (!isps) this.hours.set(figures.hour, (isps = new Map()));
    const stored = isps.get(figures.isp);
    if (stored && stored.version >= figures.version) return false;
    isps.set(figures.isp, figures);
    return true;
  }

  async ofHours(hours: readonly Hour[]): Promise<HourlyFigures[]> {
    const found: HourlyFigures[] = [];
    for (const hour of [...new Set(hours)].sort()) {
      const isps = this.hours.get(hour) ?? new Map<string, HourlyFigures>();
      for (const isp of [...isps.keys()].sort()) found.push(isps.get(isp)!);
    }
    return found;
  }
}
