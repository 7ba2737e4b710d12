import { emptyFigures } from '../../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../../lambdas/core/figures/figures.ts';
import { stanceOf } from '../../../lambdas/core/replies/category.ts';
import type { Category, Scope, Stance } from '../../../lambdas/core/replies/category.ts';
import type { Meaning } from '../../../lambdas/core/replies/rule.ts';

function rule(
  id: string,
  category: Category,
  more: { stance?: Stance; scope?: Scope; ofOneSession?: true; ofOneCustomer?: true } = {},
): Meaning {
  return {
    id,
    isp: '*',
    category,
    stance: more.stance ?? stanceOf(category),
    scope: more.scope ?? null,
    ...(more.ofOneSession && { ofOneSession: true }),
    ...(more.ofOneCustomer && { ofOneCustomer: true }),
    meaning: `The meaning of ${id}.`,
    source: 'made for tests',
  };
}

/** One rule for each matter that attempts and stories tell of. */
export const RULES: readonly Meaning[] = [
  rule('rate', 'rate-limit'),
  rule('recipient-rate', 'rate-limit', { scope: 'recipient' }),
  rule('full-connection', 'connection-limit', { ofOneSession: true }),
  rule('customer', 'policy-block', { ofOneCustomer: true }),
  rule('reputation', 'reputation', { scope: 'ip' }),
  rule('tss04', 'reputation', { stance: 'patience', scope: 'ip' }),
  rule('rp-001', 'policy-block', { scope: 'ip' }),
  rule('dkim', 'authentication', { scope: 'dkim-domain' }),
  rule('content', 'content'),
  rule('full', 'recipient'),
  rule('busy', 'unavailable'),
  rule('unknown', 'unclassified'),
];

/** What happened at one ISP in one hour: attempts. */
export interface Attempts {
  d?: number;
  /** Throttled, by rule. */
  t?: Record<string, number>;
  /** Blocked, by rule. */
  b?: Record<string, number>;
  /** Deferred but not throttled: full mailboxes and the like, by rule. */
  other?: Record<string, number>;
  /** Bounced for reasons that do not block. */
  bounced?: number;
}

const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((a, b) => a + b, 0);

/** Figures in which every rule was met at one vmta and queue. */
export function figuresOf(attempts: Attempts, domain = 'example.com'): Figures {
  const { d = 0, t = {}, b = {}, other = {}, bounced = 0 } = attempts;
  const figures = emptyFigures();
  const queue = `${domain}/vmta1`;
  figures.delivered = d;
  figures.throttled = sum(t);
  figures.deferred = sum(t) + sum(other);
  figures.deferred421 = sum(t);
  figures.blocked = sum(b);
  figures.bounced = sum(b) + bounced;
  for (const [id, count] of [...Object.entries(t), ...Object.entries(other)]) {
    const category = RULES.find((known) => known.id === id)?.category ?? 'unclassified';
    figures.byRule[id] = count;
    figures.byCategory[category] = (figures.byCategory[category] ?? 0) + count;
  }
  Object.assign(figures.blockedByRule, b);
  for (const id of Object.keys({ ...t, ...b })) {
    const count = (t[id] ?? 0) + (b[id] ?? 0);
    figures.evidence[id] = {
      sources: { 'vmta1 203.0.113.7': count },
      queues: { [queue]: count },
      sample: `421 4.7.0 a reply of ${id}`,
    };
  }
  figures.bySource['vmta1 203.0.113.7'] = { throttled: sum(t), delivered: d };
  figures.byQueue[queue] = { throttled: sum(t), delivered: d };
  figures.byDomain[domain] = { throttled: sum(t), delivered: d };
  return figures;
}
