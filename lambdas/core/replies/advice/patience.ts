import type { Category } from '../category.ts';
import { ANALYSIS_421 } from '../sources.ts';
import { BACK_OFF, BACKOFF_NEEDS_LIMITS, FIELD_MANUAL, GUIDE, NEVER_BOUNCE } from './category-advice.ts';
import type { CategoryAdvice } from './category-advice.ts';

const LOOK = ['pmta show queues --errors --mode-events {queue}'];

/** A reply that normally calls for a fix, but whose rule says that it passes by itself. */
const WAIT_AND_WATCH: CategoryAdvice = {
  do: [
    'Leave the mail in the queue and let PowerMTA retry at its own interval (retry-after; 20 minutes or more is gentle here).',
    'Note which IP, domain or campaign the sample reply names, so that the cause is known if it lasts.',
  ],
  lookAgain: 'Look again after 60 minutes: there should be fewer deferrals.',
  avoid: [
    'Raising max-smtp-out or sending faster.',
    'Forcing the queue with pmta schedule: each refused attempt counts against you.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Treat it as something that a person must handle: fix what the reply names, and reduce the volume by half until mail is accepted again.',
    BACKOFF_NEEDS_LIMITS,
  ],
  commands: LOOK,
  source: `${ANALYSIS_421}, section 1; ${GUIDE} 3.3.10`,
};

