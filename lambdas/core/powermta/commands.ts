import * as z from 'zod';
import { isSourceOf, sourceParts } from '../names.ts';

/** Stands where no name is safe to paste: PowerMTA knows no such queue or address, and no shell acts on it. */
const QUEUE_PLACEHOLDER = 'DOMAIN/VMTA';
const IP_PLACEHOLDER = 'IP';

const PLACEHOLDER_NOTE = `# ${QUEUE_PLACEHOLDER}: a queue above that is not plain (letters, digits, . _ { } -, one /)`;

/** Of no vmta, and no name to paste. */
const UNKNOWN_QUEUE = '';

/** More lines of one command than this are too many to paste at night. */
const MAX_NAMES = 5;
const MAX_NAMES_IN_PAIRS = 3;

/** Names out of files are hostile. No quote, space, wildcard or leading hyphen (an option to pmta) gets through. */
const PLAIN_NAME = /^(?!-)[A-Za-z0-9._{}-]+(\/[A-Za-z0-9._{}-]+)?$/;
const MAX_NAME_LENGTH = 255;

const address = z.union([z.ipv4(), z.ipv6()]);

/** A command as it is pasted. */
export interface Command {
  line: string;
  /** The queue that it names, where it names one. */
  queue?: string;
}

/** The names that commands are filled with, as they stand in the accounting file: queues and `dlvSourceIp`s. */
interface Names {
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
 * quotes, which keep a shell from expanding `{default}`; an address only where it is one. `DOMAIN/VMTA` stands, after
 * the plain ones, for those that are not, and where none is known; `IP` where no address is. What `DOMAIN/VMTA` stands
 * for is paused: whoever writes the name in does not look up which addresses its vmta has.
 *
 * @param templates commands with `{queue}` and `{ip}`
 */
export function fillCommands(templates: readonly string[], names: Names): Command[] {
  const queues = names.queues.length > 0 ? [...new Set(names.queues)] : [UNKNOWN_QUEUE];
  const plain = queues.filter(isPlainName);
  const others = queues.filter((queue) => !isPlainName(queue));
  const ips = [...new Set(names.ips)].filter((ip) => address.safeParse(ip).success);
  const filled = templates.flatMap((template): Command[] => {
    const most = template.includes('{queue}') && template.includes('{ip}') ? MAX_NAMES_IN_PAIRS : MAX_NAMES;
    if (!template.includes('{queue}')) return withIps(template, ips, most).map((line) => ({ line }));
    return [...plain.slice(0, most), ...others.slice(0, most)].flatMap((queue) =>
      inQueue(template, queue, ips, names.sources),
    );
  });
  return [...new Map(filled.map((command) => [command.line, command])).values()];
}

/** A template with nothing filled in, for whoever knows the names. */
export function withPlaceholders(template: string): string {
  return withQueue(template, QUEUE_PLACEHOLDER).replaceAll('{ip}', IP_PLACEHOLDER);
}

/** A command for one queue, with the addresses of its own vmta: PowerMTA knows no other pairs. */
function inQueue(
  template: string,
  queue: string,
  ips: readonly string[],
  sources: readonly string[] | undefined,
): Command[] {
  const isPlain = isPlainName(queue);
  const seen = addressesOf(queue, sources);
  const own = ips.filter((ip) => seen === undefined || seen.has(ip));
  const isPaused = !isPlain || seen?.size === 1;
  const filled = withIps(isPaused && DISABLE.test(template) ? PAUSE : template, own, MAX_NAMES_IN_PAIRS);
  return filled.map((line) =>
    isPlain ? { line: withQueue(line, quoted(queue)), queue } : { line: withQueue(line, QUEUE_PLACEHOLDER) },
  );
}

/** The addresses that a queue's vmta was seen with; undefined where the sources name no such vmta. */
function addressesOf(queue: string, sources: readonly string[] = []): ReadonlySet<string> | undefined {
  const own = sources.filter((source) => isSourceOf(queue, source));
  return own.length === 0 ? undefined : new Set(own.map((source) => sourceParts(source).ip));
}

/** Whether a filled command names a queue. */
export function namesQueue(command: string, queue: string): boolean {
  return isPlainName(queue) && command.includes(quoted(queue));
}

/** What is to be said below filled commands: for which of the queues a placeholder stands in them, if for any. */
export function placeholderNote(commands: readonly string[], queues: readonly string[]): string[] {
  const isMeant = commands.some((command) => command.includes(QUEUE_PLACEHOLDER));
  return isMeant && !queues.every(isPlainName) ? [PLACEHOLDER_NOTE] : [];
}

/** Whether a queue's name is safe to paste. */
export function isPlainName(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && PLAIN_NAME.test(name);
}

function quoted(queue: string): string {
  return `'${queue}'`;
}

function withQueue(template: string, queue: string): string {
  return template.replaceAll('{queue}', () => queue);
}

/** A template once for each address, as many as may be named. */
function withIps(template: string, ips: readonly string[], most: number): string[] {
  if (!template.includes('{ip}')) return [template];
  const some = ips.length === 0 ? [IP_PLACEHOLDER] : ips.slice(0, most);
  return some.map((ip) => template.replaceAll('{ip}', () => ip));
}
