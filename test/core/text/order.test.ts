import { expect, test } from 'vitest';
import { byText } from '../../../lambdas/core/text/order.ts';

test('texts are in the order of their code units, whatever the language of the machine', () => {
  expect(['ä', 'b', 'a', 'B', '10', '9', 'a'].toSorted(byText)).toEqual(['10', '9', 'B', 'a', 'a', 'b', 'ä']);
  expect(byText('a', 'a')).toBe(0);
});
