import { createHash } from 'node:crypto';
import { COUNTING_VERSION } from '../core/accounting/counting-version.ts';
import { fileIdOf, partOf } from '../core/contributions/file-id.ts';
import type { FileId, Part } from '../core/contributions/file-id.ts';
import { figuresToBytes } from '../core/figures/figures-bytes.ts';
import { cutFigures, fitToItem } from '../core/figures/cut.ts';
import { TOTALS, emptyFigures } from '../core/figures/figures.ts';
import { withoutZeros } from '../core/figures/without-zeros.ts';
import type { Figures, FiguresByIsp } from '../core/figures/figures.ts';
import { addByIsp } from '../core/figures/merge.ts';
import { shiftHour, startOf } from '../core/hour.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import type { AccountingFiles, FileVersion } from '../core/ports.ts';
import type { IspId } from '../core/receivers/isp.ts';
import { HOURS_AHEAD } from '../core/contributions/retention.ts';
import { contributionOf } from '../core/contributions/contribution.ts';
import type { CountingOptions, Finding } from '../ingest/count.ts';
import { findingFor } from '../ingest/finding.ts';
import { ContestedFileError, ingest, RejectedFileError } from '../ingest/ingest.ts';
import { retally } from '../tally/tally.ts';
import type { TallyPorts } from '../tally/tally.ts';

export interface ReconcilePorts extends TallyPorts {
  files: AccountingFiles;
}

/** A file whose contributions or record are not what the object says. */
export interface DifferingFile {
  key: string;
  /** Why, in words that follow the key. */
  why: string;
}

/** Figures that are not the sum of what the files say. */
export interface DifferingFigures {
  hour: Hour;
  isp: IspId;
  /** What differs, stored and counted: `delivered 3, not 5`. */
  what: string;
}

/** What came of comparing the figures of some hours with a fresh count of the bucket. */
export interface Reconciliation {
  hours: number;
  /** Objects that were read. */
  files: number;
  /** Whether every figure is what a plain count gives. */
  isExact: boolean;
  differingFiles: DifferingFile[];
  differingFigures: DifferingFigures[];
  /** Keys whose object is gone; what they contributed stays, and is believed. */
  gone: string[];
  /** Files that an older countingVersion counted, and whether today's rules give them other figures. */
  outdated: { key: string; differs: boolean }[];
  /** Files that cannot be read and count nothing, as their records say. */
  rejected: { key: string; reason: string }[];
}

const FILES_AT_ONCE = 4;

/**
 * Compares the figures of some hours with a fresh count of the bucket. Objects that were shipped too early to
 * hold rows of these hours are not read. What is shipped during the comparison shows as a difference: run it again.
 */
export async function reconcile(
  hours: readonly Hour[],
  ports: ReconcilePorts,
  counting: CountingOptions,
): Promise<Reconciliation> {
  return new Comparison(hours, ports, counting).run();
}

/** Counts again what differs and adds up its hours again. Files whose object is gone are left as they are. */
export async function repair(
  { differingFiles, outdated }: Reconciliation,
  hours: readonly Hour[],
  ports: ReconcilePorts,
  counting: CountingOptions,
): Promise<void> {
  const keys = new Set([
    ...differingFiles.map(({ key }) => key),
    ...outdated.filter(({ differs }) => differs).map(({ key }) => key),
  ]);
  await inParallel(keys, FILES_AT_ONCE, async (key) => {
    try {
      await ingest(key, ports, { ...counting, force: true });
    } catch (failure) {
      // Its record says by now why it counts nothing: that is the repair.
      if (failure instanceof RejectedFileError) return;
      // It is being shipped again, and counted by those whom that calls.
      if (failure instanceof ContestedFileError) return;
      throw failure;
    }
  });
  await retally(hours, ports);
}

