import { expect, test } from 'vitest';
import { UnreadableFileError } from '../../lambdas/core/accounting/counted-file.ts';
import { scrub } from '../../lambdas/core/replies/scrub.ts';
import { deadlineOfEachCount } from '../../lambdas/ingest/deadline.ts';
import { ContestedFileError } from '../../lambdas/ingest/errors.ts';

/** What it says; the log shows it as it is, though the scrubber takes what stands in angle brackets for a name. */
function reasonOf(check: () => void): string {
  try {
    check();
  } catch (failure) {
    return (failure as Error).message;
  }
  return '';
}

test('while there is time, no count is disturbed', () => {
  const deadline = deadlineOfEachCount(() => false);
  expect(() => {
    deadline()();
    deadline()();
  }).not.toThrow();
});

test('a file that takes all the time is rejected, with a reason that says what to do', () => {
  const deadline = deadlineOfEachCount(() => true);
  const check = deadline();
  expect(check).toThrow(UnreadableFileError);
  expect(check).toThrow(/max-size in PowerMTA/);
  const reason = reasonOf(check);
  expect(scrub(reason)).toBe(reason);
});

test('a file that was replaced, and has only the rest of the time, is not said to be too large', () => {
  const deadline = deadlineOfEachCount(() => true);
  deadline();
  expect(deadline()).toThrow(ContestedFileError);
});
