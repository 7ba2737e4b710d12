import { expect, test } from 'vitest';
import { StoreError } from '../../../lambdas/core/store-error.ts';
import { failureWords } from '../../../lambdas/core/text/failure-words.ts';

test('a failure is named by its name and its message, without addresses', () => {
  expect(failureWords(new StoreError('could not read the file of someone@example.com'))).toEqual({
    error: 'StoreError',
    reason: expect.stringMatching(/^could not read the file of <[a-z]+>$/),
  });
});

test('what is no error is named by what it is: nothing is known of its content', () => {
  expect(failureWords('someone@example.com')).toEqual({ error: 'string', reason: '' });
});
