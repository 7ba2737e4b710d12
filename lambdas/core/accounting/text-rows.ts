import type { FileCounts } from './counts/file-counts.ts';
import { type CountableRow, NO_MX, UNKNOWN_MX } from './counts/countable-row.ts';
import { parseReply } from '../replies/reply.ts';
import { scrub } from '../replies/scrub.ts';
import { hashBytes, viewOf } from './byte-hash.ts';
import type { CountingContext } from './counting-context.ts';
import { hourOrReason } from './hour-filter.ts';
import type { Limits } from './limits.ts';
import type { Column } from './row-header.ts';
import type { RowLedger } from './row-ledger.ts';
import {
  boundedName,
  domainOfQueue,
  domainOfRecipient,
  hostOfMta,
  localPartOf,
  sourceName,
} from './row-names.ts';
import { DELIVERED, outcomeOf, QUEUE_DEFERRED } from './row-type.ts';

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

/** Counts rows one by one, each decoded in full: the few that are not as the header says, and JSON that is long or odd. */
export class TextRows {
  private readonly context: CountingContext;
  private readonly limits: Limits;
  private readonly ledger: RowLedger;
  private readonly counts: FileCounts;

  constructor(context: CountingContext, limits: Limits, ledger: RowLedger, counts: FileCounts) {
    this.context = context;
    this.limits = limits;
    this.ledger = ledger;
    this.counts = counts;
  }

  /** Counts or ignores a row that the ledger has entered already. */
  count(row: RowBytes): void {
    const { counts, ledger } = this;
    const type = textOf(row.type);
    const outcome = outcomeOf(type);
    if (outcome === undefined) {
      ledger.ignoreType(type);
      return;
    }
    const hour = hourOrReason(textOf(row.timelogged), counts, this.context);
    if (typeof hour === 'string') {
      ledger.ignore(hour);
      return;
    }
    counts.foldWhereFull();
    counts.enterHour(hour);
    const rcpt = textOf(row.rcpt);
    const queue = textOf(row.queue);
    const domain = (outcome === QUEUE_DEFERRED ? '' : domainOfRecipient(rcpt)) || domainOfQueue(queue);
    const diag = row.dsndiag.subarray(0, this.limits.replyBytes);
    const words = diag.length > 0 ? diag : row.dsnstatus.subarray(0, this.limits.replyBytes);
    const countable: CountableRow = {
      outcome,
      hour,
      mxIsp: mxIspOf(textOf(row.dsnmta), counts, this.context),
      domain: counts.numberOfName(boundedName(domain)),
      queue: counts.numberOfName(boundedName(queue)),
      source: counts.numberOfName(sourceName(textOf(row.vmta), textOf(row.dlvsourceip))),
      reply:
        outcome === DELIVERED ? 0 : counts.numberOfReply(parseReply(textOf(diag), textOf(row.dsnstatus))),
      replyHash: hashBytes(viewOf(words), 0, words.length),
      recipientHash: hashBytes(viewOf(row.rcpt), 0, row.rcpt.length),
      sample: () => scrub(textOf(words), localPartOf(rcpt)),
      localPart: () => localPartOf(rcpt),
    };
    if (outcome === DELIVERED) counts.deliver(counts.numberOfKind(countable));
    else counts.add(countable);
  }
}

/** The number of the ISP that an MX belongs to, or why it tells none. */
export function mxIspOf(dsnMta: string, counts: FileCounts, { directory }: CountingContext): number {
  const host = hostOfMta(dsnMta);
  if (host === '') return NO_MX;
  const isp = directory.byMx(host);
  return isp === undefined ? UNKNOWN_MX : counts.numberOfIsp(isp);
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
