import type { Scope } from '../category.ts';

/** What to tell the operator about every reply of one category and stance, before an ISP or a rule adds to it. */
export interface CategoryAdvice {
  /** Ordered steps. */
  do: readonly string[];
  /** The last step: when to look again, and what should be seen then. */
  lookAgain: string;
  /** What would make it worse, each phrased so that it can follow the word "avoid". */
  avoid: readonly string[];
  /** Once it lasts longer than two hours. */
  persistent: readonly string[];
  /** PowerMTA commands with `{queue}` and `{ip}`; pasted together, none undoes another. */
  commands: readonly string[];
  /** Those for what has lasted; without them `commands` still fit. */
  persistentCommands?: readonly string[];
  /** What the commands can do unseen, for a rule whose own words take the place of the part that says so here. */
  warning?: { text: string; saidIn: 'do' | 'avoid' };
  /** What is different if the reply says what it blames. */
  byScope?: Partial<Record<Scope, Partial<Omit<CategoryAdvice, 'byScope' | 'source'>>>>;
  /** The pages that the advice is from. */
  source: string;
}

/** To slow a queue down, and to see whether it is. */
export const BACK_OFF = [
  'pmta show settings {queue}',
  'pmta set queue --mode=backoff {queue}',
  'pmta show queues --mode=backoff --mode-events {queue}',
];

/** The pages that the advice is based on, as its sources name them. */
export const GUIDE = "PowerMTA v5.0 User's Guide (Port25, 2021-03)";
export const GOOGLE_GUIDELINES =
  'Google, Email sender guidelines (support.google.com/mail/answer/81126, 2026-03)';
export const FIELD_MANUAL = 'ActiveCampaign SMTP Field Manual (commit 67831a2e, 2025-02)';

/** What must be set for backoff to slow anything down, and to end by itself. */
export const BACKOFF_NEEDS_LIMITS =
  'Backoff slows nothing down unless backoff-max-msg-rate is set for the domain, and does not end by itself without backoff-to-normal-after: check both with pmta show settings.';

/** A side effect of resting a source IP, as a warning. */
export const RESTING_MOVES_MAIL =
  'Resting an IP (pmta disable source) and forgetting it: its mail moves to the other IPs of the pool and can spread the block to them, and a vmta that has only this IP stalls; pmta show disabled sources lists what rests.';

/** The same as a warning. */
export const BACKOFF_WITHOUT_LIMITS =
  'Backoff without backoff-max-msg-rate (it slows nothing down) or without backoff-to-normal-after (it never ends): see pmta show settings.';

/** Where an IP is to rest: what its vmta sends goes to the others, and spreads the block. */
export const HOLD_INSTEAD =
  'If the mail must not go out from the other IPs of the vmta meanwhile, hold the queue instead (pmta pause queue).';

/** Deferred mail may still be accepted; bouncing it throws it away. */
export const NEVER_BOUNCE =
  'Bouncing a deferred queue (bounce-queue): its mail can still be delivered later.';