/** Advice for replies that are best waited out: it says above all what not to do. */
export const PATIENCE: Readonly<Record<Category, CategoryAdvice>> = {
  'rate-limit': {
    do: [
      'Let PowerMTA retry at its own interval (retry-after, 10 minutes unless set; 15 to 20 minutes is gentle): this is ordinary throttling, and what is deferred stays queued.',
      'If a large campaign has just begun, spread it: set max-msg-rate for the domain (it counts attempts) to about the rate that was accepted before.',
    ],
    lookAgain: 'Look again after 60 minutes: the rate should be falling while mail is still being delivered.',
    avoid: [
      'Raising max-smtp-out or opening more connections: it makes the throttling worse.',
      'Forcing the queue with pmta schedule, or shortening retry-after.',
      'Moving the mail to other IPs to get around the limit.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Halve max-smtp-out for the domain (8 becomes 4) and set max-msg-rate to half of what you send now.',
      `Put the queue into backoff (pmta set queue --mode=backoff). ${BACKOFF_NEEDS_LIMITS}`,
      'Check the complaint rate and the growth of the volume: a limit that stays is often a matter of reputation.',
    ],
    commands: LOOK,
    persistentCommands: BACK_OFF,
    source: `${ANALYSIS_421}, sections 1 and 2; ${GUIDE} 3.3.10.33, .34, .39`,
  },
  'connection-limit': {
    do: [
      'Halve max-smtp-out for the domain (8 becomes 4) and set max-connect-rate (for example 30/m); where several vmtas share an IP, set source-ip-max-smtp-out as well.',
      'Lengthen retry-after to 20 minutes or more, so that the refused connections do not all come back at once.',
      'If the reply names a number of messages per connection, set max-msg-per-connection just below it; nothing else is needed.',
    ],
    lookAgain:
      'Look again after 30 minutes: connections should no longer be refused; if they are, halve again.',
    avoid: [
      'Raising max-smtp-out, or adding IPs to get more connections.',
      'Reconnecting at once: a refused connection counts as one.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Go down to two connections for the domain, then add one per hour while nothing is refused.',
      'Count across all machines and all domains with the same MX: limits per domain add up (an mx-rollup-list makes one queue of them).',
      'If the limit was enough before, the provider has lowered it: check the reputation of the IP.',
    ],
    commands: ['pmta show settings {queue}', ...LOOK],
    source: `${ANALYSIS_421}, section 3 (RP-002); ${GUIDE} 3.3.10.74 to .84, 10.17`,
  },
  reputation: {
    do: [
      'Wait 30 to 60 minutes before the next attempts (backoff-retry-after 60m): this kind of throttling usually ends by itself.',
      'Keep the volume where it is or lower; start no further campaigns to this provider until this has passed.',
    ],
    lookAgain:
      'Look again after 60 minutes, and once more after 2 hours: from then on it counts as persistent.',
    avoid: [
      'Raising max-smtp-out, adding connections or sending faster.',
      'Forcing the queue with pmta schedule: retries within minutes prolong it.',
      'Moving the mail to other IPs: the throttling follows it.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Check DKIM, SPF and DMARC of the sending domain, then the complaint rate.',
      'Reduce the volume by half and send to recently engaged recipients only.',
      `Put the queue into backoff (pmta set queue --mode=backoff). ${BACKOFF_NEEDS_LIMITS}`,
    ],
    commands: LOOK,
    persistentCommands: BACK_OFF,
    source: `${ANALYSIS_421}, section 4; ${GUIDE} 3.3.10.34, .40, .44`,
  },
  'policy-block': WAIT_AND_WATCH,
  authentication: WAIT_AND_WATCH,
  configuration: WAIT_AND_WATCH,
  content: WAIT_AND_WATCH,
  recipient: {
    do: [
      'Do nothing about a deferral (4xx): PowerMTA retries at retry-recipients-after (10 minutes unless set; 15 minutes is gentle) until bounce-after (4d12h). A full or busy mailbox says nothing about you.',
      'Take an address that was refused (5xx) because it does not exist off the list: it has bounced already, and mail to many such addresses does count against your reputation.',
    ],
    lookAgain: 'Look again after 24 hours, and only if these replies keep growing.',
    avoid: [
      'Slowing the whole queue down or putting it into backoff: every other recipient would wait too.',
      'Raising max-smtp-out or forcing the queue with pmta schedule.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Take addresses that stay full, busy or unverifiable for days off the list temporarily.',
      'If many recipients are affected, check the age of the list and whether one address gets the same message many times.',
    ],
    commands: ['pmta show queues --errors {queue}'],
    source: `${ANALYSIS_421}, section 2 (4.2.1); ${GUIDE} 3.3.10.39 to .41`,
  },
  greylisting: {
    do: [
      'Do nothing: the receiver refuses the first attempt on purpose and accepts a later one from the same IP, usually after 5 to 30 minutes.',
      'Keep the mail on the same vmta and IP, so that the receiver recognises the retry.',
    ],
    lookAgain: 'Look again after 60 minutes: the same messages should be delivered.',
    avoid: [
      'Retrying within a minute or from another IP: the wait starts over.',
      'Raising max-smtp-out or putting the queue into backoff: this is not throttling.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Check that retries leave from the same IP (pmta trace) and that the IP has a PTR record that resolves back to it.',
      'Ask the receiver to allow-list the IP if it is still deferred after 24 hours.',
    ],
    commands: ['pmta show queues --errors {queue}'],
    source: `${FIELD_MANUAL}, 450 and 451; ${GUIDE} 3.3.10.39`,
  },
  unavailable: {
    do: [
      'Let PowerMTA retry at its own interval (retry-after 5 to 20 minutes): the receiver is busy or has problems of its own, which says nothing about your reputation.',
      'See whether other providers defer too: if most of them do, the fault is closer to home (DNS, network, firewall).',
    ],
    lookAgain: 'Look again after 30 minutes: mail should flow again without any change on your side.',
    avoid: [
      'Raising max-smtp-out or opening more connections: it keeps a busy server busy.',
      'Forcing the queue with pmta schedule while it still gives this answer.',
      'Changing settings because of a temporary problem.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Look at the status page of the receiver, and try one connection by hand (pmta trace, pmta resolve --connect).',
      'If only your IPs get this answer, it may be silent throttling: halve max-smtp-out and check the reputation of the IP.',
    ],
    commands: LOOK,
    source: `${ANALYSIS_421}, sections 2 and 3 (4.3.2, 4.7.500); ${FIELD_MANUAL}, 421 and 451`,
  },
  unclassified: {
    do: [
      'Read the sample reply: no rule knows it yet, so nothing is claimed about it.',
      'Meanwhile, let PowerMTA retry at its own interval (retry-after; 20 minutes is gentle).',
      'If it names an IP, a domain, a list or a policy page, treat it as something that a person must handle.',
    ],
    lookAgain:
      'Look again after 60 minutes, and add a rule for the text (report --unclassified-as-rules prints one).',
    avoid: ['Raising max-smtp-out or sending faster before you know what it means.', NEVER_BOUNCE],
    persistent: [
      'Look up the text on the postmaster page of the receiver, or ask its postmaster with the full reply and the IP.',
      'Halve max-smtp-out for the domain until you know what it means.',
    ],
    commands: LOOK,
    source: `${ANALYSIS_421}, section 5 (catch-all of 20 minutes); ${GUIDE} 3.3.10.39`,
  },
};
