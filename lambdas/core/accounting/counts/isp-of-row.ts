import { OTHER } from '../../receivers/isp.ts';
import type { ReceiverDirectory } from '../counting-context.ts';
import { NO_MX } from './countable-row.ts';
import type { Interner } from './interner.ts';
import { MxSeen } from './mx-seen.ts';
import type { RowKind } from './row-kinds.ts';

type Names = Pick<RowKind, 'mxIsp' | 'queue' | 'domain'>;

/**
 * Decides which ISP a row belongs to: that of its MX; for a row that names no MX, that of most rows of its domain that
 * do; else that of its queue and domain. Rows of the second sort wait until the whole file has been read.
 */
export class IspOfRow {
  private readonly mxSeen: MxSeen;
  /** The ISP of each domain, by the number of its name, so that each is looked up once. */
  private readonly ispsOfDomains = new Map<number, number>();

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

  /** Entries held, a number that a file can drive up. */
  get size(): number {
    return this.mxSeen.size;
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
    this.ispsOfDomains.clear();
  }

  /** Forgets the rarest domains if there are more than `most`. */
  prune(most: number): void {
    this.mxSeen.prune(most);
  }

  /** By a rollup queue, else by the domain; `other` if neither is known. */
  private byNames({ queue, domain }: Names): number {
    const isp = this.directory.byRollup(this.names.texts[queue]!);
    return isp === undefined ? this.byDomain(domain) : this.isps.numberOf(isp);
  }

  private byDomain(domain: number): number {
    let number = this.ispsOfDomains.get(domain);
    if (number === undefined) {
      number = this.isps.numberOf(this.directory.byDomain(this.names.texts[domain]!) ?? OTHER);
      this.ispsOfDomains.set(domain, number);
    }
    return number;
  }
}
