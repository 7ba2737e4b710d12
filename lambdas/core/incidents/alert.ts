import type { Hour } from '../hour.ts';
import type { Category, Scope, Stance } from '../replies/category.ts';
import type { Matter } from './matter.ts';

export const ALERT_KINDS = ['opened', 'escalated', 'reminder', 'resolved'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const SEVERITIES = ['warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** In one word, what decided. */
export const ALERT_REASONS = [
  'rate',
  'immediate',
  'blocked',
  'persistent',
  'recovered',
  'no-traffic',
] as const;
export type AlertReason = (typeof ALERT_REASONS)[number];

/** One message about an incident, as machines read it. Shape and order are contract (docs/alerts.md). */
export interface Alert {
  /** `<isp>/<first hour>/<kind>/<sequence>`, the same however often it is composed (`alertIdOf`). */
  alertId: string;
  /** 1 for the first alert of an incident, then rising by one. */
  sequence: number;
  isp: string;
  kind: AlertKind;
  severity: Severity;
  category: Category;
  stance: Stance;
  reason: AlertReason;
  /** The hour that decided, `2026-11-24T01:00:00Z`. */
  hour: string;
  /** When it was decided, ISO 8601 UTC. */
  at: string;
  rate: number | null;
  /** The limit that was passed, a fraction like `rate`; null for immediate alerts. */
  limit: number | null;
  /** ASCII, under 100 characters. */
  subject: string;
  text: string;
  advice: { meaning: string; do: string[]; avoid: string[]; commands: string[] };
  scope: { kind: Scope | null; ips: string[]; vmtas: string[]; queues: string[]; domains: string[] };
}

/** The id of the alert that an incident has come to. The incident itself is named by its matter and its first hour. */
export function alertIdOf(
  { matter, firstHour, sequence }: { matter: Matter; firstHour: Hour; sequence: number },
  kind: AlertKind,
): string {
  return [matter, firstHour, kind, sequence].join('/');
}
