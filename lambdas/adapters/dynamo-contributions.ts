import * as z from 'zod';
import { figuresFromBytes, figuresToBytes } from '../core/figures/figures-bytes.ts';
import type { Hour } from '../core/hour.ts';
import type { Contribution, Subtotal } from '../core/contributions/contribution.ts';
import type { Contributions, Subtotals } from '../core/ports.ts';
import type { Part } from '../core/contributions/file-id.ts';
import { bytes, text, wholeNumber } from './attributes.ts';
import { FiguresTable, hourKey, readItem } from './figures-table.ts';
import type { Item, TableSettings } from './figures-table.ts';
import { EXPIRY, SORT_KEYS } from './table-layout.ts';

const sumItem = z.object({ sk: text, revision: wholeNumber, figures: bytes.transform(figuresFromBytes) });

/** Contributions and subtotals in the figures table (docs/decisions/0001). */
export class DynamoContributions implements Contributions, Subtotals {
  private readonly table: FiguresTable;

  constructor(settings: TableSettings) {
    this.table = new FiguresTable(settings);
  }

  async put({ hour, file, revision, figures }: Contribution): Promise<boolean> {
    return this.putSum(hour, `${SORT_KEYS.contribution}${file}`, revision, figures);
  }

  async *ofHour(hour: Hour, part: Part = ''): AsyncGenerator<Contribution> {
    for await (const item of this.table.query(hourKey(hour), `${SORT_KEYS.contribution}${part}`)) {
      const { sk, revision, figures } = readItem(item, sumItem);
      yield { hour, file: sk.slice(SORT_KEYS.contribution.length), revision, figures };
    }
  }

  async putSubtotal({ hour, part, revision, figures }: Subtotal): Promise<boolean> {
    return this.putSum(hour, `${SORT_KEYS.subtotal}${part}`, revision, figures);
  }

  async *subtotalsOf(hour: Hour): AsyncGenerator<Subtotal> {
    for await (const item of this.table.query(hourKey(hour), SORT_KEYS.subtotal)) {
      const { sk, revision, figures } = readItem(item, sumItem);
      yield { hour, part: sk.slice(SORT_KEYS.subtotal.length), revision, figures };
    }
  }

  private async putSum(
    hour: Hour,
    sk: string,
    revision: number,
    figures: Contribution['figures'],
  ): Promise<boolean> {
    const item: Item = {
      pk: { S: hourKey(hour) },
      sk: { S: sk },
      figures: { B: figuresToBytes(figures) },
      [EXPIRY]: this.table.expiryOf(hour, 'contribution'),
    };
    return this.table.putOverLower(item, 'revision', revision);
  }
}
