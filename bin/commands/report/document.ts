import type { IgnoredRows } from '../../../lambdas/core/accounting/counted-file.ts';
import { TOTALS } from '../../../lambdas/core/figures/figures.ts';
import type { Counts, Figures, Total } from '../../../lambdas/core/figures/figures.ts';
import type { HourlyFigures } from '../../../lambdas/core/figures/hourly-figures.ts';
import { rate421Of, rateOf } from '../../../lambdas/core/figures/rates.ts';
import { isoHour } from '../../../lambdas/core/hour.ts';
import type { Alert } from '../../../lambdas/core/incidents/alert.ts';
import { byText } from '../../../lambdas/core/text/order.ts';

/** All that is found in accounting files. */
export interface Report {
  files: ReadFile[];
  hours: ReportedHour[];
  alerts: Alert[];
  unclassified: UnclassifiedText[];
  /** The figures that the alerts were judged by and `hours` are made from. */
  figures: readonly HourlyFigures[];
}

/** One file of a report. `rows = counted + Σ ignored`. */
export interface ReadFile {
  name: string;
  rows: number;
  counted: number;
  /** By reason. */
  ignored: Readonly<Record<string, IgnoredRows>>;
  partialTail: boolean;
  /** Why nothing of it counts, in whole sentences; null if it was read. */
  error: string | null;
  /** The file read before that begins with the same rows: the same log, counted twice. */
  readBefore?: string;
}

/** The breakdowns that a report gives. */
const REPORTED = ['byCategory', 'byRule', 'byReply', 'bySource', 'byQueue', 'byDomain'] as const;

/** The figures of one ISP in one hour. */
export interface ReportedHour extends Pick<Figures, Total | (typeof REPORTED)[number]> {
  hour: string;
  isp: string;
  rate: number | null;
  rate421: number | null;
}

export interface UnclassifiedText {
  isp: string;
  text: string;
  count: number;
}

/** What `report --json` prints, exactly (docs/for-programs.md). */
export interface ReportDocument extends Pick<Report, 'hours' | 'alerts' | 'unclassified'> {
  files: ReportedFile[];
}

/** A file as programs are told of it. */
interface ReportedFile extends Pick<ReadFile, 'name' | 'rows' | 'counted' | 'partialTail' | 'error'> {
  ignored: Counts;
}

/** A report without what is only for a person. */
export function documentOf({ files, hours, alerts, unclassified }: Report): ReportDocument {
  return { files: files.map(reportedFile), hours, alerts, unclassified };
}

function reportedFile({ name, rows, counted, ignored: reasons, partialTail, error }: ReadFile): ReportedFile {
  const ignored = Object.fromEntries(Object.entries(reasons).map(([reason, { count }]) => [reason, count]));
  return { name, rows, counted, ignored, partialTail, error };
}

/** Figures as the report gives them: rates worked out, four decimals. */
export function reportedHour({ hour, isp, figures }: HourlyFigures): ReportedHour {
  return {
    hour: isoHour(hour),
    isp,
    ...pick(figures, TOTALS),
    rate: fourDecimals(rateOf(figures)),
    rate421: fourDecimals(rate421Of(figures)),
    ...pick(figures, REPORTED),
  };
}

function pick<Key extends keyof Figures>(figures: Figures, keys: readonly Key[]): Pick<Figures, Key> {
  return Object.fromEntries(keys.map((key) => [key, figures[key]])) as Pick<Figures, Key>;
}

function fourDecimals(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}

/** The texts that no rule knows, by ISP added up over the hours, most frequent first. */
export function unclassifiedTexts(hours: readonly HourlyFigures[]): UnclassifiedText[] {
  const counts = new Map<string, UnclassifiedText>();
  for (const { isp, figures } of hours) {
    for (const [text, count] of Object.entries(figures.unclassified)) {
      const key = `${isp}\t${text}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { isp, text, count });
      else known.count += count;
    }
  }
  return [...counts.values()].sort(
    (one, other) => other.count - one.count || byText(one.isp, other.isp) || byText(one.text, other.text),
  );
}
