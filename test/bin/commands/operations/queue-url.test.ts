import { expect, test } from 'vitest';
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
