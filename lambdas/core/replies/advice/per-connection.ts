import type { AdviceOverride } from '../rule.ts';
import { NEVER_BOUNCE } from './category-advice.ts';

/** A connection that has carried as much as the receiver takes over one: the next goes on. */
export const PER_CONNECTION: AdviceOverride = {
  do: [
    'Let it go on: PowerMTA opens another connection and sends the rest. Nothing is held against you.',
    'To spare these replies, set max-msg-per-connection for the domain just below the number that the reply or the postmaster page of the receiver names; where neither does, begin with 100 and halve it until they are gone.',
    'Look again one hour after the change: the replies should be gone.',
  ],
  avoid: [
    'Slowing the queue down or putting it into backoff: no limit of the sender is reached.',
    'Raising max-smtp-out to make up for it.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Set max-msg-per-connection lower. Nothing else follows from this reply, however long it lasts.',
  ],
  commands: ['pmta show settings {queue}', 'pmta show queues --errors {queue}'],
};
