import { expect, test } from 'vitest';
import { withStores } from '../../../../bin/commands/operations/stores.ts';
import { StoreError } from '../../../../lambdas/core/store-error.ts';
import { run } from '../../recording-terminal.ts';

const URL = 'https://sqs.us-east-1.amazonaws.com/000000000000/dead-letters';

test('a queue is named by its URL, and no other name leads to an error of the SDK', async () => {
  for (const command of [
    ['redrive', '--from', 'dead-letters', '--to', URL],
    ['redrive', '--from', URL, '--to', 'https://'],
    ['backfill', '--bucket', 'logs', '--queue', 'arn:aws:sqs:us-east-1:000000000000:backfill'],
  ]) {
    const { exitCode, stderr } = await run(command);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error: option '--\w+ <url>' argument '.+' is invalid\. A queue is named by its URL/,
    );
  }
});

test('messages are not moved to the queue from which they come, where each would come again for ever', async () => {
  expect(await run(['redrive', '--from', URL, '--to', URL])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'error: --from and --to are the same queue\n',
  });
});

test.each([
  ['Error: Region is missing', /Region is missing \(set AWS_REGION, /],
  ['CredentialsProviderError: Could not load credentials', /credentials \(set AWS_PROFILE, /],
  ['ResourceNotFoundException: Requested resource not found', /resource not found$/],
])('where AWS cannot be found the error says what to set: %s', async (reason, message) => {
  const failing = withStores(() => Promise.reject(new StoreError(`could not read table x: ${reason}`)));
  await expect(failing).rejects.toThrow(message);
});
