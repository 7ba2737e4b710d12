import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { normalise } from '../../../lambdas/core/replies/normalise.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { receiverOf } from './receiver-of.ts';

const catalogue = createCatalogue();

describe('every rule of the catalogue', () => {
  test('has an id of its own', () => {
    const ids = catalogue.rules.map((rule) => rule.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  for (const rule of catalogue.rules) {
    test(`${rule.id}: is sourced, and its examples are read by it and by no earlier rule`, () => {
      expect(rule.id).toMatch(/^[a-z0-9][a-z0-9.-]{0,80}$/);
      expect(rule.source).not.toBe('');
      expect(rule.meaning).toMatch(/^(?!A rule of your own)\S.*\.$/);
      expect(rule.basis === 'wording' ? rule.pattern.flags : '').toBe('');
      expect(rule.examples.length).toBeGreaterThan(0);
      for (const example of rule.examples) {
        expect(example.source).not.toBe('');
        const reply = parseReply(example.text, '');
        const found = catalogue.classify(receiverOf(rule), reply);
        // A pattern sees placeholders, so that \d finds no number: say what it was tried on.
        expect({ text: example.text, rule: found.id }, `read as "${normalise(reply.text)}"`).toEqual({
          text: example.text,
          rule: rule.id,
        });
      }
    });
  }
});

test('every source names a year, a commit or a standard, so that one can tell how old it is', () => {
  const dated = /\b(?:19|20)\d\d\b|@[0-9a-f]{6,}|RFC ?\d+|made up|421 Analysis/i;
  const undated = catalogue.rules.filter(({ source }) => !dated.test(source)).map(({ id }) => id);
  expect(undated).toEqual(['unclassified']);
});

describe('a host that a pattern names', () => {
  const wordings = catalogue.rules.filter((rule) => rule.basis === 'wording');
  const named = wordings.flatMap(({ id, pattern }) =>
    [...pattern.source.matchAll(/(?<![\\a-z])(?:\\b)?([a-z][a-z0-9-]*)\\\.([a-z]+)/g)].map(
      ([, label = '', next = '']) => [`${label}.${next}`, id] as const,
    ),
  );

  test('is found', () => expect(named.length).toBeGreaterThan(5));

  test.each(named)('%s is left in the words that %s reads', (host) => {
    const read = ['', '.com', '.org', '.net'].map((end) => normalise(`see ${host}${end} now`));
    expect(read).toContainEqual(expect.stringContaining(host));
  });
});

test.each([
  ['Sender address [news@example.com] blocked using dbl.spamhaus.org', 'domain'],
  ['Helo command [mx.example.com] blocked using dbl.spamhaus.org', 'domain'],
  ['Sender address [news@example.com] blocked using a1b2c3.dbl.dq.spamhaus.net', 'domain'],
  ['Sender address [news@example.com] blocked using rhsbl.sorbs.net', 'domain'],
  ['Client host [192.0.2.1] blocked using zen.spamhaus.org', 'ip'],
  ['Client host [192.0.2.1] blocked using a1b2c3.zen.dq.spamhaus.net', 'ip'],
])('a list of domains is told from a list of IPs: %s', (text, scope) => {
  const { category, scope: found } = catalogue.classify(
    [],
    parseReply(`554 5.7.1 Service unavailable; ${text}`, ''),
  );
  expect({ category, scope: found }).toEqual({ category: 'policy-block', scope });
});
