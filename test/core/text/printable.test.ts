import { expect, test } from 'vitest';
import { printable } from '../../../lambdas/core/text/printable.ts';

test.each([
  ['control characters', 'a\u001B[2Jb\r\nc\u0007\u009Bd', 'a?[2Jb??c??d'],
  ['marks that turn the direction of text', 'a\u202Eb\u200Fc\u2066d', 'a?b?c?d'],
  ['characters that nobody sees', 'pay\u200Bpal\u00AD\uFEFF', 'pay?pal??'],
  ['separators of lines and paragraphs', 'a\u2028b\u2029c', 'a?b?c'],
  ['half characters and private ones', 'a\uD800b\uE000c', 'a?b?c'],
])('marks %s', (_what, text, safe) => {
  expect(printable(text)).toBe(safe);
});

test('leaves letters, accents, signs and spaces of any script as they are', () => {
  expect(printable('bücher – 日本 · cafe\u0301 √ 😀')).toBe('bücher – 日本 · cafe\u0301 √ 😀');
});
