import { defineRules } from '../../define-rules.ts';

const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f';

export const mailRuRules = defineRules('mail-ru', [
  {
    id: 'mail-ru.content',
    pattern: /spam message (?:rejected|discarded)/,
    category: 'content',
    meaning: 'Mail.ru takes the message for spam; the link leads to a form for objections.',
    source: FIELD_MANUAL,
    examples: [
      {
        text: 'smtp;550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=7y4ytdHbuOGv3O50NYTwpz1F-TVIpnactxtFPeFQSDYMAAAAaKgAAOX_3hE~ or report details to abuse@corp.mail.ru. Error code: B5322EEFE1B8DBD174EEDCAFA7F0843535F9453D9C76A6483D451BB7364850E1. ID: #',
        source: FIELD_MANUAL,
      },
      {
        text: '550 spam message discarded. If you think that the system is mistaken, please report details to abuse@corp.mail.ru (in reply to end of DATA command)',
        source: 'Postfix log line in a public repository (log parser rules), read 2026-11',
      },
    ],
    note: 'Mail.ru says “spam message” for the reputation of IP and domain as well.',
  },
  {
    id: 'mail-ru.put-off',
    pattern: /try again later \(?<ip>\W.{0,20}contact <address>/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Mail.ru puts this IP off, and names its abuse desk: it is about the sender.',
    source: 'log lines of a mail service in a public repository, read 2026-11',
    examples: [
      {
        text: '421 Try again later (192.0.2.1). Please contact abuse@corp.mail.ru.',
        source: 'log lines of a mail service in a public repository, read 2026-11; address replaced',
      },
    ],
  },
  {
    id: 'mail-ru.dynamic-ip',
    pattern: /we do not accept mail from (?:hosts with )?dynamic ip/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The PTR record of the sending IP looks generic or dynamic.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34 (marked as mail.ru)',
    examples: [
      {
        text: '550 We do not accept mail from hosts with dynamic IP or generic dns PTR-records',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34 (reply code added)',
      },
    ],
  },
  {
    id: 'mail-ru.recipient',
    pattern: /message was not accepted -- invalid mailbox/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist, is disabled or full.',
    source: FIELD_MANUAL,
    examples: [
      {
        text: 'smtp;550 Message was not accepted -- invalid mailbox. Local mailbox example@mail.ru is unavailable: account is disabled',
        source: FIELD_MANUAL,
      },
    ],
  },
]);
