import { PER_CONNECTION } from '../../advice/one-session.ts';
import { defineRules } from '../../define-rules.ts';

const CODES =
  'postmaster.comcast.net/mail-error-codes.html and smtp-error-codes.php, stored copies read 2026-11';

/** Comcast and Xfinity; its accounts have been moving to Yahoo since June 2025, so the MX decides. */
export const comcastRules = defineRules('comcast', [
  {
    id: 'comcast.blocklist',
    pattern: /found on one or more dnsbls|#?bl00(?:0001|001[01]|01[01]{2}|1[01]{3})\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning:
      'The sending IP is on a public blocklist that Comcast queries (Spamhaus, Cloudmark, Sender Score, Invaluement).',
    source: CODES,
    examples: [
      {
        text: '554 resimta-po-11v.sys.comcast.net resimta-po-11v.sys.comcast.net 1.2.3.4 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
  },
  {
    id: 'comcast.block-for-spam',
    pattern: /comcast block for spam|#?bl000000\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Comcast blocks the sending IP because mail from it came in patterns characteristic of spam.',
    source: CODES,
    examples: [
      {
        text: '554 imta14.emeryville.ca.mail.comcast.net comcast 192.0.2.140 Comcast block for spam.  Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
        source: 'sisimai test data (t/ reason samples), public repository copies; address replaced',
      },
    ],
  },
  {
    id: 'comcast.dynamic-ip',
    pattern: /#?es0000(?:01|10)\b|comcast.{0,80}(?:dynamic|residential)/,
    category: 'policy-block',
    scope: 'ip',
    meaning:
      'Comcast takes the sending IP for a residential or dynamic one, mostly because of its reverse DNS name.',
    source: 'es.xfinity.com/support/articles/email-errors (ES000001, ES000010), stored copy read 2026-11',
    examples: [
      {
        text: '554 Comcast does not allow residential/dynamic IP addresses to directly connect to our email servers. ES000010',
        source:
          'es.xfinity.com/support/articles/email-errors, the page’s own sentence with its code; no log line found',
      },
    ],
  },
  {
    id: 'comcast.too-many-sessions',
    pattern: /too many sessions opened/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'More than 25 connections at a time from one IP (older pages say 10).',
    source: CODES,
    examples: [
      {
        text: '421 - [Too many sessions opened]',
        source: 'postmaster.comcast.net smtp-error-codes.php, stored copy read 2026-11',
      },
    ],
  },
  {
    id: 'comcast.reverse-dns',
    pattern: /reverse dns failure/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The PTR lookup of the sending IP failed; Comcast requires a valid reverse DNS name.',
    source: CODES,
    examples: [
      {
        text: '421 - [Reverse DNS failure : Try again later]',
        source: 'postmaster.comcast.net smtp-error-codes.php, stored copy read 2026-11',
      },
    ],
    note: 'Comcast says it can be retried; when every attempt gets it, the PTR record or its name server is at fault.',
  },
  {
    id: 'comcast.throttled',
    pattern: /\bthrottled\b|#?rl0000(?:0[1-9]|1\d)\b/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'The IP sends more than its reputation at Comcast allows for now.',
    source: CODES,
    examples: [
      {
        text: 'smtp;421 4.1.0 4.26.39.92 Throttled - try again later. Please see https://postmaster.comcast.net/smtp-error-codes.php#RL000003',
        source:
          'public repository notes on PowerMTA dsnDiag values (searched for "smtp-error-codes.php#RL00"), read 2026-11',
      },
      {
        text: '451 4.2.0 Throttled - https://postmaster.comcast.net/smtp-error-codes.php#RL000010',
        source: 'sisimai RateLimited samples, public repository copies, read 2026-11',
      },
    ],
    note: 'The limit itself follows from reputation, so it is patience first; a limit that stays for a day is a matter of complaints and lists.',
  },
  {
    id: 'comcast.too-many-per-session',
    pattern: /too many (?:emails|messages) sent on this session/,
    category: 'rate-limit',
    meaning: 'The connection carried more messages than Comcast takes in one session.',
    ofOneSession: true,
    advice: PER_CONNECTION,
    source: 'sisimai RateLimited samples, public repository copies, read 2026-11',
    examples: [
      {
        text: '421 Too many emails sent on this session',
        source: 'sisimai RateLimited samples, public repository copies, read 2026-11 (reply code added)',
      },
    ],
  },
  {
    id: 'comcast.dmarc',
    pattern: /#?dm00000\d\b|due to dmarc/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'The message failed DMARC and the domain’s own policy asks for rejection.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
    examples: [
      {
        text: 'smtp;550 5.2.0 Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
    ],
  },
  {
    id: 'comcast.recipient',
    pattern: /recipient temporarily unavailable|recipient mailbox (?:unallocated|<name>)|not our customer/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not take mail: it is unknown, or temporarily out of service.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
    examples: [
      {
        text: 'smtp;450 4.2.0 <example@comcast.net> - Recipient temporarily unavailable',
        source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
      },
      {
        text: 'smtp;550 5.1.1 <example@comcast.net> recipient mailbox unallocated',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
    ],
  },
]);
