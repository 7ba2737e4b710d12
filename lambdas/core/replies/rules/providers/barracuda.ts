import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { defineRules } from '../../define-rules.ts';

const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes';

/** Barracuda Email Gateway Defense and appliances; `cuda_nsu` marks answers of its own. */
export const barracudaRules = defineRules('barracuda', [
  {
    id: 'barracuda.rate-control',
    pattern: /rate control|too many connections from your ip/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'Rate control: too many connections from one IP within half an hour.',
    source: 'campus.barracuda.com knowledge base 50160000000He2oAAC, read 2026-11',
    examples: [
      {
        text: '450 too many connections from your IP (rate controlled)',
        source: 'Zimbra log line, January (year not given), public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'barracuda.abuse',
    pattern: /policy rejection- ?abuse/,
    category: 'policy-block',
    meaning: 'A policy of the customer takes the sender for abusive.',
    source: `${FIELD_MANUAL}/450.json @18308e08`,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: 'smtp;450 cuda_nsu 4.7.1 <email@example.com>: Recipient address rejected: Policy Rejection- Abuse. Go away.',
        source: `${FIELD_MANUAL}/450.json @18308e08`,
      },
    ],
  },
  {
    id: 'barracuda.url-content',
    pattern: /spam url in content/,
    category: 'content',
    scope: 'url-domain',
    meaning: 'A link in the message has a bad reputation.',
    source: `${FIELD_MANUAL}/554.json @100935cc`,
    examples: [
      { text: 'smtp;554 rejected due to spam URL in content', source: `${FIELD_MANUAL}/554.json @100935cc` },
    ],
  },
  {
    id: 'barracuda.content',
    pattern: /rejecting banned content|rejecting spoofed message/,
    category: 'content',
    meaning: 'The message holds what the customer bans, or looks forged.',
    source: `${FIELD_MANUAL}/554.json @100935cc`,
    examples: [
      { text: 'smtp;554 rejecting banned content', source: `${FIELD_MANUAL}/554.json @100935cc` },
      { text: 'smtp;550 rejecting spoofed message', source: `${FIELD_MANUAL}/550.json @00ebd61f` },
    ],
  },
  {
    id: 'barracuda.message-blocked',
    pattern: /permanent failure for one or more recipients \(\S+:blocked\)/,
    category: 'policy-block',
    meaning: 'The customer’s Barracuda blocks this message or its sender and does not say why.',
    source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: '550 permanent failure for one or more recipients (user@example.com:blocked)',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
    note: 'ZoneMTA reads it as the sender’s block, Forward Email as the recipient’s. A wrong wait would be worse than a wrong alarm.',
  },
  {
    id: 'barracuda.recipient-refused',
    pattern: /permanent failure for one or more recipients/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The customer’s server refused one of the recipients.',
    source: 'zone-eu/zone-mta config/bounces.txt @0009aafa; forwardemail.net get-bounce-info, read 2026-11',
    examples: [
      {
        text: '550 permanent failure for one or more recipients (user@example.com:550 No such user)',
        source: 'the form of zone-eu/zone-mta config/bounces.txt @0009aafa, with another reason',
      },
    ],
  },
  {
    id: 'barracuda.blocked',
    pattern: /^\W*(?:\d{3}\W+)?(?:\d\.\d\.\d{1,3}\W+)?blocked\W*$/,
    category: 'policy-block',
    meaning: 'Barracuda blocks without saying why; mostly its reputation list.',
    source: `${FIELD_MANUAL}/550.json @00ebd61f`,
    examples: [{ text: 'smtp;550 Blocked', source: `${FIELD_MANUAL}/550.json @00ebd61f` }],
  },
  {
    id: 'barracuda.recipient-verification',
    pattern: /temporary failure, please try again later|license expired/,
    category: 'unavailable',
    meaning:
      'The server that Barracuda forwards to did not take the message, or the customer’s licence has ended.',
    source: `${FIELD_MANUAL}/421.json @67831a2e`,
    examples: [
      {
        text: 'smtp;421 Temporary failure, please try again later.',
        source: `${FIELD_MANUAL}/421.json @67831a2e`,
      },
      { text: 'smtp;422 License Expired', source: `${FIELD_MANUAL}/421.json @0b9ecacd` },
    ],
  },
]);
