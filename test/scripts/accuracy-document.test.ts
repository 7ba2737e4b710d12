import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACCURACY_DOCUMENT_FILE, withSetTable } from '../../scripts/accuracy-document.ts';
import { PHRASES } from '../../scripts/labelled-replies.ts';
import { LABELLED_SETS } from '../../scripts/labelled-sets.ts';

const FIXTURES = new URL('../fixtures/replies/', import.meta.url);

describe('docs/accuracy.md', () => {
  const document = readFileSync(ACCURACY_DOCUMENT_FILE, 'utf8');

  test('has the table of the labelled sets (if not: npm run generate)', () => {
    expect(withSetTable(document, LABELLED_SETS) === document).toBe(true);
  });

  test('names no set that is not there', () => {
    const named = [...new Set([...document.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name))];
    expect(named).toEqual(LABELLED_SETS.map(({ name }) => name));
    expect(named.filter((name) => !existsSync(new URL(`${name}.tsv`, FIXTURES)))).toEqual([]);
  });

  test('cannot lose the marks around its table unseen', () => {
    expect(() => withSetTable('no marks here', LABELLED_SETS)).toThrow('lost the marks');
  });
});

describe('test/fixtures/replies', () => {
  test('holds the labelled sets and the phrases, and nothing else', () => {
    const listed = [...LABELLED_SETS.map(({ name }) => name), ...PHRASES].map((name) => `${name}.tsv`);
    expect(readdirSync(FIXTURES).toSorted()).toEqual(listed.toSorted());
  });
});
