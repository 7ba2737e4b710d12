import type { Contributions } from '../core/ports.ts';
import { countOrReason } from './count.ts';
import type { CountingOptions, Finding } from './count.ts';
import { claimOf } from './claim.ts';
import type { Seen } from './claim.ts';

const TOO_WIDE: Finding = {
  reason: 'It has rows of more hours and providers than one file can be remembered with. Ship smaller files.',
};

/** What a file holds, or why it counts nothing; undefined if it was replaced while it was counted. */
export async function findingFor(
  key: string,
  seen: Seen,
  contributions: Pick<Contributions, 'holds'>,
  counting: CountingOptions,
): Promise<Finding | undefined> {
  const finding = await countOrReason(seen.opened, counting);
  if (!finding) return undefined;
  return contributions.holds(claimOf(key, seen, finding, counting.retentionDays)) ? finding : TOO_WIDE;
}
