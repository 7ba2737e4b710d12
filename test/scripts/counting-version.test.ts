import { expect, test } from 'vitest';
import { COUNTED_BY } from '../../lambdas/core/accounting/counting-version.ts';
import { countedBy } from '../../scripts/counting-version.ts';

test('COUNTING_VERSION was raised with what decides how files are counted', async () => {
  expect(
    await countedBy(),
    'Rules, word counts, ISPs or the reader changed: run `npm run generate`, which raises COUNTING_VERSION, so that files that come again are counted again.',
  ).toBe(COUNTED_BY);
});
