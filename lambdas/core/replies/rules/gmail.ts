import { defineRules } from '../define-rules.ts';
import type { AdviceOverride } from '../rule.ts';
import { gmailCodeRules, gmailOtherDefinitions } from './gmail-other.ts';

const PAGE = 'support.google.com/a/answer/3726730 (Gmail SMTP errors and codes), as of 2026-02-15';
const PAGE_2023 = 'support.google.com/a/answer/3726730 (Gmail SMTP errors and codes), as of 2023-03-06';
const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/Google.pm @21cfb932 (BSD-2-Clause)';
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes/421.json @67831a2e (MIT)';
const GUIDELINES = 'support.google.com/mail/answer/81126 (Email sender guidelines), as of 2026-03-21';
const SEED = 'PowerMTA 421 Deferral Code Analysis (September 2025)';

/** Google asks for a pause, then one connection; the seed adds authentication to what is to be looked at. */
const UNUSUAL_RATE: AdviceOverride = {
  do: [
    'Stop sending to Gmail from this source for at least 10 minutes, then try with a single connection.',
    'If that is deferred too, wait 10 minutes more; if it goes through, add one connection at a time.',
    'Find what changed: a new list, a burst, an IP or domain that is not warmed up, a compromised account.',
    'Check in Google Postmaster Tools that SPF, DKIM and DMARC pass for nearly all mail, and the spam rate (below 0.1 %, never 0.3 %).',
  ],
  avoid: [
    'Raising max-smtp-out or retrying more often: Gmail counts attempts, and the limit stays longer.',
    'Moving the mail to other IPs: Gmail then slows those as well.',
    'Retrying without having looked at SPF, DKIM and DMARC where Postmaster Tools shows failures.',
  ],
};
const SEED_ON_4728 =
  'The seed lists 4.7.28 once as authentication and once as unusual rate. Google documents the unusual rate (authentication is 4.7.26, 27, 30, 32 and 40); its advice names SPF, DKIM and DMARC all the same.';

