import * as z from 'zod';
import { isSourceOf, sourceParts } from '../names.ts';

/** Stands where no name is safe to paste: PowerMTA knows no such queue or address, and no shell acts on it. */
const QUEUE_PLACEHOLDER = 'DOMAIN/VMTA';
const IP_PLACEHOLDER = 'IP';

/** More lines than this of one command are nothing to paste at night. */
const MOST_NAMES = 5;
const MOST_NAMES_IN_PAIRS = 3;

/** Names out of files are hostile. No quote, space, wildcard or leading hyphen (an option to pmta) gets through. */
const SAFE_NAME = /^(?!-)[A-Za-z0-9._{}-]+(\/[A-Za-z0-9._{}-]+)?$/;
const LONGEST_NAME = 255;

const address = z.union([z.ipv4(), z.ipv6()]);

/** What was seen, as it stands in the accounting file: the rows' own `queue` values and `dlvSourceIp`s. */
export interface Where {
  queues: readonly string[];
  ips: readonly string[];
  /** Every "vmta ip" that was seen; without them any address may belong to any queue. */
  sources?: readonly string[];
}

/** What stops a queue whose vmta has no other address: with its only one disabled, its mail would stall unseen. */
const DISABLE = /^pmta disable source /;
const PAUSE = 'pmta pause queue {queue}';

/**
 * Commands ready to paste: each template once for every queue or address that it names, duplicates left out, the
 * first five of each. A template that names both is filled for the first three queues, each with the addresses (three
 * at most) of its own vmta; where that vmta was seen with one address alone, the queue is paused in place of
 * disabling it. A queue enters only where it is plain (letters, digits, `. _ { } -` and one `/`) and stands in single
 * quotes, which keep a shell from expanding `{default}`; an address only where it is one. Where none is left,
 * `DOMAIN/VMTA` or `IP` stands instead.
 *
 * @param commands templates with `{queue}` and `{ip}`
 */
export function fillCommands(commands: readonly string[], where: Where): string[] {
  const queues = [...new Set(where.queues)].filter(isSafeName);
  const ips = [...new Set(where.ips)].filter((ip) => address.safeParse(ip).success);
  const filled = commands.flatMap((template) => {
    const namesBoth = template.includes('{queue}') && template.includes('{ip}');
    if (namesBoth) return fillPairs(template, queues, ips, where.sources);
    return fill([template], '{ip}', orPlaceholder(ips, IP_PLACEHOLDER, MOST_NAMES)).flatMap((command) =>
      fill([command], '{queue}', orPlaceholder(queues.map(quoted), QUEUE_PLACEHOLDER, MOST_NAMES)),
    );
  });
  return [...new Set(filled)];
}

/** Each queue with the addresses of its own vmta: PowerMTA knows no other pairs. */
function fillPairs(
  template: string,
  queues: readonly string[],
  ips: readonly string[],
  sources: readonly string[] | undefined,
): string[] {
  if (queues.length === 0) {
    const some = orPlaceholder(ips, IP_PLACEHOLDER, MOST_NAMES_IN_PAIRS);
    return fill([template.replaceAll('{queue}', QUEUE_PLACEHOLDER)], '{ip}', some);
  }
  return queues.slice(0, MOST_NAMES_IN_PAIRS).flatMap((queue) => {
    const seen = addressesOf(queue, sources);
    const own = ips.filter((ip) => seen === undefined || seen.has(ip));
    const isOnlyOne = seen?.size === 1 && DISABLE.test(template);
    const some = orPlaceholder(own, IP_PLACEHOLDER, MOST_NAMES_IN_PAIRS);
    return fill(fill([isOnlyOne ? PAUSE : template], '{queue}', [quoted(queue)]), '{ip}', some);
  });
}

/** The addresses that a queue's vmta was seen with; undefined where the sources name no such vmta. */
function addressesOf(queue: string, sources: readonly string[] = []): ReadonlySet<string> | undefined {
  const own = sources.filter((source) => isSourceOf(queue, source));
  return own.length === 0 ? undefined : new Set(own.map((source) => sourceParts(source).ip));
}

function quoted(queue: string): string {
  return `'${queue}'`;
}

/** The queue that a filled command names; undefined where it names none, or only a placeholder. */
export function queueNamedIn(command: string): string | undefined {
  return /'([^']+)'/.exec(command)?.[1];
}

function isSafeName(name: string): boolean {
  return name.length <= LONGEST_NAME && SAFE_NAME.test(name);
}

function orPlaceholder(names: readonly string[], placeholder: string, most: number): readonly string[] {
  return names.length === 0 ? [placeholder] : names.slice(0, most);
}

function fill(templates: readonly string[], hole: string, values: readonly string[]): string[] {
  return templates.flatMap((template) =>
    template.includes(hole) ? values.map((value) => template.replaceAll(hole, () => value)) : [template],
  );
}
