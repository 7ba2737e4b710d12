import { defineRules } from '../../define-rules.ts';

const CODES = 'postmaster-oxsus.vadesecure.com, stored copy read 2026-11';
const AS_CODE = `${CODES} (reply and number as the page gives them)`;

/** Mailboxes of Open-Xchange behind Vade: the same words for everything; only the number after `OXSUS` or `OXSEU` differs. */
export const vadeRules = defineRules('vade', [
  {
    id: 'vade.blocklist',
    pattern: /\boxs(?:us|eu)\d{0,4}_(?:101|111)\b|sender blocked error/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Vade’s threat list or another blocklist holds the sending IP.',
    source: CODES,
    examples: [{ text: '550 5.7.1 Connection refused - OXSUS0001_101', source: AS_CODE }],
  },
  {
    id: 'vade.reverse-dns',
    pattern: /\boxs(?:us|eu)\d{0,4}_10[58]\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP has no reverse DNS name.',
    source: CODES,
    examples: [{ text: '550 5.7.1 Connection refused - OXSUS0001_105', source: AS_CODE }],
  },
  {
    id: 'vade.connections',
    pattern: /\boxs(?:us|eu)\d{0,4}_(?:110|139)\b/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections from one IP.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection refused - OXSUS0001_139', source: AS_CODE }],
  },
  {
    id: 'vade.bad-traffic',
    pattern: /\boxs(?:us|eu)\d{0,4}_13[0-4]\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The IP is put off because of the quality of its mail.',
    source: 'the same numbers at postmaster-earthlink.vadesecure.com, stored copy read 2026-11',
    examples: [
      {
        text: '421 4.2.1 Connection deferred - OXSEU0001_130',
        source: 'EarthLink’s number with Open-Xchange’s prefix; no log line found',
      },
    ],
  },
  {
    id: 'vade.rate',
    pattern: /\boxs(?:us|eu)\d{0,4}_1(?:3[5-8]|4\d)\b/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'The IP is slowed down because of its volume.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection refused - OXSUS0001_140', source: AS_CODE }],
  },
  {
    id: 'vade.recipient',
    pattern: /\boxs(?:us|eu)\d{0,4}_4\d\d\b/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient is unknown or does not take mail.',
    source: 'log patterns of a public repository (postfix reasons), read 2026-11',
    examples: [
      {
        text: '550 5.5.1 Recipient rejected - OXSEU0003_403 - https://postmaster-oxseu.vadesecure.com/inbound_error_codes/#_403',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; id filled in',
      },
    ],
  },
  {
    id: 'vade.unavailable',
    pattern: /\boxs(?:us|eu)\d{0,4}_10[23]\b|connection deferred/,
    category: 'unavailable',
    meaning: 'The servers that Vade forwards to cannot take mail fast enough at the moment.',
    source: CODES,
    examples: [{ text: '421 4.2.1 Connection deferred - OXSUS0001_102', source: AS_CODE }],
    note: 'Number 102 is a full queue here and a blocklist at EarthLink.',
  },
]);
