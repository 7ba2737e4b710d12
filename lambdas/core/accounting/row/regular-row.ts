import { parseReply } from '../../replies/reply.ts';
import { scrub } from '../../replies/scrub.ts';
import { type CountableRow, NO_MX } from '../counts/countable-row.ts';
import type { FileParts } from '../file-parts.ts';
import type { Field } from '../kernel/row-kernel.ts';
import { DELIVERED, type Outcome } from '../outcome.ts';
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

  constructor(parts: FileParts) {
    this.parts = parts;
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
    const { counts, kernel } = this.parts;
    this.replyHash = kernel.hashOfReply();
    this.recipientHash = kernel.hashOfRecipient();
    this.reply = kernel.findReply();
    if (this.reply >= 0) return;
    this.reply = counts.numberOfReply(parseReply(this.text('dsndiag'), this.text('dsnstatus')));
    kernel.learnReply(this.reply);
  }

  sample(): string {
    const { kernel, limits, window } = this.parts;
    const field = kernel.endOf('dsndiag') > kernel.startOf('dsndiag') ? 'dsndiag' : 'dsnstatus';
    const start = kernel.startOf(field);
    const end = Math.min(kernel.endOf(field), start + limits.replyBytes);
    return scrub(window.bytes.toString('utf8', start, end), this.localPart());
  }

  localPart(): string {
    return localPartOf(this.text('rcpt'));
  }

  /** A column of the record that was located last. */
  text(field: Field): string {
    const { kernel, window } = this.parts;
    return window.bytes.toString('utf8', kernel.startOf(field), kernel.endOf(field));
  }

  private readQueue(): number {
    const { counts, kernel } = this.parts;
    const known = kernel.findQueue();
    if (known >= 0) return known;
    const queue = counts.numberOfName(boundedName(this.text('queue')));
    kernel.learnName(queue);
    return queue;
  }

  private readDomain(): number {
    const { counts, kernel } = this.parts;
    const known = kernel.findDomain(this.queue);
    if (known >= 0) return known;
    const given = this.text('domain');
    const own = domainOfRecipient(given);
    const domain = counts.numberOfName(boundedName(own || domainOfQueue(this.text('queue'))));
    // What is no domain is replaced by the queue's; the kernel knows that only of a recipient without any.
    if (own !== '' || given === '') kernel.learnName(domain);
    return domain;
  }

  private readSource(): number {
    const { counts, kernel } = this.parts;
    const known = kernel.findSource();
    if (known >= 0) return known;
    const source = counts.numberOfName(sourceName(this.text('vmta'), this.text('dlvsourceip')));
    kernel.learnName(source);
    return source;
  }

  /** The host alone decides: the addresses of one host come and go. */
  private readMx(): number {
    const { kernel } = this.parts;
    const known = kernel.findHost();
    if (known >= 0) return known + NO_MX;
    const isp = mxIspOf(this.text('dsnmta'), this.parts);
    kernel.learnName(isp - NO_MX);
    return isp;
  }
}
