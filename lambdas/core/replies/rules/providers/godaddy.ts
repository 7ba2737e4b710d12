import { SENDER_DOMAIN } from '../../advice/causes.ts';
import { defineRules } from '../../define-rules.ts';

const HELP = 'godaddy.com help 40685, as listed in sisimai/p5-sisimai lib/Sisimai/Rhost/GoDaddy.pm @06915129';

/** GoDaddy (secureserver.net): IB and three digits. */
export const godaddyRules = defineRules('godaddy', [
  {
    id: 'godaddy.blocklist',
    pattern: /\bib10[3-6]\b|\brbl reject/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Spamhaus, Cloudmark CSI or GoDaddy’s own list holds the sending IP.',
    source: HELP,
    examples: [
      {
        text: '554 Connection refused. This IP has a poor reputation on Cloudmark Sender Intelligence (CSI). IB103',
        source: HELP,
      },
      {
        text: '554 mx.recipient.com bizsmtp IB105. Connection refused. 192.0.2.44 is listed on the Exploits Block List (XBL) <http://www.spamhaus.org/query/ip/192.0.2.44> Please visit http://www.spamhaus.org/xbl/ for more information.',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
  },
  {
    id: 'godaddy.reverse-dns',
    pattern: /\bib108\b|reverse dns for .{0,60}failed/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP has no reverse DNS name.',
    source: HELP,
    examples: [{ text: '421 Temporarily rejected. Reverse DNS for this IP failed. IB108', source: HELP }],
  },
  {
    id: 'godaddy.connections',
    pattern: /\bib007\b|too many sessions from/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many sessions at a time from one IP.',
    source: HELP,
    examples: [
      {
        text: '421 Connection refused, too many sessions from This IP. Lower the number of concurrent sessions. IB007',
        source: HELP,
      },
    ],
  },
  {
    id: 'godaddy.blocked-for-spam',
    pattern: /\bib11[01]\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Blocked for an hour or the day after too much mail that was classified as spam.',
    source: HELP,
    examples: [
      {
        text: '554 This IP has been temporarily blocked for attempting to send too many messages containing content judged to be spam by the Internet community. IB110',
        source: HELP,
      },
    ],
  },
  {
    id: 'godaddy.invalid-recipients',
    pattern: /\bib11[23]\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Blocked for an hour or the day after too many unknown recipients.',
    source: HELP,
    examples: [
      {
        text: '554 This IP has been temporarily blocked for attempting to mail too many invalid recipients. IB112',
        source: HELP,
      },
    ],
  },
  {
    id: 'godaddy.rate',
    pattern: /\bib(?:504|510|605|607)\b/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'The limit of messages or recipients per hour, session or message is reached.',
    source: HELP,
    examples: [
      { text: '550 This IP has sent too many messages this hour. IB504', source: HELP },
      {
        text: '452 This message contains too many recipients. Reduce the number of recipients and retry. IB605',
        source: HELP,
      },
    ],
  },
  {
    id: 'godaddy.authentication',
    pattern: /\bib508\b/,
    category: 'authentication',
    scope: 'spf-domain',
    meaning: 'The SPF record of the sender’s domain does not allow the IP.',
    source: HELP,
    examples: [
      {
        text: '550 jane@coolexample.com Invalid SPF record. Inspect your SPF settings, and try again. IB508',
        source: HELP,
      },
    ],
  },
  {
    id: 'godaddy.sender',
    pattern: /\bib50[126]\b|\bib401\b/,
    category: 'configuration',
    scope: 'domain',
    meaning: 'The From address is empty, an IP, or of a domain without DNS records.',
    source: HELP,
    advice: SENDER_DOMAIN,
    examples: [
      { text: '550 coolexample.com From: Domain is invalid. Provide a valid From: IB506', source: HELP },
    ],
  },
  {
    id: 'godaddy.content',
    pattern: /\bib(?:212|705)\b|message rejected for spam or virus content/,
    category: 'content',
    meaning: 'A link, attachment or pattern in the message was classified as spam or a virus.',
    source: HELP,
    examples: [
      {
        text: '552 This message has been rejected due to content judged to be spam by the internet community. IB212',
        source: HELP,
      },
    ],
  },
  {
    id: 'godaddy.unavailable',
    pattern: /\bib101\b/,
    category: 'unavailable',
    meaning: 'GoDaddy’s queue is fuller than usual.',
    source: HELP,
    examples: [{ text: '421 Server temporarily unavailable. Try again later. IB101', source: HELP }],
  },
  {
    id: 'godaddy.recipient',
    pattern: /recipient not found|account (?:storage limit|disabled|does not exist)/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is unknown, full or disabled.',
    source: HELP,
    examples: [{ text: '550 Recipient not found', source: HELP }],
  },
]);
