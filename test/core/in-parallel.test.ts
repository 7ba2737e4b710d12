import { expect, test } from 'vitest';
import { inParallel } from '../../lambdas/core/in-parallel.ts';

test('every item is worked on once, at most so many at once', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    done.push(item);
  });
  expect(done.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('after a failure nothing new is begun, what is under way ends, and the failure is thrown', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = inParallel([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('the first failed');
    await new Promise((resolve) => setImmediate(resolve));
    ended.push(item);
  });
  await expect(work).rejects.toThrow('the first failed');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});

test('no items are no work', async () => {
  await inParallel([], 3, async () => {
    throw new Error('never');
  });
  expect(true).toBe(true);
});
