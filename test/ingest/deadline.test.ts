import { expect, test, vi } from 'vitest';
import { UnreadableFileError } from '../../lambdas/core/accounting/counted-file.ts';
import { scrub } from '../../lambdas/core/replies/scrub.ts';
import { deadlineOfEachCount, readingTimeOf } from '../../lambdas/ingest/deadline.ts';
import type { ReadingTime } from '../../lambdas/ingest/deadline.ts';
import { StoreError } from '../../lambdas/core/store-error.ts';
import { ContestedFileError } from '../../lambdas/ingest/errors.ts';

const OVER: ReadingTime = { isOver: () => true, wasSpentWaiting: () => false };

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
  const deadline = deadlineOfEachCount({ isOver: () => false, wasSpentWaiting: () => false });
  expect(() => {
    deadline()();
    deadline()();
  }).not.toThrow();
});

test('a file that takes all the time is rejected, with a reason that says what to do', () => {
  const deadline = deadlineOfEachCount(OVER);
  const check = deadline();
  expect(check).toThrow(UnreadableFileError);
  expect(check).toThrow(/max-size in PowerMTA/);
  const reason = reasonOf(check);
  expect(scrub(reason)).toBe(reason);
});

test('a file that was replaced, and has only the rest of the time, is not said to be too large', () => {
  const deadline = deadlineOfEachCount(OVER);
  deadline();
  expect(deadline()).toThrow(ContestedFileError);
});

test('a file whose bytes came too slowly is not said to be too large: it is read again, and its figures stay', () => {
  const check = deadlineOfEachCount({ ...OVER, wasSpentWaiting: () => true })();
  expect(check).toThrow(StoreError);
  expect(check).toThrow(/came too slowly/);
});

test.each([
  [30, false],
  [20, true],
])('of 50 ms of reading, the processor was busy for %i: spent waiting is %s', (busyMs, wasSpentWaiting) => {
  vi.spyOn(performance, 'now').mockReturnValueOnce(1_000).mockReturnValue(1_050);
  vi.spyOn(process, 'cpuUsage')
    .mockReturnValueOnce({ user: 7, system: 7 })
    .mockReturnValue({ user: (busyMs - 5) * 1_000, system: 5_000 });
  const time = readingTimeOf(50);
  expect({ isOver: time.isOver(), wasSpentWaiting: time.wasSpentWaiting() }).toEqual({
    isOver: true,
    wasSpentWaiting,
  });
});