class Comparison {
  private readonly hours: readonly Hour[];
  /** Milliseconds since 1970; an object that is older holds no row of these hours. */
  private readonly earliest: number;
  private readonly ports: ReconcilePorts;
  private readonly counting: CountingOptions;
  private readonly result: Reconciliation;
  /** The contributions that the objects say there should be, by hour and file; a hash of each is enough. */
  private readonly expected = new Map<Hour, Map<FileId, string>>();
  private readonly keys = new Map<FileId, string>();
  private readonly outdated = new Set<FileId>();
  private readonly outdatedThatDiffer = new Set<FileId>();
  private readonly differing = new Map<string, string>();
  /** The sums that there should be; contributions of files that are gone or outdated are taken as stored. */
  private readonly sums = new Map<Hour, Map<Part, Map<IspId, Figures>>>();

  constructor(hours: readonly Hour[], ports: ReconcilePorts, counting: CountingOptions) {
    this.hours = [...new Set(hours)].sort();
    const [first] = this.hours;
    this.earliest = first === undefined ? Infinity : startOf(shiftHour(first, -HOURS_AHEAD));
    this.ports = ports;
    this.counting = counting;
    this.result = {
      hours: this.hours.length,
      files: 0,
      isExact: false,
      differingFiles: [],
      differingFigures: [],
      gone: [],
      outdated: [],
      rejected: [],
    };
    for (const hour of this.hours) {
      this.expected.set(hour, new Map());
      this.sums.set(hour, new Map());
    }
  }

  async run(): Promise<Reconciliation> {
    await this.countBucket();
    for (const hour of this.hours) await this.compareContributions(hour);
    for (const hour of this.hours) await this.compareFigures(hour);
    const result = this.result;
    for (const [key, why] of this.differing) result.differingFiles.push({ key, why });
    for (const id of this.outdated) {
      const key = this.keys.get(id) ?? id;
      result.outdated.push({ key, differs: this.outdatedThatDiffer.has(id) });
    }
    result.isExact = result.differingFiles.length === 0 && result.differingFigures.length === 0;
    return result;
  }

  private async countBucket(): Promise<void> {
    const shipped: (FileVersion & { key: string })[] = [];
    for await (const file of this.ports.files.list()) {
      if (file.lastModified.getTime() >= this.earliest) shipped.push(file);
    }
    await inParallel(shipped, FILES_AT_ONCE, async ({ key }) => this.countObject(key));
  }

  private async countObject(key: string): Promise<void> {
    const id = fileIdOf(key);
    const record = await this.ports.contributions.record(id);
    const opened = await this.ports.files.open(key);
    if (!opened) return;
    const { contributions } = this.ports;
    const finding = await findingFor(key, { stored: record, opened }, contributions, this.counting);
    this.keys.set(id, key);
    this.result.files++;
    if (!finding) {
      this.differing.set(key, 'was replaced while it was read');
      return;
    }
    if (record && record.countingVersion < COUNTING_VERSION) this.outdated.add(id);
    else if ('reason' in finding) this.result.rejected.push({ key, reason: finding.reason });
    const why = whatIsWrong(record, opened.etag, finding);
    if (why !== undefined) this.differing.set(key, why);
    if ('reason' in finding) return;
    for (const [hour, figures] of finding.file.hours) {
      const expected = this.expected.get(hour);
      const contribution = withoutEmptyIsps(contributionOf([...figures.keys()], figures));
      if (!expected || contribution.size === 0) continue;
      expected.set(id, hashOf(contribution));
      if (!this.outdated.has(id)) this.add(hour, id, contribution);
    }
  }

  private async compareContributions(hour: Hour): Promise<void> {
    const missing = new Map(this.expected.get(hour));
    for await (const { file, figures } of this.ports.contributions.ofHour(hour)) {
      const stored = withoutEmptyIsps(figures);
      const key = this.keys.get(file);
      if (key === undefined) {
        await this.takeAsStored(hour, file, stored);
        continue;
      }
      if (this.outdated.has(file)) this.add(hour, file, stored);
      const expected = missing.get(file);
      missing.delete(file);
      if (expected !== (stored.size === 0 ? undefined : hashOf(stored))) {
        this.contributionDiffers(file, key, hour);
      }
    }
    for (const file of missing.keys()) this.contributionDiffers(file, this.keys.get(file) ?? file, hour);
  }

