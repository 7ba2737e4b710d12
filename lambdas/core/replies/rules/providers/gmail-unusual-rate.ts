import { BACK_OFF, BACKOFF_WITHOUT_LIMITS } from '../../advice/category-advice.ts';
import type { AdviceOverride, RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { PAGE, PAGE_2023, SISIMAI, FIELD_MANUAL_421, GUIDELINES } from './gmail-sources.ts';

const LOOK_AGAIN =
  'Look again after 60 minutes: the few connections should not be refused; then raise the volume by no more than a quarter per day.';

/** Google asks for a pause, then one connection; the 421 Analysis adds authentication to what is to be checked. */
const UNUSUAL_RATE: AdviceOverride = {
  do: [
    'Stop sending to Gmail from this source for at least 10 minutes (pmta pause queue; resume it by hand), then try with a single connection: the queue in backoff, with backoff-max-smtp-out 1.',
    'If that is deferred too, wait 10 minutes more; if it goes through, add one connection at a time.',
    'Find what changed: a new list, a burst, an IP or domain that is not warmed up, a compromised account.',
    'Check in Google Postmaster Tools that SPF, DKIM and DMARC pass for nearly all mail, and the spam rate (below 0.1 %, never 0.3 %).',
  ],
  lookAgain: LOOK_AGAIN,
  avoid: [
    'Raising max-smtp-out or retrying more often: Gmail counts attempts, and the limit stays longer.',
    'Moving the mail to other IPs: Gmail then slows those as well.',
    'Retrying without having checked SPF, DKIM and DMARC if Postmaster Tools shows failures.',
    BACKOFF_WITHOUT_LIMITS,
  ],
  commands: ['pmta pause queue {queue}', ...BACK_OFF],
  persistentCommands: BACK_OFF,
};

/** Gmail then limits the mail that links there, and no other. */
const UNUSUAL_RATE_OF_LINKS: AdviceOverride = {
  lookAgain: LOOK_AGAIN,
  do: [
    'Find the domain: the one that the mails of this hour link to, trackers and short links included. Pause every job that links to it (pmta pause job); Gmail limits the mail with this link, and the other mail can continue.',
    'Find out why: a hacked page behind the link, a link domain shared with other senders, a new list. Look the domain up in Google Safe Browsing, Spamhaus DBL and SURBL.',
    'After at least 10 minutes try one of these jobs with a single connection (backoff-max-smtp-out 1); add one connection at a time.',
  ],
  avoid: [
    'Raising max-smtp-out or retrying more often: Gmail counts attempts, and the limit stays longer.',
    'Moving the mail to other IPs or From domains: the limit follows the link.',
    'Putting a new domain into the same mail to get round it.',
  ],
};
const WHAT_4728_IS =
  'The 421 Analysis lists 4.7.28 once as authentication and once as unusual rate. Google documents the unusual rate (authentication is 4.7.26, 27, 30, 32 and 40); its advice names SPF, DKIM and DMARC all the same.';

/** Gmail: an unusual rate of mail (4.7.28), by what the reply blames; most specific first. */
export const gmailUnusualRateDefinitions: readonly RuleDefinition[] = [
  {
    id: 'gmail.unusual-rate.message-id',
    pattern: /quota for sending messages|same message-id|same <id>/,
    category: 'content',
    meaning: 'Gmail got too many messages with one and the same Message-ID header.',
    source: PAGE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected this sender exceeded the quota for sending messages that have the same Message-ID:. To best protect our users, the message has been temporarily rejected. For more information, go to Why has Gmail blocked my messages?.',
        source: PAGE,
      },
      {
        text: '421 4.7.28 Gmail has detected this message exceeded its quota for sending messages with the same Message-ID:. To best protect our users, the message has been temporarily rejected. For more information, go to Why has Gmail blocked my messages?. https://support.google.com/mail/answer/188131',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'gmail.unusual-rate.netblock',
    pattern: /unusual (?:rate|amount|volume) of .{0,80}net ?block/,
    category: 'reputation',
    scope: 'netblock',
    meaning:
      'Gmail sees an unusual rate of unsolicited mail from the network block of this IP, neighbours included.',
    source: PAGE,
    note: WHAT_4728_IS,
    advice: UNUSUAL_RATE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of unsolicited email originating from your IP Netblock ip-address. To protect our users from spam, email sent from your IP Netblock has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.unusual-rate.spf-domain',
    pattern: /unusual (?:rate|amount|volume) of .{0,80}spf domain/,
    category: 'reputation',
    scope: 'spf-domain',
    meaning: 'Gmail sees an unusual rate of unsolicited mail from the domain that SPF authenticates.',
    source: PAGE,
    note: WHAT_4728_IS,
    advice: UNUSUAL_RATE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of unsolicited email originating from your SPF domain domain-name. To protect our users from spam, email sent from your domain has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.unusual-rate.dkim-domain',
    pattern: /unusual (?:rate|amount|volume) of .{0,80}dkim domain/,
    category: 'reputation',
    scope: 'dkim-domain',
    meaning: 'Gmail sees an unusual rate of unsolicited mail signed by this DKIM domain, from whatever IP.',
    source: PAGE,
    note: WHAT_4728_IS,
    advice: UNUSUAL_RATE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of unsolicited email originating from your DKIM domain domain-name. To protect our users from spam, email sent from your domain has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.unusual-rate.url-domain',
    pattern: /unusual (?:rate|amount|volume) of .{0,80}\burls?\b/,
    category: 'reputation',
    scope: 'url-domain',
    meaning: 'Gmail sees an unusual rate of unsolicited mail that links to a domain in this message.',
    source: PAGE,
    note: WHAT_4728_IS,
    advice: UNUSUAL_RATE_OF_LINKS,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of unsolicited email containing one of your URL domains. To protect our users from spam, email with the URL has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.unusual-rate.ip',
    pattern: /unusual (?:rate|amount|volume) of .{0,80}\bip\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Gmail sees an unusual rate of mail from this IP and slows or stops it.',
    source: PAGE,
    note: WHAT_4728_IS,
    advice: UNUSUAL_RATE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of email originating from your IP address ip-address. To protect our users from spam, email sent from your IP address has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: '421 4.7.28 Gmail has detected an unusual amount of unsolicited email originating from your IP address. To protect our users from spam, email sent from your IP address has been temporarily blocked. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: '421 4.7.28 [x.xx.xx.xx] Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. Please visit https://support.google.com/mail/?p=UnsolicitedRateLimitError to review our Bulk Email Senders Guidelines. - gsmtp',
        source: FIELD_MANUAL_421,
      },
      {
        text: '550 5.7.1 Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been blocked. Review Prevent mail to Gmail users from being blocked or sent to spam.',
        source: PAGE_2023,
      },
      {
        text: '550 5.7.28 There is an unusual rate of unsolicited email originating from your IP address. To protect our users from spam, email sent from your IP address has been blocked. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.unusual-rate',
    pattern: /unusual (?:rate|amount|volume) of(?!.{0,60}\breputation of)/,
    category: 'reputation',
    meaning:
      'Gmail sees an unusual rate of mail and does not say from what; Google says to treat the IP and the SPF and DKIM domains as affected.',
    source: `${PAGE}; ${GUIDELINES}`,
    note: WHAT_4728_IS,
    advice: UNUSUAL_RATE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of email. To protect our users from spam, email has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
        source: PAGE,
      },
      { text: '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail.', source: ANALYSIS_421 },
    ],
  },
];
