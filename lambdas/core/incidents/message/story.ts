import { attemptsOf } from '../../figures/rates.ts';
import { endOf, HOUR_MS, startOf } from '../../hour.ts';
import type { Command } from '../../powermta/commands.ts';
import type { Isp } from '../../receivers/isp.ts';
import type { Alert } from '../alert.ts';
import type { Ground } from '../judge/verdict.ts';
import type { Decision } from '../life-cycle/decision.ts';

/** What the words of an alert are made from. */
export interface Story extends Decision {
  /** As people write it: `Gmail`, `example.com`. */
  name: string;
  postmaster: Isp['postmaster'];
  advice: Alert['advice'];
  commands: readonly Command[];
  /** Those that let one queue send again, pasted one by one after the others; none where nothing was stopped. */
  restart: readonly Command[];
  /** When it was decided, milliseconds. */
  now: number;
  /** Where the matter is many at once: those in trouble. */
  concerned: readonly { name: string; rate: number }[];
  rate: number | null;
  blockedRate: number | null;
  /** What else is wrong in that hour, with the first step of its own advice. */
  besides: readonly { ground: Ground; firstStep: string; ips: readonly string[] }[];
  /** The refused addresses from which nothing was accepted in the hour that shows a recovery. */
  idleIps: readonly string[];
  /** A scrubbed reply that the deciding rule was met by. */
  sample: string | null;
}

/** The refused addresses from which nothing was accepted, in a few words; undefined if there are none. */
export function idleIpsInShort({ idleIps }: Story): string | undefined {
  const [first] = idleIps;
  return idleIps.length > 1 ? `${idleIps.length} refused IPs` : first;
}

/** The share of all attempts that was refused for a reason that does not wait. */
export function refusedShareOf({ ground, decidedBy }: Pick<Story, 'ground' | 'decidedBy'>): number {
  const all = attemptsOf(decidedBy.figures);
  if (ground?.reason !== 'immediate' || all === 0) return 0;
  return (ground.refused.deferred + ground.refused.blocked) / all;
}

/** Mail was refused for good, or for a reason that does not wait: then the rate of throttling alone says little. */
export function wasRefused({ incident: { told } }: Story): boolean {
  return told.blocked || told.immediate.length > 0;
}

/** The throttled and blocked attempts, as a share of these and the accepted ones. */
export function heldBackShareOf({ decidedBy }: Story): number {
  const { delivered, throttled, blocked } = decidedBy.figures;
  const all = delivered + throttled + blocked;
  return all > 0 ? (throttled + blocked) / all : 0;
}

/** Whole hours from the first hour of an incident to the end of the hour that decided, or to the first clear hour. */
export function hoursOf({ incident, decidedBy, clearSince }: Story): number {
  const end = clearSince === undefined ? endOf(decidedBy.hour) : startOf(clearSince);
  return Math.max(1, Math.round((end - startOf(incident.firstHour)) / HOUR_MS));
}
