import { OWN_RELAY, TLS_NEEDED } from '../../advice/causes.ts';
import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { ONE_SESSION } from '../../advice/one-session.ts';
import { anyOf, defineRules } from '../../define-rules.ts';

const CODES =
  'community.mimecast.com, Mimecast SMTP error codes, as listed in sisimai/p5-sisimai lib/Sisimai/Rhost/Mimecast.pm @05b2d687';
const TEXT = `${CODES} (reply code and words as listed)`;
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes';

export const mimecastRules = defineRules('mimecast', [
  {
    id: 'mimecast.reputation',
    pattern: /csi\.mimecast|poor reputation sender|local ct ip reputation/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Mimecast refuses the sending IP because of its poor reputation.',
    source: CODES,
    examples: [
      {
        text: '550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [vH7Ns8biNg-p6EfZ0QaVMQ.us149]',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
      { text: '550 Local CT IP Reputation - (reject)', source: TEXT },
    ],
  },
  {
    id: 'mimecast.greylisting',
    pattern: /internal resources? (?:are |is )?temporarily unavailable/,
    category: 'greylisting',
    scope: 'ip',
    meaning:
      'Greylisting of an unknown pair of sender and recipient; Mimecast says a poor reputation can be the reason too.',
    source: CODES,
    examples: [
      {
        text: 'smtp;451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [#]',
        source: `${FIELD_MANUAL}/451.json @2005cfe1`,
      },
    ],
    note: 'Mimecast waits from one minute to twelve hours. Still there after a day: reputation, not greylisting.',
  },
  {
    id: 'mimecast.account-unavailable',
    pattern: /account (?:service|<name>) is temporarily unavailable/,
    category: 'unavailable',
    meaning: 'The account of Mimecast’s customer takes no mail for the moment, from nobody.',
    source: CODES,
    examples: [{ text: '451 Account service is temporarily unavailable', source: TEXT }],
    note: 'Mimecast’s list gives too many connections for the account as the reason, 20 unless set otherwise, and five minutes as its length. All who write to that customer share them, so it is no limit of this sender; if it keeps coming from one customer, fewer connections to its domain help.',
  },
  {
    id: 'mimecast.temporarily-blacklisted',
    pattern: /ip temporarily blacklisted/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Mimecast keeps the IP out for a while because it passed a limit there.',
    source: CODES,
    examples: [{ text: '451 IP temporarily blacklisted', source: TEXT }],
    note: 'Mimecast’s list calls it a limit and says “wait and try again”. The whole IP is kept out, for all of Mimecast’s customers, so it is read as the block that it says it is.',
  },
  {
    id: 'mimecast.authentication',
    pattern: /(?:spf|dkim|dmarc) sender invalid/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF, DKIM or DMARC of the sending domain failed.',
    source: CODES,
    examples: [
      { text: '550 SPF Sender Invalid - envelope rejected', source: TEXT },
      { text: '550 DMARC Sender Invalid - envelope rejected', source: TEXT },
    ],
  },
  {
    id: 'mimecast.own-account',
    pattern: anyOf(
      /hostname is not authori[sz]ed|incorrect authentication data/,
      /submitter failed|journal message past expiration/,
    ),
    category: 'configuration',
    meaning:
      'Mimecast as the sender’s own relay: the account, its hosts or its log-in do not allow this mail.',
    source: CODES,
    advice: OWN_RELAY,
    examples: [
      { text: '451 Hostname is not authorized', source: TEXT },
      { text: '535 Incorrect authentication data', source: TEXT },
      { text: '550 Journal message past expiration', source: TEXT },
    ],
  },
  {
    id: 'mimecast.outbound-threads',
    pattern: /exceeding outbound thread limit/,
    category: 'connection-limit',
    meaning: 'Too many connections at a time to Mimecast as the sender’s own relay.',
    source: CODES,
    examples: [{ text: '550 Exceeding outbound thread limit', source: TEXT }],
  },
  {
    id: 'mimecast.tls',
    pattern: /this route requires|configuration is invalid for this certificate/,
    category: 'configuration',
    meaning: 'The customer demands TLS, or a newer version or stronger cipher of it.',
    source: CODES,
    advice: TLS_NEEDED,
    examples: [{ text: '553 This route requires encryption (TLS)', source: TEXT }],
  },
  {
    id: 'mimecast.customer-network',
    pattern: /host network not allowed/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A policy of Mimecast’s customer blocks the network of the sending IP.',
    source: CODES,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [{ text: '421 Host network not allowed', source: TEXT }],
  },
  {
    id: 'mimecast.customer-policy',
    pattern: anyOf(
      /administrative prohibition|envelope (?:blocked|rejected)|sender address blocked|anti-spoofing/,
      /blocked senders|content examination policy/,
    ),
    category: 'policy-block',
    scope: 'domain',
    meaning: 'A policy of Mimecast’s customer blocks the sender, its network or the message.',
    source: CODES,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: 'smtp;550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [#]',
        source: `${FIELD_MANUAL}/550.json @00ebd61f`,
      },
      {
        text: 'smtp;550 Rejected by header based Anti-Spoofing policy: email@example.com - https://community.mimecast.com/docs/DOC-1369#550 [#]',
        source: `${FIELD_MANUAL}/550.json @00ebd61f`,
      },
      { text: '421 Sender address blocked', source: TEXT },
    ],
    note: 'One customer’s choice, not Mimecast’s: only that domain is concerned.',
  },
  {
    id: 'mimecast.content',
    pattern: /rejected due to security policies|maximum email size exceeded/,
    category: 'content',
    meaning: 'A signature of virus or spam was found, or the message is too large.',
    source: CODES,
    examples: [
      {
        text: 'smtp;554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [#]',
        source: `${FIELD_MANUAL}/554.json @100935cc`,
      },
    ],
  },
  {
    id: 'mimecast.too-many-recipients',
    pattern: /too many recipients/,
    category: 'rate-limit',
    meaning: 'More than 100 recipients in one message.',
    ofOneSession: true,
    advice: ONE_SESSION,
    source: CODES,
    examples: [{ text: '452 Too many recipients', source: TEXT }],
  },
  {
    id: 'mimecast.recipient',
    pattern: /invalid recipient|recipient temporarily unavailable|account inbounds disabled/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient is unknown to the customer, or the customer takes no mail now.',
    source: CODES,
    examples: [
      {
        text: 'smtp;451 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#451 [#]',
        source: `${FIELD_MANUAL}/451.json @2005cfe1`,
      },
    ],
  },
  {
    id: 'mimecast.unavailable',
    pattern: /unable to process (?:connection|command|an email)|message ended early/,
    category: 'unavailable',
    meaning: 'Mimecast is under load or lost the session.',
    source: CODES,
    examples: [{ text: '451 Unable to process connection at this time', source: TEXT }],
  },
]);
