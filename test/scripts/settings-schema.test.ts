import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMA_FILE, settingsJsonSchema } from '../../scripts/settings-schema.ts';

it('the committed schema of the settings file is the one that validates it (if not: npm run generate)', async () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await settingsJsonSchema());
});
