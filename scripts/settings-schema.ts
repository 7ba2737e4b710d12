/** Writes the JSON schema of the settings file, from the schema that validates it: `npx tsx scripts/settings-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { OTHER } from '../lambdas/core/receivers/isp.ts';
import { ISPS } from '../lambdas/core/receivers/isps.ts';
import { settingsSchema } from '../lambdas/core/settings.ts';

export const SCHEMA_FILE = join(import.meta.dirname, '..', 'deferral-watch.config.schema.json');

/** The schema of what may be written in the file, in the project's format. */
export async function settingsJsonSchema(): Promise<string> {
  const schema = {
    title: 'Settings of Deferral Watch',
    ...z.toJSONSchema(settingsSchema, { io: 'input', override: nameIsps }),
  };
  return format(JSON.stringify(schema), { ...(await resolveConfig(SCHEMA_FILE)), filepath: SCHEMA_FILE });
}

/** Names every ISP under `limits`, for editors to suggest. */
function nameIsps({
  path,
  jsonSchema,
}: {
  path: readonly (string | number)[];
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (path.join('.') !== 'properties.limits') return;
  const { additionalProperties } = jsonSchema;
  if (typeof additionalProperties !== 'object') throw new TypeError('limits are not a record');
  const names: Record<string, string> = {
    default: 'every ISP without its own',
    [OTHER]: 'receivers without an id, each domain by itself',
    ...Object.fromEntries(ISPS.map(({ id, name }) => [id, name])),
  };
  jsonSchema.properties = Object.fromEntries(
    Object.entries(names).map(([id, description]) => [
      id,
      { $ref: '#/properties/limits/additionalProperties', description },
    ]),
  );
}

if (import.meta.filename === process.argv[1]) writeFileSync(SCHEMA_FILE, await settingsJsonSchema());
