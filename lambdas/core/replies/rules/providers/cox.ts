import { ERRORS_IN_SESSION, SENDER_DOMAIN } from '../../advice/causes.ts';
import { defineRules } from '../../define-rules.ts';

const CODES =
  'sisimai/p5-sisimai lib/Sisimai/Rhost/Cox.pm @0a5bf618, after www.cox.com/residential/support/email-error-codes.html';
const AS_CODE = `${CODES}; the code is published, the words around it are not: reply code and code alone`;

/** Cox marks its answers with `AUP#` and a code. */
export const coxRules = defineRules('cox', [
  {
    id: 'cox.url-blocklist',
    pattern: /\burlbl[01]{3,4}\b/,
    category: 'content',
    scope: 'url-domain',
    meaning: 'A link in the message is on a URL blocklist (SURBL, Spamhaus DBL, Invaluement).',
    source: CODES,
    examples: [{ text: '552 AUP#URLBL1001', source: AS_CODE }],
  },
  {
    id: 'cox.blocklist',
    pattern: /\bipbl[01]{4,5}\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The sending IP is on a public blocklist that Cox queries; each digit of the code names one.',
    source: CODES,
    examples: [{ text: '554 AUP#IPBL0001', source: AS_CODE }],
  },
  {
    id: 'cox.blocked',
    pattern: /\bcxbl\b|\bcxmj\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Cox itself has blocked the sending IP for spam-like behaviour; it is lifted on request.',
    source: CODES,
    examples: [{ text: '554 AUP#CXBL', source: AS_CODE }],
  },
  {
    id: 'cox.blocked-for-a-day',
    pattern: /\bcdrbl\b|\bcxthrt\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Cox blocks the sending IP for a while, at most 24 hours, for spam-like behaviour.',
    source: CODES,
    examples: [{ text: '421 AUP#CDRBL', source: AS_CODE }],
    note: 'The block ends by itself, but going on at full speed renews it: stop and look at the traffic first.',
  },
  {
    id: 'cox.invalid-recipients',
    pattern: /too many invalid recipients/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The sending IP asked for too many unknown mailboxes; Cox blocks it for hours.',
    source: CODES,
    examples: [{ text: '550 cox too many invalid recipients', source: AS_CODE }],
  },
  {
    id: 'cox.bad-commands',
    pattern: /too many bad commands/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP sent too many bad commands or wrong passwords; Cox blocks it for three hours.',
    source: CODES,
    advice: ERRORS_IN_SESSION,
    examples: [{ text: '554 cox too many bad commands from 192.0.2.1', source: AS_CODE }],
  },
  {
    id: 'cox.connections',
    pattern: /\bcxcnct\b|too many sessions from/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'More than ten connections at a time from one IP (an older page says five).',
    source: `${CODES}; forums.cox.com`,
    examples: [
      { text: '421 AUP#CXCNCT', source: AS_CODE },
      { text: '452 4.2.2 cox too many sessions from 192.0.2.1', source: AS_CODE },
    ],
  },
  {
    id: 'cox.reverse-dns',
    pattern: /\bcxdns\b|dns check failure|rejected - no rdns/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The reverse DNS lookup of the sending IP fails; Cox requires a valid PTR record.',
    source: CODES,
    examples: [
      { text: '421 AUP#CXDNS', source: AS_CODE },
      { text: '554 cox 192.0.2.1 rejected - no rDNS', source: AS_CODE },
    ],
  },
  {
    id: 'cox.authentication',
    pattern: /\bcxsndr\b/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'The message failed the SPF, DKIM or DMARC policy of the sending domain.',
    source: CODES,
    examples: [{ text: '550 AUP#CXSNDR', source: AS_CODE }],
  },
  {
    id: 'cox.sender-domain',
    pattern: /sender rejected/,
    category: 'configuration',
    scope: 'domain',
    meaning: 'The domain of the envelope sender has neither MX nor A record.',
    source: CODES,
    advice: SENDER_DOMAIN,
    examples: [{ text: '550 5.1.0 <news@example.com> sender rejected', source: AS_CODE }],
  },
  {
    id: 'cox.protocol',
    pattern: /\bcxsmtp\b|no data before greeting/,
    category: 'configuration',
    meaning:
      'The session broke the SMTP protocol: commands before the greeting, or a sender Cox cannot verify.',
    source: CODES,
    examples: [{ text: '554 AUP#CXSMTP', source: AS_CODE }],
  },
  {
    id: 'cox.rate',
    pattern: /\bcxmxrt\b|message threshold exceeded|requested action aborted: try again later/,
    category: 'rate-limit',
    scope: 'ip',
    meaning:
      'The IP sent to more recipients, or more messages in one connection (100), than Cox allows for now.',
    source: CODES,
    examples: [
      { text: '452 AUP#CXMXRT', source: AS_CODE },
      { text: '451 cox requested action aborted: try again later', source: AS_CODE },
    ],
  },
  {
    id: 'cox.unavailable',
    pattern: /esmtp server temporarily not available/,
    category: 'unavailable',
    meaning: 'Cox has trouble of its own and cannot take mail for the moment.',
    source: CODES,
    examples: [{ text: '421 cox ESMTP server temporarily not available', source: AS_CODE }],
  },
  {
    id: 'cox.recipient',
    pattern: /recipient rejected/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'No such mailbox at Cox.',
    source: CODES,
    examples: [{ text: '550 5.1.1 <someone@cox.net> recipient rejected', source: AS_CODE }],
  },
]);
