import { ERRORS_IN_SESSION } from '../../advice/causes.ts';
import { anyOf, defineRules } from '../../define-rules.ts';

const PAGE = 'support.apple.com/102322 (Postmaster information for iCloud Mail), 2025-02-25';
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes @67831a2e (MIT)';
const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/Apple.pm @21cfb932 (BSD-2-Clause)';
const SET_OF_EMAILS = 'sisimai/set-of-emails @18e585c2 (BSD-2-Clause) maildir/bsd/lhost-sendmail-56.eml';
const KUMOMTA = 'KumoCorp/kumomta assets/community/shaping.toml @3ebc1e85 (Apache-2.0)';
const SMTP_CODES = 'smtp.codes/icloud (2026)';

export const appleRules = defineRules('apple', [
  {
    id: 'apple.excessive-volume',
    pattern: /(?:excessive|unusual|high) volume/,
    category: 'rate-limit',
    meaning:
      'Too much mail came in a short time for this recipient or from this sender; Apple accepts it later.',
    source: `${FIELD_MANUAL}; ${SMTP_CODES}`,
    examples: [
      {
        text: 'smtp;421 4.7.1 Messages to example@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137',
        source: FIELD_MANUAL,
      },
      {
        text: '421 4.7.1 Messages to ****@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'apple.hcm',
    pattern: /\bhcm\d{1,2}\b|your mail from .{0,60}(?:was|has been) (?:deferred|rejected|blocked)/,
    category: 'reputation',
    scope: 'ip',
    meaning: "Apple defers or refuses this IP's mail by its reputation.",
    source: KUMOMTA,
    note: 'Apple documents no meaning of HCM codes; operators meet them with poor reputation or a sudden volume.',
    examples: [{ text: '421 [HCM1] Your mail from x.y.z.a was deferred.', source: KUMOMTA }],
  },
  {
    id: 'apple.authentication',
    pattern: anyOf(
      /dmarc|\bhme\d\b|spf and dkim|(?:spf|dkim) .{0,20}(?:fail|did not pass)|authentication (?:checks|failed)/,
      /unauthenticated/,
    ),
    category: 'authentication',
    meaning: 'The mail failed SPF and DKIM, or the DMARC policy of its domain.',
    source: `${SISIMAI}; ${PAGE}`,
    examples: [
      {
        text: "554 5.7.1 Your message was rejected due to example.jp's DMARC policy. See https://support.apple.com/en-us/HT204137 for",
        source: SISIMAI,
      },
      {
        text: '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'apple.blocklist',
    pattern: /spamhaus|blocked - see|dnsbl|due to (?:a )?listing in/,
    category: 'policy-block',
    meaning: 'The IP, or a domain in the message, is on a blocklist that Apple uses (Spamhaus, Proofpoint).',
    source: SISIMAI,
    examples: [
      {
        text: '550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.1.2',
        source: SISIMAI,
      },
      {
        text: '550 5.7.1 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus SBL. For details please see http://www.spamhaus.org/query/bl?ip=x.x.x.x',
        source: SISIMAI,
      },
      {
        text: '550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'apple.local-policy',
    pattern: /local policy|\b(?:cs|hm)\d\d\b/,
    category: 'policy-block',
    meaning:
      'Apple refuses the mail by its own filter: content, or a sender whose reputation it does not trust.',
    source: FIELD_MANUAL,
    note: 'CS and HM codes are not documented; senders with young domains or listed IPs report HM07 and HM08.',
    examples: [
      {
        text: '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
        source: FIELD_MANUAL,
      },
      {
        text: '554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137.',
        source: 'forwardemail.net test data (public code index, id 70374234559)',
      },
    ],
  },
  {
    id: 'apple.not-accepting-connections',
    pattern: /not accepting connections/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Apple takes no connections from this IP.',
    source: SISIMAI,
    examples: [{ text: '554 st11p00im-smtpin001.me.com ESMTP not accepting connections', source: SISIMAI }],
  },
  {
    id: 'apple.too-many-errors',
    pattern: /too many errors/,
    category: 'configuration',
    meaning: 'Apple ended the session after too many refused commands, mostly unknown recipients.',
    source: FIELD_MANUAL,
    advice: ERRORS_IN_SESSION,
    examples: [
      { text: 'smtp;421 4.7.0 me.com Error: too many errors', source: FIELD_MANUAL },
      { text: '421 4.7.0 st11p00im-smtpin013.me.com Error: too many errors', source: SET_OF_EMAILS },
    ],
  },
  {
    id: 'apple.sender-domain',
    pattern: /sender address rejected|domain not found/,
    category: 'configuration',
    scope: 'domain',
    meaning: "The sender's domain or the IP's reverse name does not resolve.",
    source: SISIMAI,
    examples: [
      { text: '450 4.1.8 <kijitora@example.jp>: Sender address rejected: Domain not found', source: SISIMAI },
    ],
  },
  {
    id: 'apple.recipient',
    pattern: anyOf(
      /user does not exist|inactive email address|over quota|unknown or illegal alias|no longer on server/,
      /does not accept mail|relay access denied|user unknown|mailbox (?:is )?(?:full|unavailable)/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient does not exist, is inactive or full.',
    source: SISIMAI,
    examples: [
      { text: 'smtp;550 5.1.1 <example@icloud.com>: user does not exist', source: FIELD_MANUAL },
      {
        text: '552 5.2.2 <kijitora@icloud.com>: user is over quota (in reply to RCPT TO command)',
        source: SISIMAI,
      },
      {
        text: '550 5.1.1 <kijitora@icloud.com>: inactive email address (in reply to RCPT TO command)',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'apple.service-unavailable',
    pattern: anyOf(
      /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)|server (?:is )?(?:too )?busy/,
      /system resources|timed? ?out/,
    ),
    category: 'unavailable',
    meaning: 'Apple does not take mail for a moment, often at the full hour when many send at once.',
    source: SMTP_CODES,
    examples: [{ text: '451 4.7.1 Service unavailable - try again later', source: SMTP_CODES }],
  },
]);
