import type { FileId } from '../core/contributions/file-id.ts';
import { HOURS_AHEAD } from '../core/contributions/retention.ts';
import { shiftHour, startOf } from '../core/hour.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import { ContestedFileError, RejectedFileError } from '../ingest/errors.ts';
import type { CountingOptions } from '../ingest/finding.ts';
import { ingest } from '../ingest/ingest.ts';
import type { IngestPorts } from '../ingest/ingest.ts';
import { retally } from '../tally/tally.ts';
import type { TallyPorts } from '../tally/tally.ts';
import { countBucket } from './bucket.ts';
import { compareContributions, compareFigures } from './compare-hour.ts';
import type { DifferingFigures } from './compare-hour.ts';
import { HourSums } from './hour-sums.ts';

export type ReconcilePorts = IngestPorts & TallyPorts;

/** A file whose contributions or record are not what the object says. */
export interface DifferingFile {
  key: string;
  /** Why, in words that follow the key. */
  why: string;
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

const REPAIRS_AT_ONCE = 4;

/**
 * Compares the figures of some hours with a fresh count of the bucket. Objects that were shipped too early to
 * hold rows of these hours are not read. What is shipped during the comparison shows as a difference: run it again.
 */
export async function reconcile(
  hours: readonly Hour[],
  ports: ReconcilePorts,
  counting: CountingOptions,
): Promise<Reconciliation> {
  const compared = [...new Set(hours)].sort();
  const [first] = compared;
  const earliest = first === undefined ? Infinity : startOf(shiftHour(first, -HOURS_AHEAD));
  const sums = new HourSums(compared);
  const objects = await countBucket(earliest, sums, ports, counting);

  const differing = new Map<string, string>();
  const outdatedThatDiffer = new Set<FileId>();
  const gone = new Set<string>();
  for (const { key, whyWrong } of objects.values()) if (whyWrong !== undefined) differing.set(key, whyWrong);
  for (const hour of compared) {
    const found = await compareContributions(hour, { objects, sums, earliest }, ports);
    for (const { key, why } of found.differing) if (!differing.has(key)) differing.set(key, why);
    for (const file of found.outdated) outdatedThatDiffer.add(file);
    for (const key of found.gone) gone.add(key);
  }
  const differingFigures: DifferingFigures[] = [];
  for (const hour of compared) differingFigures.push(...(await compareFigures(hour, sums, ports.figures)));

  return {
    hours: compared.length,
    files: objects.size,
    isExact: differing.size === 0 && differingFigures.length === 0,
    differingFiles: [...differing].map(([key, why]) => ({ key, why })),
    differingFigures,
    gone: [...gone],
    outdated: [...objects].flatMap(([id, { key, isOutdated }]) =>
      isOutdated ? [{ key, differs: outdatedThatDiffer.has(id) }] : [],
    ),
    rejected: [...objects.values()].flatMap(({ key, isOutdated, whyRejected }) =>
      whyRejected === undefined || isOutdated ? [] : [{ key, reason: whyRejected }],
    ),
  };
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
  await inParallel(keys, REPAIRS_AT_ONCE, async (key) => {
    try {
      await ingest(key, ports, { ...counting, force: true });
    } catch (failure) {
      // Its record now says why it counts nothing: that is the repair.
      if (failure instanceof RejectedFileError) return;
      // It is being shipped again; the execution that this calls counts it.
      if (failure instanceof ContestedFileError) return;
      throw failure;
    }
  });
  await retally(hours, ports);
}
