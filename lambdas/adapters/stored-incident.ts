import * as z from 'zod';
import type { Alert } from '../core/incidents/alert.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import type { Roster } from '../core/ports.ts';
import { CATEGORIES, SCOPES, STANCES } from '../core/replies/category.ts';

const severity = z.enum(['warning', 'critical']);
const category = z.enum(CATEGORIES);
const stance = z.enum(STANCES);
const whole = z.number().int().nonnegative();

const scope = z.object({
  kind: z.enum(SCOPES).nullable(),
  ips: z.array(z.string()),
  vmtas: z.array(z.string()),
  queues: z.array(z.string()),
  domains: z.array(z.string()),
});

/** An alert as it is stored and sent. */
export const storedAlert: z.ZodType<Alert> = z.object({
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
  scope,
});

const attributes = z.object({
  isp: z.string(),
  revision: whole,
  status: z.enum(['open', 'resolved']),
  firstHour: z.string(),
  after: z.string().nullable(),
  through: z.string().nullable(),
  sequence: whole,
  openedAt: z.string(),
  toldAt: z.string(),
  highest: z.object({ severity, limit: z.number().nullable() }),
  worstRate: z.number().nullable(),
  told: z.object({
    intervention: z.boolean(),
    blocked: z.boolean(),
    immediate: z.array(category),
    bounced: z.array(category).default([]),
    ips: z.array(z.string()).default([]),
    persistent: z.boolean(),
    noTraffic: z.boolean(),
  }),
  category,
  stance,
  scope,
  sources: z.array(z.string()).default([]),
  lastVolume: z.string(),
  /** Missing in what was stored before it was kept. */
  lastTrouble: z.string().optional(),
  unsent: z.array(storedAlert),
});

/** An incident under the names that the table has for it: `isp`, `after` and `through` are older than ours. */
export type StoredIncident = z.output<typeof attributes>;

/** Reads an incident from the table. */
export const storedIncident = attributes.transform(({ isp, after, through, ...same }): Incident => ({
  ...same,
  matter: isp,
  previousUntil: after,
  toldUntil: through,
  lastTrouble: same.lastTrouble ?? same.lastVolume,
}));

/** An incident as the table has it. */
export function storedIncidentOf({ matter, previousUntil, toldUntil, ...same }: Incident): StoredIncident {
  const { revision, status, firstHour, ...others } = same;
  return {
    isp: matter,
    revision,
    status,
    firstHour,
    after: previousUntil,
    through: toldUntil,
    ...others,
  };
}

/** Reads the roster from the table, where it names matters `isps`. */
export const storedRoster = z
  .object({ revision: z.number().int(), judgedAt: z.string().nullable(), isps: z.array(z.string()) })
  .transform(({ isps, ...same }): Roster => ({ ...same, matters: isps }));

/** The roster as the table has it. */
export function storedRosterOf({ revision, judgedAt, matters }: Roster): z.input<typeof storedRoster> {
  return { revision, judgedAt, isps: matters };
}
