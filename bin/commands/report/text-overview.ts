import type { Severity } from '../../../lambdas/core/incidents/alert.ts';
import { counted } from '../../../lambdas/core/text/plain-text.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import { shortened } from '../text-style.ts';
import type { TextStyle } from '../text-style.ts';
import type { Assessment } from './assessment.ts';
import type { Report, ReportedHour } from './document.ts';
import type { Extent } from './text-alerts.ts';
import { byIsp, daysOf, paint } from './text-hours.ts';

const NAME_WIDTH = 14;
/** 24 cells of three characters. */
const DAY_WIDTH = 72;
const MAX_DAYS = 7;
const MAX_ISPS = 20;
/** The largest number that fits into a cell beside its mark. */
const MAX_PERCENT = 99;

/** The rates of every hour at a glance: a block of lines per day, a line per ISP, a column per hour. */
export function overview(
  { hours }: Report,
  assessment: Assessment,
  style: TextStyle,
  extent: Extent,
): string {
  const days = daysOf(hours);
  const shown = extent === 'all' || days.length <= MAX_DAYS ? days : worthShowing(days, hours, assessment);
  const blocks = shown.map((day) => dayBlock(day, hours, assessment, style));
  const left = days.length - shown.length;
  if (left > 0) blocks.push(`(${counted(left, 'day')} left out; --all shows every hour)`);
  const { bold, dim } = style.colours;
  const isCut = hours.some(({ rate }) => rate !== null && Math.round(rate * 100) > MAX_PERCENT);
  const what = `Throttled, % of attempts${isCut ? ` up to ${MAX_PERCENT}` : ''}, by UTC hour`;
  const heading = `${bold(what)}   ${dim('· under 0.5   * warning   ! critical')}`;
  return `${heading}\n\n${blocks.join('\n\n')}`;
}

/** The latest days with trouble, in order; if there are none, the latest. */
function worthShowing(
  days: readonly string[],
  hours: readonly ReportedHour[],
  { troubleOf }: Assessment,
): string[] {
  const troubled = new Set(
    hours.filter((hour) => troubleOf(hour) !== undefined).map(({ hour }) => hour.slice(0, 10)),
  );
  const candidates = days.filter((day) => troubled.has(day));
  return (candidates.length > 0 ? candidates : days).slice(-MAX_DAYS);
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
  for (const [isp, hours] of isps.slice(0, MAX_ISPS)) {
    const byNumber = new Map(hours.map((hour) => [hour.hour.slice(11, 13), hour]));
    const cells = numbers.map((number) => {
      const hour = byNumber.get(number);
      if (hour === undefined || hour.rate === null) return '   ';
      const severity = assessment.troubleOf(hour)?.severity;
      return paint(cell(hour.rate, severity), severity, colours);
    });
    lines.push(`${shortened(printable(isp), width).padEnd(width)} ${cells.join('')}`.trimEnd());
  }
  if (isps.length > MAX_ISPS) {
    lines.push(colours.dim(`(${counted(isps.length - MAX_ISPS, 'smaller ISP')} left out)`));
  }
  return lines.join('\n');
}

const MARKS = { warning: '*', critical: '!' } as const;

/** Three characters: the rate in whole percent up to MAX_PERCENT, and the mark of its severity. */
function cell(rate: number, severity: Severity | undefined): string {
  const whole = Math.min(Math.round(rate * 100), MAX_PERCENT);
  return `${(whole === 0 ? '·' : String(whole)).padStart(2)}${severity === undefined ? ' ' : MARKS[severity]}`;
}
