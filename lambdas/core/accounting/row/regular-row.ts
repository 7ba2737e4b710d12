import { parseReply } from '../../replies/reply.ts';
import { scrub } from '../../replies/scrub.ts';
import { NO_MX } from '../counts/countable-row.ts';
import type { CountableRow } from '../counts/countable-row.ts';
import type { FileParts } from '../file-parts.ts';
import type { LocatedRecord } from '../kernel/located-record.ts';
import { DELIVERED } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { mxIspOf } from './mx-isp.ts';
import { boundedName, domainOfQueue, domainOfRecipient, localPartOf, sourceName } from './row-names.ts';

/**
 * The regular row that is being read, one object for all of them. What it says is looked up in the kernel; what is new is
 * decoded, numbered and taught to the kernel, which knows it from then on.
 */
export class RegularRow implements CountableRow {
  outcome: Outcome = DELIVERED;
  hour = 0;
  mxIsp = 0;
  domain = 0;
  queue = 0;
  source = 0;
  reply = 0;
  replyHash = 0;
  recipientHash = 0;

  private readonly parts: FileParts;
  private readonly record: LocatedRecord;

  constructor(parts: FileParts) {
    this.parts = parts;
    this.record = parts.kernel.record;
  }

  /** Reads what tells the kind of the row: its MX, queue, domain and source. */
  readNames(): void {
    this.mxIsp = this.readMx();
    this.queue = this.readQueue();
    this.domain = this.readDomain();
    this.source = this.readSource();
  }

  /** Replies are known by their skeleton, so that a storm of a million replies is parsed once. */
  readReply(): void {
    const { record } = this;
    this.replyHash = record.hashOfReply();
    this.recipientHash = record.hashOfRecipient();
    this.reply = record.numberOfReply(() =>
      this.parts.counts.numberOfReply(parseReply(record.text('dsndiag'), record.text('dsnstatus'))),
    );
  }

  sample(): string {
    const { record } = this;
    const { bounds, window } = this.parts;
    const field = record.endOf('dsndiag') > record.startOf('dsndiag') ? 'dsndiag' : 'dsnstatus';
    const start = record.startOf(field);
    const end = Math.min(record.endOf(field), start + bounds.replyBytes);
    return scrub(window.bytes.toString('utf8', start, end), this.localPart());
  }

  localPart(): string {
    return localPartOf(this.record.text('rcpt'));
  }

  private readQueue(): number {
    const { record } = this;
    return record.numberOfQueue(() => this.parts.counts.numberOfName(boundedName(record.text('queue'))));
  }

  private readDomain(): number {
    const { record } = this;
    return record.numberOfDomain(this.queue, () => {
      const given = record.text('domain');
      const own = domainOfRecipient(given);
      const name = boundedName(own || domainOfQueue(record.text('queue')));
      // The queue's domain replaces one that is invalid; the kernel does so only for a recipient without any.
      return { number: this.parts.counts.numberOfName(name), isLasting: own !== '' || given === '' };
    });
  }

  private readSource(): number {
    const { record } = this;
    return record.numberOfSource(() =>
      this.parts.counts.numberOfName(sourceName(record.text('vmta'), record.text('dlvsourceip'))),
    );
  }

  /** The host alone decides: the addresses of one host come and go. */
  private readMx(): number {
    const { record } = this;
    return record.numberOfHost(() => mxIspOf(record.text('dsnmta'), this.parts) - NO_MX) + NO_MX;
  }
}
