import type { Category } from '../replies/category.ts';
import type { Rule } from '../replies/rule.ts';

/** What PowerMTA does when a reply matches, as it stands in a pattern list. */
export type PatternActions = 'mode=backoff' | 'mode=backoff,disable-source-ip,reenable-after=4h';

const BACK_OFF: PatternActions = 'mode=backoff';
const BACK_OFF_AND_REST_THE_IP: PatternActions = 'mode=backoff,disable-source-ip,reenable-after=4h';

/** The blocks against which only silence from the blamed IP is known to help. */
const STOP_FROM_THIS_IP: ReadonlySet<string> = new Set([
  'microsoft.rp-001',
  'microsoft.ip-blocked',
  'yahoo.ts03',
  'yahoo.tss09',
]);

/**
 * Limits of one message or domain beside those of one session and one customer: the next one is taken, so slowing the
 * whole queue down would help nobody.
 */
const NARROWER_THAN_A_QUEUE: ReadonlySet<string> = new Set([
  'gmail.relay-denied',
  'gmail.relay-limit',
  'gmail.tls-recipient-domain',
  'spectrum.session',
]);

/** What any receiver may say of how much and how fast is sent, and of who sends it. */
const FOR_EVERY_LIST: ReadonlySet<Category> = new Set(['rate-limit', 'connection-limit', 'reputation']);

/** The rules that are named here one by one; a rule that is gone must be taken out. */
export const NAMED_RULES: readonly string[] = [...STOP_FROM_THIS_IP, ...NARROWER_THAN_A_QUEUE];

/** Whose list an entry stands in: that of one ISP's domains, or that of all other receivers. */
export type ListOf = 'one-isp' | 'everybody-else';

/**
 * The actions fit for a rule; null where PowerMTA's ordinary retry is all that is needed. Nothing is ever bounced
 * here: a 4xx may be taken later, and a 5xx bounces by itself. An IP rests only for the provider that blocked it;
 * in the list of everybody else, one customer's blocklist would rest it again and again.
 */
export function actionsFor(rule: Rule, listOf: ListOf): PatternActions | null {
  if (!isFitForAList(rule)) return null;
  switch (rule.category) {
    case 'recipient':
    case 'greylisting':
    case 'unavailable':
    case 'unclassified':
    case 'authentication':
    case 'configuration':
      return rule.stance === 'intervention' && !isAboutOneSenderDomain(rule) ? BACK_OFF : null;
    case 'content':
      // One message is meant: slowing down the queue would punish all others. Its job is what to pause.
      return null;
    case 'policy-block':
      return listOf === 'one-isp' && STOP_FROM_THIS_IP.has(rule.id) ? BACK_OFF_AND_REST_THE_IP : BACK_OFF;
    case 'rate-limit':
    case 'connection-limit':
    case 'reputation':
      return BACK_OFF;
    default:
      return rule.category satisfies never;
  }
}

/**
 * Whether only a deferral slows the queue down. What is refused for good because its domain is not authenticated
 * is over with its message: the queue's other mail can continue, and one forged From would otherwise hold up all of it.
 * While such mail is deferred, every retry counts against the domain.
 */
export function actsOnDeferralsAlone({ category }: Rule): boolean {
  return category === 'authentication';
}

/** One domain of a sender does not resolve: what the queue holds of other domains is taken, and speed changes nothing. */
function isAboutOneSenderDomain({ category, scope }: Rule): boolean {
  return category === 'configuration' && scope === 'domain';
}

/** Whether any receiver may say it of the IP that sends, or of how it sends: lists of one ISP hold it too. */
export function isForEveryList({ category, scope }: Rule): boolean {
  return FOR_EVERY_LIST.has(category) || (category === 'policy-block' && scope === 'ip');
}

/**
 * A list reads the receiver's words: PowerMTA's own never reach it, and a code alone decides nothing. A limit of one
 * recipient, session or customer is no reason to slow the others down.
 */
function isFitForAList(rule: Rule): boolean {
  return (
    rule.spokenBy === 'receiver' &&
    rule.basis === 'wording' &&
    rule.scope !== 'recipient' &&
    rule.ofOneSession !== true &&
    rule.ofOneCustomer !== true &&
    !NARROWER_THAN_A_QUEUE.has(rule.id)
  );
}
