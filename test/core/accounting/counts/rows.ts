import { NO_MX } from '../../../../lambdas/core/accounting/counts/countable-row.ts';
import type { CountableRow } from '../../../../lambdas/core/accounting/counts/countable-row.ts';
import { DEFERRED } from '../../../../lambdas/core/accounting/outcome.ts';

/** A deferral whose numbers are all 1, without an MX. */
export function rowWith(changes: Partial<CountableRow> & { text?: string } = {}): CountableRow {
  const { text = 'a reply', ...row } = changes;
  return {
    outcome: DEFERRED,
    hour: 1,
    mxIsp: NO_MX,
    domain: 1,
    queue: 1,
    source: 1,
    reply: 1,
    replyHash: 0,
    recipientHash: 0,
    sample: () => text,
    localPart: () => '',
    ...row,
  };
}
