import type { Alert } from '../../../lambdas/core/incidents/alert.ts';
import { isPlainName, namesQueue, placeholderNote } from '../../../lambdas/core/powermta/commands.ts';
import { counted } from '../../../lambdas/core/text/plain-text.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import { wrap } from '../text-style.ts';
import type { TextStyle } from '../text-style.ts';

const LABEL_WIDTH = 7;
const MAX_NAMES = 6;

/** How much of a report is wanted: what matters, or every hour and every alert as it was sent (`--all`). */
export type Extent = 'short' | 'all';

/**
 * All alerts in order, one line each; then for each incident what to do about it, from the last alert that said
 * something new. With `all`, every alert as it was sent instead.
 */
export function alertsText(alerts: readonly Alert[], style: TextStyle, extent: Extent): string {
  const { bold, dim, green } = style.colours;
  if (alerts.length === 0) return `${bold('Alerts')}   ${green('none')}`;
  const days = new Set(alerts.map(({ at }) => at.slice(0, 10)));
  const lines = alerts.map((alert) => {
    const time =
      days.size === 1 ? alert.at.slice(11, 16) : `${alert.at.slice(5, 10)} ${alert.at.slice(11, 16)}`;
    const indent = time.length + 2;
    const subject = wrap(`${' '.repeat(indent)}${printable(alert.subject)}`, style.columns).slice(indent);
    return `${dim(time)}  ${paint(subject, alert, style)}`;
  });
  const timeline = `${bold('Alerts')}   ${dim('by the time (UTC) at which they would have been sent')}\n\n${lines.join('\n')}`;
  if (extent === 'all') return [timeline, ...alerts.map((alert) => asSent(alert, style))].join('\n\n');
  return [timeline, bold('What to do'), ...decisive(alerts).map((alert) => inShort(alert, style))].join(
    '\n\n',
  );
}

/** The most severe alert of each incident: its last escalation, or its opening if it never escalated. */
function decisive(alerts: readonly Alert[]): Alert[] {
  const found: Alert[] = [];
  const latestIncident = new Map<string, number>();
  for (const alert of alerts) {
    if (alert.kind === 'opened') latestIncident.set(alert.isp, found.push(alert) - 1);
    const incident = latestIncident.get(alert.isp);
    if (alert.kind === 'escalated' && incident !== undefined) found[incident] = alert;
  }
  return found;
}

function inShort(alert: Alert, style: TextStyle): string {
  const { cyan } = style.colours;
  const { advice, scope } = alert;
  const parts = [
    headingOf(alert, style),
    wrap(`  ${printable(advice.meaning)}`, style.columns),
    ...list(
      'Do',
      advice.do.map((step, index) => `${index + 1}. ${step}`),
      style,
    ),
    ...list(
      'Avoid',
      advice.avoid.map((mistake) => `- ${mistake}`),
      style,
    ),
    ...list('Where', where(scope), style),
    ...list('Paste', commandsOf(alert), style, cyan),
  ];
  return parts.join('\n');
}

/** Entries with a label before the first. */
function list(
  label: string,
  entries: readonly string[],
  { columns, colours }: TextStyle,
  colour: (text: string) => string = String,
): string[] {
  const indent = ' '.repeat(2 + LABEL_WIDTH);
  return entries.map((entry, index) => {
    const hanging = /^(\d+\. |- )/.exec(entry)?.[0].length ?? 2;
    const text = wrap(`${indent}${printable(entry)}`, columns, hanging).slice(indent.length);
    const margin = index === 0 ? `  ${colours.dim(label.padEnd(LABEL_WIDTH))}` : indent;
    return `${margin}${colour(text)}`;
  });
}

function where({ ips, vmtas, queues, domains }: Alert['scope']): string[] {
  const named: [string, string[]][] = [
    ['IPs', ips],
    ['vmtas', vmtas],
    ['queues', queues],
    ['domains', domains],
  ];
  return named
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => {
      const left = names.length - MAX_NAMES;
      return `${what} ${names.slice(0, MAX_NAMES).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
    });
}

/** The commands for the first queue that has some, and those with a placeholder: for the others they are the same. */
function commandsOf({ advice: { commands }, scope }: Alert): string[] {
  const queues = scope.queues.filter(isPlainName);
  const first = queues.find((queue) => commands.some((command) => namesQueue(command, queue)));
  const others = queues.filter((queue) => queue !== first);
  const shown = commands.filter((command) => !others.some((queue) => namesQueue(command, queue)));
  const isCut = shown.length < commands.length;
  return [
    ...shown,
    ...(isCut ? [`# the same for ${counted(others.length, 'more queue')}: --all prints them`] : []),
    ...placeholderNote(shown, scope.queues),
  ];
}

function asSent(alert: Alert, style: TextStyle): string {
  const body = alert.text
    .split('\n')
    .map((line) => wrap(`  ${printable(line)}`.trimEnd(), style.columns, 2))
    .join('\n');
  return `${headingOf(alert, style)}\n${body}`;
}

function headingOf(alert: Alert, style: TextStyle): string {
  return paint(style.colours.bold(wrap(printable(alert.subject), style.columns, 2)), alert, style);
}

function paint(text: string, { kind, severity }: Alert, { colours }: TextStyle): string {
  if (kind === 'resolved') return colours.green(text);
  return severity === 'critical' ? colours.red(text) : colours.yellow(text);
}
