import { counted, grouped } from '../../../lambdas/core/text/plain-text.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import { table, wrap } from '../text-style.ts';
import type { TextStyle } from '../text-style.ts';
import type { Assessment } from './assessment.ts';
import type { ReadFile, Report } from './document.ts';
import { alertsText } from './text-alerts.ts';
import type { Extent } from './text-alerts.ts';
import { everyHour, hoursWithTrouble, sums } from './text-hours.ts';
import { overview } from './text-overview.ts';

const MAX_UNKNOWN_TEXTS = 15;

/** The report as a person reads it: figures first, then what to do about them. */
export function reportText(report: Report, assessment: Assessment, style: TextStyle, extent: Extent): string {
  const sections = [title(report, style)];
  const missing = missingRows(report);
  if (missing !== undefined) sections.push(style.colours.yellow(wrap(missing, style.columns)));
  if (report.hours.length > 0) {
    sections.push(overview(report, assessment, style, extent), sums(report, style));
    const hours =
      extent === 'all' ? everyHour(report, assessment, style) : hoursWithTrouble(report, assessment, style);
    if (hours !== undefined) sections.push(hours);
    sections.push(alertsText(report.alerts, style, extent));
  }
  if (report.unclassified.length > 0) sections.push(unknownTexts(report, style));
  sections.push(filesText(report.files, style));
  return `\n${sections.join('\n\n')}\n\n`;
}

function title({ files, hours }: Report, { colours }: TextStyle): string {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const first = hours[0]?.hour;
  const last = hours.at(-1)?.hour;
  const span = first === undefined || last === undefined ? 'no figures' : spanOf(first, last);
  return `${colours.bold('Deferral Watch')}   ${span}   ${counted(files.length, 'file')}, ${counted(rows, 'row')}`;
}

/** What the files lack, so that the figures say less than they seem to. */
function missingRows(report: Report): string | undefined {
  const { files, hours } = report;
  const sum = (name: 'delivered' | 'bounced' | 'deferred'): number =>
    hours.reduce((total, hour) => total + hour[name], 0);
  const rows = files.reduce((total, file) => total + file.counted, 0);
  if (rows === 0) return undefined;
  if (sum('deferred') === 0) {
    return (
      `Not one deferral among ${counted(rows, 'row')}. PowerMTA records none unless the <acct-file> says ` +
      '"records d,b,t,tq" (deferral-watch powermta-config --only accounting prints one).'
    );
  }
  if (sum('delivered') === 0) {
    return `Not one delivery among ${counted(rows, 'row')}, so each rate is too high: name the file with the d rows as well.`;
  }
  return lastHourWithoutDeliveries(report);
}

/** An hour that has just ended is judged only once a delivery in it is known; the last one gets no second chance. */
function lastHourWithoutDeliveries({ hours, alerts }: Report): string | undefined {
  const last = hours.at(-1)?.hour;
  const ofLast = hours.filter(({ hour }) => hour === last);
  const isRefused = ofLast.some(({ throttled, blocked }) => throttled + blocked > 0);
  const isTold = alerts.some(({ hour }) => hour === last);
  const isDelivered = ofLast.some(({ delivered }) => delivered > 0);
  if (last === undefined || isTold || isDelivered || !isRefused) return undefined;
  return (
    `Not one delivery in the last hour, from ${last.slice(11, 16)} UTC: no alert tells of it, because the file with its ` +
    'deliveries may not be here yet. On AWS it would be judged once it is settled (judging.settledAfterMinutes).'
  );
}

/** From the beginning of the first hour to the end of the last. */
function spanOf(first: string, last: string): string {
  const end = `${String(Number(last.slice(11, 13)) + 1).padStart(2, '0')}:00`;
  const endDay = first.slice(0, 10) === last.slice(0, 10) ? '' : `${last.slice(0, 10)} `;
  return `${first.slice(0, 10)} ${first.slice(11, 16)} to ${endDay}${end} UTC`;
}

function unknownTexts({ unclassified }: Report, style: TextStyle): string {
  const shown = unclassified.slice(0, MAX_UNKNOWN_TEXTS);
  const rows = shown.map(({ isp, text, count }) => [grouped(count), printable(isp), printable(text)]);
  const left = unclassified.length - shown.length;
  const { bold, dim } = style.colours;
  return [
    `${bold('Replies that no rule knows')}   ${dim('--unclassified-as-rules prints a rule for each')}`,
    `${table([{ right: 'attempts' }, 'ISP', { rest: 'text' }], rows, style)}${left > 0 ? `\n(${left} more)` : ''}`,
  ].join('\n\n');
}

/**
 * One line for all files, and one for each of which something did not count. Files that could not be read are only a
 * number here: the error about each names it and says why.
 */
function filesText(files: readonly ReadFile[], style: TextStyle): string {
  const { bold, red } = style.colours;
  const unreadable = files.filter(({ error }) => error !== null).length;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const rowsCounted = files.reduce((sum, file) => sum + file.counted, 0);
  const summary = `${counted(rows, 'row')} read, ${grouped(rowsCounted)} counted, ${grouped(rows - rowsCounted)} ignored`;
  const notes = files.flatMap((file) => {
    const notes = notesOn(file);
    if (notes.length === 0) return [];
    return [wrap(`  ${printable(file.name)}: ${notes.join('; ')}`, style.columns, 4)];
  });
  if (unreadable > 0) {
    notes.push(
      red(`  ${counted(unreadable, 'file')} not counted: see the ${unreadable === 1 ? 'error' : 'errors'}`),
    );
  }
  return [`${bold('Files')}   ${summary}`, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

/** What is wrong with a row, in words that help to mend it. */
const REASONS: Readonly<Record<string, string>> = {
  'bad time': 'bad time: it has no zone, or there is no such time',
  'broken row': 'broken row: its quotes or columns are not in order, or it is longer than 1 MB',
};

function notesOn({ ignored, partialTail, readBefore }: ReadFile): string[] {
  const notes = Object.entries(ignored).map(([reason, { count, firstLine }]) => {
    const where =
      firstLine === undefined ? '' : `, ${count === 1 ? 'on' : 'the first on'} line ${grouped(firstLine)}`;
    return `${counted(count, 'row')} ignored (${REASONS[reason] ?? printable(reason)}${where})`;
  });
  if (partialTail) notes.push('ends in half a row, which is left out');
  if (readBefore !== undefined) {
    notes.push(
      `begins with the same rows as ${printable(readBefore)}: if it is the same log, it counts twice`,
    );
  }
  return notes;
}
