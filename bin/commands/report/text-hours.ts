import { emptyFigures, TOTALS } from '../../../lambdas/core/figures/figures.ts';
import { attemptsOf, rate421Of, rateOf } from '../../../lambdas/core/figures/rates.ts';
import type { Severity } from '../../../lambdas/core/incidents/alert.ts';
import { byText } from '../../../lambdas/core/text/order.ts';
import { counted, grouped } from '../../../lambdas/core/text/plain-text.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import { isNarrow, rateText, shortened, table, wrap } from '../text-style.ts';
import type { Column, TextStyle } from '../text-style.ts';
import type { Assessment } from './assessment.ts';
import type { Report, ReportedHour } from './document.ts';

/** No built-in ISP has a longer id, so ids can be copied from the tables into the settings. */
const NAME_WIDTH = 18;
const SOURCE_WIDTH = 22;
const MAX_HOURS_PER_ISP = 12;
/** If more domains of `other` are in trouble in one hour, their number is shown. */
const MAX_DOMAINS = 3;

/** How hours are shown. */
interface View {
  /** All hours are of one day, so it need not be repeated. */
  isOneDay: boolean;
  assessment: Assessment;
  style: TextStyle;
}

/** ISPs with their hours, those with most attempts first. */
export function byIsp(hours: readonly ReportedHour[]): [isp: string, hours: ReportedHour[]][] {
  const found = new Map<string, ReportedHour[]>();
  for (const hour of hours) {
    const known = found.get(hour.isp);
    if (known === undefined) found.set(hour.isp, [hour]);
    else known.push(hour);
  }
  return [...found].sort(
    ([one, ones], [other, others]) => attemptsOf(add(others)) - attemptsOf(add(ones)) || byText(one, other),
  );
}

/** The days that hours lie in, as `2026-11-24`, in order. */
export function daysOf(hours: readonly ReportedHour[]): string[] {
  return [...new Set(hours.map(({ hour }) => hour.slice(0, 10)))];
}

/** A rate in the colour of its hour's severity. */
export function paint(
  text: string,
  severity: Severity | undefined,
  { red, yellow, dim }: TextStyle['colours'],
): string {
  if (severity === 'critical') return red(text);
  if (severity === 'warning') return yellow(text);
  return text.includes('·') ? dim(text) : text;
}

/** One line per ISP with its sums over all hours; all bounces and the 421s alone only if there is room. */
export function sums({ hours }: Report, style: TextStyle): string {
  const ifWide = <Cell>(cell: Cell): Cell[] => (isNarrow(style) ? [] : [cell]);
  const rows = byIsp(hours).map(([isp, ofIsp]) => {
    const total = add(ofIsp);
    return [
      shortened(printable(isp), NAME_WIDTH),
      grouped(total.delivered),
      ...ifWide(grouped(total.bounced)),
      grouped(total.blocked),
      grouped(total.deferred),
      ...ifWide(grouped(total.deferred421)),
      grouped(total.throttled),
      rateText(rateOf(total)),
      ...ifWide(rateText(rate421Of(total))),
      mostFrequent(ofIsp.map(({ byCategory }) => byCategory)) ?? '',
    ];
  });
  const columns: Column[] = [
    'ISP',
    { right: 'delivered' },
    ...ifWide({ right: 'bounced' }),
    { right: 'blocked' },
    { right: 'deferred' },
    ...ifWide({ right: '421' }),
    { right: 'throttled' },
    { right: 'rate' },
    ...ifWide({ right: '421 rate' }),
    { rest: 'mostly' },
  ];
  return `${style.colours.bold('Attempts by provider')}\n\n${table(columns, rows, style)}`;
}

/** The hours in trouble, and those that an alert is about, by ISP. */
export function hoursWithTrouble(
  { hours, alerts }: Report,
  assessment: Assessment,
  style: TextStyle,
): string | undefined {
  const told = new Set(
    alerts
      .filter(({ kind }) => kind === 'opened' || kind === 'escalated')
      .map(({ isp, hour }) => `${isp} ${hour}`),
  );
  const troubled = hours.filter(
    (hour) => assessment.troubleOf(hour) !== undefined || told.has(`${hour.isp} ${hour.hour}`),
  );
  if (troubled.length === 0) return undefined;
  const view: View = { isOneDay: daysOf(hours).length === 1, assessment, style };
  const shown = byIsp(troubled).map(([isp, ofIsp]) => ({ isp, of: ofIsp.length, worst: worst(ofIsp) }));
  const rows = shown.flatMap(({ isp, of, worst }) => {
    const lines = worst.map((hour) => hourRow(hour, view));
    const left = of - worst.length;
    return left > 0 ? [...lines, [shortened(printable(isp), NAME_WIDTH), `+ ${left} more`]] : lines;
  });
  return [
    `${style.colours.bold('Hours with trouble')}\n\n${table(hourColumns(style), rows, style)}`,
    ...domainsInTrouble(
      shown.flatMap(({ worst }) => worst),
      view,
    ),
  ].join('\n\n');
}

