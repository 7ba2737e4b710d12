import type { Hour } from '../hour.ts';
import type { Category, Stance } from '../replies/category.ts';
import type { Meaning } from '../replies/rule.ts';
import type { AlertKind, AlertReason, Severity } from './alert.ts';
import type { JudgingSettings } from '../settings.ts';
import type { AlertScope, Incident } from './incident.ts';
import type { Silence } from './silence.ts';
import type { Ground, Trouble, Verdict } from './verdict.ts';
import { placeOf } from './where.ts';

/** So many named addresses are remembered: a row of alerts seldom names more. */
const MOST_IPS = 50;

/** What a decision depends on beside the verdicts. */
export interface Circumstances {
  /** Milliseconds. */
  now: number;
  judging: JudgingSettings;
  silences: readonly Silence[];
}

/** One alert, decided and not yet put into words. */
export interface Decision {
  kind: AlertKind;
  reason: AlertReason;
  severity: Severity;
  limit: number | null;
  category: Category;
  stance: Stance;
  /** What the advice is about; null where the trouble is over. */
  cause: Meaning | null;
  /** What was wrong with the hour that decided; null where the trouble is over. */
  ground: Ground['reason'] | null;
  /** Of what is not waited for: all attempts of its category. */
  refused?: Ground['refused'];
  /** Of a rate: its throttled attempts that are about one recipient or one session. */
  aboutOne?: Ground['aboutOne'];
  /** Other reasons why the hour is in trouble, of other categories: this alert must not hide them. */
  others: readonly Ground[];
  /** The advice is the one for what lasts. */
  persistent: boolean;
  /** The hour that decided. */
  judged: Pick<Verdict, 'hour' | 'figures' | 'concerned'>;
  /** Of a recovery, its first clear hour. */
  recovery?: Hour;
  scope: AlertScope;
  /** The addresses of its queues, as "vmta ip". */
  sources: readonly string[];
  /** The incident as it stands once this is told. */
  incident: Incident;
}

/** A decision about an hour in trouble, for one of its grounds. */
export function tell(
  kind: AlertKind,
  incident: Incident,
  judged: Trouble,
  ground: Ground,
  differing: Partial<Pick<Decision, 'reason' | 'severity' | 'limit' | 'stance' | 'persistent'>> = {},
): Decision {
  const { cause, reason, severity, limit } = ground;
  const decision = {
    kind,
    reason,
    severity,
    limit,
    stance: cause.stance,
    persistent: false,
    ...differing,
  };
  const place = placeOf(judged.figures, ground);
  const { category } = cause;
  const { stance } = decision;
  return {
    ...decision,
    category,
    cause,
    ground: ground.reason,
    refused: ground.refused,
    aboutOne: ground.aboutOne,
    others: judged.grounds.filter((other) => other.cause.category !== category),
    ...place,
    judged,
    incident: {
      ...incident,
      sequence: incident.sequence + 1,
      category,
      stance,
      ...place,
      told: { ...incident.told, ips: named(incident.told.ips, place.scope.ips) },
    },
  };
}

/** The addresses named so far and now, the latest last. */
function named(before: readonly string[], ips: readonly string[]): string[] {
  return [...before.filter((ip) => !ips.includes(ip)), ...ips].slice(-MOST_IPS);
}

/** A decision about an hour without trouble: severity, limit and place are those that the incident reached. */
export function wordOf(
  kind: AlertKind,
  reason: 'recovered' | 'no-traffic',
  incident: Incident,
  judged: Decision['judged'],
): Decision {
  const { category, stance, scope, sources } = incident;
  return {
    ...incident.highest,
    kind,
    reason,
    category,
    stance,
    scope,
    sources,
    cause: null,
    ground: null,
    others: [],
    persistent: false,
    judged,
    incident: { ...incident, sequence: incident.sequence + 1 },
  };
}

/**
 * The decision that ends an incident, with the hour that shows it.
 *
 * @param recovery the first of the clear hours, where it has recovered
 */
export function resolve(incident: Incident, verdict: Verdict, recovery?: Hour): Decision {
  const reason = recovery === undefined ? 'no-traffic' : 'recovered';
  const resolved: Incident = { ...incident, status: 'resolved', through: verdict.hour };
  return { ...wordOf('resolved', reason, resolved, verdict), recovery };
}
