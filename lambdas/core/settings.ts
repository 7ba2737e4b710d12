import * as z from 'zod';
import { CATEGORIES, SCOPES, STANCES } from './replies/category.ts';

/** Two levels of the rate, as fractions: from `warning` an incident opens, above `critical` it is critical. */
const limit = z
  .strictObject({ warning: z.number().gt(0).lt(1), critical: z.number().gt(0).lte(1) })
  .refine((levels) => levels.critical > levels.warning, 'critical must be above warning');

const ispId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an ISP id is lower case letters, digits and hyphens');

/** A rule of the operator's own, tried before ours. The pattern is matched against the normalised reply. */
const ownRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,80}$/, 'a rule id is lower case letters, digits, dots and hyphens'),
  isp: z.union([z.literal('*'), ispId]),
  pattern: z
    .string()
    .min(1)
    .max(500)
    .describe(
      'a regular expression for the words of a reply: lower case, without codes and accents, with <n> for a number ' +
        '(write <n> seconds, not \\d+ seconds), <id>, <address>, <name>, <ip>, <host>, <url> for what else varies',
    ),
  category: z.enum(CATEGORIES),
  stance: z.enum(STANCES).optional(),
  scope: z.enum(SCOPES).optional(),
  ofOneSession: z
    .literal(true)
    .optional()
    .describe(
      'true where one connection or message holds no more and the next one is welcome: it is never critical',
    ),
  ofOneCustomer: z
    .literal(true)
    .optional()
    .describe("true where one of the provider's customers keeps the mail out: it alerts by its rate alone"),
  meaning: z.string().min(1),
  source: z.string().min(1),
  examples: z.array(z.strictObject({ text: z.string().min(1), source: z.string().min(1) })).min(1),
  do: z.array(z.string().min(1)).optional(),
  avoid: z.array(z.string().min(1)).optional(),
});

/** A host or domain, also with a leading dot or `*.`; it enters a PowerMTA configuration. */
const hostName = z
  .string()
  .regex(/^(?:\*?\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u, 'a host or domain is a name like example.com');
const rollup = z.string().regex(/^[\p{L}\p{N}_-]+$/u, 'a rollup is the name before .rollup, such as example');

/** A mailbox provider of the operator's own, tried before ours. */
const ownIsp = z.strictObject({
  id: ispId,
  name: z.string().min(1),
  mx: z.array(hostName).default([]),
  domains: z.array(hostName).default([]),
  rollups: z.array(rollup).default([]),
  aliases: z.array(z.string().min(1)).default([]),
});

const whole = z.number().int();

/** When figures are judged and what is said how often (docs/alerts.md). */
const judging = z
  .strictObject({
    lookBackHours: whole
      .min(1)
      .max(48)
      .default(6)
      .describe('hours that are judged again, for files that arrive late'),
    minimumAttempts: whole
      .min(0)
      .default(10)
      .describe('a settled hour is judged only with more attempts than this'),
    runningMinimumAttempts: whole
      .min(1)
      .default(100)
      .describe('the running hour is judged from this many attempts'),
    settledAfterMinutes: whole
      .min(0)
      .default(15)
      .describe('minutes after its end at which an hour counts as settled'),
    immediateMinimum: whole
      .min(1)
      .default(3)
      .describe('policy-block and authentication alert from this many in an hour'),
    immediateShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.001)
      .describe("… and this share of the ISP's attempts"),
    clearHours: whole.min(1).max(48).default(2).describe('consecutive clear hours that resolve an incident'),
    persistentHours: whole
      .min(1)
      .default(2)
      .describe('hours after which the advice for persistent throttling is sent'),
    reminderHours: whole.min(1).default(4).describe('hours between reminders of an open incident'),
    noTrafficHours: whole.min(1).default(24).describe('hours without enough volume that resolve an incident'),
  })
  .prefault({});

/** The one settings file, `deferral-watch.config.json`. Every value has a default. */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  alertEmails: z
    .array(z.email())
    .default([])
    .describe('addresses that AWS asks to confirm and then sends every alert to'),
  operationsEmails: z.array(z.email()).default([]).describe('addresses for alarms about this system itself'),
  limits: z
    .record(ispId, limit)
    .default({})
    .describe(
      'limits of the rate by ISP id (what the report has under ISP), before the built-in ones; `default` is for ' +
        'every ISP without its own',
    ),
  judging,
  privacy: z
    .strictObject({
      byDomain: z
        .boolean()
        .default(true)
        .describe(
          'keep recipient domains, which can name a person; without them receivers that are no known provider are not judged',
        ),
    })
    .prefault({}),
  retentionDays: whole.min(2).max(3650).default(400).describe('days for which hourly figures are kept'),
  fileRetentionDays: whole
    .min(2)
    .max(3650)
    .default(90)
    .describe('days for which accounting files stay in the bucket; they name recipients'),
  rules: z.array(ownRule).default([]),
  isps: z.array(ownIsp).default([]),
});

export type Settings = z.infer<typeof settingsSchema>;
export type JudgingSettings = Settings['judging'];

/** Settings that cannot be used; the message names every problem at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  /** One for each setting that cannot be used; empty where the file as a whole cannot. */
  readonly problems: readonly string[];

  constructor(message: string, problems: readonly string[] = []) {
    super(message);
    this.problems = problems;
  }

  /** @param origin the file that the settings are from */
  static of(problems: readonly string[], origin: string): SettingsError {
    const message = `${origin} has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`;
    return new SettingsError(message, problems);
  }
}

/** Validates settings as they were read; `origin` names the file in the error. */
export function parseSettings(value: unknown, origin: string): Settings {
  const result = settingsSchema.safeParse(value, { error: problemText });
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join('.') || '(whole file)'}: ${issue.message}`,
  );
  throw SettingsError.of(problems, origin);
}

/** Kinds of values in the words of somebody who writes a settings file. */
const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

/** What is wrong with a value, for somebody who writes a settings file; where undefined, the validator's own words. */
function problemText(issue: z.core.$ZodRawIssue): string | undefined {
  const found = JSON.stringify(issue.input);
  if (issue.code === 'unrecognized_keys') return `there is no setting ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? 'is missing'
      : `must be ${KINDS[issue.expected] ?? issue.expected}, and is ${found}`;
  }
  if (issue.code === 'too_small' && typeof issue.input !== 'number') return 'must not be empty';
  if (issue.code === 'too_small') {
    return `must be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}, and is ${found}`;
  }
  if (issue.code !== 'too_big' || typeof issue.input !== 'number') return undefined;
  if (issue.maximum === 1) return `must be a share such as 0.05 for 5 %, and is ${found}`;
  return `must be ${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}, and is ${found}`;
}
