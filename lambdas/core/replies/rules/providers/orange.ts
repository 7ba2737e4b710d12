import { SENDER_DOMAIN } from '../../advice/causes.ts';
import { PER_CONNECTION } from '../../advice/one-session.ts';
import { anyOf, defineRules, TEMPORARY } from '../../define-rules.ts';

const CODES =
  'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm @21cfb932; postmaster.orange.fr, September 2026';
const LIST = 'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm @01789b3c';
const PAGE =
  'postmaster.orange.fr as summed up in a public repository, September 2026; the words around the number are not published: reply code and number alone';

/** Orange and Wanadoo: French and English words with `OFR` and a number, which decides. */
export const orangeRules = defineRules('orange', [
  {
    id: 'orange.blocked.spam',
    pattern: /client host blocked for spamming|bloquee pour incident de spam|\bofr\d{0,3}_?10[23]\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Orange, or a blocklist it asks, blocks the sending IP for spam.',
    source: CODES,
    examples: [
      {
        text: '550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref',
        source: LIST,
      },
    ],
  },
  {
    id: 'orange.connections',
    pattern: /trop de connexions|too many connections|\bofr\d{0,3}_104\b/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'More than two connections at a time from one IP.',
    source: CODES,
    examples: [
      {
        text: '421 mwinf5c79 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]',
        source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm @21cfb932',
      },
    ],
  },
  {
    id: 'orange.reverse-dns',
    pattern: /\bofr\d{0,3}_107\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP has no PTR record.',
    source: CODES,
    examples: [{ text: '421 OFR_107', source: PAGE }],
  },
  {
    id: 'orange.messages-per-connection',
    pattern: /\bofr\d{0,3}_109\b/,
    category: 'rate-limit',
    meaning: 'More than 100 messages in one connection.',
    ofOneSession: true,
    advice: PER_CONNECTION,
    source: CODES,
    examples: [{ text: '421 OFR_109', source: PAGE }],
  },
  {
    id: 'orange.reputation-limit',
    pattern: /\bofr\d{0,3}_9(?:8[89]|90)\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Orange limits the IP because of its reputation.',
    source: CODES,
    examples: [{ text: '421 OFR_989', source: PAGE }],
  },
  {
    id: 'orange.authentication',
    pattern: /spf check failed|configuration spf|\bofr\d{0,3}_(?:39[78]|515|535)\b/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF, DKIM or DMARC of the sending domain failed or is missing.',
    source: CODES,
    examples: [
      {
        text: '421 smtp.orange.fr [192.0.2.1] Emetteur invalide, Veuillez verifier la configuration SPF/DNS de votre nom de domaine. Invalid Sender. SPF check failed, please verify the SPF/DNS configuration for your domain name.',
        source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm @21cfb932',
      },
    ],
  },
  {
    id: 'orange.sender',
    pattern: /emetteur invalide|\bofr\d{0,3}_4(?:0[35]|15)\b/,
    category: 'configuration',
    scope: 'domain',
    meaning: 'The domain of the sender has no usable DNS records.',
    source: CODES,
    advice: SENDER_DOMAIN,
    examples: [{ text: '550 5.0.1 Emetteur invalide. Invalid Sender. OFR_415 [415]', source: LIST }],
  },
  {
    id: 'orange.content',
    pattern: /mail rejete|\bofr\d{0,3}_5(?:06|13|36)\b/,
    category: 'content',
    meaning: 'Orange takes the message for spam.',
    source: CODES,
    examples: [
      {
        text: '550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]',
        source: 'sisimai lhost samples (smtp-in.orange.fr), public repository copies, read 2026-11',
      },
    ],
    note: 'Orange’s page says “suspected spam”: content first, then the reputation of the sender.',
  },
  {
    id: 'orange.refused.999',
    pattern: /\bofr\d{0,3}_(?:999|510)\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Orange refuses the sending IP without naming a reason.',
    source: CODES,
    examples: [
      {
        text: '421 mwinf5c77 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]',
        source: 'sisimai/set-of-emails @18e585c2 maildir/bsd',
      },
    ],
    note: 'It also comes when a rate is exceeded. Read as a block, because going on makes a real one of it.',
  },
  {
    id: 'orange.recipient',
    pattern: anyOf(
      /destinataire (?:invalide|pleine|archivee)|boite du destinataire|invalid recipient|recipient overquota/,
      /\bofr\d{0,3}_4(?:1[678]|20|26)\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is unknown, full or out of use.',
    source: CODES,
    examples: [
      {
        text: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
        source: LIST,
      },
      { text: '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]', source: LIST },
    ],
  },
  {
    id: 'orange.unavailable',
    pattern: /service refuse|veuillez essayer plus tard|\bofr\d{0,3}_505\b/,
    category: 'unavailable',
    meaning: 'Orange has trouble of its own, or refuses for the moment without a telling number.',
    source: CODES,
    examples: [
      {
        text: '421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]',
        source: 'sisimai/set-of-emails @18e585c2 maildir/bsd',
      },
    ],
    codes: TEMPORARY,
    note: 'Without a number the words do not distinguish trouble from a limit; waiting suits both.',
  },
]);
