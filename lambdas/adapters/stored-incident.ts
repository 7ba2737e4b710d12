import * as z from 'zod';
import { ALERT_KINDS, ALERT_REASONS, SEVERITIES } from '../core/incidents/alert.ts';
import type { Alert } from '../core/incidents/alert.ts';
import { STATUSES } from '../core/incidents/life-cycle/incident.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import type { Roster } from '../core/incidents/roster.ts';
import { CATEGORIES, SCOPES, STANCES } from '../core/replies/category.ts';

const severity = z.enum(SEVERITIES);
const category = z.enum(CATEGORIES);
const stance = z.enum(STANCES);
const whole = z.number().int().nonnegative();

const blamed = z.enum(SCOPES).nullable();
const names = z.array(z.string());
const named = { ips: names, vmtas: names, queues: names, domains: names };

/** An alert as it is stored and sent. */
export const storedAlert: z.ZodType<Alert> = z.object({
  alertId: z.string(),
  sequence: whole,
  isp: z.string(),
  kind: z.enum(ALERT_KINDS),
  severity,
  category,
  stance,
  reason: z.enum(ALERT_REASONS),
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
  scope: z.object({ kind: blamed, ...named }),
});

/** An incident as it is stored. */
export const storedIncident: z.ZodType<Incident> = z.object({
  matter: z.string(),
  revision: whole,
  status: z.enum(STATUSES),
  firstHour: z.string(),
  previousUntil: z.string().nullable(),
  toldUntil: z.string().nullable(),
  sequence: whole,
  openedAt: z.string(),
  toldAt: z.string(),
  highest: z.object({ severity, limit: z.number().nullable() }),
  worstRate: z
    .number()
    .nullable()
    .transform((rate) => rate ?? 0),
  worstBlockedRate: z.number().default(0),
  told: z.object({
    intervention: z.boolean(),
    blocked: z.boolean(),
    immediate: z.array(category),
    bounced: z.array(category),
    ips: z.array(z.string()),
    persistent: z.boolean(),
    noTraffic: z.boolean(),
  }),
  category,
  stance,
  place: z.object({ blamed, ...named, sources: names }),
  lastVolume: z.string(),
  lastTrouble: z.string(),
  unsent: z.array(storedAlert),
});

/** The roster as it is stored. */
export const storedRoster: z.ZodType<Roster> = z.object({
  revision: whole,
  judgedAt: z.string().nullable(),
  matters: z.array(z.string()),
});
