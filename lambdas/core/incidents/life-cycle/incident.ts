import type { Hour } from '../../hour.ts';
import type { Category, Stance } from '../../replies/category.ts';
import type { Alert, Severity } from '../alert.ts';
import type { Matter } from '../matter.ts';
import type { Place } from './place.ts';

export const STATUSES = ['open', 'resolved'] as const;

/** A level that was reached, and the limit that was passed; null where none is waited for. */
export interface Level {
  severity: Severity;
  limit: number | null;
}

/** What the operator has been told, so that it is no news. */
export interface Told {
  /** That a person must act. */
  intervention: boolean;
  /** That mail is blocked. */
  blocked: boolean;
  /** The categories of refusals that do not wait. */
  immediate: Category[];
  /** Those of them that had mostly bounced: that they block as well is no news. */
  bounced: Category[];
  /** The addresses that were named, those of the latest alerts last. */
  ips: string[];
  /** That it persists. */
  persistent: boolean;
  /** That there is too little traffic to judge by. */
  noTraffic: boolean;
}

/**
 * One matter, from the alert that opens it to the all-clear; kept after that, so that no hour is reported twice. How it
 * is stored: `lambdas/adapters/stored-incident.ts`.
 */
export interface Incident {
  matter: Matter;
  /** Rises by one with every write. */
  revision: number;
  status: (typeof STATUSES)[number];
  /** The first hour in trouble; with the matter it names the incident. */
  firstHour: Hour;
  /** The last hour that the incident before this one reported; null if there was none. */
  previousUntil: Hour | null;
  /** The last hour that this incident reported; null while it is open. */
  toldUntil: Hour | null;
  /** The sequence of the last alert. */
  sequence: number;
  /** When the alert that opened it was decided, ISO 8601 UTC. */
  openedAt: string;
  /** When the last alert was decided, persistence notices that came between two reminders left out. */
  toldAt: string;
  /** The highest level that was reported. */
  highest: Level;
  /** The worst rate of throttling in an hour that was reported or is settled, muted or not. */
  worstRate: number;
  /** The same for blocking; the hour may be another. */
  worstBlockedRate: number;
  told: Told;
  /** The category of the last alert. */
  category: Category;
  /** The stance of the last alert. */
  stance: Stance;
  /** The place that the last alert named. */
  place: Place;
  /** The last hour with enough volume to say anything. */
  lastVolume: Hour;
  /** The last hour in trouble. */
  lastTrouble: Hour;
  /** Alerts that were decided and not sent yet, in the order of their sequence. */
  unsent: Alert[];
}

/** Nothing has been told yet. */
export const NOTHING_TOLD: Told = {
  intervention: false,
  blocked: false,
  immediate: [],
  bounced: [],
  ips: [],
  persistent: false,
  noTraffic: false,
};

/** Whether the last hour with enough volume was one without trouble. */
export function wasLastClear({ lastVolume, lastTrouble }: Incident): boolean {
  return lastVolume > lastTrouble;
}
