/** The names under which figures are broken down, as accounting files give them: queues and sources. */

/** Stands for everything that a breakdown does not list. */
export const REST = '(rest)';

/** Stands for a name that a row does not give. */
export const MISSING = '-';

/** A queue of PowerMTA, `gmail.com/vmta1`: a domain (or a rollup of domains), and the vmta that sends to it. */
export interface QueueParts {
  /** In lower case; `yahoo.rollup` for a queue of many domains. */
  domain: string;
  /** `null` where the queue names none. */
  vmta: string | null;
}

/** The parts of a queue's name, divided at its first slash. */
export function queueParts(queue: string): QueueParts {
  const slash = queue.indexOf('/');
  if (slash < 0) return { domain: queue.toLowerCase(), vmta: null };
  return { domain: queue.slice(0, slash).toLowerCase(), vmta: queue.slice(slash + 1) };
}

/** Whether a queue's domain stands for many: `yahoo.rollup` and `hotmail.queue`. */
export function isOfManyDomains(domain: string): boolean {
  return domain.endsWith('.rollup') || domain.endsWith('.queue');
}

/** The parts of a source's name, `vmta1 203.0.113.7`, divided at its last space. */
export function sourceParts(source: string): { vmta: string; ip: string } {
  const space = source.lastIndexOf(' ');
  return { vmta: source.slice(0, Math.max(0, space)), ip: source.slice(space + 1) };
}

/** Whether a source is one of the addresses of a queue's own vmta: PowerMTA sends from no other. */
export function isSourceOf(queue: string, source: string): boolean {
  return sourceParts(source).vmta === queueParts(queue).vmta;
}
