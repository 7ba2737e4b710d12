import { UNKNOWN_RECIPIENTS } from '../../advice/causes.ts';
import { defineRules } from '../../define-rules.ts';

const MEANINGS =
  'postmaster.gmx.net error messages, in the words of new-faq.comservice-ffo.de (1&1 help), stored copy read 2026-11';
const ZAMMAD = 'postmaster.web.de/en/case?c=hi, its words quoted in zammad/zammad issue 4630 (2023-05-31)';
const NO_DATE = 'flatpressblog/flatpress issue 631 (2025-06-03): a message without Date';
const SUPED = 'suped.com, resolving 421 errors of Web.de and GMX, updated 2026-05';

/** GMX, Web.de, mail.com, IONOS (1&1): one platform, `Nemesis ESMTP`. Its first lines are always the same; the last line counts. */
export const gmxRules = defineRules('gmx', [
  {
    id: 'gmx.header',
    pattern: /\?p=(?:h[id]|r07\d\d)\b|\(header based\)/,
    category: 'content',
    meaning:
      'The header of the message breaks RFC 5322: Date, From, Sender or To is wrong, missing or there more than once.',
    source: `${ZAMMAD}; ${NO_DATE}; hitobito/hitobito issue 2671 (2024-06): an empty To`,
    examples: [
      {
        text: '554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.web.de/en/case?c=hi',
        source: ZAMMAD,
      },
      {
        text: '554-Transaction failed\n554-Reject due to policy restrictions.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=r0701&i=ip&v=192.0.2.1',
        source: `${NO_DATE}; address added`,
      },
      {
        text: '554-Transaction failed\n554-Reject due to policy restrictions.\n554 For explanation visit https://www.ionos.com/help/index.php?id=2425&ip=192.0.2.178&c=hd',
        source: 'homematic-community/hm_email issue 13 (2022-10-14); address replaced',
      },
    ],
    note: 'The words are those of every policy; only the case code in the link tells. Of the four-digit codes r0701 and r0735 are known, both about the header.',
  },
  {
    id: 'gmx.blocklist',
    pattern: /ip address is bl(?:ack|ock) listed|\?p=r0[23]\d\d\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The sending IP is on a blocklist of the platform or on a public one.',
    source: 'postmaster.gmx.net, error messages, read 2026-11',
    examples: [
      {
        text: '554-gmx.net (mxgmx008) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is block listed.\n554 For explanation visit\nhttps://postmaster.gmx.net/de/case?c=r0301&i=ip&v=192.0.2.85&r=1MqZMI-1subuH3f4i-00mYd5',
        source:
          'bounce kept in a public repository (searched for "Nemesis ESMTP"), read 2026-11; address replaced',
      },
      {
        text: '554-kundenserver.de (mxeue111) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is black listed.',
        source: 'forum thread kept in a public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'gmx.reverse-dns',
    pattern: /(?:bad|invalid) dns ptr resource record|\?p=(?:rdns|r06\d\d)\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP has no PTR record, or a generic one.',
    source: 'postmaster.gmx.net, error messages, read 2026-11',
    examples: [
      {
        text: '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.225&c=rdns',
        source: 'Lino documentation, public repository, read 2026-11; address replaced',
      },
      {
        text: '554 For explanation visit https://postmaster.1und1.de/en/case?c=r0602&i=ip&v=192.0.2.130',
        source: 'notes of an operator whose IPs had lost their PTR names, public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'gmx.unknown-recipients',
    pattern: /reject due to policy violations/,
    category: 'reputation',
    scope: 'ip',
    meaning:
      'The IP sent to too many mailboxes that do not exist; as a 450 it can also mean a HELO name that keeps changing.',
    source: MEANINGS,
    advice: UNKNOWN_RECIPIENTS,
    examples: [{ text: '421 Reject due to policy violations', source: MEANINGS }],
  },
  {
    id: 'gmx.rate',
    pattern: /rate limit reached|too many messages have been received|too many mails \(mail bomb\)|mail bomb/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'Too many messages in too short a time; it asks for some hours of rest and a lower rate.',
    source: `${SUPED}; ${MEANINGS}`,
    examples: [
      {
        text: '421 web.de (mxweb113) Nemesis ESMTP Service not available Service unavailable Reject due to policy restrictions Please try again later. Too many messages have been received in a short period of time. Please try again in a few hours and reduce the sending rate.',
        source: SUPED,
      },
      { text: '421 Rate limit reached. Please try again later', source: MEANINGS },
      {
        text: '450 4.3.2 Too many mails (mail bomb), try again in 1 hour(s) 25 minute(s) and see ( http://portal.gmx.net/serverrules ) {mx-us011}',
        source: 'Exim log line in a public repository (logstash pattern test), 2012',
      },
    ],
    note: 'Retries count against the rate: the platform wants hours, not minutes.',
  },
  {
    id: 'gmx.connections',
    pattern: /too many connections/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections at a time.',
    source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b',
    examples: [
      {
        text: '421 gmx.net (mxgmx101) Nemesis ESMTP Service not available Too many connections',
        source:
          'KumoCorp/kumomta assets/community/shaping.toml @00df937b (the rule’s words after the usual first line)',
      },
    ],
  },
  {
    id: 'gmx.policy',
    pattern: /reject due to policy restrictions|administrative reject|no smtp service/,
    category: 'policy-block',
    scope: 'ip',
    meaning:
      'The platform refuses the sending IP or the message by its own rules: authentication, sender guidelines or reputation.',
    source: 'postmaster.gmx.net, error messages; KumoCorp/kumomta assets/community/shaping.toml @00df937b',
    examples: [
      {
        text: '554 gmx.net (mxgmx016) Nemesis ESMTP Service not available No SMTP service Reject due to policy restrictions',
        source: 'linux-staging mailing list, bounce quoted in public copies, read 2026-11',
      },
    ],
  },
  {
    id: 'gmx.unavailable',
    pattern: /local error in processing|service not available/,
    category: 'unavailable',
    meaning: 'The platform cannot take mail for the moment.',
    source: MEANINGS,
    examples: [{ text: '451 Requested action aborted: local error in processing', source: MEANINGS }],
  },
]);
