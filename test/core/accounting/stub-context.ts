import type { CountedRule, CountingContext } from '../../../lambdas/core/accounting/counting-context.ts';
import type { Category } from '../../../lambdas/core/replies/category.ts';

const ISPS_OF_DOMAINS = new Map([
  ['gmail.com', 'gmail'],
  ['yahoo.com', 'yahoo'],
  ['icloud.com', 'apple'],
]);

/** A directory and a catalogue of a few entries, which a reader can hold in the head. */
export function stubContext(changes: Partial<CountingContext> = {}): CountingContext {
  return {
    directory: {
      byMx: (mx) =>
        mx.endsWith('.google.com') ? 'gmail' : mx.endsWith('.yahoodns.net') ? 'yahoo' : undefined,
      byRollup: (queue) => (/^yahoo\.(rollup|queue)(\/|$)/.test(queue) ? 'yahoo' : undefined),
      byDomain: (domain) => ISPS_OF_DOMAINS.get(domain),
    },
    catalogue: {
      classify(isp, { code, text }) {
        if (/unusual rate/i.test(text)) return rule(`${isp}.rate`, 'rate-limit');
        if (/reputation/i.test(text)) return rule(`${isp}.reputation`, 'reputation');
        if (/mailbox full/i.test(text)) return rule('generic.full', 'recipient');
        if (/timed out/i.test(text)) return rule('powermta.timeout', 'unavailable', { spokenBy: 'powermta' });
        if (code === 554) return rule('generic.554', 'policy-block', { basis: 'code' });
        return rule('unclassified', 'unclassified', { basis: 'nothing' });
      },
    },
    byDomain: true,
    ...changes,
  };
}

function rule(id: string, category: Category, changes: Partial<CountedRule> = {}): CountedRule {
  return { id, category, spokenBy: 'receiver', basis: 'wording', ...changes };
}
