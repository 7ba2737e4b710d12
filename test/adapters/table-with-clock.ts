import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { TableSettings } from '../../lambdas/adapters/figures-table.ts';
import { startEmbeddedTable } from './embedded-table.ts';
import type { EmbeddedTable } from './embedded-table.ts';

/** Figures are kept for ten days; it is 02:00 in every test until that sets another time. */
const RETENTION_DAYS = 10;
const START = new Date('2026-11-24T02:00:00Z');

/** An embedded table for the tests of one file, and the clock by which its items expire. */
export class TableWithClock {
  now = START;
  private embedded: EmbeddedTable | undefined;
  private files = 0;

  /** Started before the tests of the file that calls this, and stopped after them. */
  static ofThisFile(): TableWithClock {
    const table = new TableWithClock();
    beforeAll(async () => {
      table.embedded = await startEmbeddedTable();
    });
    beforeEach(() => {
      table.now = START;
    });
    afterAll(() => table.embedded?.stop());
    return table;
  }

  get client(): EmbeddedTable['client'] {
    if (!this.embedded) throw new Error('the table is not started yet');
    return this.embedded.client;
  }

  get settings(): TableSettings {
    return { client: this.client, table: 'figures', retentionDays: RETENTION_DAYS, now: () => this.now };
  }

  /** An id that no other test has. */
  newFile(digit = 'a'): string {
    return `${digit}${String(this.files++).padStart(31, '0')}`;
  }
}
