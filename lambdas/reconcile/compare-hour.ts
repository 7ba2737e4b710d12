import type { Contribution } from '../core/contributions/contribution.ts';
import type { FileId } from '../core/contributions/file-id.ts';
import { TOTALS, emptyFigures } from '../core/figures/figures.ts';
import type { Figures } from '../core/figures/figures.ts';
import { withoutZeros } from '../core/figures/without-zeros.ts';
import type { Hour } from '../core/hour.ts';
import type { AccountingFiles, FiguresStore } from '../core/ports.ts';
import type { IspId } from '../core/receivers/isp.ts';
import type { IngestPorts } from '../ingest/ingest.ts';
import { hashOf, withoutEmptyIsps } from './bucket.ts';
import type { CountedObject } from './bucket.ts';
import type { HourSums } from './hour-sums.ts';

/** What the bucket says. */
export interface Counted {
  objects: ReadonlyMap<FileId, CountedObject>;
  sums: HourSums;
  /** Objects with an older LastModified were not read; milliseconds since 1970. */
  earliest: number;
}

/** How the contributions to one hour differ from what the objects say. */
export interface ContributionDifferences {
  /** Why, in words that follow the key. */
  differing: { key: string; why: string }[];
  /** Outdated files whose contributions differ by today's rules. */
  outdated: FileId[];
  /** Keys whose object is gone. */
  gone: string[];
}

/**
 * Compares the contributions to one hour with what the objects say, and adds to the sums what is believed as it is stored:
 * contributions of outdated objects, and of objects that are gone.
 */
export async function compareContributions(
  hour: Hour,
  { objects, sums, earliest }: Counted,
  { files, records, contributions }: IngestPorts,
): Promise<ContributionDifferences> {
  const found: ContributionDifferences = { differing: [], outdated: [], gone: [] };
  const missing = new Map([...objects].filter(([, object]) => object.contributions.has(hour)));
  const differs = (file: FileId, { key, isOutdated }: CountedObject): void => {
    if (isOutdated) found.outdated.push(file);
    else found.differing.push({ key, why: `contributes something else to ${hour}` });
  };
  const takeAsStored = async ({ file, figures }: Pick<Contribution, 'file' | 'figures'>): Promise<void> => {
    const key = (await records.load(file))?.key;
    const why = key === undefined ? undefined : await whyItWasNotRead(key, hour, earliest, files);
    if (key !== undefined && why !== undefined) {
      found.differing.push({ key, why });
      return;
    }
    sums.add(hour, file, figures);
    found.gone.push(key ?? `a file of unknown key (${file})`);
  };
  for await (const { file, figures } of contributions.ofHour(hour)) {
    const stored = withoutEmptyIsps(figures);
    const object = objects.get(file);
    if (!object) {
      if (stored.size > 0) await takeAsStored({ file, figures: stored });
      continue;
    }
    missing.delete(file);
    if (object.isOutdated) sums.add(hour, file, stored);
    const actual = stored.size === 0 ? undefined : hashOf(stored);
    if (object.contributions.get(hour) !== actual) differs(file, object);
  }
  for (const [file, object] of missing) differs(file, object);
  return found;
}

/** Why an object that is there was not read, although it contributes to an hour; undefined if it is gone. */
async function whyItWasNotRead(
  key: string,
  hour: Hour,
  earliest: number,
  files: AccountingFiles,
): Promise<string | undefined> {
  const object = await files.stat(key);
  if (!object) return undefined;
  return object.lastModified.getTime() < earliest
    ? `contributes to ${hour}, although it was shipped long before`
    : 'was shipped during the comparison';
}

/** Figures that are not the sum of what the files say. */
export interface DifferingFigures {
  hour: Hour;
  isp: IspId;
  /** What differs, stored and counted: `delivered 3, not 5`. */
  what: string;
}

/** Compares the figures of one hour with their sums. */
export async function compareFigures(
  hour: Hour,
  sums: HourSums,
  figures: FiguresStore,
): Promise<DifferingFigures[]> {
  const counted = sums.figuresOf(hour);
  const stored = new Map((await figures.ofHours([hour])).map((hourly) => [hourly.isp, hourly.figures]));
  return [...new Set([...stored.keys(), ...counted.keys()])].flatMap((isp) => {
    const what = differenceOf(stored.get(isp) ?? emptyFigures(), counted.get(isp) ?? emptyFigures());
    return what === undefined ? [] : [{ hour, isp, what }];
  });
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
