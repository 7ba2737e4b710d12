import type { CountableRow } from './countable-row.ts';

/** Equal rows, and how many of them there are. */
export interface Waiting {
  row: Omit<CountableRow, 'sample' | 'localPart'>;
  count: number;
  sample: string;
}

/** Deferrals and bounces without an MX, whose ISP is decided once the file has been read. Equal ones are held once. */
export class WaitingRows {
  private rows = new Map<string, Waiting>();

  get size(): number {
    return this.rows.size;
  }

  /** `reply` takes the place of the row's own: the same without the recipient's name. */
  add(row: CountableRow, reply: number): void {
    const { outcome, hour, mxIsp, domain, queue, source } = row;
    const key = keyOf({ outcome, hour, domain, queue, source, reply });
    const known = this.rows.get(key);
    if (!known) {
      const { replyHash, recipientHash } = row;
      const copy = { outcome, hour, mxIsp, domain, queue, source, reply, replyHash, recipientHash };
      this.rows.set(key, { row: copy, count: 1, sample: row.sample() });
      return;
    }
    known.count++;
    if (known.sample !== '' && !isBefore(row, known.row)) return;
    const sample = row.sample();
    if (sample === '') return;
    known.sample = sample;
    known.row.replyHash = row.replyHash;
    known.row.recipientHash = row.recipientHash;
  }

  /** Puts rows back that were taken, under other numbers. */
  putBack(waiting: Waiting): void {
    this.rows.set(keyOf(waiting.row), waiting);
  }

  /** Hands out all rows and forgets them. */
  take(): Waiting[] {
    const taken = [...this.rows.values()];
    this.rows = new Map();
    return taken;
  }
}

type KeyPart = 'outcome' | 'hour' | 'domain' | 'queue' | 'source' | 'reply';

function keyOf({ outcome, hour, domain, queue, source, reply }: Pick<CountableRow, KeyPart>): string {
  return `${outcome} ${hour} ${domain} ${queue} ${source} ${reply}`;
}

/**
 * Whether the reply of one row is preferred to that of another as the sample: the smallest hashes win, so that the choice
 * does not depend on the order of rows.
 */
export function isBefore(
  row: Pick<CountableRow, 'replyHash' | 'recipientHash'>,
  known: Pick<CountableRow, 'replyHash' | 'recipientHash'>,
): boolean {
  return (
    row.recipientHash < known.recipientHash ||
    (row.recipientHash === known.recipientHash && row.replyHash < known.replyHash)
  );
}
