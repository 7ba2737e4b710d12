import { domainToASCII } from 'node:url';
import type { Interner } from './interner.ts';
import { PairTable } from './pair-table.ts';

// eslint-disable-next-line no-control-regex
const NOT_ASCII = /[^\u0000-\u007f]/;

/**
 * Counts to which ISPs the MX hosts of each domain belong, so that the rows of a domain that name no host (a failed
 * connection) can follow those that do.
 */
export class MxSeen {
  /** (ISP, domain), as numbers, until the next `fold`. */
  private readonly rows = new PairTable();
  /**
   * The two hashes of a domain's name, each with the number of an ISP in it: 16 bytes for a domain, where its name would
   * take a hundred. Two domains with the same 64 bits would only share their MX, and only for rows that name none.
   */
  private folded = new PairTable();
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
    const { folded, isps } = this;
    const [first, second] = hashesOf(this.names.texts[domain]!);
    let most: number | undefined;
    let mostRows = 0;
    for (let isp = 0; isp < isps.texts.length; isp++) {
      const number = folded.find(withIsp(first, isp), second);
      if (number < 0) continue;
      const rows = folded.counted(number, 0);
      const isFirst = rows === mostRows && most !== undefined && isps.texts[isp]! < isps.texts[most]!;
      if (rows > mostRows || isFirst) [most, mostRows] = [isp, rows];
    }
    return most;
  }

  /** Moves what was noted to the domains' names. */
  fold(): void {
    const { rows, folded } = this;
    rows.forEach((isp, domain, times) => {
      const [first, second] = hashesOf(this.names.texts[domain]!);
      folded.count(folded.numberOf(withIsp(first, isp), second), 0, times);
    });
    rows.clear();
  }

  /** Forgets the rarest domains if there are more than `most`; half as many are kept. */
  prune(most: number): void {
    const all = this.folded;
    if (all.size <= most) return;
    const keep = Math.ceil(most / 2);
    const counts = Int32Array.from({ length: all.size }, (_, number) => all.counted(number, 0));
    const smallest = counts.slice().sort().at(-keep)!;
    let room = keep - counts.reduce((larger, count) => (count > smallest ? larger + 1 : larger), 0);
    this.folded = new PairTable();
    all.forEach((first, second, count) => {
      if (count < smallest || (count === smallest && room-- <= 0)) return;
      this.folded.count(this.folded.numberOf(first, second), 0, count);
    });
  }
}

/** Two hashes of 32 bits: the same for `münchen.example` and `xn--mnchen-3ya.example`. */
function hashesOf(domain: string): [number, number] {
  const name = NOT_ASCII.test(domain) ? domainToASCII(domain) || domain : domain;
  let first = 0x811c9dc5 | 0;
  let second = name.length;
  for (let index = 0; index < name.length; index++) {
    const unit = name.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second + unit, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return [first, second];
}

function withIsp(hash: number, isp: number): number {
  return hash ^ Math.imul(isp, 0x9e3779b1);
}
