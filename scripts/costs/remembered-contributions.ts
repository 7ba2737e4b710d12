import * as z from 'zod';
import { bytes, text, wholeNumber } from '../../lambdas/adapters/attributes.ts';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { FiguresTable, hourKey } from '../../lambdas/adapters/figures-table.ts';
import type { TableSettings } from '../../lambdas/adapters/figures-table.ts';
import { SORT_KEYS } from '../../lambdas/adapters/table-layout.ts';
import { figuresFromBytes } from '../../lambdas/core/figures/figures-bytes.ts';
import type { Figures, FiguresByIsp } from '../../lambdas/core/figures/figures.ts';
import { addByIsp } from '../../lambdas/core/figures/merge.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { Contribution, Subtotal } from '../../lambdas/core/contributions/contribution.ts';
import type { Part } from '../../lambdas/core/contributions/file-id.ts';
import type { IspId } from '../../lambdas/core/receivers/isp.ts';

/** A file that grows is shipped again within a minute: a contribution that was read so often stays as it is. */
const SETTLED_AFTER = 4;
/** Hours that are remembered; late files come for the last one. */
const HOURS = 3;

const sumItem = z.object({ sk: text, revision: wholeNumber, figures: bytes });

interface Remembered {
  revision: number;
  figures: FiguresByIsp;
}

/** What is known of one part of an hour. */
class Memory {
  /** Revisions of the contributions that are in the sum. */
  settled = new Map<string, number>();
  revision = 0;
  sum = new Map<IspId, Figures>();
  young = new Map<string, Remembered & { readings: number }>();
  subtotal: Remembered | undefined;
}

/**
 * Contributions and subtotals as the tally finds them in the table, but unpacked only when first found. Every reading
 * asks the table for all of them and compares the revisions, so that requests, units and sums are those of the real
 * adapter; what it spares is the time to read the same contributions with every batch.
 */
export class RememberedContributions extends DynamoContributions {
  private readonly readings: FiguresTable;
  private readonly hours = new Map<Hour, Map<Part, Memory>>();

  constructor(settings: TableSettings) {
    super(settings);
    this.readings = new FiguresTable(settings);
  }

  override async *ofHour(hour: Hour, part: Part = ''): AsyncGenerator<Contribution> {
    const parts = this.partsOf(hour);
    const items = new Map<string, { revision: number; figures: Uint8Array }>();
    for await (const item of this.readings.query(hourKey(hour), `${SORT_KEYS.contribution}${part}`)) {
      const { sk, ...stored } = sumItem.parse(item);
      items.set(sk, stored);
    }
    let memory = parts.get(part) ?? new Memory();
    for (const [sk, revision] of memory.settled) {
      if (items.get(sk)?.revision !== revision) memory = new Memory();
    }
    parts.set(part, memory);
    for (const [sk, { revision, figures }] of items) {
      if (!memory.settled.has(sk)) remember(memory, sk, revision, figures);
    }
    yield { hour, file: 'settled', revision: memory.revision, figures: memory.sum };
    for (const [sk, { revision, figures }] of memory.young) yield { hour, file: sk, revision, figures };
  }

  override async putSubtotal(subtotal: Subtotal): Promise<boolean> {
    const { hour, part, revision, figures } = subtotal;
    const isPut = await super.putSubtotal(subtotal);
    const memory = this.partsOf(hour).get(part);
    if (isPut && memory) memory.subtotal = { revision, figures };
    return isPut;
  }

  override async *subtotalsOf(hour: Hour): AsyncGenerator<Subtotal> {
    const parts = this.partsOf(hour);
    for await (const item of this.readings.query(hourKey(hour), SORT_KEYS.subtotal)) {
      const { sk, revision, figures } = sumItem.parse(item);
      const part = sk.slice(SORT_KEYS.subtotal.length);
      const memory = parts.get(part) ?? new Memory();
      parts.set(part, memory);
      if (memory.subtotal?.revision !== revision) {
        memory.subtotal = { revision, figures: figuresFromBytes(figures) };
      }
      yield { hour, part, ...memory.subtotal };
    }
  }

  private partsOf(hour: Hour): Map<Part, Memory> {
    const known = this.hours.get(hour);
    if (known) return known;
    const parts = new Map<Part, Memory>();
    this.hours.set(hour, parts);
    const oldest = [...this.hours.keys()].sort().at(-HOURS - 1);
    if (oldest !== undefined) this.hours.delete(oldest);
    return parts;
  }
}

function remember(memory: Memory, sk: string, revision: number, packed: Uint8Array): void {
  const known = memory.young.get(sk);
  if (known?.revision !== revision) {
    memory.young.set(sk, { revision, figures: figuresFromBytes(packed), readings: 1 });
  } else if (++known.readings > SETTLED_AFTER) {
    memory.young.delete(sk);
    memory.settled.set(sk, revision);
    memory.revision += revision;
    addByIsp(memory.sum, known.figures);
  }
}
