import type { AdviceOverride } from '../rule.ts';
import { NEVER_BOUNCE } from './category-advice.ts';

const LEAVE_IT_ALONE =
  'Leave it alone: PowerMTA sends the rest with the next connection or message. Nothing is held against you.';

const AVOID = [
  'Slowing the queue down or putting it into backoff: no limit of yours has been reached.',
  'Raising max-smtp-out to make up for it.',
  NEVER_BOUNCE,
];

/** A connection or message that holds no more: the next one carries on. */
export const ONE_SESSION: AdviceOverride = {
  do: [LEAVE_IT_ALONE],
  lookAgain: 'Look again after 24 hours, and only if these replies keep growing.',
  avoid: AVOID,
  persistent: ['Do nothing: nothing follows from this reply, however long it lasts.'],
  commands: ['pmta show queues --errors {queue}'],
};

/** The same if the number of messages per connection can be set to avoid it. */
export const PER_CONNECTION: AdviceOverride = {
  do: [
    LEAVE_IT_ALONE,
    "To avoid these replies, set max-msg-per-connection for the domain just below the number that the reply or the receiver's postmaster page names; if neither does, begin with 100 and halve it until they stop.",
  ],
  lookAgain: 'Look again one hour after the change: these replies should have stopped.',
  avoid: AVOID,
  persistent: [
    'Set max-msg-per-connection lower. Nothing else follows from this reply, however long it lasts.',
  ],
  commands: ['pmta show settings {queue}', 'pmta show queues --errors {queue}'],
};
