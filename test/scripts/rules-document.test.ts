import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../lambdas/core/replies/catalogue.ts';
import { rulesDocument } from '../../scripts/rules-document.ts';

describe('docs/rules.md', () => {
  const catalogue = createCatalogue();
  const document = rulesDocument(catalogue, createDirectory().isps);

  it('is what the catalogue says now (npx tsx scripts/rules-doc.ts)', () => {
    const written = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
    expect(written === document).toBe(true);
  });

  it('has a section for every rule', () => {
    for (const { id } of catalogue.rules) expect(document).toContain(`### \`${id}\``);
  });
});
