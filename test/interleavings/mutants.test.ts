import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { plans } from './plans.ts';
import { runWorld } from './world.ts';

/** Worlds in which each planted fault has to show. */
const WORLDS = 20_000;
/** Far above what any takes on a quiet machine. */
const MAX_MS = 480_000;

test.each(MUTANTS)('a world betrays $name', { timeout: MAX_MS }, async (mutant) => {
  const details = await fc.check(
    fc.asyncProperty(mutant.worlds ?? plans, async (plan) => (await runWorld(plan, mutant)) === undefined),
    { numRuns: WORLDS, seed: 20261124, endOnFailure: true },
  );
  expect(details.failed).toBe(true);
  console.log(`${mutant.name}: noticed in world ${details.numRuns}`);
});
