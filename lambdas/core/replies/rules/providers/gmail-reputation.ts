import type { RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { PAGE, SISIMAI, FIELD_MANUAL_421 } from './gmail-sources.ts';

/** Gmail: the standing of domain or IP, and content or a connection refused on sight. */
export const gmailReputationDefinitions: readonly RuleDefinition[] = [
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
        source: FIELD_MANUAL_421,
      },
    ],
  },
  {
    id: 'gmail.low-reputation',
    pattern: /reputation of the sending (?:ip address|ip) ?(?:\/|or|and) ?domain/,
    category: 'reputation',
    meaning:
      'The reputation of the sending IP or of the domain is very low at Gmail, which leaves open of which.',
    source: PAGE,
    examples: [
      {
        text: '421 4.7.0 This message is suspicious due to the very low reputation of the sending IP address/domain. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. For more information, go to Why has Gmail blocked my messages?. https://support.google.com/mail/answer/188131',
        source: SISIMAI,
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
    source: `${PAGE}; ${ANALYSIS_421}`,
    note: "The 421 Analysis reads it as refusal by reputation: halve max-smtp-out and look at the spam rate. Google's page says no more than that; its help names floods at the HELO stage.",
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
      { text: '421 4.7.0 Try again later, closing connection.', source: ANALYSIS_421 },
    ],
  },
];
