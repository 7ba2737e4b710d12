import type { Scope } from '../category.ts';

/** What to tell the operator about every reply of one category and stance, before an ISP or a rule adds to it. */
export interface CategoryAdvice {
  /** Ordered steps. */
  do: readonly string[];
  /** The last step: when to look again, and what should be seen then. */
  lookAgain: string;
  /** What would make it worse, each named so that it can follow the word "avoid". */
  avoid: readonly string[];
  /** Once it lasts longer than two hours. */
  persistent: readonly string[];
  /** PowerMTA commands with `{queue}` and `{ip}`; pasted together, none undoes another. */
  commands: readonly string[];
  /** What is different where the reply says what it blames. */
  byScope?: Partial<Record<Scope, Partial<Omit<CategoryAdvice, 'byScope' | 'source'>>>>;
  /** The pages that the advice is from. */
  source: string;
}

/** The pages that the advice rests on, as its sources name them. */
export const GUIDE = "PowerMTA v5.0 User's Guide (Port25, 2021-03)";
export const GOOGLE_GUIDELINES =
  'Google, Email sender guidelines (support.google.com/mail/answer/81126, 2026-03)';
export const FIELD_MANUAL = 'ActiveCampaign SMTP Field Manual (commit 67831a2e, 2025-02)';

/** What must be set before backoff slows anything, and before it ends by itself. */
export const BACKOFF_NEEDS_LIMITS =
  'Backoff slows nothing unless backoff-max-msg-rate is set for the domain, and does not end by itself without backoff-to-normal-after: check both with pmta show settings.';

/** What resting a source IP does besides. */
export const RESTING_MOVES_MAIL =
  'Resting an IP (pmta disable source) unseen: its mail moves to the other IPs of the pool and can carry the block there, and a vmta with this IP alone stalls; pmta show disabled sources tells.';

/** The same for advice that does not speak of it. */
export const BACKOFF_WITHOUT_LIMITS =
  'Backoff without backoff-max-msg-rate (it slows nothing) or without backoff-to-normal-after (it never ends): see pmta show settings.';

/** A deferral says that the mail may still be taken; bouncing it throws it away. */
export const NEVER_BOUNCE =
  'Bouncing a deferred queue (bounce-queue): its mail can still be delivered later.';
