import { emptyFigures, named } from '../../figures/figures.ts';
import type { Attempts, Counts, Evidence, Figures } from '../../figures/figures.ts';
import { addAttempts } from '../../figures/merge.ts';
import { isOfManyDomains, isSourceOf, queueParts, REST } from '../../names.ts';
import { CATEGORIES, isAboutTheSender } from '../../replies/category.ts';
import { categoryOfUnnamed } from './cause.ts';
import type { RulesById } from './cause.ts';
import type { Criteria } from './judge-matter.ts';

/** A name that can stand in an alert; `(rest)` and names that hold control characters cannot. */
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{N}._~-]{0,120}$/u;

/**
 * `other` is a mixture of receivers that have nothing to do with each other, so it is judged domain by domain, as
 * far as the breakdowns know them. Which replies a domain gave follows from the
 * queues in which each rule was met; of a rule that was met both deferred and blocked, as many attempts were deferred as
 * the domain's throttled attempts leave room for.
 */
export function figuresByDomain(other: Figures, { rules, settings }: Criteria): Map<string, Figures> {
  const rollups = settings.privacy.byDomain ? rollupsInBreakdown(other) : [];
  const domains = new Map([
    ...domainsInBreakdown(other).filter(
      ([domain]) => rollups.length === 0 || !goesThroughRollup(domain, other),
    ),
    ...rollups,
  ]);
  shareOutQueues(other, domains);
  for (const [domain, figures] of domainsThatBlockedAll(other, settings.privacy.byDomain)) {
    domains.set(domain, figures);
  }
  shareOutEvidence(other, domains, rules);
  for (const figures of domains.values()) {
    const met = Object.values(figures.byRule).reduce((sum, count) => sum + count, 0);
    figures.deferred = Math.max(figures.throttled, met);
  }
  return domains;
}

/** The domains that took or throttled something, with these totals alone. */
function domainsInBreakdown({ byDomain }: Figures): [string, Figures][] {
  return Object.entries(byDomain)
    .filter(([domain]) => DOMAIN.test(domain))
    .map(([domain, attempts]) => [domain, totalsOf(domain, attempts)]);
}

/**
 * Queues that stand for many domains, by their names (`hoster.rollup`). Which of its domains gave which reply is not
 * known, so such a queue is judged in their place: an operator makes one of the domains that share an MX.
 */
function rollupsInBreakdown({ byQueue }: Figures): [string, Figures][] {
  const rollups = named<Attempts>();
  for (const [queue, { throttled, delivered }] of Object.entries(byQueue)) {
    const { domain } = queueParts(queue);
    if (isOfManyDomains(domain) && DOMAIN.test(domain)) addAttempts(rollups, domain, throttled, delivered);
  }
  return Object.entries(rollups).map(([rollup, attempts]) => [rollup, totalsOf(rollup, attempts)]);
}

/** Whether a domain has no queue of its own, though one with as many attempts would be named. */
function goesThroughRollup(domain: string, { byDomain, byQueue, evidence }: Figures): boolean {
  const { throttled, delivered } = byDomain[domain]!;
  if (throttled + delivered <= mostOfUnnamed(byQueue)) return false;
  const queues = [byQueue, ...Object.values(evidence).map((met) => met.queues)].flatMap(Object.keys);
  return !queues.some((queue) => queueParts(queue).domain === domain);
}

function totalsOf(name: string, attempts: Attempts): Figures {
  return { ...emptyFigures(), ...attempts, byDomain: { [name]: { ...attempts } } };
}

/** A domain that blocked this many times what an unnamed domain may have taken leaves no doubt that it took nothing. */
const BEYOND_DOUBT = 10;

/**
 * Domains that took and deferred nothing stand in no breakdown: those of queues with nothing but blocked attempts. Once
 * a breakdown has been shortened, a domain that it does not name took and deferred no more than the smallest that it
 * names: then the domain counts only if it blocked ten times as much. If domains are not kept, nobody can tell.
 *
 * @param areKept the setting `privacy.byDomain`: without it no domain may be named
 */
