import { defineRules } from '../../define-rules.ts';

const CODES = 'postmaster-earthlink.vadesecure.com/inbound_error_codes, stored copy read 2026-11';
const AS_CODE = `${CODES} (reply and number as the page gives them)`;

/** EarthLink, run by Vade: the same words for everything; only the number after `ELNK_` differs. */
export const earthlinkRules = defineRules('earthlink', [
  {
    id: 'earthlink.blocklist',
    pattern: /\belnk\d{0,4}_(?:101|102|111)\b|sender blocked error|is blocked by earthlink/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A blocklist holds the sending IP: Vade’s own, Validity or Spamhaus.',
    source: CODES,
    examples: [
      { text: '550 5.7.1 Connection refused - ELNK_101', source: AS_CODE },
      { text: '550 5.7.1 Sender blocked error - ELNK_111', source: AS_CODE },
    ],
  },
  {
    id: 'earthlink.reverse-dns',
    pattern: /\belnk\d{0,4}_10[58]\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The PTR record of the sending IP is missing or does not lead back.',
    source: CODES,
    examples: [{ text: '550 5.7.1 Connection refused - ELNK_105', source: AS_CODE }],
  },
  {
    id: 'earthlink.connections',
    pattern: /\belnk\d{0,4}_(?:110|139)\b/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections at a time from one IP.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection deferred - ELNK_110', source: AS_CODE }],
  },
  {
    id: 'earthlink.bad-traffic',
    pattern: /\belnk\d{0,4}_13[0-4]\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The IP is put off because of the quality of its mail.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection deferred - ELNK_130', source: AS_CODE }],
  },
  {
    id: 'earthlink.rate',
    pattern: /\belnk\d{0,4}_1(?:3[5-8]|4\d)\b/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'The IP is slowed down because of its volume.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection deferred - ELNK_136', source: AS_CODE }],
  },
  {
    id: 'earthlink.recipient',
    pattern: /\belnk\d{0,4}_4\d\d\b/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient is unknown or does not take mail.',
    source:
      'postmaster-oxseu.vadesecure.com/inbound_error_codes, numbers 4xx of the same platform, read 2026-11',
    examples: [
      {
        text: '550 5.5.1 Recipient rejected - ELNK_403',
        source: 'number of the platform with EarthLink’s prefix; no log line found',
      },
    ],
  },
  {
    id: 'earthlink.unavailable',
    pattern: /\belnk\d{0,4}_103\b|connection deferred/,
    category: 'unavailable',
    meaning: 'The server cannot take mail for the moment.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection deferred - ELNK_103', source: AS_CODE }],
    note: 'Without a number, “Connection deferred” may also be a limit or bad traffic; a wait answers all of them.',
  },
]);
