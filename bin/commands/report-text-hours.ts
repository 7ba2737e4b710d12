import { TOTALS, emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Severity } from '../../lambdas/core/incidents/alert.ts';
import { counted, grouped } from '../../lambdas/core/text/plain-text.ts';
import { printable } from '../../lambdas/core/text/printable.ts';
import { compare } from './report-json.ts';
import type { ReportDocument, ReportedHour } from './report-json.ts';
import { isNarrow, rateText, shortened, table } from './text-style.ts';
import type { Column, TextStyle } from './text-style.ts';

/** How severe an hour is; `none` if it is not in trouble. */
export type Level = 'none' | Severity;

/** What hours and rules mean, judged as the alerts judge them. */
export interface Assessment {
  levelOf: (hour: ReportedHour) => Level;
  /** The rule that most of the trouble in an hour is due to; undefined if it is not in trouble. */
  causeOf: (hour: ReportedHour) => string | undefined;
  /** Whether a rule's replies judge the sender, so that they count as throttling. */
  isAboutTheSender: (rule: string) => boolean;
}

const NAME_WIDTH = 14;
/** 24 cells of three characters. */
const DAY_WIDTH = 72;
const SOURCE_WIDTH = 22;
const MOST_DAYS = 7;
const MOST_ISPS = 20;
const MOST_HOURS_PER_ISP = 12;
/** What fits a cell of the overview beside its mark. */
const MOST_PERCENT = 99;

/** ISPs with their hours, those with most attempts first. */
function byIsp(hours: readonly ReportedHour[]): [isp: string, hours: ReportedHour[]][] {
  const found = new Map<string, ReportedHour[]>();
  for (const hour of hours) {
    const known = found.get(hour.isp);
    if (known === undefined) found.set(hour.isp, [hour]);
    else known.push(hour);
  }
  return [...found].sort(
    ([one, ones], [other, others]) => attempts(others) - attempts(ones) || compare(one, other),
  );
}

/** The rates of every hour at a glance: a block of lines per day, a line per ISP, a column per hour. */
export function overview(
  { hours }: ReportDocument,
  assessment: Assessment,
  style: TextStyle,
  isComplete: boolean,
): string {
  const days = daysOf(hours);
  const shown = isComplete || days.length <= MOST_DAYS ? days : worthShowing(days, hours, assessment);
  const blocks = shown.map((day) => dayBlock(day, hours, assessment, style));
  const left = days.length - shown.length;
  if (left > 0) blocks.push(`(${counted(left, 'day')} left out; --all shows every hour)`);
  const { bold, dim } = style.colours;
  const isCut = hours.some(({ rate }) => rate !== null && Math.round(rate * 100) > MOST_PERCENT);
  const what = `Throttled, % of attempts${isCut ? ` up to ${MOST_PERCENT}` : ''}, by UTC hour`;
  const heading = `${bold(what)}   ${dim('· under 0.5   * warning   ! critical')}`;
  return `${heading}\n\n${blocks.join('\n\n')}`;
}

/** The latest days with trouble, in order; where there are none, the latest. */
function worthShowing(
  days: readonly string[],
  hours: readonly ReportedHour[],
  { levelOf }: Assessment,
): string[] {
  const troubled = new Set(
    hours.filter((hour) => levelOf(hour) !== 'none').map(({ hour }) => hour.slice(0, 10)),
  );
  const candidates = days.filter((day) => troubled.has(day));
  return (candidates.length > 0 ? candidates : days).slice(-MOST_DAYS);
}

function daysOf(hours: readonly ReportedHour[]): string[] {
  return [...new Set(hours.map(({ hour }) => hour.slice(0, 10)))];
}

function dayBlock(
  day: string,
  all: readonly ReportedHour[],
  assessment: Assessment,
  { colours, columns }: TextStyle,
): string {
  const width = Math.min(NAME_WIDTH, Math.max(day.length - 5, columns - DAY_WIDTH - 1));
  const isps = byIsp(all.filter(({ hour }) => hour.startsWith(day)));
  const numbers = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  const lines = [colours.dim(`${day.slice(width < day.length ? 5 : 0).padEnd(width)} ${numbers.join(' ')}`)];
  for (const [isp, hours] of isps.slice(0, MOST_ISPS)) {
    const byNumber = new Map(hours.map((hour) => [hour.hour.slice(11, 13), hour]));
    const cells = numbers.map((number) => {
      const hour = byNumber.get(number);
      if (hour === undefined || hour.rate === null) return '   ';
      const level = assessment.levelOf(hour);
      return paint(cell(hour.rate, level), level, colours);
    });
    lines.push(`${shortened(printable(isp), width).padEnd(width)} ${cells.join('')}`.trimEnd());
  }
  if (isps.length > MOST_ISPS)
    lines.push(colours.dim(`(${counted(isps.length - MOST_ISPS, 'smaller ISP')} left out)`));
  return lines.join('\n');
}

