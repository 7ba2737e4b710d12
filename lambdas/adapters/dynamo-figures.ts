import * as z from 'zod';
import { withoutZeros } from '../core/figures/without-zeros.ts';
import { TOTALS, objectOf } from '../core/figures/figures.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import type { FiguresStore } from '../core/ports.ts';
import type { HourlyFigures } from '../core/figures/hourly-figures.ts';
import { json, text, wholeNumber } from './attributes.ts';
import { FiguresTable, hourKey, readItem } from './figures-table.ts';
import type { Item, TableSettings } from './figures-table.ts';
import { storedFigures } from './stored-figures.ts';
import { EXPIRY, SORT_KEYS } from './table-layout.ts';

/** Hours that are read in parallel. */
const AT_ONCE = 8;

const figuresItem = z.object({
  sk: text.transform((sk) => sk.slice(SORT_KEYS.figures.length)),
  version: wholeNumber,
  ...objectOf(TOTALS, () => wholeNumber),
  breakdowns: json.pipe(storedFigures),
});

/**
 * Hourly figures in the figures table: the counts as number attributes of their own, for other programs;
 * the breakdowns as one JSON text.
 */
export class DynamoFigures implements FiguresStore {
  private readonly table: FiguresTable;

  constructor(settings: TableSettings) {
    this.table = new FiguresTable(settings);
  }

  async put({ hour, isp, version, figures }: HourlyFigures): Promise<boolean> {
    const breakdowns = withoutZeros(figures);
    const item: Item = {
      pk: { S: hourKey(hour) },
      sk: { S: `${SORT_KEYS.figures}${isp}` },
      [EXPIRY]: this.table.expiryOf(hour, 'figures'),
    };
    for (const total of TOTALS) {
      item[total] = { N: String(figures[total]) };
      delete breakdowns[total];
    }
    item['breakdowns'] = { S: JSON.stringify(breakdowns) };
    return this.table.putOverLower(item, 'version', version);
  }

  async ofHours(hours: readonly Hour[]): Promise<HourlyFigures[]> {
    const found: HourlyFigures[] = [];
    await inParallel(new Set(hours), AT_ONCE, async (hour) => {
      for await (const item of this.table.query(hourKey(hour), SORT_KEYS.figures)) {
        found.push(parse(hour, item));
      }
    });
    return found.sort((a, b) => compare(a.hour, b.hour) || compare(a.isp, b.isp));
  }
}

function parse(hour: Hour, item: Item): HourlyFigures {
  const { sk: isp, version, breakdowns, ...totals } = readItem(item, figuresItem);
  return { hour, isp, version, figures: { ...breakdowns, ...totals } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
