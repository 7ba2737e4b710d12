import { defineRules } from '../define-rules.ts';

const PAGE = 'support.google.com/a/answer/3726730, Gmail SMTP errors and codes, as of 2026-02-15';

export const gmailRules = defineRules('gmail', [
  {
    id: 'gmail.unusual-rate.ip',
    pattern: /unusual (?:rate|amount) of (?:unsolicited )?e?mail originating from your ip address/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Gmail sees an unusual rate of mail from this IP and slows it down.',
    source: PAGE,
    examples: [
      {
        text: '421 4.7.28 Gmail has detected an unusual rate of email originating from your IP address ip-address. To protect our users from spam, email sent from your IP address has been temporarily rate limited.',
        source: PAGE,
      },
    ],
  },
]);
