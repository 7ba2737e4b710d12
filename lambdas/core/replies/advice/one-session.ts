import type { AdviceOverride } from '../rule.ts';
import { NEVER_BOUNCE } from './category-advice.ts';

const LET_IT_GO_ON =
  'Let it go on: PowerMTA sends what is left with the next connection or message. Nothing is held against you.';

const AVOID = [
  'Slowing the queue down or putting it into backoff: no limit of the sender is reached.',
  'Raising max-smtp-out to make up for it.',
  NEVER_BOUNCE,
];

/** A connection or message that holds no more: the next one goes on. */
export const ONE_SESSION: AdviceOverride = {
  do: [LET_IT_GO_ON, 'Look again after 24 hours, and only if these replies keep growing.'],
  avoid: AVOID,
  persistent: ['Leave it alone: nothing follows from this reply, however long it lasts.'],
  commands: ['pmta show queues --errors {queue}'],
};

/** The same where the number of messages in a connection is what can be set. */
export const PER_CONNECTION: AdviceOverride = {
  do: [
    LET_IT_GO_ON,
    'To spare these replies, set max-msg-per-connection for the domain just below the number that the reply or the postmaster page of the receiver names; where neither does, begin with 100 and halve it until they are gone.',
    'Look again one hour after the change: the replies should be gone.',
  ],
  avoid: AVOID,
  persistent: [
    'Set max-msg-per-connection lower. Nothing else follows from this reply, however long it lasts.',
  ],
  commands: ['pmta show settings {queue}', 'pmta show queues --errors {queue}'],
};
