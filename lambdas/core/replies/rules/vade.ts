import { defineRules } from '../define-rules.ts';

const EARTHLINK = 'postmaster-earthlink.vadesecure.com/inbound_error_codes, stored copy read 2026-11';
const OX = 'postmaster-oxsus.vadesecure.com, stored copy read 2026-11';
const AS_CODE = `${EARTHLINK} (reply and code as the page gives them)`;
const AS_OX = `${OX} (reply and code as the page gives them)`;

/** Hosts that Vade runs (EarthLink, Open-Xchange and others): the same words for everything, only the number behind tells. */
export const vadeRules = defineRules('vade', [
  {
    id: 'vade.blocklist',
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_(?:101|102(?! .{0,3}deferred)|111)\b.{0,400}|sender blocked error/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A blocklist holds the sending IP: Vade’s own, Validity or Spamhaus.',
    source: `${EARTHLINK}; ${OX}`,
    examples: [
      { text: '550 5.7.1 Connection refused - ELNK_101', source: AS_CODE },
      { text: '550 5.7.1 Sender blocked error - ELNK_111', source: AS_CODE },
      { text: '550 5.7.1 Connection refused - OXSUS0001_101', source: AS_OX },
    ],
  },
  {
    id: 'vade.reverse-dns',
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_10[58]\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The PTR record of the sending IP is missing or does not lead back.',
    source: `${EARTHLINK}; ${OX}`,
    examples: [
      { text: '550 5.7.1 Connection refused - ELNK_105', source: AS_CODE },
      { text: '550 5.7.1 Connection refused - OXSUS0001_105', source: AS_OX },
    ],
  },
  {
    id: 'vade.connections',
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_(?:110|139)\b/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections from one IP.',
    source: `${EARTHLINK}; ${OX}`,
    examples: [
      { text: '421 4.2.1 Connection deferred - ELNK_110', source: AS_CODE },
      { text: '421 4.2.1 Connection refused - OXSUS0001_139', source: AS_OX },
    ],
  },
  {
    id: 'vade.bad-traffic',
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_13[0-4]\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The IP is slowed down because of the quality of its mail.',
    source: EARTHLINK,
    examples: [{ text: '421 4.2.1 Connection deferred - ELNK_130', source: AS_CODE }],
  },
  {
    id: 'vade.rate',
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_1(?:3[5-8]|4\d)\b/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'The IP is slowed down because of its volume.',
    source: `${EARTHLINK}; ${OX}`,
    examples: [{ text: '421 4.2.1 Connection refused - OXSUS0001_140', source: AS_OX }],
  },
  {
    id: 'vade.recipient',
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_4\d\d\b|\brecipient rejected - [a-z0-9_]+/,
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
    pattern: /(?:elnk|oxsus|oxseu)\d{0,4}_10[23]\b|connection deferred/,
    category: 'unavailable',
    meaning: 'The server cannot take or pass on mail for the moment.',
    source: `${EARTHLINK}; ${OX}`,
    examples: [{ text: '421 4.2.1 Connection deferred - ELNK_103', source: AS_CODE }],
    note: 'Number 102 is a blocklist at EarthLink and a full queue at Open-Xchange. Without any number, “Connection deferred” may also be a limit or bad traffic.',
  },
]);
