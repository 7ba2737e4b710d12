import { cutFigures, fitToItem } from '../core/figures/cut.ts';
import type { Figures } from '../core/figures/figures.ts';
import { addByIsp } from '../core/figures/merge.ts';
import { PARTS } from '../core/contributions/file-id.ts';
import type { Part } from '../core/contributions/file-id.ts';
import type { Hour } from '../core/hour.ts';
import { inParallel } from '../core/in-parallel.ts';
import type { Contributions, FiguresStore, Subtotals } from '../core/ports.ts';
import type { IspId } from '../core/receivers/isp.ts';

/** A part of an hour in which a contribution changed. */
export interface ChangedPart {
  hour: Hour;
  part: Part;
}

export interface TallyPorts {
  contributions: Contributions;
  subtotals: Subtotals;
  figures: FiguresStore;
}

/** What one run added up. */
export interface TallyOutcome {
  hours: number;
  parts: number;
  contributions: number;
  /** Figures written; the others were as new already. */
  figures: number;
}

/** Does a piece of work, or notes why it failed. */
type OrNote = (work: Promise<void>) => Promise<void>;

/** Sums of contributions, or of subtotals, and the version that orders them. */
interface Sum {
  revision: number;
  figures: Map<IspId, Figures>;
}

/** Hours added up in parallel: each waits for the table five times, and old files may touch a thousand. */
const HOURS_AT_ONCE = 4;
/** Parts and figures of an hour read or written in parallel. */
const AT_ONCE = 8;

/**
 * Brings the figures of the hours in which something changed up to date: adds up the contributions of each changed part
 * into a subtotal, and the hour's subtotals into its figures. May run any number of times, and in parallel: a sum of
 * newer contributions has a higher version, and never gives way to an older one. What cannot be added up keeps nothing
 * else from it: all is tried, then the first failure is thrown.
 */
export async function tally(changes: Iterable<ChangedPart>, ports: TallyPorts): Promise<TallyOutcome> {
  const outcome: TallyOutcome = { hours: 0, parts: 0, contributions: 0, figures: 0 };
  const failures: unknown[] = [];
  const orNote: OrNote = async (work) => work.catch((failure) => void failures.push(failure));
  await inParallel(byHour(changes), HOURS_AT_ONCE, async ([hour, parts]) => {
    await inParallel(parts, AT_ONCE, async (part) => orNote(addUpPart(hour, part, ports, outcome)));
    await orNote(addUpHour(hour, ports, outcome, orNote));
  });
  if (failures.length > 0) throw failures[0];
  return outcome;
}

/** Adds up whole hours from all their contributions, as if everything in them had changed. */
export async function retally(hours: Iterable<Hour>, ports: TallyPorts): Promise<TallyOutcome> {
  const changes = [...hours].flatMap((hour) => PARTS.map((part) => ({ hour, part })));
  return tally(changes, ports);
}

function byHour(changes: Iterable<ChangedPart>): Map<Hour, Set<Part>> {
  const hours = new Map<Hour, Set<Part>>();
  for (const { hour, part } of changes) {
    const parts = hours.get(hour);
    if (parts) parts.add(part);
    else hours.set(hour, new Set([part]));
  }
  return hours;
}

async function addUpPart(
  hour: Hour,
  part: Part,
  { contributions, subtotals }: TallyPorts,
  outcome: TallyOutcome,
): Promise<void> {
  let added = 0;
  const sum: Sum = { revision: 0, figures: new Map() };
  for await (const { revision, figures } of contributions.ofHour(hour, part)) {
    added++;
    sum.revision += revision;
    addByIsp(sum.figures, figures);
  }
  if (added > 0) {
    await subtotals.putSubtotal({ hour, part, revision: sum.revision, figures: fitToItem(sum.figures) });
  }
  outcome.parts++;
  outcome.contributions += added;
}

async function addUpHour(
  hour: Hour,
  { subtotals, figures }: TallyPorts,
  outcome: TallyOutcome,
  orNote: OrNote,
): Promise<void> {
  const sum: Sum = { revision: 0, figures: new Map() };
  for await (const subtotal of subtotals.subtotalsOf(hour)) {
    sum.revision += subtotal.revision;
    addByIsp(sum.figures, subtotal.figures);
  }
  const put = async (isp: IspId, counts: Figures): Promise<void> => {
    const isNewer = await figures.put({ hour, isp, version: sum.revision, figures: cutFigures(counts) });
    if (isNewer) outcome.figures++;
  };
  await inParallel(sum.figures, AT_ONCE, async ([isp, counts]) => orNote(put(isp, counts)));
  outcome.hours++;
}