function domainsThatBlockedAll(other: Figures, areKept: boolean): [string, Figures][] {
  const { byDomain } = other;
  // Without a delivery or a deferral anywhere the breakdown is empty, whether domains are kept or not.
  const areNamed = Object.keys(byDomain).length > 0 || (areKept && other.delivered + other.throttled === 0);
  if (!areNamed) return [];
  const doubt = BEYOND_DOUBT * mostOfUnnamed(byDomain);
  return [...blockedOutsideBreakdowns(other)]
    .filter(([, count]) => count >= doubt)
    .map(([domain]) => [
      domain,
      { ...emptyFigures(), byDomain: { [domain]: { throttled: 0, delivered: 0 } } },
    ]);
}

/** How many attempts were blocked by each domain that no breakdown names, by itself or in a queue. */
function blockedOutsideBreakdowns({
  byDomain,
  byQueue,
  blockedByRule,
  evidence,
}: Figures): Map<string, number> {
  const blocked = new Map<string, number>();
  for (const [rule, { queues }] of Object.entries(evidence)) {
    if (!Object.hasOwn(blockedByRule, rule)) continue;
    for (const [queue, count] of Object.entries(queues)) {
      const { domain } = queueParts(queue);
      if (Object.hasOwn(byQueue, queue) || Object.hasOwn(byDomain, domain) || !DOMAIN.test(domain)) continue;
      blocked.set(domain, (blocked.get(domain) ?? 0) + count);
    }
  }
  return blocked;
}

/** The most that an unnamed domain (or queue) can have taken and deferred: a breakdown keeps the largest. */
function mostOfUnnamed(breakdown: Record<string, Attempts>): number {
  if (!Object.hasOwn(breakdown, REST)) return 0;
  const others = Object.entries(breakdown).filter(([name]) => name !== REST);
  return Math.min(...others.map(([, { throttled, delivered }]) => throttled + delivered));
}

type FiguresByDomain = ReadonlyMap<string, Figures>;

function shareOutQueues(other: Figures, domains: FiguresByDomain): void {
  for (const [queue, attempts] of Object.entries(other.byQueue)) {
    const figures = domains.get(queueParts(queue).domain);
    if (figures) figures.byQueue[queue] = attempts;
  }
}

/** Gives each domain the replies that were met in its queues. */
function shareOutEvidence(other: Figures, domains: FiguresByDomain, rules: RulesById): void {
  const ofUnnamed = categoryOfUnnamed(other, rules);
  for (const [rule, { sources, queues, sample }] of onlyOneOutcomeFirst(other)) {
    const category = rules.get(rule)?.category ?? ofUnnamed;
    for (const [queue, count] of Object.entries(queues)) {
      const figures = domains.get(queueParts(queue).domain);
      if (!figures) continue;
      const deferred = deferredOf(rule, count, figures, other);
      addDeferred(figures, rule, category, deferred);
      addBlocked(figures, rule, count - deferred);
      const met = (figures.evidence[rule] ??= { sources: {}, queues: {}, sample });
      met.queues[queue] = count;
      Object.assign(met.sources, sourcesOf(queue, sources));
    }
  }
}

function addDeferred(figures: Figures, rule: string, category: string, count: number): void {
  if (count <= 0) return;
  figures.byRule[rule] = (figures.byRule[rule] ?? 0) + count;
  figures.byCategory[category] = (figures.byCategory[category] ?? 0) + count;
}

function addBlocked(figures: Figures, rule: string, count: number): void {
  if (count <= 0) return;
  figures.blockedByRule[rule] = (figures.blockedByRule[rule] ?? 0) + count;
  figures.blocked += count;
  figures.bounced += count;
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
  const counted = CATEGORIES.filter(isAboutTheSender).reduce(
    (sum, category) => sum + (figures.byCategory[category] ?? 0),
    0,
  );
  return Math.min(count, Math.max(0, figures.throttled - counted));
}

/** Of the sources at which a rule was met, those of the queue's own vmta. */
function sourcesOf(queue: string, sources: Counts): Counts {
  return Object.fromEntries(Object.entries(sources).filter(([source]) => isSourceOf(queue, source)));
}
