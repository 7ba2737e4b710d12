import * as z from 'zod';
import { CATEGORIES, SCOPES, STANCES } from '../../../../lambdas/core/replies/category.ts';

const count = z.number().int().min(0);
const counts = z.record(z.string(), count);
const attempts = z.record(z.string(), z.strictObject({ throttled: count, delivered: count }));
const rate = z
  .number()
  .min(0)
  .max(1)
  .refine((value) => Number(value.toFixed(4)) === value, 'more than four decimals')
  .nullable();
const instant = z.iso.datetime();
const hour = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);

/** The document of `report --json`, as docs/for-programs.md promises it to other programs: these fields and no others. */
export const reportShape = z.strictObject({
  files: z.array(
    z.strictObject({
      name: z.string(),
      rows: count,
      counted: count,
      ignored: counts,
      partialTail: z.boolean(),
      error: z.string().nullable(),
    }),
  ),
  hours: z.array(
    z.strictObject({
      hour,
      isp: z.string(),
      delivered: count,
      bounced: count,
      blocked: count,
      deferred: count,
      deferred421: count,
      throttled: count,
      connection: count,
      rate,
      rate421: rate,
      byCategory: z.partialRecord(z.enum(CATEGORIES), count),
      byRule: counts,
      byReply: z.record(z.string().regex(/^(none|\(rest\)|\d{3}( \d\.\d{1,3}\.\d{1,3})?)$/), count),
      bySource: attempts,
      byQueue: attempts,
      byDomain: attempts,
    }),
  ),
  alerts: z.array(
    z.strictObject({
      alertId: z
        .string()
        .regex(/^[^/]+\/\d{4}-\d\d-\d\dT\d\d[^/]*\/(opened|escalated|reminder|resolved)\/\d+$/),
      sequence: count.min(1),
      isp: z.string(),
      kind: z.enum(['opened', 'escalated', 'reminder', 'resolved']),
      severity: z.enum(['warning', 'critical']),
      category: z.enum(CATEGORIES),
      stance: z.enum(STANCES),
      reason: z.enum(['rate', 'immediate', 'blocked', 'persistent', 'recovered', 'no-traffic']),
      hour,
      at: instant,
      rate,
      limit: z.number().gt(0).max(1).nullable(),
      // oxlint-disable-next-line no-control-regex -- printable ASCII is the promise
      subject: z
        .string()
        .max(99)
        .regex(/^[\x20-\x7e]+$/),
      text: z.string().min(1),
      advice: z.strictObject({
        meaning: z.string().min(1),
        do: z.array(z.string()),
        avoid: z.array(z.string()),
        commands: z.array(z.string()),
      }),
      scope: z.strictObject({
        kind: z.enum(SCOPES).nullable(),
        ips: z.array(z.string()),
        vmtas: z.array(z.string()),
        queues: z.array(z.string()),
        domains: z.array(z.string()),
      }),
    }),
  ),
  unclassified: z.array(z.strictObject({ isp: z.string(), text: z.string(), count: count.min(1) })),
});
