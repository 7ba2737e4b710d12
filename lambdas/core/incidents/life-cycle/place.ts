import type { Attempts, Counts, Figures } from '../../figures/figures.ts';
import { isOfManyDomains, isSourceOf, MISSING, queueParts, REST, sourceParts } from '../../names.ts';
import { printable } from '../../text/printable.ts';
import type { Scope } from '../../replies/category.ts';
import type { Ground } from '../judge/verdict.ts';

/** Where the trouble is, largest first; an alert names it in its `scope`. */
export interface Place {
  /** What the replies blame, where they say so. */
  blamed: Scope | null;
  ips: string[];
  vmtas: string[];
  queues: string[];
  domains: string[];
  /** The sources of the queues, "vmta ip", in order of name: no other pair of queue and address enters a command. */
  sources: string[];
}

/** More names of one sort than this are too many to read at night. */
export const MAX_NAMES = 10;
/** Ten vmtas seldom have more addresses than this. */
const MAX_SOURCES = 50;

/** Less than this share of what the largest has is a trifle: naming it would send the operator there. */
const TRIFLE = 0.05;
/** A source refused less than this share as often as all are has no trouble, only much traffic. */
const UNTROUBLED = 0.5;

/**
 * Where the trouble of one ground is, largest first: the sources and queues at which the deciding rule was met; if the figures do not
 * know them, those that were throttled at all. Trifles are left out, except small queues of a vmta that is named; if a
 * rate decided, so is what has so many deliveries beside its refusals that it is in no trouble.
 */
export function placeOf(figures: Figures, ground: Ground): Place {
  const met = figures.evidence[ground.cause.id];
  const sources = largest(met?.sources, figures.bySource, { figures, ground });
  const parts = sources.map(sourceParts);
  const vmtas = parts.map(({ vmta }) => vmta);
  const queues = largest(met?.queues, figures.byQueue, {
    figures,
    ground,
    isNamed: (queue) => vmtas.some((vmta) => vmta === queueParts(queue).vmta),
  });
  const named = written(queues);
  return {
    blamed: ground.cause.scope,
    ips: written(parts.map(({ ip }) => ip)),
    vmtas: written(vmtas),
    queues: named,
    domains: written(domainsOf(queues, figures, ground)),
    sources: sourcesOf(figures, named),
  };
}

/**
 * The domains of some queues, in the order of these. For a queue of many domains, and where the figures know none of
 * them, those that were throttled, largest first.
 */
function domainsOf(queues: readonly string[], figures: Figures, ground: Ground): string[] {
  const throttled = largest(undefined, figures.byDomain, { figures, ground });
  const ofQueues = queues.flatMap((queue) => {
    const { domain } = queueParts(queue);
    if (isOfManyDomains(domain)) return throttled;
    return Object.hasOwn(figures.byDomain, domain) ? [domain] : [];
  });
  return ofQueues.length > 0 ? ofQueues : throttled;
}

/** Those addresses from which nothing was accepted, as far as the figures know all sources. */
export function idleIps({ bySource }: Figures, ips: readonly string[]): string[] {
  if (Object.keys(bySource).length === 0 || Object.hasOwn(bySource, REST)) return [];
  const sending = Object.entries(bySource).filter(([, { delivered }]) => delivered > 0);
  const sendingIps = new Set(sending.map(([source]) => sourceParts(source).ip));
  return ips.filter((ip) => !sendingIps.has(ip));
}

/** The names that have the trouble, by how often the deciding rule was met there. */
function largest(
  met: Counts | undefined,
  breakdown: Record<string, Attempts>,
  {
    figures,
    ground,
    isNamed = () => false,
  }: { figures: Figures; ground: Ground; isNamed?: (name: string) => boolean },
): string[] {
  const counts = [met ?? {}, throttledOf(breakdown)].find((some) => namedIn(some).length > 0) ?? {};
  const found = withoutTrifles(counts, isNamed);
  const troubled =
    ground.reason === 'rate' ? inTrouble(found, breakdown, refusalsPerAttempt(counts, figures)) : found;
  return troubled.map(([name]) => name);
}

/** Largest first, ties by name. */
function withoutTrifles(counts: Counts, isNamed: (name: string) => boolean): [string, number][] {
  const found = namedIn(counts);
  const most = Math.max(...found.map(([, count]) => count));
  return found
    .filter(([name, count]) => count >= TRIFLE * most || isNamed(name))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function namedIn(counts: Counts): [string, number][] {
  return Object.entries(counts).filter(([name, count]) => count > 0 && name !== REST);
}

/** How often an attempt was refused for the reason that was counted, wherever it was sent from. */
function refusalsPerAttempt(counts: Counts, { throttled, delivered }: Figures): number {
  const refused = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return refused / (throttled + delivered);
}

/** Those that are refused nearly as often as all are; all of them if the breakdown knows none that is. */
function inTrouble(
  found: readonly [string, number][],
  breakdown: Record<string, Attempts>,
  refusalsOfAll: number,
): readonly [string, number][] {
  const troubled = found.filter(([name, count]) => {
    const own = Object.hasOwn(breakdown, name) ? breakdown[name] : undefined;
    return own === undefined || count >= UNTROUBLED * refusalsOfAll * (own.throttled + own.delivered);
  });
  return troubled.length > 0 ? troubled : found;
}

function throttledOf(breakdown: Record<string, Attempts>): Counts {
  return Object.fromEntries(Object.entries(breakdown).map(([name, { throttled }]) => [name, throttled]));
}

/** Every source that is known of the vmtas of some queues, in order of name. */
function sourcesOf(figures: Figures, queues: readonly string[]): string[] {
  const met = Object.values(figures.evidence).flatMap(({ sources }) => Object.keys(sources));
  return distinct([...Object.keys(figures.bySource), ...met])
    .filter((source) => queues.some((queue) => isSourceOf(queue, source)))
    .sort()
    .slice(0, MAX_SOURCES);
}

function written(names: readonly string[]): string[] {
  return distinct(names.map(printable).filter((name) => name !== '' && name !== MISSING)).slice(0, MAX_NAMES);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
