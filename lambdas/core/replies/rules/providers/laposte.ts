import { ERRORS_IN_SESSION, LOG_IN, SENDER_DOMAIN } from '../../advice/causes.ts';
import { anyOf, defineRules } from '../../define-rules.ts';

const LIST = 'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm @01789b3c';

/** La Poste: the words of Orange with `LPN` and a number, which decides. */
export const laposteRules = defineRules('laposte', [
  {
    id: 'laposte.blocked',
    pattern: /\blpn\d{0,3}_(?:10[237]|108|510|999)\b|bloquee pour/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'La Poste refuses the sending IP.',
    source: LIST,
    examples: [
      {
        text: '220-laposte 421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN006_107',
        source:
          'sisimai/set-of-emails @18e585c2 maildir/bsd/rhost-franceptt-11.eml (the banner is glued in front)',
      },
      {
        text: '550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN001_108',
        source: LIST,
      },
    ],
    note: 'Number 107 is “no PTR” at Orange; La Poste does not publish its list. Both call for a person.',
  },
  {
    id: 'laposte.connections',
    pattern: /too many connections|trop de connexions|\blpn\d{0,3}_104\b/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections at a time.',
    source: LIST,
    examples: [{ text: '421 Too many connections, slow down. LPN105_104', source: LIST }],
  },
  {
    id: 'laposte.authentication',
    pattern: /is not allowed to send mail|\blpn\d{0,3}_401\b/,
    category: 'authentication',
    scope: 'spf-domain',
    meaning: 'SPF does not allow the IP to send for the domain.',
    source: LIST,
    examples: [{ text: '550 5.5.0 SPF: 192.0.2.1 is not allowed to send mail. LPN004_401', source: LIST }],
  },
  {
    id: 'laposte.submission',
    pattern: /authentification requise|\blpn\d{0,3}_402\b/,
    category: 'configuration',
    meaning: 'La Poste wants a log-in, as for a sender address of its own that comes from outside.',
    source: LIST,
    advice: LOG_IN,
    examples: [
      { text: 'smtp;550 5.5.0 Authentification requise. Authentication Required. LPN105_402', source: LIST },
    ],
  },
  {
    id: 'laposte.too-many-errors',
    pattern: /too many errors/,
    category: 'configuration',
    meaning: 'The session had too many errors, mostly unknown recipients or bad commands.',
    source: 'sisimai/set-of-emails @18e585c2 maildir/bsd/rhost-franceptt-02.eml',
    advice: ERRORS_IN_SESSION,
    examples: [
      {
        text: '421 4.7.0 lpn-prd-vrin012 Error: too many errors',
        source: 'sisimai/set-of-emails @18e585c2 maildir/bsd/rhost-franceptt-02.eml',
      },
    ],
  },
  {
    id: 'laposte.sender',
    pattern: /emetteur invalide|\blpn\d{0,3}_4(?:0[35]|15)\b/,
    category: 'configuration',
    scope: 'domain',
    meaning: 'The sender address or its domain is not valid.',
    source: LIST,
    advice: SENDER_DOMAIN,
    examples: [{ text: '550 5.0.1 Emetteur invalide. Invalid Sender. LPN105_405', source: LIST }],
  },
  {
    id: 'laposte.recipient',
    pattern: anyOf(
      /destinataire (?:invalide|pleine|archivee|est bloque)|boite du destinataire|recipient account/,
      /invalid recipient|\blpn\d{0,3}_?4(?:1[678]|20|26)\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is unknown, full, blocked or out of use.',
    source: LIST,
    examples: [
      {
        text: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN416',
        source: LIST,
      },
      {
        text: '550 5.5.0 Le compte du destinataire est bloque. The recipient account isblocked. LPN007_426',
        source: LIST,
      },
    ],
  },
  {
    id: 'laposte.unavailable',
    pattern: /service refuse|veuillez essayer plus tard|\blpn\d{0,3}_(?:109|42[34]|505)\b/,
    category: 'unavailable',
    meaning: 'La Poste has trouble of its own, or refuses for the moment.',
    source: LIST,
    examples: [
      {
        text: '421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN007_505 (in reply to end of DATA command)',
        source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm @21cfb932',
      },
    ],
  },
]);
