import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { SCHEMA_FILE, settingsJsonSchema } from '../../scripts/settings-schema.ts';

test('the committed schema of the settings file is the one that validates it (if not: npm run generate)', async () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await settingsJsonSchema());
});

test('an editor suggests the ids of ISPs for limits, each with its name', async () => {
  const suggested = z.record(z.string(), z.looseObject({ description: z.string() }));
  const shape = z.looseObject({
    properties: z.looseObject({ limits: z.looseObject({ properties: suggested }) }),
  });
  const { properties } = shape.parse(JSON.parse(await settingsJsonSchema())).properties.limits;
  expect(properties).toMatchObject({
    'microsoft-365': { description: 'Microsoft 365' },
    other: {},
    default: {},
  });
});
