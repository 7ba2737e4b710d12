import { type Counts, emptyFigures, type Evidence, type Figures } from '../figures/figures.ts';
import { CATEGORIES, isAboutTheSender } from '../replies/category.ts';
import type { RulesById } from './cause.ts';

/** A name that can stand in an alert; `(rest)` and the names that hold control characters are none. */
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{N}._~-]{0,120}$/u;

/**
 * The domains of `other` that may have so many attempts of any kind: no others can be in trouble, and they are most.
 *
 * @param fewest attempts in one hour
 */
export function busyDomains(other: Figures, fewest: number): string[] {
  const attempts = new Map<string, number>();
  const add = (domain: string, count: number): void => {
    attempts.set(domain, (attempts.get(domain) ?? 0) + count);
  };
  for (const [domain, { throttled, delivered }] of Object.entries(other.byDomain)) {
    add(domain, throttled + delivered);
  }
  for (const { queues } of Object.values(other.evidence)) {
    for (const [queue, count] of Object.entries(queues)) add(domainOf(queue), count);
  }
  return [...attempts].filter(([, count]) => count >= fewest).map(([domain]) => domain);
}

/**
 * `other` is a mixture of receivers that have nothing to do with each other, so it is judged domain by domain:
 * the figures of those that are `wanted`, as far as the breakdowns know them. Which replies a domain gave follows from
 * the queues in which each rule was met; where one was met both deferred and blocked, as many as the domain's throttled
 * attempts leave room for were deferred.
 *
 * @param areKept the setting `privacy.byDomain`: without it no domain may be named
 */
export function figuresByDomain(
  other: Figures,
  wanted: ReadonlySet<string>,
  rules: RulesById,
  areKept: boolean,
): Map<string, Figures> {
  const domains = new Map<string, Figures>();
  for (const domain of wanted) {
    if (!Object.hasOwn(other.byDomain, domain) || !DOMAIN.test(domain)) continue;
    const { throttled, delivered } = other.byDomain[domain]!;
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
  for (const domain of blockedAltogether(other, areKept)) {
    if (!wanted.has(domain)) continue;
    domains.set(domain, { ...emptyFigures(), byDomain: { [domain]: { throttled: 0, delivered: 0 } } });
  }
  for (const [rule, { sources, queues, sample }] of onlyOneOutcomeFirst(other)) {
    for (const [queue, count] of Object.entries(queues)) {
      const figures = domains.get(domainOf(queue));
      if (!figures) continue;
      const deferred = deferredOf(rule, count, figures, other);
      if (deferred > 0) {
        const category = rules.get(rule)?.category ?? 'unclassified';
        figures.byRule[rule] = (figures.byRule[rule] ?? 0) + deferred;
        figures.byCategory[category] = (figures.byCategory[category] ?? 0) + deferred;
      }
      if (count > deferred) {
        const blocked = count - deferred;
        figures.blockedByRule[rule] = (figures.blockedByRule[rule] ?? 0) + blocked;
        figures.blocked += blocked;
        figures.bounced += blocked;
      }
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

/** Rules that were only deferred or only blocked, then those of which a domain's share has to be worked out. */
function onlyOneOutcomeFirst(other: Figures): [string, Evidence][] {
  const isMixed = (rule: string) =>
    Object.hasOwn(other.byRule, rule) && Object.hasOwn(other.blockedByRule, rule);
  const met = Object.entries(other.evidence);
  return [...met.filter(([rule]) => !isMixed(rule)), ...met.filter(([rule]) => isMixed(rule))];
}

/** How many of the attempts in which a rule was met at one domain were deferred; the others were blocked. */
function deferredOf(rule: string, count: number, figures: Figures, other: Figures): number {
  if (!Object.hasOwn(other.blockedByRule, rule)) return count;
  if (!Object.hasOwn(other.byRule, rule)) return 0;
  const judging = CATEGORIES.filter(isAboutTheSender);
  const counted = judging.reduce((sum, category) => sum + (figures.byCategory[category] ?? 0), 0);
  return Math.min(count, Math.max(0, figures.throttled - counted));
}

/** Blocked attempts that are so many times what an unnamed domain may have taken leave no doubt about it. */
const BEYOND_DOUBT = 10;

/**
 * Domains that took and deferred nothing stand in no breakdown: those of queues in which there was nothing but
 * blocked attempts. Where a breakdown has been shortened, a domain that it does not name took and deferred no more than
 * the smallest that it names: it is told of only where it blocked ten times as much. Where domains are not kept, nobody
 * can tell.
 */
function blockedAltogether(other: Figures, areKept: boolean): Set<string> {
  const { byDomain, byQueue, blockedByRule, evidence } = other;
  // Without a delivery or a deferral anywhere the breakdown is empty, whether domains are kept or not.
  const areNamed = Object.keys(byDomain).length > 0 || (areKept && other.delivered + other.throttled === 0);
  if (!areNamed) return new Set();
  const blocked = new Map<string, number>();
  for (const [rule, { queues }] of Object.entries(evidence)) {
    if (!Object.hasOwn(blockedByRule, rule)) continue;
    for (const [queue, count] of Object.entries(queues)) {
      const domain = domainOf(queue);
      if (Object.hasOwn(byQueue, queue) || Object.hasOwn(byDomain, domain) || !DOMAIN.test(domain)) continue;
      blocked.set(domain, (blocked.get(domain) ?? 0) + count);
    }
  }
  const doubt = BEYOND_DOUBT * mostOfUnnamed(byDomain);
  return new Set([...blocked].filter(([, count]) => count >= doubt).map(([domain]) => domain));
}

/** What a domain that a breakdown does not name took and deferred at most: the largest are kept. */
function mostOfUnnamed(byDomain: Figures['byDomain']): number {
  if (!Object.hasOwn(byDomain, '(rest)')) return 0;
  const named = Object.entries(byDomain).filter(([domain]) => domain !== '(rest)');
  return Math.min(...named.map(([, { throttled, delivered }]) => throttled + delivered));
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
