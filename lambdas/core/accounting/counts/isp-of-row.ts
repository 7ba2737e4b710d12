import type { ReceiverDirectory } from '../counting-context.ts';
import { NO_MX } from './countable-row.ts';
import type { Interner } from './interner.ts';
import { MxSeen } from './mx-seen.ts';
import { PairTable } from './pair-table.ts';
import type { RowKind } from './row-kinds.ts';

type Names = Pick<RowKind, 'mxIsp' | 'queue' | 'domain'>;

/**
 * Decides which ISP a row belongs to: that of its MX; for a row that names no MX, that of most rows of its domain which
 * name one; else that of its queue and domain. Rows of the second sort wait until the whole file was read.
 */
export class IspOfRow {
  private readonly mxSeen: MxSeen;
  /** (queue, domain): the ISP that these names belong to, so that each pair is looked up once. */
  private readonly namePairs = new PairTable();
  private ispsOfNames: number[] = [];

  private readonly directory: ReceiverDirectory;
  private readonly names: Interner;
  private readonly isps: Interner;
  /** The number of the name that stands for none. */
  private readonly missing: number;

  constructor(
    directory: ReceiverDirectory,
    { names, isps, missing }: { names: Interner; isps: Interner; missing: number },
  ) {
    this.directory = directory;
    this.names = names;
    this.isps = isps;
    this.missing = missing;
    this.mxSeen = new MxSeen(names, isps);
  }

  /** How much is held of what a file can make many. */
  get size(): number {
    return Math.max(this.mxSeen.size, this.namePairs.size);
  }

  /** Whether a row's ISP depends on the other rows of its domain. */
  mustWait({ mxIsp, domain }: Pick<RowKind, 'mxIsp' | 'domain'>): boolean {
    return mxIsp === NO_MX && domain !== this.missing;
  }

  /** Remembers the MX of rows, if it is known, for the rows of their domain that wait. */
  noteMx({ mxIsp, domain }: Pick<RowKind, 'mxIsp' | 'domain'>, times: number): void {
    if (mxIsp >= 0 && domain !== this.missing) this.mxSeen.note(mxIsp, domain, times);
  }

  /** The number of a row's ISP, by what `settle` knows of its domain. */
  of(row: Names): number {
    if (row.mxIsp >= 0) return row.mxIsp;
    const seen = this.mustWait(row) ? this.mxSeen.mostFrequent(row.domain) : undefined;
    return seen ?? this.byNames(row);
  }

  /** Lets the rows that wait follow all that was noted so far. */
  settle(): void {
    this.mxSeen.fold();
  }

  /** Forgets what is no longer valid when names are numbered anew; `settle` must come first. */
  forgetNumbers(): void {
    this.namePairs.clear();
    this.ispsOfNames = [];
  }

  /** Forgets the rarest domains if there are more than `limit`. */
  prune(limit: number): void {
    this.mxSeen.prune(limit);
  }

  private byNames({ queue, domain }: Names): number {
    const pair = this.namePairs.numberOf(queue, domain);
    const { texts } = this.names;
    return (this.ispsOfNames[pair] ??= this.isps.numberOf(
      this.directory.byNames(texts[queue]!, texts[domain]!),
    ));
  }
}
