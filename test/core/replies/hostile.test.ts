import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { normalise } from '../../../lambdas/core/replies/normalise.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { scrub } from '../../../lambdas/core/replies/scrub.ts';

const SIZE = 64 * 1024;
const fill = (part: string): string => part.repeat(Math.ceil(SIZE / Math.max(1, part.length))).slice(0, SIZE);

/** Processor time in milliseconds: a machine busy with other things does not make a pattern look slow. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const NASTY = [
  'a',
  ' ',
  '.',
  '<',
  '>',
  '"',
  '@',
  ':',
  '/',
  '1',
  '-',
  '(',
  '\\',
  '<ip> ',
  '421-',
  '421 4.7.0 ',
  'a@',
  '<a',
  '"a',
  'user ',
  'user: ',
  'no such user ',
  'a.',
  '1.',
  'a:',
  '://',
  'http://a/',
  '<url:',
  '...',
  'İ',
  '\u{1f600}',
  '\u0301',
  'é',
  '%40',
  '\\r\\n',
  '\r\n',
  'x;',
  '((',
  '[[',
  "'a'",
];

describe('hostile texts of 64 KB', () => {
  const catalogue = createCatalogue();

  for (const rule of catalogue.rules.filter((one) => one.basis === 'wording')) {
    test(`${rule.id} takes milliseconds`, () => {
      // Beginnings of its own examples, over and over, are what a pattern backtracks on.
      const own = rule.examples.flatMap(({ text }) => {
        const words = normalise(parseReply(text, '').text);
        return [words.slice(0, -1), words.slice(0, Math.ceil(words.length / 2)), words.slice(0, 12)];
      });
      for (const part of [...NASTY, ...own].filter((one) => one !== '')) {
        const text = fill(part);
        expect(cost(() => rule.pattern.test(text))).toBeLessThan(100);
      }
    });
  }

  test.each(NASTY)('%j is parsed, normalised, scrubbed and classified in milliseconds', (part) => {
    const text = fill(part);
    const read = (): void => {
      const reply = parseReply(text, text);
      normalise(text);
      scrub(text, 'a');
      catalogue.classify('gmail', reply);
    };
    read();
    expect(cost(read)).toBeLessThan(100);
  });
});
