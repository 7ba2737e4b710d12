import type { Command } from 'commander';
import { endOf, hoursFrom, startOf } from '../../../lambdas/core/hour.ts';
import type { Hour } from '../../../lambdas/core/hour.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import { CommandError, EXIT } from '../../terminal.ts';

/** Ten years: a longer range is a typing error. */
const MAX_MS = 3660 * 24 * 3_600_000;

/** Adds `--from` and `--to`, which name a range of UTC hours. */
export function withHourRange(command: Command): Command {
  return command
    .requiredOption('--from <hour>', 'the first UTC hour (2026-11-24T01) or day (2026-11-24)')
    .requiredOption('--to <hour>', 'the last UTC hour or day, inclusive');
}

/** The hours that `--from` and `--to` name, in order. */
export function hourRange({ from, to }: { from: string; to: string }): Hour[] {
  const first = hourIn('--from', from, '00');
  const last = hourIn('--to', to, '23');
  if (last < first) throw new CommandError(`--to ${to} lies before --from ${from}`, EXIT.wrongUsage);
  if (endOf(last) - startOf(first) <= MAX_MS) return hoursFrom(first, last);
  throw new CommandError(`from ${from} to ${to} are more than ten years`, EXIT.wrongUsage);
}

function hourIn(option: string, text: string, hourOfDay: string): Hour {
  const [, day, hour = hourOfDay] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2})(?::00(?::00)?)?Z?)?$/.exec(text) ?? [];
  const named = `${day}T${hour}`;
  const instant = Date.parse(`${named}:00:00Z`);
  // A day that does not exist, such as 30 February, is parsed as another.
  if (day !== undefined && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(named)) {
    return named;
  }
  throw new CommandError(
    `${option} ${printable(text)} is neither a UTC hour such as 2026-11-24T01 nor a day such as 2026-11-24`,
    EXIT.wrongUsage,
  );
}
