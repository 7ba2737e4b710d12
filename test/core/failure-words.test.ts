import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { StoreError } from '../../lambdas/core/store-error.ts';
import { FailedExecutionError, failureWords } from '../../lambdas/core/failure-words.ts';

test('a failure is named by its name and its message, without addresses', () => {
  expect(failureWords(new StoreError('could not read the file of someone@example.com'))).toEqual({
    error: 'StoreError',
    reason: expect.stringMatching(/^could not read the file of <[a-z]+>$/),
  });
});

test('what is no error is named by what it is: nothing is known of its content', () => {
  expect(failureWords('someone@example.com')).toEqual({ error: 'string', reason: '' });
});

test('what a handler throws has name, message and stack without addresses, and no cause', () => {
  const cause = new Error('NoSuchKey: someone@example.com.csv');
  const thrown = new FailedExecutionError(
    new StoreError('could not read the file of someone@example.com', { cause }),
  );
  expect(thrown.name).toBe('StoreError');
  expect(thrown.message).toMatch(/^could not read the file of <[a-z]+>$/);
  const [first, ...frames] = thrown.stack?.split('\n') ?? [];
  expect(first).toMatch(/^StoreError: could not read the file of <[a-z]+>$/);
  expect(frames[0]).toMatch(/^ +at .*failure-words\.test\.ts:\d+:\d+/);
  expect(inspect(thrown)).not.toContain('someone');
});

test('what a handler throws is not cut: many alerts may not have been sent', () => {
  const message = 'an alert was not sent\n'.repeat(100);
  expect(new FailedExecutionError(new Error(message)).message).toBe(message);
});
