import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plans } from './plans.ts';
import { runWorld } from './world.ts';

/** How many worlds are tried; many more by `npm run test:long`. */
const WORLDS = Number(process.env['WORLDS'] ?? 4_000);
/** Other worlds each time, the same ones again by the seed that was printed. */
const SEED = Number(process.env['SEED'] ?? randomInt(2 ** 31));

test(
  `in ${WORLDS} worlds (SEED=${SEED}) the figures are a plain count of what the bucket holds`,
  { timeout: 100 * WORLDS + 60_000 },
  async () => {
    // A failure prints the smallest world that still fails.
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        expect(await runWorld(plan)).toBeUndefined();
      }),
      { numRuns: WORLDS, seed: SEED },
    );
  },
);
