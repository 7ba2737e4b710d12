import { defineRules } from '../../define-rules.ts';

const POSTMASTER = 'postmaster.free.fr, as quoted in public repositories, read 2026-11';

export const freeRules = defineRules('free', [
  {
    id: 'free.spam-from-ip',
    pattern: /too many spams? from your ip/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Free takes too much of the mail from the IP for spam; the block is lifted within 24 hours.',
    source: POSTMASTER,
    examples: [
      {
        text: 'smtp;421 Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
        source:
          'bounce samples of a public repository (searched for "Too many spams from your IP"), read 2026-11',
      },
    ],
  },
  {
    id: 'free.reverse-dns',
    pattern: /your reverse dns entry does not resolve/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The PTR record of the sending IP does not lead back to the IP.',
    source:
      'PowerMTA User’s Guide, sample line of acctfind; github.com/iredmail/iRedMail/issues/156, read 2026-11',
    examples: [
      {
        text: 'smtp;421 Refused. Your reverse DNS entry does not resolve.',
        source: 'PowerMTA User’s Guide, sample line of acctfind (jnotes/pmta-doc @43ffeaa)',
      },
    ],
  },
  {
    id: 'free.too-many-errors',
    pattern: /too many errors from your ip/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The IP caused too many errors, mostly by asking for unknown mailboxes.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/TooManyConn.pm @0a5bf618 (marked as Free.fr)',
    examples: [
      {
        text: '421 Too many errors from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
        source:
          'sisimai/p5-sisimai lib/Sisimai/Reason/TooManyConn.pm @0a5bf618; tail in the form of the sibling text',
      },
    ],
    note: 'Unknown recipients are list quality, hence intervention; with bad commands alone it would be configuration.',
  },
  {
    id: 'free.spam-detected',
    pattern: /spam detected/,
    category: 'content',
    meaning: 'Free takes the message for spam.',
    source: POSTMASTER,
    examples: [{ text: '550 spam detected', source: POSTMASTER }],
  },
]);
