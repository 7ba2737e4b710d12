import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { anyOf, defineRules } from '../../define-rules.ts';

const FAQ = 'www.proofpoint.com/us/support-services/ip-blocked-faq, stored copy read 2026-11';
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes';

/** Proofpoint Protection (pphosted.com) and Essentials (ppe-hosted.com). */
export const proofpointRules = defineRules('proofpoint', [
  {
    id: 'proofpoint.deferred-reputation',
    pattern: /\bdeferred - see .{0,100}proofpoint|ip_reputation/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Proofpoint Dynamic Reputation delays the IP, because it saw spam or viruses from it.',
    source: FAQ,
    examples: [
      {
        text: '421 Deferred - see https://ipcheck.proofpoint.com/?ip=192.0.2.1 Rejected by recipient’s email security filter IP_REPUTATION',
        source: 'suped.com, Proofpoint deferrals, updated 2026-06; address replaced',
      },
    ],
    note: 'Proofpoint lifts a delay by itself within minutes, but it is the step before the block.',
  },
  {
    id: 'proofpoint.blocked',
    pattern: anyOf(
      /\bblocked - see .{0,100}proofpoint|blocked using proofpoint dynamic reputation|ipcheck\.proofpoint/,
      /proofpoint\.com\/dnsbl-lookup/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Proofpoint Dynamic Reputation blocks the IP until spam stops coming from it.',
    source: FAQ,
    examples: [
      {
        text: '554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.64',
        source:
          'mail banner in a public repository (searched for "ipcheck.proofpoint.com"), read 2026-11; address replaced',
      },
      {
        text: '550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.220',
        source: 'lightmeter log parser tests, public repository, read 2026-11; address replaced',
      },
    ],
  },
  {
    id: 'proofpoint.address-verification',
    pattern: anyOf(
      /recipient address rejected: (?:unverified|undeliverable) address|user email address is marked as invalid/,
      /this is not a valid email address/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning:
      'Proofpoint could not verify the recipient at the customer’s server, or knows that it does not exist.',
    source: `${FIELD_MANUAL}/421.json @67831a2e`,
    examples: [
      {
        text: 'smtp;421 4.1.1 <email@example.com>: Recipient address rejected: unverified address: Address verification in progress',
        source: `${FIELD_MANUAL}/421.json @67831a2e`,
      },
      {
        text: 'smtp;550 5.7.1 <email@example.com>: Recipient address rejected: User email address is marked as invalid.',
        source: `${FIELD_MANUAL}/550.json @00ebd61f`,
      },
    ],
  },
  {
    id: 'proofpoint.local-policy',
    pattern: /local policy violation(?!.{0,20}\b(?:dmarc|dkim|spf)\b)/,
    category: 'policy-block',
    meaning: 'A policy of Proofpoint’s customer refuses the message.',
    source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: '550 5.7.0 Local Policy Violation',
        source:
          'zone-eu/zone-mta config/bounces.txt @0009aafa; forwardemail.net get-bounce-info, read 2026-11',
      },
    ],
  },
  {
    id: 'proofpoint.ports-busy',
    pattern: /all (?:screening|server) ports are busy/,
    category: 'unavailable',
    meaning: 'The host has no free port for another session.',
    source: 'haraka/postfix log parser tests, public repository, read 2026-11',
    examples: [
      {
        text: '421 4.3.2 All screening ports are busy',
        source:
          'Postfix log line with mx1-us1.ppe-hosted.com, parser tests of a public repository, read 2026-11',
      },
    ],
  },
]);