const MARKS = { none: ' ', warning: '*', critical: '!' } as const;

/** Three characters: the rate in whole percent up to MOST_PERCENT, and the mark of its level. */
function cell(rate: number, level: Level): string {
  const whole = Math.min(Math.round(rate * 100), MOST_PERCENT);
  return `${(whole === 0 ? '·' : String(whole)).padStart(2)}${MARKS[level]}`;
}

function paint(text: string, level: Level, { red, yellow, dim }: TextStyle['colours']): string {
  if (level === 'critical') return red(text);
  if (level === 'warning') return yellow(text);
  return text.includes('·') ? dim(text) : text;
}

/** One line per ISP with its sums over all hours; bounces of every kind and the 421 alone only if there is room. */
export function sums({ hours }: ReportDocument, style: TextStyle): string {
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
      rateText(share(total.throttled, total.throttled + total.delivered)),
      ...ifWide(rateText(share(total.deferred421, total.deferred421 + total.delivered))),
      largest(ofIsp.map(({ byCategory }) => byCategory)) ?? '',
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
  { hours, alerts }: ReportDocument,
  assessment: Assessment,
  style: TextStyle,
): string | undefined {
  const told = new Set(
    alerts
      .filter(({ kind }) => kind === 'opened' || kind === 'escalated')
      .map(({ isp, hour }) => `${isp} ${hour}`),
  );
  const troubled = hours.filter(
    (hour) => assessment.levelOf(hour) !== 'none' || told.has(`${hour.isp} ${hour.hour}`),
  );
  if (troubled.length === 0) return undefined;
  const isOneDay = daysOf(hours).length === 1;
  const rows = byIsp(troubled).flatMap(([isp, ofIsp]) => {
    const shown = worst(ofIsp);
    const lines = shown.map((hour) => hourRow(hour, isOneDay, assessment, style));
    const left = ofIsp.length - shown.length;
    return left > 0 ? [...lines, [shortened(isp, NAME_WIDTH), `+ ${left} more`]] : lines;
  });
  return `${style.colours.bold('Hours with trouble')}\n\n${table(hourColumns(style), rows, style)}`;
}

/** Every hour of every ISP, in the order of the document. */
export function everyHour({ hours }: ReportDocument, assessment: Assessment, style: TextStyle): string {
  const isOneDay = daysOf(hours).length === 1;
  const rows = hours.map((hour) => hourRow(hour, isOneDay, assessment, style));
  return `${style.colours.bold('Every hour')}\n\n${table(hourColumns(style), rows, style)}`;
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
    .sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0) || compare(one.hour, other.hour))
    .slice(0, MOST_HOURS_PER_ISP)
    .sort((one, other) => compare(one.hour, other.hour));
}

function hourRow(hour: ReportedHour, isOneDay: boolean, assessment: Assessment, style: TextStyle): string[] {
  const rules = Object.fromEntries(
    Object.entries(hour.byRule).filter(([rule]) => assessment.isAboutTheSender(rule)),
  );
  const sources = Object.entries(hour.bySource).map(
    ([source, { throttled }]) => [source, throttled] as const,
  );
  return [
    shortened(printable(hour.isp), NAME_WIDTH),
    `${isOneDay ? '' : `${hour.hour.slice(5, 10)} `}${hour.hour.slice(11, 16)}`,
    `${grouped(hour.throttled)} of ${grouped(hour.throttled + hour.delivered)}`,
    grouped(hour.blocked),
    paint(rateText(hour.rate), assessment.levelOf(hour), style.colours),
    // What bounces, or is no judgement of the sender, throttles nothing and can be the trouble all the same.
    printable(largest([rules]) ?? assessment.causeOf(hour) ?? '-'),
    ...(isNarrow(style)
      ? []
      : [shortened(printable(largest([Object.fromEntries(sources)]) ?? '-'), SOURCE_WIDTH)]),
  ];
}

type Sums = Pick<ReportedHour, (typeof TOTALS)[number]>;

function add(hours: readonly ReportedHour[]): Sums {
  const sum: Sums = emptyFigures();
  for (const hour of hours) for (const total of TOTALS) sum[total] += hour[total];
  return sum;
}

function attempts(hours: readonly ReportedHour[]): number {
  const { delivered, bounced, deferred } = add(hours);
  return delivered + bounced + deferred;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The name with the largest count over several lists; undefined where all are empty. */
function largest(lists: readonly Record<string, number>[]): string | undefined {
  const sum = new Map<string, number>();
  for (const list of lists) {
    for (const [name, count] of Object.entries(list)) sum.set(name, (sum.get(name) ?? 0) + count);
  }
  const [first] = [...sum]
    .filter(([, count]) => count > 0)
    .sort(([one, ones], [other, others]) => others - ones || compare(one, other));
  return first?.[0];
}
