import { partOf } from '../core/contributions/file-id.ts';
import type { FileId, Part } from '../core/contributions/file-id.ts';
import type { Hour } from '../core/hour.ts';
import type { Contribution, Subtotal } from '../core/contributions/contribution.ts';
import type { Contributions, Subtotals } from '../core/ports.ts';

/** Contributions and subtotals in memory: for the command line and for tests. Nothing expires. */
export class MemoryContributions implements Contributions, Subtotals {
  private readonly contributions = new Map<Hour, Map<FileId, Contribution>>();
  private readonly subtotals = new Map<Hour, Map<Part, Subtotal>>();

  async put(contribution: Contribution): Promise<boolean> {
    return replace(this.contributions, contribution.hour, contribution.file, contribution);
  }

  async *ofHour(hour: Hour, part?: Part): AsyncIterable<Contribution> {
    for (const contribution of this.contributions.get(hour)?.values() ?? []) {
      if (part === undefined || partOf(contribution.file) === part) yield contribution;
    }
  }

  async putSubtotal(subtotal: Subtotal): Promise<boolean> {
    return replace(this.subtotals, subtotal.hour, subtotal.part, subtotal);
  }

  async *subtotalsOf(hour: Hour): AsyncIterable<Subtotal> {
    yield* this.subtotals.get(hour)?.values() ?? [];
  }
}

/** Puts an item over one of a lower revision. */
function replace<Item extends { revision: number }>(
  hours: Map<Hour, Map<string, Item>>,
  hour: Hour,
  id: string,
  item: Item,
): boolean {
  let items = hours.get(hour);
  if (!items) hours.set(hour, (items = new Map()));
  const stored = items.get(id);
  if (stored && stored.revision >= item.revision) return false;
  items.set(id, item);
  return true;
}
