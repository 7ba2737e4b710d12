import { expect, test } from 'vitest';
import { ascii, cutTo, grouped, limitText, percent, wrap } from '../../../lambdas/core/text/plain-text.ts';

test.each([
  [0, '0.0 %'],
  [0.0004, 'under 0.1 %'],
  [0.2314, '23.1 %'],
  [1, '100.0 %'],
])('%d of all is %s', (share, text) => expect(percent(share)).toBe(text));

test.each([
  [0.05, '5 %'],
  [0.075, '7.5 %'],
  [0.07, '7 %'],
])('a limit of %d is %s', (limit, text) => expect(limitText(limit)).toBe(text));

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d is grouped as %s', (count, text) => expect(grouped(count)).toBe(text));

test('lines break at words, and hang from their mark', () => {
  const text = wrap(`${'word '.repeat(20)}${'x'.repeat(100)} end`, '1. ');
  expect(text.split('\n')).toEqual([
    `1. ${'word '.repeat(14).trim()}`,
    `   ${'word '.repeat(6).trim()}`,
    `   ${'x'.repeat(100)}`,
    '   end',
  ]);
});

test('a number stays with its per cent', () => {
  expect(wrap(`${'word '.repeat(14)}ab 20.0 % of all`)).toBe(`${'word '.repeat(14)}ab\n20.0 % of all`);
});

test('accents are dropped, other letters are shown as missing', () => {
  expect(ascii('Žluťoučký bücher 日本\u0007')).toBe('Zlutoucky bucher ???');
});

test('what is cut shows that it is', () => {
  expect(cutTo(5, 'abcde')).toBe('abcde');
  expect(cutTo(5, 'abcdef')).toBe('abc..');
});
