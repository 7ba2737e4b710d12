import { defineRules } from '../../define-rules.ts';

export const yandexRules = defineRules('yandex', [
  {
    id: 'yandex.recipient-rate',
    pattern: /recipient has exceeded (?:the |their |its )?message rate limit/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'This one mailbox gets too much mail for now.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
    examples: [
      {
        text: 'smtp;450 4.2.1 The recipient has exceeded message rate limit. Try again later.',
        source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
      },
    ],
  },
  {
    id: 'yandex.content',
    pattern: /under suspicion of spam/,
    category: 'content',
    meaning: 'Yandex takes the message for spam.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/554.json @100935cc',
    examples: [
      {
        text: 'smtp;554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc ##',
        source: 'ActiveCampaign/smtp-field-manual data/codes/554.json @100935cc',
      },
    ],
    note: 'Also seen when web forms are used to flood Russian mailboxes: look at sign-ups first.',
  },
  {
    id: 'yandex.dmarc',
    pattern: /rejected per dmarc policy/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'The message failed DMARC and the domain’s own policy asks for rejection.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
    examples: [
      {
        text: 'smtp;550 5.7.1 Email rejected per DMARC policy for mail.ru #',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
    ],
  },
  {
    id: 'yandex.recipient',
    pattern: /no such user!|policy rejection on the target address/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist or does not take this mail.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
    examples: [
      {
        text: 'smtp;550 5.7.1 No such user!',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
      {
        text: 'smtp;550 5.7.1 Policy rejection on the target address',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
    ],
  },
  {
    id: 'yandex.unavailable',
    pattern: /timeout exceeded|the service is currently unavailable\. please come back later/,
    category: 'unavailable',
    meaning: 'Yandex cannot take the message now, or the session took too long.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/421.json @67831a2e',
    examples: [
      {
        text: 'smtp;421 4.4.2 mail.yandex.net Error: timeout exceeded',
        source: 'ActiveCampaign/smtp-field-manual data/codes/421.json @67831a2e',
      },
      {
        text: '451 4.7.1 Sorry, the service is currently unavailable. Please come back later. 8ohqT2RI-8ohqQZ6F (in reply to end of DATA command)',
        source: 'Postfix log of a public repository, July (year not given), read 2026-11',
      },
    ],
    note: 'Yandex answers 451 4.7.1 after DATA for suspicious mail too; it does not say which. Patience first, a person once it lasts.',
  },
]);
