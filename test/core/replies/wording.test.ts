import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const RULES = new URL('../../../lambdas/core/replies/rules/', import.meta.url);

/** More than this in one expression, and nobody sees what it would match. */
const MAX_WORDING_LENGTH = 120;

describe('the wordings of the rules', () => {
  const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  test.each(files)('%s: each is short enough to be reviewed', (name) => {
    const lines = readFileSync(new URL(name, RULES), 'utf8').split('\n');
    const wordings = lines.map((line) => line.trim()).filter((line) => /^(?:pattern: )?\//.test(line));
    expect(
      wordings.filter((wording) => wording.length > MAX_WORDING_LENGTH && !wording.startsWith('/*')),
    ).toEqual([]);
  });
});
