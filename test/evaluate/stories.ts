import { MemoryAlertChannel } from '../../lambdas/adapters/memory-alert-channel.ts';
import { MemoryFigures } from '../../lambdas/adapters/memory-figures.ts';
import { MemoryIncidents } from '../../lambdas/adapters/memory-incidents.ts';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import type { Isp } from '../../lambdas/core/receivers/isp.ts';
import { stanceOf } from '../../lambdas/core/replies/category.ts';
import type { Category, Scope, Stance } from '../../lambdas/core/replies/category.ts';
import type { Meaning } from '../../lambdas/core/replies/rule.ts';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { evaluate } from '../../lambdas/evaluate/evaluate.ts';
import type { EvaluateContext } from '../../lambdas/evaluate/evaluate.ts';

/** The hour in which every story begins. */
export const FIRST: Hour = '2026-11-24T01';

function rule(
  id: string,
  category: Category,
  more: { stance?: Stance; scope?: Scope; ofOneSession?: true } = {},
): Meaning {
  return {
    id,
    isp: '*',
    category,
    stance: more.stance ?? stanceOf(category),
    scope: more.scope ?? null,
    ...(more.ofOneSession && { ofOneSession: true }),
    meaning: `The meaning of ${id}.`,
    source: 'made for tests',
  };
}

/** One rule for each matter that the stories tell of. */
const RULES: readonly Meaning[] = [
  rule('rate', 'rate-limit'),
  rule('recipient-rate', 'rate-limit', { scope: 'recipient' }),
  rule('full-connection', 'connection-limit', { ofOneSession: true }),
  rule('reputation', 'reputation', { scope: 'ip' }),
  rule('tss04', 'reputation', { stance: 'patience', scope: 'ip' }),
  rule('rp-001', 'policy-block', { scope: 'ip' }),
  rule('dkim', 'authentication', { scope: 'dkim-domain' }),
  rule('content', 'content'),
  rule('full', 'recipient'),
  rule('busy', 'unavailable'),
  rule('unknown', 'unclassified'),
];

const isp = (id: string, name: string): Isp => ({
  id,
  name,
  mx: [],
  domains: [],
  rollups: [],
  aliases: [],
  postmaster: [{ title: `${name} postmaster`, url: `https://postmaster.example/${id}` }],
  source: 'made for tests',
});

export const CONTEXT: EvaluateContext = {
  settings: parseSettings({}, 'test'),
  directory: { isps: [isp('gmail', 'Gmail'), isp('yahoo', 'Yahoo'), isp('outlook', 'Outlook.com')] },
  catalogue: { rules: RULES },
};

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

/** One sender's day: figures arrive, time passes, alerts are sent. */
export class Day {
  readonly figures = new MemoryFigures();
  readonly incidents = new MemoryIncidents();
  readonly alerts = new MemoryAlertChannel();
  readonly context: EvaluateContext;
  private version = 0;

  constructor(settings: unknown = {}) {
    this.context = { ...CONTEXT, settings: parseSettings(settings, 'test') };
  }

  async put(hour: Hour, name: string, figures: Figures): Promise<void> {
    await this.figures.put({ hour, isp: name, version: ++this.version, figures });
  }

  /** Evaluates at the end of an hour, or some minutes later. */
  async evaluateAfter(hour: Hour, minutes = 0): Promise<Alert[]> {
    const before = this.alerts.alerts.length;
    await evaluate(new Date(endOf(hour) + minutes * 60_000), this, this.context);
    return this.alerts.alerts.slice(before);
  }
}

/** What happens hour by hour at the ISPs that a story names; nothing at all in an hour that is null. */
export type Story = Record<string, readonly (Attempts | null)[]>;

/** Plays a story as the command line does: evaluated once at the end of each hour. */
export async function play(story: Story, settings: unknown = {}): Promise<Alert[]> {
  const day = new Day(settings);
  const length = Math.max(...Object.values(story).map((hours) => hours.length));
  for (let index = 0; index < length; index++) {
    const hour = shiftHour(FIRST, index);
    for (const [name, hours] of Object.entries(story)) {
      const attempts = hours[index];
      if (attempts) await day.put(hour, name, figuresOf(attempts));
    }
    await day.evaluateAfter(hour);
  }
  return day.alerts.alerts;
}

/** An alert in a line: when it was decided, about which hour, and what it is. */
export function line({ at, hour, isp, kind, severity, reason, stance }: Alert): string {
  const time = (text: string) => text.slice(11, 16);
  return `${time(at)} ${isp} ${kind} ${severity} ${reason} ${stance} (${hour.slice(11, 13)})`;
}
