import { rate421Of, rateOf } from '../../lambdas/core/figures/rates.ts';
import { TOTALS } from '../../lambdas/core/figures/figures.ts';
import type { Counts, Figures, Total } from '../../lambdas/core/figures/figures.ts';
import { isoHour } from '../../lambdas/core/hour.ts';
import type { IgnoredRows } from '../../lambdas/core/accounting/counted-file.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import type { HourlyFigures } from '../../lambdas/core/figures/hourly-figures.ts';
import { printableJson } from '../terminal.ts';

/** One file of a report. `rows = counted + Σ ignored`. */
export interface ReportedFile {
  name: string;
  rows: number;
  counted: number;
  ignored: Counts;
  partialTail: boolean;
  /** Why nothing of it counts; null where it was read. */
  error: string | null;
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

/** All that a report says; `report --json` prints exactly this (docs/for-programs.md). */
export interface ReportDocument {
  files: ReportedFile[];
  hours: ReportedHour[];
  alerts: Alert[];
  unclassified: UnclassifiedText[];
}

/** What is known of a file besides. */
export interface ReadFile extends ReportedFile {
  /** Why rows were ignored, and where the first of them is. */
  ignoredRows: Readonly<Record<string, IgnoredRows>>;
  /** The file read before that begins with the same rows: the same log, counted twice. */
  readBefore?: string;
}

/** What a report knows besides: more of each file, and the figures that alerts judge. */
export interface Report extends ReportDocument {
  files: ReadFile[];
  figures: readonly HourlyFigures[];
}

/** A report as JSON, hour by hour and alert by alert: the whole of a large one is never one text. */
export function* reportJson(report: Report): Generator<string, void, undefined> {
  const { hours, alerts, unclassified } = report;
  const document: ReportDocument = {
    files: report.files.map(({ name, rows, counted, ignored, partialTail, error }) => {
      return { name, rows, counted, ignored, partialTail, error };
    }),
    hours,
    alerts,
    unclassified,
  };
  let before = '{';
  for (const [name, list] of Object.entries(document)) {
    yield `${before}\n  "${name}": [`;
    yield* jsonItems(list as readonly unknown[]);
    before = '],';
  }
  yield ']\n}\n';
}

function* jsonItems(list: readonly unknown[]): Generator<string, void, undefined> {
  for (const [index, item] of list.entries()) {
    const indented = printableJson(item, 2).replaceAll('\n', '\n    ');
    yield `${index === 0 ? '' : ','}\n    ${indented}`;
  }
  if (list.length > 0) yield '\n  ';
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
    (one, other) => other.count - one.count || compare(one.isp, other.isp) || compare(one.text, other.text),
  );
}

/** The order of text by its code units, the same on every machine. */
export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function fourDecimals(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}
