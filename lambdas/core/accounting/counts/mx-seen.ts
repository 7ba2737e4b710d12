import type { Interner } from './interner.ts';
import { PairTable } from './pair-table.ts';

/**
 * Counts to which ISPs the MX hosts of each domain belong, so that the rows of a domain that name no host (a failed
 * connection) can follow those that do.
 */
export class MxSeen {
  /** (ISP, domain), as numbers, until the next `fold`. */
  private readonly rows = new PairTable();
  /** By the domain's name, then by the number of the ISP. */
  private readonly folded = new Map<string, Map<number, number>>();
  private readonly names: Interner;
  private readonly isps: Interner;

  constructor(names: Interner, isps: Interner) {
    this.names = names;
    this.isps = isps;
  }

  /** How much is held under numbers. */
  get size(): number {
    return this.rows.size;
  }

  note(isp: number, domain: number, times: number): void {
    this.rows.count(this.rows.numberOf(isp, domain), 0, times);
  }

  /** The ISP of most of a domain's folded rows, the first by name if several have as many; undefined if there are none. */
  mostFrequent(domain: number): number | undefined {
    const counts = this.folded.get(this.names.texts[domain]!);
    if (!counts) return undefined;
    const name = ([isp]: readonly [number, number]): string => this.isps.texts[isp]!;
    const [most] = [...counts].sort((a, b) => b[1] - a[1] || (name(a) < name(b) ? -1 : 1));
    return most?.[0];
  }

  /** Moves what was noted to the domains' names. */
  fold(): void {
    const { rows, folded } = this;
    for (let number = 0; number < rows.size; number++) {
      const domain = this.names.texts[rows.nameOf(number)]!;
      const isp = rows.groupOf(number);
      const counts = folded.get(domain) ?? new Map<number, number>();
      folded.set(domain, counts.set(isp, (counts.get(isp) ?? 0) + rows.counted(number, 0)));
    }
    rows.clear();
  }

  /** Forgets the rarest domains if there are more than `limit`; half as many are kept. */
  prune(limit: number): void {
    if (this.folded.size <= limit) return;
    const total = (counts: ReadonlyMap<number, number>): number =>
      [...counts.values()].reduce((a, b) => a + b);
    const rarest = [...this.folded]
      .map(([domain, counts]) => ({ domain, count: total(counts) }))
      .sort((a, b) => a.count - b.count || (a.domain < b.domain ? 1 : -1));
    for (const { domain } of rarest.slice(0, this.folded.size - limit / 2)) this.folded.delete(domain);
  }
}
