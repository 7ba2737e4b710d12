import { MESSAGE_TOO_LARGE, TLS_MISMATCH } from '../../advice/causes.ts';
import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { defineRules } from '../../define-rules.ts';

const CODES =
  'docs.sophos.com/central/customer/help/en-us/ManageYourProducts/EmailSecurity/SMTPErrorCodes, read 2026-11';
const PROBES = 'arapan-gabriel/email-verifier internal/prober/testdata/corpus.tsv @b5fc8e01 (2026-10)';

/** Sophos Email says “Command rejected” and a number, which alone says why; the list of numbers is its own. */
export const sophosRules = defineRules('sophos', [
  {
    id: 'sophos.authentication',
    pattern: /xgemail_000[123]\b/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'DKIM (0001), SPF (0002) or DMARC (0003) of the message did not pass.',
    source: CODES,
    examples: [
      { text: '550 5.7.1 XGEMAIL_0003 Command rejected', source: `${CODES} (the words of its other codes)` },
    ],
  },
  {
    id: 'sophos.blocklist',
    pattern: /xgemail_000[45]\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The sending IP (0004) or the sender’s domain (0005) is on a blocklist that Sophos queries.',
    source: CODES,
    examples: [
      { text: '550 5.7.1 XGEMAIL_0004 Command rejected', source: `${CODES} (the words of its other codes)` },
    ],
  },
  {
    id: 'sophos.tls',
    pattern: /xgemail_0006\b/,
    category: 'configuration',
    meaning: 'The receiver wants another version of TLS than the sender offered.',
    source: CODES,
    advice: TLS_MISMATCH,
    examples: [
      {
        text: '550 5.7.4 XGEMAIL_0006 Command rejected : The rejection of the message occurred due to a mismatch in TLS versions between the configured TLS version is Preferred TLS 1.3 for the recipient: <user@example.com> and the sender: <mx.example.net> TLS version is not available',
        source: PROBES,
      },
    ],
  },
  {
    id: 'sophos.licence',
    pattern: /xgemail_0007\b/,
    category: 'unavailable',
    meaning: 'The receiver’s licence has expired.',
    source: CODES,
    examples: [
      { text: '550 5.7.1 XGEMAIL_0007 Command rejected', source: `${CODES} (the words of its other codes)` },
    ],
  },
  {
    id: 'sophos.sender-blocked',
    pattern: /xgemail_000[89]\b/,
    category: 'policy-block',
    scope: 'domain',
    meaning:
      'The sender is on the block list of the receiver’s administrator (0008) or of the recipient (0009).',
    source: CODES,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    examples: [
      {
        text: '550 5.7.1 XGEMAIL_0008 Command rejected',
        source: 'notes on a gateway in a public repository, 2026-08',
      },
    ],
  },
  {
    id: 'sophos.recipient',
    pattern: /xgemail_001[01]\b/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient’s domain is not Sophos’ to take (0010), or the address does not exist (0011).',
    source: CODES,
    examples: [{ text: '550 5.7.1 XGEMAIL_0011 Command rejected', source: PROBES }],
  },
  {
    id: 'sophos.size',
    pattern: /xgemail_0012\b/,
    category: 'content',
    meaning: 'The message is too large.',
    source: CODES,
    advice: MESSAGE_TOO_LARGE,
    examples: [
      { text: '550 5.7.1 XGEMAIL_0012 Command rejected', source: `${CODES} (the words of its other codes)` },
    ],
  },
  {
    id: 'sophos.limit',
    pattern: /xgemail_001[345]\b/,
    category: 'rate-limit',
    meaning:
      'Too many recipients for a large message (0013), or more mail to one recipient than may come in (0014, 0015).',
    source: CODES,
    examples: [
      { text: '550 5.7.1 XGEMAIL_0014 Command rejected', source: `${CODES} (the words of its other codes)` },
    ],
  },
]);
