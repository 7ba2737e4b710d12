import { MESSAGE_TOO_LARGE } from '../../advice/causes.ts';
import { defineRules } from '../../define-rules.ts';

const CODES =
  'sisimai/p5-sisimai lib/Sisimai/Rhost/Spectrum.pm @06915129, after www.spectrumbusiness.net/support/internet/understanding-email-error-codes';
const AS_CODE = `${CODES}; the number is published, the words around it are not: reply code and number alone`;

/** Spectrum, Charter and rr.com: `AUP#In-` or `AUP#Out-` and a number whose range gives the cause. */
export const spectrumRules = defineRules('spectrum', [
  {
    id: 'spectrum.blocklist.spamhaus',
    pattern: /aup#[a-z]{0,4}-?12[2-5]\d|blacklisted by spamhaus/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Spamhaus lists the sending IP.',
    source: CODES,
    examples: [
      {
        text: '554 p-impin020.msg.pkvw.co.charter.net cmsmtp Connection Rejected - see http://www.spamhaus.org/query/ip/74.135.0.1 AUP#In-1240',
        source:
          'forum thread kept in a public repository (searched for "AUP#In-"), read 2026-11; address completed',
      },
      {
        text: '554 mx.recipient.com cmsmtp 1sSZcfhLEUv3Q IP blacklisted by Spamhaus. For remediation please use https://www.spamhaus.org/lookup/ [103]',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
  },
  {
    id: 'spectrum.blocklist.cloudmark',
    pattern: /aup#[a-z]{0,4}-?12[01]\d|csi\.cloudmark|cloudmark/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Cloudmark CSI takes the sending IP for a source of spam.',
    source: CODES,
    examples: [{ text: '554 AUP#In-1200', source: AS_CODE }],
  },
  {
    id: 'spectrum.connections',
    pattern: /aup#[a-z]{0,4}-?13(?:[0-3]\d|40)/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections, at a time or in all; the limit follows the reputation of the IP.',
    source: `${CODES}; suped.com, 2025`,
    examples: [{ text: '421 AUP#In-1310', source: AS_CODE }],
  },
  {
    id: 'spectrum.session',
    pattern: /aup#[a-z]{0,4}-?15(?:40|50|80)/,
    category: 'rate-limit',
    meaning: 'Too many messages in one session, or too many recipients in one message or a short time.',
    source: CODES,
    examples: [{ text: '452 AUP#In-1540', source: AS_CODE }],
  },
  {
    id: 'spectrum.invalid-recipients',
    pattern: /aup#[a-z]{0,4}-?1560/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Too many unknown mailboxes among the recipients.',
    source: CODES,
    examples: [{ text: '550 AUP#In-1560', source: AS_CODE }],
  },
  {
    id: 'spectrum.volume',
    pattern: /aup#[a-z]{0,4}-?1(?:3[5-9]|4[0-9])\d/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'Limited by the number of messages and recipients, the share of spam and of invalid recipients.',
    source: CODES,
    examples: [{ text: '421 AUP#In-1400', source: AS_CODE }],
    note: 'Spectrum puts volume, spam and unknown recipients under one range: patience first, but a limit that returns every day means lists and complaints.',
  },
  {
    id: 'spectrum.reverse-dns',
    pattern: /aup#[a-z]{0,4}-?11(?:[0-4]\d|50)/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'PTR and A record of the sending IP do not point at each other.',
    source: CODES,
    examples: [{ text: '554 AUP#In-1130', source: AS_CODE }],
  },
  {
    id: 'spectrum.ipv6',
    pattern: /aup#[a-z]{0,4}-?1260/,
    category: 'configuration',
    meaning: 'Spectrum takes no mail over IPv6.',
    source: CODES,
    advice: {
      do: [
        'Send to this receiver over IPv4: give the vmta a source host with an IPv4 address for it (smtp-source-host), and reload (pmta reload).',
      ],
      avoid: ['Looking for the cause in the PTR record: no IPv6 address is taken, whatever its name.'],
      persistent: ['Check every vmta that sends there for IPv6 source hosts.'],
    },
    examples: [{ text: '554 AUP#In-1260', source: AS_CODE }],
  },
  {
    id: 'spectrum.authentication',
    pattern: /aup#[a-z]{0,4}-?11[6-9]\d/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'The message goes against the security policy (DMARC) of its own sending domain.',
    source: CODES,
    examples: [{ text: '550 AUP#In-1170', source: AS_CODE }],
  },
  {
    id: 'spectrum.try-later',
    pattern: /aup#[a-z]{0,4}-?1090/,
    category: 'unavailable',
    meaning: 'Spectrum cannot process the message now and asks for a later attempt.',
    source: CODES,
    examples: [{ text: '421 AUP#In-1090', source: AS_CODE }],
  },
  {
    id: 'spectrum.size',
    pattern: /aup#[a-z]{0,4}-?1530/,
    category: 'content',
    meaning: 'The message is larger than 20 MB.',
    source: CODES,
    advice: MESSAGE_TOO_LARGE,
    examples: [{ text: '552 AUP#In-1530', source: AS_CODE }],
  },
  {
    id: 'spectrum.blocked',
    pattern: /aup#[a-z]{0,4}-?10[0-8]\d|\bcmsmtp .{0,60}blocked/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Spectrum has blocked the sending IP for suspicious activity until the block expires.',
    source: CODES,
    examples: [
      {
        text: '421 cmsmtp [IP] blocked',
        source: 'suped.com, guide to Spectrum deferrals, 2025',
      },
      { text: '554 AUP#In-1000', source: AS_CODE },
    ],
    note: 'suped.com has seen the bare text for exceeded connection limits too. A wrong patience lengthens a block, so it is read as one.',
  },
]);
