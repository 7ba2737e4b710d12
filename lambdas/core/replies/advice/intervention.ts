import type { Category } from '../category.ts';
import { ANALYSIS_421 } from '../sources.ts';
import {
  BACK_OFF,
  BACKOFF_NEEDS_LIMITS,
  BACKOFF_WITHOUT_LIMITS,
  FIELD_MANUAL,
  GOOGLE_GUIDELINES,
  GUIDE,
  NEVER_BOUNCE,
  RESTING_MOVES_MAIL,
} from './category-advice.ts';
import type { CategoryAdvice } from './category-advice.ts';

const SLOW_DOWN = {
  commands: BACK_OFF,
  warning: { text: BACKOFF_WITHOUT_LIMITS, saidIn: 'do' },
} satisfies Partial<CategoryAdvice>;

const HOLD = ['pmta pause queue {queue}', 'pmta show queues --errors {queue}'];

/** Throttling that the rule takes as a judgement on the sender: send less and better mail instead of merely waiting. */
const THROTTLED_FOR_CAUSE: CategoryAdvice = {
  do: [
    `Reduce the volume by half: put the queue into backoff with half the connections (backoff-max-smtp-out: 8 becomes 4) and half the usual rate (backoff-max-msg-rate). ${BACKOFF_NEEDS_LIMITS}`,
    'Lengthen backoff-retry-after to 2 hours.',
    'Check the spam and complaint rate, and find the campaign, list or customer that changed just before this began; pause its job (pmta pause job).',
  ],
  lookAgain: 'Look again after 2 hours: raise the volume step by step only once nothing is refused.',
  avoid: [
    'Raising max-smtp-out, opening more connections or sending faster.',
    'Moving the mail to other IPs: the judgement follows it.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Stop bulk mail to this provider for the day; send only to recipients who opened or clicked within the last 30 days.',
    'Check SPF, DKIM and DMARC, and whether the IP or domain is on a blocklist.',
  ],
  ...SLOW_DOWN,
  source: `${ANALYSIS_421}, sections 1 and 3; ${GUIDE} 3.3.10.34, .40, .44`,
};

/** A reply that is normally waited out, but whose rule says that a person must act. */
const NOT_WHAT_IT_SEEMS: CategoryAdvice = {
  do: [
    `Treat it as a warning to the sender, whatever its words: reduce the volume by half until mail is accepted again. ${BACKOFF_NEEDS_LIMITS}`,
    'Check the complaint rate, the share of unknown recipients and the reputation of the IP at this receiver.',
    'Read the sample reply: a code or a page in it often names the cause.',
  ],
  lookAgain: 'Look again after 2 hours: there should be fewer deferrals at half the volume.',
  avoid: ['Raising max-smtp-out or sending faster.', 'Moving the mail to other IPs.', NEVER_BOUNCE],
  persistent: ['Ask the postmaster of the receiver, with the full reply, the IP and the time in UTC.'],
  ...SLOW_DOWN,
  source: `${ANALYSIS_421}, section 1; ${GUIDE} 3.3.10.34`,
};

/** A block that blames one IP: the others are not blocked yet. */
const BLOCKED_IP = {
  do: [
    'Stop sending from the IP that the reply names to this provider for at least 4 hours.',
    'If its vmta has only this IP, pause the queue (pmta pause queue) and resume it by hand later.',
    'If its pool has other IPs, choose with care: pmta disable source takes the IP out and moves its mail to the other IPs of the pool, which can spread the block; pausing holds the mail and spreads nothing.',
    'Find out why before you start again: complaint rate, blocklists, a compromised account, a purchased list. Ask the provider for removal only once that is fixed.',
  ],
  persistent: [
    'Send nothing from the IP for 24 hours, and ask the provider for removal, giving the full reply, the IP and what was fixed.',
    'Look up the IP and the domain at Spamhaus, Barracuda, Cloudmark and the list that the reply names.',
    'When the block is lifted, warm up the IP again: begin with a few hundred messages a day to engaged recipients.',
  ],
};

/** A block that blames a network holds for all its IPs, whoever uses them. */
const BLOCKED_NETWORK = {
  do: [
    'Stop sending from the network that the reply names to this provider for at least 4 hours: pause the queues of all vmtas with IPs in it (pmta pause queue), and resume them by hand later.',
    'Find out whose mail is the cause: your own (complaint rate, a compromised account, a purchased list) or that of neighbours in the network; these are a matter for its owner, mostly the hosting provider.',
  ],
  avoid: [
    'Resting one IP of the network (pmta disable source): its mail goes out from the others, which are refused as well.',
    'Continuing retries: it prolongs the block and can turn it into a 550.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Ask the owner of the network to have the block lifted, giving the full reply and the IP, and tell the provider what was fixed.',
    'Move to IPs of another network only with mail that the provider wants, beginning with a few hundred messages a day.',
  ],
};

