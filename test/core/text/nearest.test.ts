import { expect, test } from 'vitest';
import { nearest } from '../../../lambdas/core/text/nearest.ts';

const KNOWN = ['gmail', 'mail-ru', 'hinet', 'a1', 'gmx', 'yahoo', 'yahoo-japan'];

test.each([
  ['gmial', 'gmail'],
  ['gmal', 'gmail'],
  ['gmaill', 'gmail'],
  ['gmaik', 'gmail'],
  ['yahoo-jp', undefined],
  ['yahooo', 'yahoo'],
  ['gmv', 'gmx'],
  ['b2', undefined],
  ['x', undefined],
  ['nobody', undefined],
])('%s most likely means %s', (name, meant) => {
  expect(nearest(name, KNOWN)).toBe(meant);
});
