import type { Figures } from '../figures/figures.ts';
import { endOf, startOf } from '../hour.ts';
import type { Isp } from '../receivers/isp.ts';
import type { Category } from '../replies/category.ts';
import type { Alert } from './alert.ts';
import type { Decision } from './decision.ts';
import { EVERYONE } from './everyone.ts';
import { SMALL_RECEIVERS } from './small-receivers.ts';
import type { Ground } from './verdict.ts';

/** What the words of an alert are made from. */
export interface Story extends Decision {
  /** As people write it: `Gmail`, `example.com`. */
  name: string;
  postmaster: Isp['postmaster'];
  advice: Alert['advice'];
  /** When it was decided, milliseconds. */
  now: number;
  /** Of many at once: those in trouble. */
  concerned: readonly { name: string; rate: number }[];
  rate: number | null;
  blockedRate: number | null;
  /** What else is wrong in that hour, with the first step of its own advice. */
  besides: readonly { ground: Ground; firstStep: string; ips: readonly string[] }[];
  /** Of a recovery: the refused addresses from which nothing was accepted in the hour that shows it. */
  silent: readonly string[];
  /** A scrubbed reply of the deciding rule. */
  sample: string | null;
}

/** A category in words. */
export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  'rate-limit': 'rate limit',
  'connection-limit': 'connection limit',
  reputation: 'reputation',
  'policy-block': 'policy block',
  authentication: 'authentication',
  configuration: 'configuration',
  content: 'content',
  recipient: 'recipients',
  greylisting: 'greylisting',
  unavailable: 'receiver unavailable',
  unclassified: 'unknown reason',
};

/** Whether many are told of at once. */
export function isOfMany({ incident }: Story): boolean {
  return incident.isp === EVERYONE || incident.isp === SMALL_RECEIVERS;
}

/** The refused addresses without which mail is accepted again, in words; undefined where there are none. */
export function withoutWhom({ silent }: Story): string | undefined {
  const [first] = silent;
  return silent.length > 1 ? `${silent.length} refused IPs` : first;
}

/** All attempts of an hour, whatever became of them. */
export function attemptsOf({ delivered, deferred, bounced }: Figures): number {
  return delivered + deferred + bounced;
}

/** Of what does not wait for a rate: which share of all attempts was refused. */
export function refusedShareOf({ refused, judged }: Story): number {
  const all = attemptsOf(judged.figures);
  return refused && all > 0 ? (refused.deferred + refused.blocked) / all : 0;
}

/** Mail was refused for good, or for a reason that does not wait: then the rate of throttling alone says little. */
export function wasRefused({ incident: { told } }: Story): boolean {
  return told.blocked || told.immediate.length > 0;
}

/** Throttled or blocked, as a share of these and what was accepted. */
export function heldBackShareOf({ judged }: Story): number {
  const { delivered, throttled, blocked } = judged.figures;
  const all = delivered + throttled + blocked;
  return all > 0 ? (throttled + blocked) / all : 0;
}

/** Whole hours from the first hour of an incident to the end of the hour that decided; of a recovery, to its begin. */
export function hoursOf({ incident, judged, recovery }: Story): number {
  const end = recovery === undefined ? endOf(judged.hour) : startOf(recovery);
  return Math.max(1, Math.round((end - startOf(incident.firstHour)) / 3_600_000));
}
