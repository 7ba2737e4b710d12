import type { FileParts } from '../file-parts.ts';
import type { Scan } from '../kernel/exports.ts';
import { QUOTE } from '../kernel/shared/ascii.ts';
import { DEFERRED, DELIVERED } from '../outcome.ts';
import type { Header } from '../columns.ts';
import { hourOrReason } from './hour-filter.ts';
import type { TimeReason } from './ledger.ts';
import { RegularRow } from './regular-row.ts';
import { outcomeOf, saysNothing } from './row-type.ts';

/**
 * Counts regular rows straight from their bytes. The kernel counts the known ones by itself; from any other row it is
 * taught what was new, by the same functions that read odd rows.
 */
export class RegularRows {
  /** Types of rows that are ignored, by the number under which the kernel knows them. */
  private readonly ignoredTypes: string[] = [];
  private readonly row: RegularRow;
  private readonly parts: FileParts;
  private readonly header: Header;

  constructor(parts: FileParts, header: Header) {
    this.parts = parts;
    this.header = header;
    this.row = new RegularRow(parts);
    const { kernel, bounds } = parts;
    kernel.useBounds(bounds);
    kernel.kinds.forgetHours();
    kernel.forgetTypes();
  }

  /** Counts the regular record at `start`, or ignores it for a reason; false if it needs a closer look. */
  count(start: number): boolean {
    const { counts, kernel, ledger } = this.parts;
    if (!kernel.countIfKnown(start)) return this.countNew(start);
    counts.addCounted(1);
    ledger.rows++;
    this.takeIgnored();
    return true;
  }

  /** Counts known rows from the window's start on, and scans the record at which it stops. */
  countKnownRows(): Scan {
    const { counts, kernel, ledger, window } = this.parts;
    const scan = kernel.countKnownRows(window.start, window.end);
    window.start = kernel.stoppedAt;
    counts.addCounted(kernel.rowsCounted);
    ledger.rows += kernel.rowsCounted;
    ledger.line += kernel.linesPassed;
    this.takeIgnored();
    return scan;
  }

  /** Moves rows of ignored types, which the kernel counts like all known rows, to where they belong. */
  private takeIgnored(): void {
    const { counts, kernel, ledger } = this.parts;
    kernel.takeIgnored(this.ignoredTypes.length, (type, count) => {
      counts.addCounted(-count);
      ledger.ignoreType(this.ignoredTypes[type]!, count);
    });
  }

  /** Reads a record that is not known, and teaches the kernel what it says. */
  private countNew(start: number): boolean {
    const { counts, kernel, ledger } = this.parts;
    const type = this.readType(start);
    if (type === undefined) return false;
    const outcome = outcomeOf(type);
    if (outcome === undefined) return this.ignore(start, type);
    ledger.rows++;
    kernel.record.locate(start, outcome);
    kernel.record.learnOutcome(outcome);
    const hour = this.readHour();
    if (typeof hour === 'string') {
      ledger.ignore(hour);
      return true;
    }
    this.enterHour(hour);
    const { row } = this;
    row.outcome = outcome;
    row.hour = hour;
    row.readNames();
    const kind = counts.numberOfKind(row);
    if (outcome === DELIVERED) {
      counts.deliver(kind);
      return true;
    }
    row.readReply();
    const judgement = counts.add(row);
    const { lane } = counts;
    if (judgement) kernel.kinds.learnJudgement({ kind, lane, outcome, reply: row.reply }, judgement);
    return true;
  }

  /** Undefined if it may contain doubled quotes: the record may be read again, so it must not be changed here. */
  private readType(start: number): string | undefined {
    const { kernel, window } = this.parts;
    const { bytes } = window;
    const { type } = this.header.positions;
    const from = type === 0 ? start : kernel.ends[type - 1]! + 1;
    const to = kernel.ends[type]!;
    if (bytes[from] !== QUOTE) return bytes.toString('utf8', from, to);
    return kernel.hasDoubledQuotes ? undefined : bytes.toString('utf8', from + 1, to - 1);
  }

  /** Ignores a row for its type, if that is one of PowerMTA's: any other could be a header. */
  private ignore(start: number, type: string): boolean {
    const { kernel, ledger } = this.parts;
    if (kernel.hasDoubledQuotes || !saysNothing(type)) return false;
    kernel.record.locate(start, DEFERRED);
    const hour = this.readHour();
    if (typeof hour === 'string') return false;
    ledger.rows++;
    ledger.ignoreType(type);
    this.enterHour(hour);
    if (!this.ignoredTypes.includes(type)) this.ignoredTypes.push(type);
    kernel.record.learnIgnored(this.ignoredTypes.indexOf(type));
    return true;
  }

  private readHour(): number | TimeReason {
    const { counts, kernel } = this.parts;
    const { record } = kernel;
    const lane = record.laneOfHour();
    return lane >= 0 ? counts.hourInLane(lane) : hourOrReason(record.text('timelogged'), this.parts);
  }

  private enterHour(hour: number): void {
    const { counts, kernel } = this.parts;
    counts.foldIfFull();
    counts.enterHour(hour);
    kernel.record.learnHour(counts.lane);
  }
}
