import type { Attempts, Counts, Figures } from '../figures/figures.ts';
import type { Rule } from '../replies/rule.ts';
import type { AlertScope } from './incident.ts';
import { domainOf } from './other-domains.ts';

/** More names than this of one sort are nothing to read at night. */
const MOST_NAMES = 10;

/**
 * Where the trouble is, largest first: the sources and queues at which the deciding rule was met; where the
 * figures do not know them, those that were throttled at all.
 */
export function whereOf(figures: Figures, cause: Rule): AlertScope {
  const met = figures.evidence[cause.id];
  const sources = largest(met?.sources, throttledOf(figures.bySource));
  const queues = largest(met?.queues, throttledOf(figures.byQueue));
  const domains = throttledOf(figures.byDomain);
  const domainsOfQueues = distinct(queues.map(domainOf)).filter((name) =>
    Object.hasOwn(figures.byDomain, name),
  );
  return {
    kind: cause.scope,
    ips: names(sources.map((source) => source.slice(source.lastIndexOf(' ') + 1))),
    vmtas: names(sources.map((source) => source.slice(0, Math.max(0, source.lastIndexOf(' '))))),
    queues: names(queues),
    domains: names(domainsOfQueues.length > 0 ? domainsOfQueues : largest(domains)),
  };
}

/** The names of the first counts that are not empty, largest first, ties by name. */
function largest(...choices: readonly (Counts | undefined)[]): string[] {
  for (const counts of choices) {
    const met = Object.entries(counts ?? {}).filter(([name, count]) => count > 0 && name !== '(rest)');
    if (met.length > 0) return met.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  }
  return [];
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
