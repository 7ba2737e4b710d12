import type { Hour } from '../../hour.ts';
import type { Category, Stance } from '../../replies/category.ts';
import type { JudgingSettings } from '../../settings.ts';
import type { AlertKind, AlertReason, Severity } from '../alert.ts';
import type { Ground, Trouble, Verdict } from '../judge/verdict.ts';
import type { Matter } from '../matter.ts';
import type { Incident } from './incident.ts';
import type { Mute } from './muting.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { withIps } from './told.ts';

/** What an incident of one matter is decided by, beside what it has told. */
export interface Situation {
  matter: Matter;
  /** What the hours of the look-back say, in order, without gaps. */
  verdicts: readonly Verdict[];
  /** Milliseconds. */
  now: number;
  judging: JudgingSettings;
  /** What mutes this matter: many at once, of which it is one. */
  mutes: readonly Mute[];
}

/** Whether waiting was in vain. */
export type Persistence =
  /** It has not gone on for long. */
  | 'not-yet'
  /** It has: the advice is the one for what persists. */
  | 'lasting'
  /** The incident has, but what decided has only just joined it, and begins with its own first steps. */
  | 'joined-later';

/** One alert, decided and not yet put into words. */
export interface Decision {
  kind: AlertKind;
  reason: AlertReason;
  severity: Severity;
  limit: number | null;
  category: Category;
  stance: Stance;
  place: Place;
  /** What was wrong with the hour that decided; null for an alert that reports no trouble. */
  ground: Ground | null;
  /** Other reasons why that hour is in trouble, of other categories: this alert must not hide them. */
  otherGrounds: readonly Ground[];
  persistence: Persistence;
  /** The hour that decided. */
  decidedBy: Pick<Verdict, 'hour' | 'figures' | 'concerned'>;
  /** The first clear hour of a recovery. */
  clearSince?: Hour;
  /** The incident as it stands once this alert is sent. */
  incident: Incident;
}

interface TroubleReport extends Partial<
  Pick<Decision, 'reason' | 'severity' | 'limit' | 'stance' | 'persistence'>
> {
  kind: 'opened' | 'escalated' | 'reminder';
  incident: Incident;
  trouble: Trouble;
  ground: Ground;
}

/** An alert about an hour in trouble, for one of its grounds; what is not given follows from that ground. */
export function reportTrouble({ incident, trouble, ground, ...given }: TroubleReport): Decision {
  const { cause, reason, severity, limit } = ground;
  const { category } = cause;
  const decision = {
    reason,
    severity,
    limit,
    stance: cause.stance,
    persistence: 'not-yet' as const,
    ...given,
  };
  const place = placeOf(trouble.figures, ground);
  return {
    ...decision,
    place,
    category,
    ground,
    otherGrounds: trouble.grounds.filter((other) => other.cause.category !== category),
    decidedBy: trouble,
    incident: {
      ...incident,
      place,
      sequence: incident.sequence + 1,
      category,
      stance: decision.stance,
      told: withIps(incident.told, place.ips),
    },
  };
}

interface NoTroubleReport {
  kind: 'reminder' | 'resolved';
  reason: 'recovered' | 'no-traffic';
  incident: Incident;
  decidedBy: Decision['decidedBy'];
  clearSince?: Hour;
}

/** An alert about an hour without trouble: severity, limit and place are those that the incident reached. */
export function reportNoTrouble({ incident, ...report }: NoTroubleReport): Decision {
  const { category, stance, place } = incident;
  return {
    ...report,
    ...incident.highest,
    category,
    stance,
    place,
    ground: null,
    otherGrounds: [],
    persistence: 'not-yet',
    incident: { ...incident, sequence: incident.sequence + 1 },
  };
}
