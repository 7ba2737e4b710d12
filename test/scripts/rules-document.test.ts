import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../lambdas/core/replies/catalogue.ts';
import { RULES_DOCUMENT_FILE, rulesDocument } from '../../scripts/rules-document.ts';

describe('docs/rules.md', () => {
  const catalogue = createCatalogue();
  const document = rulesDocument(catalogue, createDirectory().isps);

  test('says what the catalogue says now (if not: npm run generate)', () => {
    const written = readFileSync(RULES_DOCUMENT_FILE, 'utf8');
    expect(written === document).toBe(true);
  });

  test('has a section for every rule', () => {
    for (const { id } of catalogue.rules) expect(document).toContain(`### \`${id}\``);
  });
});
