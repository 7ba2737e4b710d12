import type { AdviceOverride } from '../rule.ts';
import { NEVER_BOUNCE } from './category-advice.ts';

/** One customer of a provider that hosts many keeps the mail out: neither the IP nor the queue is blocked there. */
export const ONE_CUSTOMER: AdviceOverride = {
  do: [
    'Leave the queue as it is: an organisation that gives this answer refuses the mail by a rule of its own; others at the same provider may accept it.',
    'Find the domain in the rows with this reply, and check that PowerMTA uses its MX records of today (pmta resolve): an organisation may take mail through a gateway of its own only.',
    'Ask the recipient or the administrator of that domain to allow your IP and domain: nobody else can.',
  ],
  lookAgain: 'Look again after 24 hours, and only if more domains give this answer.',
  avoid: [
    'Stopping the mail to the whole provider, or resting the IP: domains there that do not give this answer accept it.',
    'Trying from other IPs to get round the rule.',
    NEVER_BOUNCE,
  ],
  persistent: ['Take the recipients of that domain off the list until its administrator has answered.'],
  commands: ['pmta show queues --errors {queue}'],
};

/** One recipient keeps this sender out. */
export const ONE_RECIPIENT: AdviceOverride = {
  do: [
    'Leave the queue as it is: the owner of this mailbox has blocked you, and other mailboxes take the mail.',
    'Take the address off your lists: its owner does not want your mail.',
  ],
  lookAgain: 'Look again after 24 hours: if many recipients block you, ask how they came to be on the list.',
  avoid: ['Writing to the address from another domain or IP.', NEVER_BOUNCE],
  persistent: [
    'Compare the addresses that block you with where they were collected, and stop mailing to that source.',
  ],
  commands: [],
};