/** A block that blames a domain follows it to every IP, and spares the other domains of the queue. */
const BLOCKED_DOMAIN = {
  do: [
    'Stop sending mail of the domain that the reply blames to this receiver for at least 4 hours: pause its job (pmta pause job). The other domains in the queue can continue.',
    'Find out who maintains the block: the provider itself, a domain blocklist (Spamhaus DBL, SURBL), or a list of the receiving organisation. Only its owner can lift it.',
    'Find out why before you start again: complaint rate, links in the message, a compromised account, a purchased list.',
  ],
  avoid: [
    'Moving its mail to other IPs: the block follows the domain.',
    'Retrying unchanged, or registering a new domain to get round it.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Look up the domain and every domain in the links at Spamhaus DBL, SURBL and the list that the reply names, and ask for removal once the cause is fixed.',
    'If the receiving organisation maintains the list, only its administrator can take you off it: ask a recipient or its postmaster.',
  ],
  commands: ['pmta show queues --errors {queue}'],
};

/** Advice where a person must act. */
export const INTERVENTION: Readonly<Record<Category, CategoryAdvice>> = {
  'rate-limit': THROTTLED_FOR_CAUSE,
  'connection-limit': THROTTLED_FOR_CAUSE,
  reputation: {
    do: [
      `Reduce the volume by half: put the queue into backoff with half the connections (backoff-max-smtp-out: 8 becomes 4) and half the usual rate (backoff-max-msg-rate). ${BACKOFF_NEEDS_LIMITS}`,
      'Check the spam and complaint rate, and find the campaign, list or customer that changed just before this began; pause its job (pmta pause job) until it is clean.',
      'Until these replies stop, send only to recipients who opened or clicked within the last 30 days.',
    ],
    lookAgain:
      'Look again after 60 minutes: there should be fewer refusals at half the volume; then raise it by no more than a quarter per day.',
    avoid: [
      'Raising max-smtp-out, opening more connections or sending faster: each refused attempt lowers the reputation further.',
      'Moving the mail to other IPs or domains: the bad reputation follows it and spreads.',
      'Using short retry intervals: 30 minutes is the minimum (backoff-retry-after).',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Send this provider nothing but transactional mail for 24 hours, at no more than half of what you send now.',
      'Check SPF, DKIM and DMARC, and whether the IP or domain is on a blocklist.',
      'Clean the list: remove addresses that have shown no activity for 90 days, unknown recipients and complainers.',
    ],
    ...SLOW_DOWN,
    source: `${ANALYSIS_421}, sections 1 and 2; ${GOOGLE_GUIDELINES}; ${GUIDE} 3.3.10.34, .40, .44`,
  },
  'policy-block': {
    do: [
      'Stop sending from the queue for at least 4 hours (pmta pause queue), and resume it by hand later: the reply does not say whether it refuses the IP, the domain or the message.',
      'Find out which: compare what is refused with what is taken, by IP, by job (jobId) and by domain of the sender.',
      'Find out why before you start again: complaint rate, blocklists, a compromised account, a purchased list, a change of the content. Ask the provider for removal only once that is fixed.',
    ],
    lookAgain:
      'Look again after 4 hours: start with one connection (max-smtp-out 1), and continue only if it is accepted.',
    avoid: [
      'Continuing retries from the same IP: it prolongs the block and can turn it into a 550.',
      'Letting the blocked mail go out through the other IPs of the pool unnoticed: check pmta show disabled sources.',
      'Disabling the only IP of a vmta: its mail stalls without warning.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Send this provider nothing of what is refused for 24 hours, and ask it for removal, giving the full reply, the IP and what was fixed.',
      'Look up the IP and the domain at Spamhaus, Barracuda, Cloudmark and the list that the reply names.',
      'When mail is accepted again, begin with a few hundred messages a day to engaged recipients.',
    ],
    commands: HOLD,
    byScope: {
      ip: {
        ...BLOCKED_IP,
        commands: [
          'pmta disable source --reenable-after=4h {ip} {queue}',
          'pmta show disabled sources {queue}',
          'pmta show queues --errors {queue}',
        ],
        warning: { text: RESTING_MOVES_MAIL, saidIn: 'avoid' },
      },
      netblock: BLOCKED_NETWORK,
      domain: BLOCKED_DOMAIN,
      'spf-domain': BLOCKED_DOMAIN,
      'dkim-domain': BLOCKED_DOMAIN,
      'url-domain': BLOCKED_DOMAIN,
    },
    source: `${ANALYSIS_421}, sections 1 and 3 (RP-001); ${GUIDE} 6.3.25, 6.3.35 to .37`,
  },
  authentication: {
    do: [
      'Find the domain that fails: the sample reply names SPF, DKIM, DMARC or the From header, and often the domain.',
      'SPF: the record of the envelope sender (or HELO) must contain the sending IP and need no more than 10 look-ups. DKIM: the key under selector._domainkey of the signing domain must be the one that PowerMTA signs with. DMARC: a record v=DMARC1 with a p= at _dmarc of the From domain, which must match the SPF or the DKIM domain.',
      "Hold the mail of that domain until it passes: pause its job (pmta pause job). The queue's other mail can continue.",
      `Only if that domain is most of the queue's mail, put the queue into backoff meanwhile (pmta set queue --mode=backoff). ${BACKOFF_NEEDS_LIMITS}`,
      'After the change, wait for the TTL of the DNS record, send one message to a mailbox of your own and check that its Authentication-Results header says pass for SPF, DKIM and DMARC.',
    ],
    lookAgain:
      'Look again one hour after the change: only messages that were signed before it may still be refused.',
    avoid: [
      'Retrying without fixing authentication: every attempt is refused and counts against the domain.',
      'Merely waiting or sending more slowly: this does not pass by itself.',
      'Switching DKIM or DMARC off to get round it.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Pause every job of that domain; messages that were signed with a wrong key keep that signature and must be generated again.',
      'Compare several resolvers (an old record may be cached) and all sending machines (one may lack the key).',
    ],
    commands: ['pmta show queues --errors {queue}', 'pmta show settings {queue}'],
    source: `${ANALYSIS_421}, section 1; ${GOOGLE_GUIDELINES}`,
  },
  configuration: {
    do: [
      'Fix what the reply names: a PTR record for the IP whose name resolves back to the same IP; a HELO name that does the same; TLS on outgoing connections; or the protocol error itself.',
      'If it names too many errors in one connection: lower max-errors-per-connection, and take unknown recipients off the list.',
      "Have the PTR record changed by the owner of the IP (mostly the hosting provider); the change takes effect once the old record's TTL has passed.",
    ],
    lookAgain: 'Look again one hour after the change: the reply should be gone from the affected IPs.',
    avoid: [
      'Retrying without the change: waiting fixes nothing here.',
      'Moving the mail to another IP that lacks the same thing.',
      'Raising max-smtp-out.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Take the affected IPs out of the pool until they are fixed (pmta disable source: its mail moves to the other IPs, and a vmta that has only this IP stalls; see pmta show disabled sources).',
      'Check every machine and vmta: the IP, the HELO name and the PTR record must agree.',
    ],
    commands: ['pmta show settings {queue}', 'pmta show queues --errors {queue}'],
    source: `${GOOGLE_GUIDELINES}; ${FIELD_MANUAL}, 421; ${GUIDE} 3.3.10`,
  },
  content: {
    do: [
      'Find the message: the campaign that was running when this began. Pause its job (pmta pause job) and leave the others alone.',
      'Check its links (every domain in it, short links, tracking domain), its attachments, its From and its Message-ID, which must be unique for each message.',
      'Send the corrected message to a small, engaged group first.',
    ],
    lookAgain: 'Look again one hour after the job was paused: the other campaigns should get through.',
    avoid: [
      'Sending the same message again unchanged, even from another IP or domain.',
      'Raising max-smtp-out or sending faster.',
      NEVER_BOUNCE,
    ],
    persistent: [
      'Look up the link and tracking domains at Spamhaus DBL, SURBL and Google Safe Browsing.',
      'Check whether a customer or an account is sending something that you do not know about.',
    ],
    commands: ['pmta show queues --errors {queue}'],
    source: `${GOOGLE_GUIDELINES}; ${FIELD_MANUAL}, 421 and 550`,
  },
  recipient: NOT_WHAT_IT_SEEMS,
  greylisting: NOT_WHAT_IT_SEEMS,
  unavailable: NOT_WHAT_IT_SEEMS,
  unclassified: NOT_WHAT_IT_SEEMS,
};
