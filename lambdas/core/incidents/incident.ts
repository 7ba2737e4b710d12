import * as z from 'zod';
import { CATEGORIES, SCOPES, STANCES } from '../replies/category.ts';
import type { Alert } from './alert.ts';

const severity = z.enum(['warning', 'critical']);
const category = z.enum(CATEGORIES);
const stance = z.enum(STANCES);
const whole = z.number().int().nonnegative();

const scopeSchema = z.object({
  kind: z.enum(SCOPES).nullable(),
  ips: z.array(z.string()),
  vmtas: z.array(z.string()),
  queues: z.array(z.string()),
  domains: z.array(z.string()),
});

/** An alert as it waits to be sent. */
export const alertSchema: z.ZodType<Alert> = z.object({
  alertId: z.string(),
  sequence: whole,
  isp: z.string(),
  kind: z.enum(['opened', 'escalated', 'reminder', 'resolved']),
  severity,
  category,
  stance,
  reason: z.enum(['rate', 'immediate', 'blocked', 'persistent', 'recovered', 'no-traffic']),
  hour: z.string(),
  at: z.string(),
  rate: z.number().nullable(),
  limit: z.number().nullable(),
  subject: z.string(),
  text: z.string(),
  advice: z.object({
    meaning: z.string(),
    do: z.array(z.string()),
    avoid: z.array(z.string()),
    commands: z.array(z.string()),
  }),
  scope: scopeSchema,
});

/** One matter, from the alert that opens it to the all-clear; kept after it, so that no hour is told of twice. */
export const incidentSchema = z.object({
  /** An ISP id, `other:<domain>`, `other` (many of them at once) or `everyone`. */
  isp: z.string(),
  /** Rises by one with every write. */
  revision: whole,
  status: z.enum(['open', 'resolved']),
  /** The first hour in trouble; with `isp` it names the incident. */
  firstHour: z.string(),
  /** The last hour that the incident before this one told of; null where there was none. */
  after: z.string().nullable(),
  /** The last hour that this one told of; null while it is open. */
  through: z.string().nullable(),
  /** Of the last alert. */
  sequence: whole,
  /** When the alert that opened it was decided, ISO 8601 UTC. */
  openedAt: z.string(),
  /** When the operator last heard of it, but for the word that it is persistent. */
  toldAt: z.string(),
  /** The highest level told, with the limit that was passed. */
  highest: z.object({ severity, limit: z.number().nullable() }),
  /** The worst rate of an hour that was told of. */
  worstRate: z.number().nullable(),
  /** What has been told already and is no news. */
  told: z.object({
    intervention: z.boolean(),
    blocked: z.boolean(),
    immediate: z.array(category),
    /** Of these, those that had mostly bounced: that they block is no news. */
    bounced: z.array(category).default([]),
    /** The addresses that were named, those of the latest alerts last. */
    ips: z.array(z.string()).default([]),
    persistent: z.boolean(),
    noTraffic: z.boolean(),
  }),
  /** Of the last alert. */
  category,
  stance,
  scope: scopeSchema,
  /** The addresses of its queues, as "vmta ip": no other pair is put into a command. */
  sources: z.array(z.string()).default([]),
  /** The last hour with enough volume to say anything. */
  lastVolume: z.string(),
  /** The last hour in trouble; missing in what was stored before it was kept, which then was that of `lastVolume`. */
  lastTrouble: z.string().optional(),
  /** Decided and not yet sent, in the order of their sequence. */
  unsent: z.array(alertSchema),
});

export type Incident = z.infer<typeof incidentSchema>;

/** Whether the last hour with enough volume was one without trouble. */
export function wasLastClear({ lastVolume, lastTrouble }: Incident): boolean {
  return lastTrouble !== undefined && lastVolume > lastTrouble;
}

export type AlertScope = Alert['scope'];