/** Most specific first: what the reply blames, then why, then what it does. */
export const gmailRules = [
  ...defineRules('gmail', [
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
      note: SEED_ON_4728,
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
      note: SEED_ON_4728,
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
      note: SEED_ON_4728,
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
      note: SEED_ON_4728,
      advice: UNUSUAL_RATE,
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
      note: SEED_ON_4728,
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
          source: FIELD_MANUAL,
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
      pattern: /unusual (?:rate|amount|volume) of/,
      category: 'reputation',
      meaning:
        'Gmail sees an unusual rate of mail and does not say from what; Google says to take IP, SPF and DKIM domain as affected.',
      source: `${PAGE}; ${GUIDELINES}`,
      note: SEED_ON_4728,
      advice: UNUSUAL_RATE,
      examples: [
        {
          text: '421 4.7.28 Gmail has detected an unusual rate of email. To protect our users from spam, email has been temporarily rate limited. To review our bulk email senders guidelines, go to Email sender guidelines.',
          source: PAGE,
        },
        { text: '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail.', source: SEED },
      ],
    },
    {
      id: 'gmail.spf-suspicious',
      pattern: /spf record .{0,60}suspicious/,
      category: 'authentication',
      scope: 'spf-domain',
      meaning:
        "The sending domain's SPF record has entries that Gmail distrusts, such as far too wide ranges.",
      source: PAGE,
      examples: [
        {
          text: '451 4.7.24 The SPF record of the sending domain has one or more suspicious entries. To protect our users from spam, email sent from your IP address has been temporarily rate limited. For more information, go to Email sender guidelines.',
          source: PAGE,
        },
        {
          text: '550 5.7.24 The SPF record of the sending domain has one or more suspicious entries. For more information, go to Email sender guidelines.',
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.spf-hard-fail',
      pattern: /spf record with a hard ?fail|hard ?fail policy|fails? to pass spf/,
      category: 'authentication',
      scope: 'spf-domain',
      meaning: "The sending IP is not in the domain's SPF record, which ends in -all.",
      source: PAGE,
      examples: [
        {
          text: '550 5.7.26 The (E)MAIL FROM domain [domain-name] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [ip-address]. To best protect our users from spam and phishing, the message has been blocked. For more information, go to Email sender guidelines.',
          source: PAGE,
        },
        {
          text: '550 5.7.26 This message fails to pass SPF checks for an SPF record with a hard fail policy (-all). To best protect our users from spam and phishing, the message has been blocked.',
          source: PAGE_2023,
        },
      ],
    },
    {
      id: 'gmail.dmarc-dns-failure',
      pattern: /dmarc policy, but temporary dns failures?|temporary dns failures? prevents? authentication/,
      category: 'authentication',
      scope: 'domain',
      meaning:
        'Gmail could not look up the DNS records that authenticate this mail, and the DMARC policy forbids it without them.',
      source: PAGE,
      examples: [
        {
          text: "451 4.7.26 Unauthenticated email from domain-name is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. Please contact the administrator of domain-name domain if this was a legitimate email. To learn about the DMARC initiative, go to Control unauthenticated mail from your domain.",
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.dmarc-policy',
      pattern:
        /due to (?:the )?(?:domain's|<host>(?:'s)?|.{0,40}) ?dmarc policy|unauthenticated e?mail .{0,60}not accepted/,
      category: 'authentication',
      scope: 'domain',
      meaning: "The mail fails SPF and DKIM, and the From domain's DMARC policy says to reject such mail.",
      source: PAGE,
      examples: [
        {
          text: "550 5.7.26 Unauthenticated email from domain-name is not accepted due to domain's DMARC policy. Contact the administrator of domain-name domain if this was legitimate email. To learn about the DMARC initiative, go to Control unauthenticated email from your domain.",
          source: PAGE,
        },
        { text: '550 5.7.1 Unauthenticated email is not accepted from this domain.', source: PAGE_2023 },
      ],
    },
    {
      id: 'gmail.no-dmarc-record',
      pattern:
        /(?:doesn't|does not|didn't) have a dmarc record|(?:no|missing|without an?) dmarc (?:record|policy)|dmarc record (?:doesn't|does not)/,
      category: 'authentication',
      scope: 'domain',
      meaning: 'The sending domain has no DMARC record with a policy, which Gmail requires of bulk senders.',
      source: PAGE,
      since: '2025-04',
      examples: [
        {
          text: "421 4.7.40 Your email has been rate limited because the sending domain doesn't have a DMARC record, or the DMARC record doesn't specify a DMARC policy. Gmail requires all bulk email senders to add a DMARC record to their sending domain.",
          source: PAGE,
        },
        {
          text: "550 5.7.40 Your message was blocked because the sending domain doesn't have a DMARC record or the DMARC record doesn't specify a DMARC policy. Gmail requires all bulk email senders to add a DMARC record to their sending domain.",
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.from-alignment',
      pattern: /(?:isn't|is not|not) aligned|no dmarc alignment|dmarc alignment/,
      category: 'authentication',
      scope: 'domain',
      meaning: 'The From domain agrees with neither the SPF nor the DKIM domain, so DMARC cannot pass.',
      source: PAGE,
      note: 'Google lists the permanent code 5.7.32 with the temporary reply 421.',
      examples: [
        {
          text: "421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.",
          source: PAGE,
        },
        {
          text: "421 5.7.32 Your email was blocked because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.",
          source: PAGE,
        },
        {
          text: '4.7.32 This mail has been rate limited because there is no DMARC alignment',
          source: FIELD_MANUAL,
        },
      ],
    },
    {
      id: 'gmail.unauthenticated',
      pattern:
        /(?:is|was|are) unauthenticated|either spf or dkim|(?:does not|doesn't) have authentication information|fails? to pass authentication/,
      category: 'authentication',
      meaning: 'The mail passes neither SPF nor DKIM, and Gmail requires one of them of every sender.',
      source: PAGE,
      examples: [
        {
          text: '421 4.7.26 This email has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF domain-name with ip: ip-address = did not pass. To resolve this issue, go to Email sender guidelines.',
          source: PAGE,
        },
        {
          text: '550 5.7.26 This email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [domain-name] with ip: [ip-address] = did not pass. For instructions on setting up authentication, go to Email sender guidelines.',
          source: PAGE,
        },
        {
          text: '550 5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM). To best protect our users from spam, the message has been blocked.',
          source: PAGE_2023,
        },
      ],
    },
    {
      id: 'gmail.spf-failed',
      pattern:
        /spf (?:authentication |checks? )?(?:didn't|did not|doesn't|does not) pass|(?:didn't|did not|doesn't|does not) pass spf|authenticate (?:their e?mails? ?|\w{0,12} ){0,2}with spf/,
      category: 'authentication',
      scope: 'spf-domain',
      meaning: 'SPF did not pass, and Gmail requires it of bulk senders.',
      source: PAGE,
      examples: [
        {
          text: "421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message. Gmail requires all bulk email senders to authenticate their email with SPF. Authentication results: SPF domain-name with IP address: ip-address = Did not pass.",
          source: PAGE,
        },
        {
          text: "550 5.7.27 This message was blocked because it didn't pass SPF authentication. Gmail requires bulk email senders to authenticate their email with SPF.",
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.dkim-failed',
      pattern:
        /dkim (?:authentication |checks? )?(?:didn't|did not|doesn't|does not) pass|(?:didn't|did not|doesn't|does not) pass dkim|authenticate (?:their e?mails? ?|\w{0,12} ){0,2}with dkim/,
      category: 'authentication',
      scope: 'dkim-domain',
      meaning: 'DKIM did not pass, and Gmail requires it of bulk senders.',
      source: PAGE,
      examples: [
        {
          text: "421 4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message. Gmail requires all email bulk senders to authenticate their email with DKIM. Authentication results: DKIM = Did not pass.",
          source: PAGE,
        },
        {
          text: "550 5.7.30 This message was blocked because it didn't pass DKIM authentication. Gmail requires bulk email senders to authenticate their email with DKIM.",
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.tls-recipient-domain',
      pattern: /tls (?:is )?required for (?:rcpt|recipient) domain/,
      category: 'configuration',
      meaning: "The recipient's domain takes mail over TLS only, and this session had none.",
      source: PAGE,
      examples: [
        {
          text: '421 4.7.0 TLS required for RCPT domain, closing connection. For more information, go to Email encryption in transit.',
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.tls',
      pattern: /(?:using|over) an? tls|use tls|must issue a starttls/,
      category: 'configuration',
      meaning: 'The mail did not come over TLS, which Gmail requires of bulk senders.',
      source: PAGE,
      examples: [
        {
          text: "421 4.7.29 Your email has been rate limited because you're not using a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.",
          source: PAGE,
        },
        {
          text: "421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.",
          source: SISIMAI,
        },
        {
          text: '530 5.7.0 Must issue a STARTTLS command first. For more information, go to About SMTP error messages and review RFC 3207 specifications.',
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.ptr',
      pattern: /\bptr record|reverse dns|forward(?:ing)? dns entry/,
      category: 'configuration',
      scope: 'ip',
      meaning: 'The sending IP has no PTR record, or its host name does not lead back to the IP.',
      source: PAGE,
      examples: [
        {
          text: '421 4.7.0 The IP address sending this message does not have a PTR record, or the corresponding forward DNS entry does not point to the sending IP. To protect our users from spam, email sent from your IP address has been temporarily rate limited. For more information, go to Email sender guidelines.',
          source: PAGE,
        },
        {
          text: "451 4.7.23 ip-address The sending IP address for this message doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP address. To protect users from spam, your email has been temporarily rate limited.",
          source: PAGE,
        },
        {
          text: "550 5.7.25 This message was blocked because the sending IP address doesn't have a PTR record, or the forwarding DNS entry doesn't reference the sending IP address. Gmail requires that sending IP addresses have a PTR record.",
          source: PAGE,
        },
        {
          text: '550 5.7.1 This message does not meet IPv6 sending guidelines regarding PTR records and authentication. For more information, go to Email sender guidelines.',
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.low-reputation.domain',
      pattern: /reputation of (?:the |your )?(?:sending |sender'?s? )?domain/,
      category: 'reputation',
      scope: 'domain',
      meaning: "The sending domain's reputation at Gmail is very low.",
      source: PAGE,
      examples: [
        {
          text: '421 4.7.0 This message is suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked. For more information, go to Why has Gmail blocked my messages?.',
          source: PAGE,
        },
        {
          text: '550 5.7.1 This message is likely suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked. For more information, go to Why has Gmail blocked my messages?',
          source: PAGE,
        },
        {
          text: 'smtp;421 4.7.0 [x.xx.xx.xx] Our system has detected that this message is suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked. Please visit https://support.google.com/mail/answer/188131 for more information. - gsmtp',
          source: FIELD_MANUAL,
        },
      ],
    },
    {
      id: 'gmail.low-reputation.ip',
      pattern: /(?:low|poor|bad) reputation/,
      category: 'reputation',
      scope: 'ip',
      meaning: "The sending IP's reputation at Gmail is very low.",
      source: PAGE,
      examples: [
        {
          text: '421 4.7.0 This message is suspicious due to the very low reputation of the sending IP address. To protect our users from spam, email sent from your IP address has been temporarily rate limited. For more information, go to Why has Gmail blocked my messages?.',
          source: PAGE,
        },
        {
          text: '421 4.7.0 This message is suspicious due to the very low reputation of the sending IP address/domain. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. For more information, go to Why has Gmail blocked my messages?. https://support.google.com/mail/answer/188131',
          source: SISIMAI,
        },
        {
          text: '550 5.7.1 This message is likely suspicious due to the very low reputation of the sending IP address. To best protect our users from spam, the message has been blocked. For more information, go to Why has Gmail blocked my messages?',
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.suspicious-content',
      pattern: /nature of the content|links within|content presents a potential security/,
      category: 'content',
      meaning: 'Gmail finds the content or the links of the message suspicious.',
      source: PAGE,
      examples: [
        {
          text: '421 4.7.0 This message is suspicious due to the nature of the content or the links within. To best protect our users from spam, the message has been blocked. For more information, go to Why has Gmail blocked my messages?.',
          source: PAGE,
        },
        {
          text: '552 5.7.0 This message was blocked because its content presents a potential security issue. To review our message content and attachment content guidelines, go to File types blocked in Gmail.',
          source: PAGE,
        },
      ],
    },
    {
      id: 'gmail.closing-connection',
      pattern: /try again later,? ?closing (?:the )?connection/,
      category: 'reputation',
      meaning:
        'Gmail refuses the connection before any mail, which it does to IPs that it distrusts or that connect too often.',
      source: `${PAGE}; ${SEED}`,
      note: "The seed reads it as refusal by reputation: halve max-smtp-out and look at the spam rate. Google's page says no more than that; its help names floods at the HELO stage.",
      advice: {
        do: [
          'Halve max-smtp-out for Gmail (with backoff-max-msg-rate set, put the queue into backoff).',
          'Look at the spam rate and the IP reputation in Google Postmaster Tools.',
          'Try again after 30 minutes with few connections.',
        ],
      },
      examples: [
        {
          text: '421 4.7.0 Try again later, closing connection. (command) For more information, go to About SMTP error messages.',
          source: PAGE,
        },
        { text: '421 4.7.0 Try again later, closing connection.', source: SEED },
      ],
    },
  ]),
  ...defineRules('gmail', gmailOtherDefinitions),
  ...gmailCodeRules,
];
