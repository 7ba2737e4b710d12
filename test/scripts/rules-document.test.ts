import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../lambdas/core/replies/catalogue.ts';
import { RULES_DOCUMENT_FILE, rulesDocument } from '../../scripts/rules-document.ts';

describe('docs/rules.md', () => {
  const catalogue = createCatalogue();
  const document = rulesDocument(catalogue, createDirectory().isps);

  it('says what the catalogue says now (if not: npm run generate)', () => {
    const written = readFileSync(RULES_DOCUMENT_FILE, 'utf8');
    expect(written === document).toBe(true);
  });

  it('has a section for every rule', () => {
    for (const { id } of catalogue.rules) expect(document).toContain(`### \`${id}\``);
  });
});