/** Every hour of every ISP, in the order of the report. */
export function everyHour({ hours }: Report, assessment: Assessment, style: TextStyle): string {
  const view: View = { isOneDay: daysOf(hours).length === 1, assessment, style };
  const rows = hours.map((hour) => hourRow(hour, view));
  return [
    `${style.colours.bold('Every hour')}\n\n${table(hourColumns(style), rows, style)}`,
    ...domainsInTrouble(hours, view),
  ].join('\n\n');
}

/** A line that names the domains of `other` in trouble; empty if there are none. */
function domainsInTrouble(hours: readonly ReportedHour[], { isOneDay, assessment, style }: View): string[] {
  const told = hours.flatMap((hour) => {
    const domains = assessment.troubleOf(hour)?.domains ?? [];
    if (domains.length === 0) return [];
    const who =
      domains.length > MAX_DOMAINS
        ? counted(domains.length, 'domain')
        : domains.map((domain) => printable(domain)).join(', ');
    return [`${hourText(hour, isOneDay)} ${who}`];
  });
  return told.length === 0 ? [] : [wrap(`Of other in trouble: ${told.join('; ')}`, style.columns, 2)];
}

function hourColumns(style: TextStyle): Column[] {
  return [
    'ISP',
    'UTC hour',
    { right: 'throttled' },
    { right: 'blocked' },
    { right: 'rate' },
    { rest: 'mostly' },
    ...(isNarrow(style) ? [] : ['most from']),
  ];
}

function worst(hours: readonly ReportedHour[]): ReportedHour[] {
  return [...hours]
    .sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0) || byText(one.hour, other.hour))
    .slice(0, MAX_HOURS_PER_ISP)
    .sort((one, other) => byText(one.hour, other.hour));
}

function hourRow(hour: ReportedHour, { isOneDay, assessment, style }: View): string[] {
  const trouble = assessment.troubleOf(hour);
  const rules = Object.fromEntries(
    Object.entries(hour.byRule).filter(([rule]) => assessment.isAboutTheSender(rule)),
  );
  const throttled = Object.fromEntries(
    Object.entries(hour.bySource).map(([source, attempts]) => [source, attempts.throttled]),
  );
  const source = mostFrequent([throttled]) ?? mostFrequent([trouble?.sources ?? {}]) ?? '-';
  return [
    shortened(printable(hour.isp), NAME_WIDTH),
    hourText(hour, isOneDay),
    `${grouped(hour.throttled)} of ${grouped(hour.throttled + hour.delivered)}`,
    grouped(hour.blocked),
    paint(rateText(hour.rate), trouble?.severity, style.colours),
    // Bounces, and replies that are not about the sender, throttle nothing but can be the trouble.
    printable(mostFrequent([rules]) ?? trouble?.cause ?? '-'),
    ...(isNarrow(style) ? [] : [shortened(printable(source), SOURCE_WIDTH)]),
  ];
}

/** When an hour begins, without the day if all hours are of one. */
function hourText({ hour }: ReportedHour, isOneDay: boolean): string {
  return `${isOneDay ? '' : `${hour.slice(5, 10)} `}${hour.slice(11, 16)}`;
}

type Sums = Pick<ReportedHour, (typeof TOTALS)[number]>;

function add(hours: readonly ReportedHour[]): Sums {
  const sum: Sums = emptyFigures();
  for (const hour of hours) for (const total of TOTALS) sum[total] += hour[total];
  return sum;
}

/** The name with the largest count over several lists; undefined if all are empty. */
function mostFrequent(lists: readonly Record<string, number>[]): string | undefined {
  const sum = new Map<string, number>();
  for (const list of lists) {
    for (const [name, count] of Object.entries(list)) sum.set(name, (sum.get(name) ?? 0) + count);
  }
  const [first] = [...sum]
    .filter(([, count]) => count > 0)
    .sort(([one, ones], [other, others]) => others - ones || byText(one, other));
  return first?.[0];
}
