import type { Column } from '../columns.ts';
import type { Outcome } from '../outcome.ts';
import type { KernelExports } from './exports.ts';
import { FIELDS, FIELDS_BYTES } from './shared/memory-map.ts';
import {
  DLV_SOURCE_IP,
  DOMAIN,
  DSN_DIAG,
  DSN_MTA,
  DSN_STATUS,
  QUEUE,
  RCPT,
  TIME_LOGGED,
  TYPE,
  VMTA,
} from './shared/protocol.ts';

/** The columns that are read, as the kernel numbers them. */
export const COLUMN_NUMBERS: Readonly<Record<Column, number>> = {
  type: TYPE,
  timelogged: TIME_LOGGED,
  rcpt: RCPT,
  dsnstatus: DSN_STATUS,
  dsndiag: DSN_DIAG,
  dsnmta: DSN_MTA,
  dlvsourceip: DLV_SOURCE_IP,
  vmta: VMTA,
  queue: QUEUE,
};

/** What is located of a record: the columns that are read (of `dsnmta` only the host) and the recipient's domain. */
export type Field = Column | 'domain';
const FIELD_NUMBERS: Readonly<Record<Field, number>> = { ...COLUMN_NUMBERS, domain: DOMAIN };

/**
 * The regular record that was scanned last. What it says is looked up by its bytes; what is new is numbered by `give`, from
 * 0, and learned in the same call, so that a record that says the same is known.
 */
export class LocatedRecord {
  private readonly kernel: KernelExports;
  private readonly bytes: Buffer;
  /** Start and end of each field. */
  private readonly fields: Int32Array;

  constructor(kernel: KernelExports, bytes: Buffer) {
    this.kernel = kernel;
    this.bytes = bytes;
    this.fields = new Int32Array(bytes.buffer, FIELDS, FIELDS_BYTES / 4);
  }

  /**
   * Finds the fields of the record at `start`: all else here is about them. May be called only once for each scan, as it
   * overwrites quoted fields with their content, doubled quotes made single.
   */
  locate(start: number, outcome: Outcome): void {
    this.kernel.locate(start, outcome);
  }

  startOf(field: Field): number {
    return this.fields[FIELD_NUMBERS[field] * 2]!;
  }

  endOf(field: Field): number {
    return this.fields[FIELD_NUMBERS[field] * 2 + 1]!;
  }

  text(field: Field): string {
    return this.bytes.toString('utf8', this.startOf(field), this.endOf(field));
  }

  /** The lane of the record's hour; -1 if it was not learned, or if only parsing could tell. */
  laneOfHour(): number {
    return this.kernel.findHour();
  }

  /** From now on rows of the record's hour are known by this lane, if their time is written like its own. */
  learnHour(lane: number): void {
    this.kernel.learnHour(lane);
  }

  /** From now on rows of the record's type may be counted as this outcome. */
  learnOutcome(outcome: Outcome): void {
    this.kernel.learnOutcome(outcome);
  }

  /** From now on rows of the record's type may be ignored under this number, from 0; 64 of them are remembered. */
  learnIgnored(number: number): void {
    this.kernel.learnIgnored(number);
  }

  /** What the record's host says of the ISP, as a number. */
  numberOfHost(give: () => number): number {
    return this.known(this.kernel.findHost(), give);
  }

  numberOfQueue(give: () => number): number {
    return this.known(this.kernel.findQueue(), give);
  }

  /** The number of the recipient's domain, which is that of the queue if the recipient has none. */
  numberOfDomain(queue: number, give: () => { number: number; isLasting: boolean }): number {
    const known = this.kernel.findDomain(queue);
    if (known >= 0) return known;
    const { number, isLasting } = give();
    if (isLasting) this.kernel.learnName(number);
    return number;
  }

  numberOfSource(give: () => number): number {
    return this.known(this.kernel.findSource(), give);
  }

  /** The number of the record's reply: the same for all replies with one skeleton. */
  numberOfReply(give: () => number): number {
    const known = this.kernel.findReply();
    if (known >= 0) return known;
    const number = give();
    this.kernel.learnReply(number);
    return number;
  }

  hashOfReply(): number {
    return this.kernel.hashOfReply();
  }

  hashOfRecipient(): number {
    return this.kernel.hashOfRecipient();
  }

  private known(number: number, give: () => number): number {
    if (number >= 0) return number;
    const given = give();
    this.kernel.learnName(given);
    return given;
  }
}
