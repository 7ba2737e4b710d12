import { parseReply } from '../../replies/reply.ts';
import { scrub } from '../../replies/scrub.ts';
import type { CountableRow } from '../counts/countable-row.ts';
import type { FileParts } from '../file-parts.ts';
import { DELIVERED, QUEUE_DEFERRED } from '../outcome.ts';
import { decode } from './bytes.ts';
import type { Column } from '../columns.ts';
import { hourOrReason } from './hour-filter.ts';
import { mxIspOf } from './mx-isp.ts';
import { boundedName, domainOfQueue, domainOfRecipient, localPartOf, sourceName } from './row-names.ts';
import { outcomeOf } from './row-type.ts';
import { sampleHash } from './sample-hash.ts';

/** A row's columns as bytes, empty where missing. */
export type RowBytes = Record<Column, Uint8Array>;

const EMPTY = new Uint8Array(0);

export function emptyRow(): RowBytes {
  return {
    type: EMPTY,
    timelogged: EMPTY,
    rcpt: EMPTY,
    dsnstatus: EMPTY,
    dsndiag: EMPTY,
    dsnmta: EMPTY,
    dlvsourceip: EMPTY,
    vmta: EMPTY,
    queue: EMPTY,
  };
}

/** A decoded row no longer depends on where its bytes are. */
type TextParts = Pick<FileParts, 'context' | 'counts' | 'ledger' | 'bounds'>;

/** Counts odd rows one by one, each decoded in full: the few without the header's shape, and JSON that is long or odd. */
export class TextRows {
  private readonly parts: TextParts;

  constructor(parts: TextParts) {
    this.parts = parts;
  }

  /** Counts or ignores a row that was entered in the ledger already. */
  count(row: RowBytes): void {
    const { counts, ledger, bounds } = this.parts;
    const type = decode(row.type);
    const outcome = outcomeOf(type);
    if (outcome === undefined) {
      ledger.ignoreType(type);
      return;
    }
    const hour = hourOrReason(decode(row.timelogged), this.parts);
    if (typeof hour === 'string') {
      ledger.ignore(hour);
      return;
    }
    counts.foldIfFull();
    counts.enterHour(hour);
    const rcpt = decode(row.rcpt);
    const queue = decode(row.queue);
    const domain = (outcome === QUEUE_DEFERRED ? '' : domainOfRecipient(rcpt)) || domainOfQueue(queue);
    const diag = row.dsndiag.subarray(0, bounds.replyBytes);
    const text = diag.length > 0 ? diag : row.dsnstatus.subarray(0, bounds.replyBytes);
    const countable: CountableRow = {
      outcome,
      hour,
      mxIsp: mxIspOf(decode(row.dsnmta), this.parts),
      domain: counts.numberOfName(boundedName(domain)),
      queue: counts.numberOfName(boundedName(queue)),
      source: counts.numberOfName(sourceName(decode(row.vmta), decode(row.dlvsourceip))),
      reply:
        outcome === DELIVERED ? 0 : counts.numberOfReply(parseReply(decode(diag), decode(row.dsnstatus))),
      replyHash: sampleHash(text),
      recipientHash: sampleHash(row.rcpt),
      sample: () => scrub(decode(text), localPartOf(rcpt)),
      localPart: () => localPartOf(rcpt),
    };
    if (outcome === DELIVERED) counts.deliver(counts.numberOfKind(countable));
    else counts.add(countable);
  }
}