  private contributionDiffers(file: FileId, key: string, hour: Hour): void {
    if (this.outdated.has(file)) this.outdatedThatDiffer.add(file);
    else if (!this.differing.has(key)) this.differing.set(key, `contributes something else to ${hour}`);
  }

  /**
   * A contribution of no object that was read. Where the object is gone, it is believed; where the object is there, it
   * was shipped too early to hold such rows, or after the bucket was read.
   */
  private async takeAsStored(hour: Hour, file: FileId, stored: FiguresByIsp): Promise<void> {
    if (stored.size === 0) return;
    const key = (await this.ports.contributions.record(file))?.key;
    const object = key === undefined ? undefined : await this.ports.files.stat(key);
    if (key !== undefined && object) {
      const isOld = object.lastModified.getTime() < this.earliest;
      const why = isOld
        ? `contributes to ${hour}, although it was shipped long before`
        : 'was shipped during the comparison';
      this.differing.set(key, why);
      return;
    }
    this.add(hour, file, stored);
    const name = key ?? `a file of unknown key (${file})`;
    if (!this.result.gone.includes(name)) this.result.gone.push(name);
  }

  private async compareFigures(hour: Hour): Promise<void> {
    const expected = new Map<IspId, Figures>();
    for (const part of this.sums.get(hour)?.values() ?? []) addByIsp(expected, fitToItem(part));
    for (const { isp, figures } of await this.ports.figures.ofHours([hour])) {
      this.compareIsp(hour, isp, figures, cutFigures(expected.get(isp) ?? emptyFigures()));
      expected.delete(isp);
    }
    for (const [isp, figures] of expected) this.compareIsp(hour, isp, emptyFigures(), cutFigures(figures));
  }

  private compareIsp(hour: Hour, isp: IspId, stored: Figures, counted: Figures): void {
    const what = differenceOf(stored, counted);
    if (what !== undefined) this.result.differingFigures.push({ hour, isp, what });
  }

  private add(hour: Hour, file: FileId, figures: FiguresByIsp): void {
    const parts = this.sums.get(hour);
    const sum = parts?.get(partOf(file)) ?? new Map<IspId, Figures>();
    parts?.set(partOf(file), sum);
    addByIsp(sum, figures);
  }
}

function whatIsWrong(record: FileRecord | undefined, etag: string, finding: Finding): string | undefined {
  if (!record) return 'was never counted';
  if (record.state === 'counting') return 'was left at counting';
  if (record.etag !== etag) return 'was counted before it was replaced';
  // Older rules may have read what today's cannot, or the reverse; that is reported with the outdated files.
  if (record.countingVersion < COUNTING_VERSION) return undefined;
  if ('reason' in finding) {
    return record.state === 'rejected' ? undefined : 'counts, although it cannot be read';
  }
  return record.state === 'counted' ? undefined : 'was rejected, although it can be read';
}

function withoutEmptyIsps(figures: FiguresByIsp): FiguresByIsp {
  return new Map([...figures].filter(([, counts]) => Object.keys(withoutZeros(counts)).length > 0));
}

function hashOf(figures: FiguresByIsp): string {
  return createHash('sha256').update(figuresToBytes(figures)).digest('base64');
}

function differenceOf(stored: Figures, counted: Figures): string | undefined {
  const totals = TOTALS.filter((total) => stored[total] !== counted[total]);
  if (totals.length > 0) {
    return totals.map((total) => `${total} ${stored[total]}, not ${counted[total]}`).join('; ');
  }
  const [one, other] = [withoutZeros(stored), withoutZeros(counted)] as Record<string, unknown>[];
  const lists = Object.keys(emptyFigures()).filter(
    (name) => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name]),
  );
  return lists.length > 0 ? `${lists.join(', ')}, totals being right` : undefined;
}
