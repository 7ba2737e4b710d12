import * as z from 'zod';

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
}

/**
 * Commands ready to paste: each template once for every queue or address that it names, duplicates left out, the
 * first five of each (three of each where a template names both). A queue enters only where it is plain
 * (letters, digits, `. _ { } -` and one `/`) and stands in single quotes, which keep a shell from expanding
 * `{default}`; an address only where it is one. Where none is left, `DOMAIN/VMTA` or `IP` stands instead.
 *
 * @param commands templates with `{queue}` and `{ip}`
 */
export function fillCommands(commands: readonly string[], where: Where): string[] {
  const queues = [...new Set(where.queues)].filter(isSafeName).map((queue) => `'${queue}'`);
  const ips = [...new Set(where.ips)].filter((ip) => address.safeParse(ip).success);
  const filled = commands.flatMap((template) => {
    const most = template.includes('{queue}') && template.includes('{ip}') ? MOST_NAMES_IN_PAIRS : MOST_NAMES;
    return fill([template], '{ip}', orPlaceholder(ips, IP_PLACEHOLDER, most)).flatMap((command) =>
      fill([command], '{queue}', orPlaceholder(queues, QUEUE_PLACEHOLDER, most)),
    );
  });
  return [...new Set(filled)];
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
