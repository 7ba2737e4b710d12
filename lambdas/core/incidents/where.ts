import type { Attempts, Counts, Figures } from '../figures/figures.ts';
import type { AlertScope, Incident } from './incident.ts';
import { domainOf } from './other-domains.ts';
import type { Ground } from './verdict.ts';

/** More names than this of one sort are nothing to read at night. */
export const MOST_NAMES = 10;
/** Ten vmtas have seldom more addresses than this. */
const MOST_SOURCES = 50;

/** Under this share of what the largest has, a source or queue is a trifle: naming it would send the operator there. */
const TRIFLE = 0.05;
/** A source that is refused under this share as often as all are has no trouble: it has merely much traffic. */
const UNTROUBLED = 0.5;

/**
 * Where the trouble is, largest first: the sources and queues at which the deciding rule was met; where the
 * figures do not know them, those that were throttled at all. Trifles are left out, but for small queues of a vmta that
 * is named, and where a rate decided also what has so many deliveries beside its refusals that it has no trouble.
 */
function whereOf(figures: Figures, { cause, reason }: Pick<Ground, 'cause' | 'reason'>): AlertScope {
  const met = figures.evidence[cause.id];
  const largest = (
    counts: Counts | undefined,
    breakdown: Record<string, Attempts>,
    isNamed: (name: string) => boolean = () => false,
  ): string[] => {
    const known = [counts ?? {}, throttledOf(breakdown)].find((some) => namedIn(some).length > 0) ?? {};
    const found = weighty(known, isNamed);
    return (reason === 'rate' ? inTrouble(found, breakdown, refusalsPerAttempt(known, figures)) : found).map(
      ([name]) => name,
    );
  };
  const sources = largest(met?.sources, figures.bySource);
  const vmtas = sources.map((source) => source.slice(0, Math.max(0, source.lastIndexOf(' '))));
  const queues = largest(met?.queues, figures.byQueue, (queue) => vmtas.includes(vmtaOf(queue)));
  const domainsOfQueues = distinct(queues.map(domainOf)).filter((name) =>
    Object.hasOwn(figures.byDomain, name),
  );
  return {
    kind: cause.scope,
    ips: names(sources.map((source) => source.slice(source.lastIndexOf(' ') + 1))),
    vmtas: names(vmtas),
    queues: names(queues),
    domains: names(domainsOfQueues.length > 0 ? domainsOfQueues : largest(undefined, figures.byDomain)),
  };
}

/** Where the trouble is, and which addresses belong to its queues. */
export function placeOf(
  figures: Figures,
  ground: Pick<Ground, 'cause' | 'reason'>,
): Pick<Incident, 'scope' | 'sources'> {
  const scope = whereOf(figures, ground);
  return { scope, sources: sourcesOf(figures, scope.queues) };
}

/** Every "vmta ip" that is known of the vmtas of some queues, in order: which address may be named for which queue. */
function sourcesOf(figures: Figures, queues: readonly string[]): string[] {
  const vmtas = new Set(queues.map(vmtaOf));
  const met = Object.values(figures.evidence).flatMap(({ sources }) => Object.keys(sources));
  return distinct([...Object.keys(figures.bySource), ...met])
    .filter((source) => vmtas.has(source.slice(0, Math.max(0, source.lastIndexOf(' ')))))
    .sort()
    .slice(0, MOST_SOURCES);
}

/** Of some addresses those from which nothing was accepted, as far as the figures know all sources. */
export function silentOf({ bySource }: Figures, ips: readonly string[]): string[] {
  if (Object.keys(bySource).length === 0 || Object.hasOwn(bySource, '(rest)')) return [];
  const sending = Object.entries(bySource).filter(([, { delivered }]) => delivered > 0);
  return ips.filter((ip) => !sending.some(([source]) => source.endsWith(` ${ip}`)));
}

function vmtaOf(queue: string): string {
  return queue.slice(queue.indexOf('/') + 1);
}

/** Largest first, ties by name, without trifles that are not named anyway. */
function weighty(counts: Counts, isNamed: (name: string) => boolean): [string, number][] {
  const met = namedIn(counts);
  const most = Math.max(...met.map(([, count]) => count));
  return met
    .filter(([name, count]) => count >= TRIFLE * most || isNamed(name))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function namedIn(counts: Counts): [string, number][] {
  return Object.entries(counts).filter(([name, count]) => count > 0 && name !== '(rest)');
}

/** How often an attempt was refused for the reason that was counted, wherever it was sent from. */
function refusalsPerAttempt(counts: Counts, { throttled, delivered }: Figures): number {
  const refused = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return refused / (throttled + delivered);
}

/** Those that are refused nearly as often as all are; all of them where the breakdown knows none that is. */
function inTrouble(
  met: readonly [string, number][],
  breakdown: Record<string, Attempts>,
  ofAll: number,
): readonly [string, number][] {
  const troubled = met.filter(([name, count]) => {
    const own = Object.hasOwn(breakdown, name) ? breakdown[name] : undefined;
    return own === undefined || count >= UNTROUBLED * ofAll * (own.throttled + own.delivered);
  });
  return troubled.length > 0 ? troubled : met;
}

function throttledOf(breakdown: Record<string, Attempts>): Counts {
  return Object.fromEntries(Object.entries(breakdown).map(([name, { throttled }]) => [name, throttled]));
}

function names(found: readonly string[]): string[] {
  return distinct(found.map(printable).filter((name) => name !== '' && name !== '-')).slice(0, MOST_NAMES);
}

function distinct(found: readonly string[]): string[] {
  return [...new Set(found)];
}

/** A name or reply out of a file, without what a terminal or a mail program would act on. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}
