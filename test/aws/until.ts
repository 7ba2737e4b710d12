import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition holds; fails, saying which, where it does not within the limit (seconds). */
export async function until(
  condition: string,
  limitSeconds: number,
  holds: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + limitSeconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${limitSeconds} s in vain until ${condition}`);
    await pause(100);
  }
}

/** Waits until an assertion holds; fails with its own failure where it does not within the limit (seconds). */
export async function eventually(limitSeconds: number, assertion: () => Promise<void>): Promise<void> {
  const end = performance.now() + limitSeconds * 1000;
  for (;;) {
    try {
      return await assertion();
    } catch (failure) {
      if (performance.now() > end) throw failure;
    }
    await pause(200);
  }
}
