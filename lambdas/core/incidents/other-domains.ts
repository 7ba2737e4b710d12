import { type Counts, emptyFigures, type Figures } from '../figures/figures.ts';
import type { RulesById } from './cause.ts';

/** A name that can stand in an alert; `(rest)` and the names that hold control characters are none. */
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{N}._~-]{0,120}$/u;

/**
 * `other` is a mixture of receivers that have nothing to do with each other, so it is judged domain by domain:
 * the figures of each domain as far as the breakdowns know them. Which replies a domain gave follows from the
 * queues in which each rule was met.
 */
export function figuresByDomain(other: Figures, rules: RulesById): Map<string, Figures> {
  const domains = new Map<string, Figures>();
  for (const [domain, { throttled, delivered }] of Object.entries(other.byDomain)) {
    if (!DOMAIN.test(domain)) continue;
    domains.set(domain, {
      ...emptyFigures(),
      delivered,
      throttled,
      deferred: throttled,
      byDomain: { [domain]: { throttled, delivered } },
    });
  }
  for (const [queue, attempts] of Object.entries(other.byQueue)) {
    const figures = domains.get(domainOf(queue));
    if (figures) figures.byQueue[queue] = attempts;
  }
  for (const [rule, { sources, queues, sample }] of Object.entries(other.evidence)) {
    for (const [queue, count] of Object.entries(queues)) {
      const figures = domains.get(domainOf(queue));
      if (!figures) continue;
      const category = rules.get(rule)?.category ?? 'unclassified';
      figures.byRule[rule] = (figures.byRule[rule] ?? 0) + count;
      figures.byCategory[category] = (figures.byCategory[category] ?? 0) + count;
      const met = (figures.evidence[rule] ??= { sources: {}, queues: {}, sample });
      met.queues[queue] = count;
      Object.assign(met.sources, sourcesOf(queue, sources));
    }
  }
  for (const figures of domains.values()) {
    const met = Object.values(figures.byRule).reduce((sum, count) => sum + count, 0);
    figures.deferred = Math.max(figures.throttled, met);
  }
  return domains;
}

/** Of the sources at which a rule was met, those of the queue's own vmta. */
function sourcesOf(queue: string, sources: Counts): Counts {
  const vmta = queue.slice(domainOf(queue).length + 1);
  return Object.fromEntries(Object.entries(sources).filter(([source]) => source.startsWith(`${vmta} `)));
}

/** The domain of a queue's name: `example.com` of `example.com/vmta1`. */
export function domainOf(queue: string): string {
  const slash = queue.indexOf('/');
  return (slash < 0 ? queue : queue.slice(0, slash)).toLowerCase();
}
