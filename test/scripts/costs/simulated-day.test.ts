import { expect, test } from 'vitest';
import { simulate } from '../../../scripts/costs/simulated-day.ts';
import type { Usage } from '../../../scripts/costs/simulated-day.ts';

test('contributions that are remembered cost the table what those cost that are unpacked anew', async () => {
  const unpacked = await simulate({ hosts: 5, hours: 2, measuredEvery: 1 });
  const remembered = await simulate({ hosts: 5, hours: 2, measuredEvery: 1_000 });
  expect(unpacked.talliesMeasured).toBe(unpacked.tallies);
  expect(remembered.talliesMeasured).toBe(1);
  expect(billed(remembered)).toEqual(billed(unpacked));
  expect(unpacked.files).toBeGreaterThan(5 * 24);
  expect(unpacked.ingests).toBeGreaterThan(unpacked.files);
});

function billed({ files, ingests, tallies, ingest, tally, peakWritesPerSecond }: Usage): Partial<Usage> {
  return { files, ingests, tallies, ingest, tally, peakWritesPerSecond };
}
