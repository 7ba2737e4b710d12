import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { defineRules } from '../../define-rules.ts';

const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes/554.json @100935cc';

export const trendMicroRules = defineRules('trend-micro', [
  {
    id: 'trend-micro.ers',
    pattern:
      /trend micro (?:email reputation service|rbl)|ers\.trendmicro|mail-abuse\.com|\bers-[a-z]{2,8}\b|\(ers\)/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Trend Micro Email Reputation Services lists the sending IP; as a 4xx by its dynamic list.',
    source: 'log patterns of a public repository (postfix reasons), read 2026-11',
    examples: [
      {
        text: '450 4.7.1 Mail from 192.0.2.1 has been blocked by Trend Micro Email Reputation Service. Please see https://ers.trendmicro.com/reputations to get detailed information.',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; address filled in',
      },
    ],
  },
  {
    id: 'trend-micro.customer-block',
    pattern: /block-send-er/,
    category: 'policy-block',
    scope: 'domain',
    meaning: 'The customer blocks the sender, its domain or IP.',
    source: FIELD_MANUAL,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: 'smtp;554 5.7.1 <example@example.com>: Recipient address rejected: BLOCK-SEND-ER.',
        source: FIELD_MANUAL,
      },
    ],
  },
  {
    id: 'trend-micro.recipient',
    pattern: /invalid-recipient|no-domain|block-rcpt/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient or its domain is not known to the service, or is blocked there.',
    source: FIELD_MANUAL,
    examples: [
      {
        text: 'smtp;554 5.7.1 <example@example.com>: Recipient address rejected: Invalid-Recipient.',
        source: FIELD_MANUAL,
      },
      {
        text: 'smtp;554 5.7.1 <example@example.com>: Recipient address rejected: NO-DOMAIN.',
        source: FIELD_MANUAL,
      },
    ],
  },
]);
