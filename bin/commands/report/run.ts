import { MemoryAlertChannel } from '../../../lambdas/adapters/memory-alert-channel.ts';
import { MemoryContributions } from '../../../lambdas/adapters/memory-contributions.ts';
import { MemoryFigures } from '../../../lambdas/adapters/memory-figures.ts';
import { MemoryFileRecords } from '../../../lambdas/adapters/memory-file-records.ts';
import { MemoryIncidents } from '../../../lambdas/adapters/memory-incidents.ts';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { endOf, hoursFrom, shiftHour } from '../../../lambdas/core/hour.ts';
import type { Hour } from '../../../lambdas/core/hour.ts';
import { countingContextFor } from '../../../lambdas/core/knowledge/knowledge.ts';
import type { AccountingFiles } from '../../../lambdas/core/ports.ts';
import type { Settings } from '../../../lambdas/core/settings.ts';
import { evaluate, hoursLookedBack } from '../../../lambdas/evaluate/evaluate.ts';
import type { CountingOptions } from '../../../lambdas/ingest/finding.ts';
import { RejectedFileError } from '../../../lambdas/ingest/errors.ts';
import { ingest } from '../../../lambdas/ingest/ingest.ts';
import type { IngestPorts } from '../../../lambdas/ingest/ingest.ts';
import { retally } from '../../../lambdas/tally/tally.ts';
import { reportedHour, unclassifiedTexts } from './document.ts';
import type { ReadFile, Report } from './document.ts';
import { judgeSettledOnce } from './judge-settled-once.ts';

/** Why a file that is not there was not counted. */
export const NO_SUCH_FILE = 'There is no such file.';

/**
 * Runs the three stages over files in one process: every file is ingested, every hour added up, and `evaluate` called
 * once at each hour's end, in order, as if the hour's files had just arrived. No clock is read.
 */
export async function runReport(
  names: readonly string[],
  files: AccountingFiles,
  settings: Settings,
): Promise<Report> {
  const context = countingContextFor(settings);
  const counting: CountingOptions = {
    count: (content) => countFile(content, context),
    retentionDays: settings.retentionDays,
    maxBytes: Number.POSITIVE_INFINITY,
  };
  const { reported, hours, figures } = await figuresOf(names, files, counting);

  const incidents = new MemoryIncidents();
  const alerts = new MemoryAlertChannel();
  const { directory, catalogue } = context;
  const judge = judgeSettledOnce(settings.judging);
  for (const hour of hoursWorthJudging(hours, settings)) {
    const now = new Date(endOf(hour));
    await evaluate(now, { figures, incidents, alerts }, { settings, directory, catalogue, judge });
  }

  const hourly = await figures.ofHours(hours);
  return {
    files: reported,
    hours: hourly.map(reportedHour),
    alerts: alerts.alerts,
    unclassified: unclassifiedTexts(hourly),
    figures: hourly,
  };
}

/** The figures of files, and what became of each file. Contributions are forgotten once they are added up. */
async function figuresOf(
  names: readonly string[],
  files: AccountingFiles,
  counting: CountingOptions,
): Promise<{ reported: ReadFile[]; hours: Hour[]; figures: MemoryFigures }> {
  const records = new MemoryFileRecords();
  const contributions = new MemoryContributions();
  const figures = new MemoryFigures();
  const reported: ReadFile[] = [];
  const found = new Set<Hour>();
  for (const name of names) {
    const { file, hours } = await ingestFile(name, { files, records, contributions }, counting);
    reported.push(file);
    for (const hour of hours) found.add(hour);
  }
  const hours = [...found].sort();
  await retally(hours, { contributions, subtotals: contributions, figures });
  return { reported, hours, figures };
}

async function ingestFile(
  name: string,
  ports: IngestPorts,
  counting: CountingOptions,
): Promise<{ file: ReadFile; hours: readonly Hour[] }> {
  const nothing = { rows: 0, counted: 0, ignored: {}, partialTail: false };
  const file: ReadFile = { name, ...nothing, error: null };
  try {
    const result = await ingest(name, ports, counting);
    if (result.outcome !== 'counted') return { file: { ...file, error: NO_SUCH_FILE }, hours: [] };
    const { rows, counted, ignored, partialTail, hours, shippedTwice } = result;
    const readBefore = shippedTwice !== undefined && { readBefore: shippedTwice };
    return { file: { ...file, rows, counted, ignored, partialTail, ...readBefore }, hours };
  } catch (error) {
    return { file: { ...file, error: reasonFor(error) }, hours: [] };
  }
}

/** What the system's error codes mean to a person: whole sentences, like every reason why a file counts nothing. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'You have no permission to read it.',
  EPERM: 'The system does not permit reading it.',
  EISDIR: 'It is a folder.',
  ELOOP: 'Its symbolic links go in circles.',
  ENAMETOOLONG: 'Its name is too long.',
  EIO: 'The disk failed while it was read.',
};

/** Why a file could not be read. An error that is not about the file is our fault and is thrown again. */
function reasonFor(error: unknown): string {
  if (error instanceof RejectedFileError) return error.reason;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const reason = SYSTEM_ERRORS[error.code];
    if (reason !== undefined) return reason;
    if ('syscall' in error) return `It could not be read (${error.code}).`;
  }
  throw error;
}

/**
 * The hours at whose end `evaluate` may have something to say: from the first to the last, except in long gaps, in which
 * every incident has ended. One row with a wrong year must not cost a century of judging.
 */
export function hoursWorthJudging(found: readonly Hour[], { judging }: Settings): Hour[] {
  const last = found.at(-1);
  const reach =
    hoursLookedBack(judging) + judging.noTrafficHours + judging.reminderHours + judging.clearHours;
  const hours: Hour[] = [];
  for (const [index, hour] of found.entries()) {
    const next = found[index + 1];
    const end = next === undefined ? last : shiftHour(next, -1);
    const reached = shiftHour(hour, reach);
    if (end !== undefined) hours.push(...hoursFrom(hour, end < reached ? end : reached));
  }
  return hours;
}
