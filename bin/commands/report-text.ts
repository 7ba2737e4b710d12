import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import { printable } from '../terminal.ts';
import type { ReportDocument, ReportedFile } from './report-json.ts';
import { hoursWithTrouble, overview, sums } from './report-text-hours.ts';
import type { Yardstick } from './report-text-hours.ts';
import { grouped, plural, shortened, table, wrap } from './text-style.ts';
import type { TextStyle } from './text-style.ts';

const MOST_UNKNOWN_TEXTS = 15;

/** The report as a person reads it: figures first, then what to do about them. */
export function reportText(document: ReportDocument, yardstick: Yardstick, style: TextStyle): string {
  const sections = [title(document, style)];
  if (document.hours.length > 0) {
    sections.push(overview(document, yardstick, style), sums(document, style));
    const trouble = hoursWithTrouble(document, yardstick, style);
    if (trouble !== undefined) sections.push(trouble);
    sections.push(alertsText(document.alerts, style));
  }
  if (document.unclassified.length > 0) sections.push(unknownTexts(document, style));
  sections.push(filesText(document.files, style));
  return `\n${sections.join('\n\n')}\n\n`;
}

function title({ files, hours }: ReportDocument, { colours }: TextStyle): string {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const first = hours[0]?.hour;
  const last = hours.at(-1)?.hour;
  const span =
    first === undefined || last === undefined
      ? 'no figures'
      : first === last
        ? `${clock(first)} UTC`
        : `${clock(first)} to ${clock(last)} UTC`;
  return `${colours.bold('Deferral Watch')}   ${span}   ${plural(files.length, 'file')}, ${plural(rows, 'row')}`;
}

/** All alerts in order, one line each; then, for each incident, the gravest in full. */
function alertsText(alerts: readonly Alert[], style: TextStyle): string {
  const { bold, green } = style.colours;
  if (alerts.length === 0) return `${bold('Alerts')}\n\n${green('None.')}`;
  const lines = alerts.map(
    (alert) =>
      `${clock(alert.at)}  ${paintAlert(shortened(printable(alert.subject), style.columns - 18), alert, style)}`,
  );
  const heading = `${bold('Alerts')}   ${style.colours.dim('as they would have been sent, UTC')}`;
  const details = gravest(alerts).map((alert) => alertText(alert, style));
  return [`${heading}\n\n${lines.join('\n')}`, `${bold('What to do')}`, ...details].join('\n\n');
}

function alertText(alert: Alert, style: TextStyle): string {
  const { bold } = style.colours;
  const body = alert.text
    .split('\n')
    .map((line) => wrap(`  ${printable(line)}`.trimEnd(), style.columns, 2))
    .join('\n');
  return `${paintAlert(bold(printable(alert.subject)), alert, style)}\n${body}`;
}

/** Of each incident the last alert that said something new; the all-clear only ends it. */
function gravest(alerts: readonly Alert[]): Alert[] {
  const incidents = new Map<string, Alert>();
  for (const alert of alerts) {
    if (alert.kind === 'opened' || alert.kind === 'escalated') incidents.set(incidentOf(alert), alert);
  }
  return [...incidents.values()];
}

function incidentOf({ alertId }: Alert): string {
  return alertId.split('/').slice(0, 2).join('/');
}

function paintAlert(text: string, { kind, severity }: Alert, { colours }: TextStyle): string {
  if (kind === 'resolved') return colours.green(text);
  return severity === 'critical' ? colours.red(text) : colours.yellow(text);
}

function unknownTexts({ unclassified }: ReportDocument, style: TextStyle): string {
  const shown = unclassified.slice(0, MOST_UNKNOWN_TEXTS);
  const rows = shown.map(({ isp, text, count }) => [
    grouped(count),
    printable(isp),
    shortened(printable(text), style.columns - 30),
  ]);
  const left = unclassified.length - shown.length;
  const { bold, dim } = style.colours;
  return [
    `${bold('Replies that no rule knows')}   ${dim('--unclassified-as-rules prints a rule to fill in for each')}`,
    `${table([{ right: 'attempts' }, 'ISP', 'text'], rows, style)}${left > 0 ? `\n(${left} more)` : ''}`,
  ].join('\n\n');
}

/** Files are a line together; those of which something did not count have one each. */
function filesText(files: readonly ReportedFile[], style: TextStyle): string {
  const { bold, red } = style.colours;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const counted = files.reduce((sum, file) => sum + file.counted, 0);
  const summary = `${plural(rows, 'row')} read, ${grouped(counted)} counted, ${grouped(rows - counted)} ignored`;
  const notes = files.flatMap((file) => {
    const notes = notesOn(file);
    if (notes.length === 0) return [];
    const text = wrap(`  ${printable(file.name)}: ${notes.join('; ')}`, style.columns, 4);
    return [file.error === null ? text : red(text)];
  });
  return [`${bold('Files')}   ${summary}`, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function notesOn({ ignored, partialTail, error }: ReportedFile): string[] {
  if (error !== null) return [`not counted: ${printable(error)}`];
  const notes = Object.entries(ignored).map(
    ([reason, count]) => `${plural(count, 'row')} ignored (${printable(reason)})`,
  );
  return partialTail ? [...notes, 'ends in half a row, which is left out'] : notes;
}

/** `2026-11-23T08:00:00Z` as `11-23 08:00`. */
function clock(instant: string): string {
  return `${instant.slice(5, 10)} ${instant.slice(11, 16)}`;
}
