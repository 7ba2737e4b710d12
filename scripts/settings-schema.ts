/** Writes the JSON schema of the settings file, from the schema that validates it: `npx tsx scripts/settings-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { settingsSchema } from '../lambdas/core/settings.ts';

export const SCHEMA_FILE = join(import.meta.dirname, '..', 'deferral-watch.config.schema.json');

/** The schema of what may be written in the file, in the project's format. */
export async function settingsJsonSchema(): Promise<string> {
  const schema = { title: 'Settings of Deferral Watch', ...z.toJSONSchema(settingsSchema, { io: 'input' }) };
  return format(JSON.stringify(schema), { ...(await resolveConfig(SCHEMA_FILE)), filepath: SCHEMA_FILE });
}

if (import.meta.filename === process.argv[1]) writeFileSync(SCHEMA_FILE, await settingsJsonSchema());
