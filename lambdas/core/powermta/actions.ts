import type { Rule } from '../replies/rule.ts';

/** What PowerMTA does when a reply matches, as it stands in a pattern list. */
export type PatternActions = 'mode=backoff' | 'mode=backoff,disable-source-ip,reenable-after=4h';

const BACK_OFF: PatternActions = 'mode=backoff';
const BACK_OFF_AND_REST_THE_IP: PatternActions = 'mode=backoff,disable-source-ip,reenable-after=4h';

/**
 * The actions fit for a rule; null where PowerMTA's ordinary retry is all that is needed. Nothing is ever bounced
 * here: a 4xx may be taken later, and a 5xx bounces by itself.
 */
export function actionsFor(rule: Rule): PatternActions | null {
  if (!isFitForAList(rule)) return null;
  switch (rule.category) {
    case 'recipient':
    case 'greylisting':
    case 'unavailable':
    case 'unclassified':
      return rule.stance === 'intervention' ? BACK_OFF : null;
    case 'policy-block':
      return rule.scope === 'ip' && rule.isp !== '*' && rule.stance === 'intervention'
        ? BACK_OFF_AND_REST_THE_IP
        : BACK_OFF;
    case 'rate-limit':
    case 'connection-limit':
    case 'reputation':
    case 'authentication':
    case 'configuration':
    case 'content':
      return BACK_OFF;
    default:
      return rule.category satisfies never;
  }
}

/**
 * A list reads the receiver's words: PowerMTA's own never reach it, a code alone decides nothing, and a limit of
 * one recipient is no reason to slow the others down.
 */
function isFitForAList(rule: Rule): boolean {
  return rule.spokenBy === 'receiver' && rule.basis === 'words' && rule.scope !== 'recipient';
}
