import { OWN_RELAY, TLS_NEEDED } from '../../advice/causes.ts';
import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { anyOf, defineRules } from '../../define-rules.ts';

const MESSAGELABS =
  'sisimai/p5-sisimai lib/Sisimai/Rhost/MessageLabs.pm @0ceb30f4, after knowledge.broadcom.com';
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes';

/** Symantec Email Security.cloud (MessageLabs). */
export const symantecRules = defineRules('symantec', [
  {
    id: 'symantec.connection-rejected',
    pattern: /connection rejected by policy/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The sending IP has a negative reputation with Symantec; ipremoval.sms.symantec.com says more.',
    source: `${MESSAGELABS} article 164955`,
    examples: [
      {
        text: '501 Connection rejected by policy [7.7] 20805, please visit www.messagelabs.com/support for more details about this error message.',
        source: `${MESSAGELABS} article 164955`,
      },
    ],
  },
  {
    id: 'symantec.outbound-domain',
    pattern: /envelope domain not allowed for sender ip/,
    category: 'configuration',
    scope: 'domain',
    meaning:
      'Symantec as the sender’s own relay: the domain is not registered for the IP that the mail comes from.',
    source: MESSAGELABS,
    advice: OWN_RELAY,
    examples: [
      {
        text: 'smtp;550 sender envelope domain not allowed for sender IP address (#5.1.8)',
        source: `${MESSAGELABS}, in its comments; as PowerMTA writes it`,
      },
    ],
  },
  {
    id: 'symantec.blocklist',
    pattern: anyOf(
      /because your ip is in the pbl|your ip address .{0,40}has been black ?listed/,
      /your ip address .{0,40}has been blocked/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A blocklist, Spamhaus PBL or the customer’s own, holds the sending IP.',
    source: `${MESSAGELABS} article 165165`,
    examples: [
      {
        text: '553-mail rejected because your IP is in the PBL. See http://www.spamhaus.org/pbl',
        source: `${MESSAGELABS} article 165165`,
      },
    ],
  },
  {
    id: 'symantec.sender-blocked',
    pattern: anyOf(
      /your (?:domain|email address) .{0,40}(?:has been|is) black ?listed/,
      /your (?:domain|email address) .{0,40}has been blocked|badmailfrom/,
    ),
    category: 'policy-block',
    scope: 'domain',
    meaning: 'The customer’s own list blocks the sender or its domain.',
    source: `${MESSAGELABS} articles 162232, 173082`,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: '553 sorry, your envelope sender is in my badmailfrom list. Please visit www.symanteccloud.com/troubleshooting for more details about this error message and instructions to resolve this issue. (#5.7.1)',
        source: `${MESSAGELABS} article 162232`,
      },
    ],
  },
  {
    id: 'symantec.authentication',
    pattern: /domain authentication fail/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF or DMARC of the sending domain failed.',
    source: `${MESSAGELABS} article 175407`,
    examples: [
      {
        text: '553-SPF (Sender Policy Framework) domain authentication fail.',
        source: `${MESSAGELABS} article 175407`,
      },
    ],
  },
  {
    id: 'symantec.tls',
    pattern: /tls\/sslv3 connection required/,
    category: 'configuration',
    meaning: 'The customer demands TLS.',
    source: `${MESSAGELABS} article 162152`,
    advice: TLS_NEEDED,
    examples: [
      { text: '451 TLS/SSLv3 Connection required. (#4.7.1)', source: `${MESSAGELABS} article 162152` },
    ],
  },
  {
    id: 'symantec.too-many-messages',
    pattern: /\btoo many messages\b/,
    category: 'rate-limit',
    meaning: 'Too many messages for now.',
    source: `${MESSAGELABS} article 164767`,
    examples: [{ text: '460 too many messages (#4.3.0)', source: `${MESSAGELABS} article 164767` }],
  },
  {
    id: 'symantec.content',
    pattern: /message filtered|stray linefeeds/,
    category: 'content',
    meaning: 'The anti-spam service takes the message for spam, or its lines are malformed.',
    source: `${MESSAGELABS} article 173867`,
    examples: [
      {
        text: 'smtp;553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)',
        source: `${FIELD_MANUAL}/553.json @12421383`,
      },
    ],
  },
  {
    id: 'symantec.traffic-shaping',
    pattern: /service temporarily unavailable|requested action aborted <n>/,
    category: 'rate-limit',
    scope: 'ip',
    meaning:
      'Traffic shaping: the host slows down an IP that it takes for a source of spam, under words that read like load.',
    source: 'help.mailsphere.co.uk/m/13002/l/1088668 on Symantec.cloud traffic shaping, read 2026-11',
    examples: [
      { text: 'smtp;421 Service Temporarily Unavailable', source: `${FIELD_MANUAL}/421.json @67831a2e` },
      {
        text: 'smtp;450 Requested action aborted [9] #-#, please visit https://knowledge.broadcom.com/external/article?legacyId=TECH246726 for more details about this error message.',
        source: `${FIELD_MANUAL}/450.json @18308e08`,
      },
    ],
    note: 'The words say load. Waiting is the right first answer; the cause is the IP’s traffic, so a person should look if it lasts for a day.',
  },
  {
    id: 'symantec.recipient',
    pattern: /invalid recipient|recipient mailbox is not allowed|trying to use me .{0,120}as a relay/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient or its domain is not known to the host.',
    source: `${MESSAGELABS} article 165163`,
    examples: [
      {
        text: 'smtp;550 Invalid recipient <email@example.com> (#5.1.1)',
        source: `${FIELD_MANUAL}/550.json @00ebd61f`,
      },
    ],
  },
]);
