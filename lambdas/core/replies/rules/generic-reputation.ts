import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/** Limits and refusals that blame the sender’s standing. Before the limits: “too many connections due to poor reputation” is reputation. */
export const genericReputationRules = defineRules('*', [
  {
    id: 'generic.reputation.unknown-recipients',
    pattern: anyOf(
      inTurn(
        /too many (?:\S+ )?/,
        /unknown|invalid|bad|non-?existent|inactive|wrong|undeliverable|rejected|failed|incorrect|illegal/,
        / (?:\S+ )?/,
        /users?|recipients?|rcpts?|address\w*|mailbox\w*|e-?mails?|accounts?|receivers?/,
      ),
      /(?:excessive|high) (?:\S+ ){0,3}(?:unknown|invalid) (?:recipient|user)/,
      /directory harvest|dictionary attack|\bdha\b|invalid recipients? (?:rate|limit|threshold)/,
      inTurn(
        /(?:too many|excessive|high) (?:\S+ )?/,
        /bounces|bounce rate|hard bounces|recipients? (?:not found|do not exist|unknown)/,
      ),
      /(?:too many|lots of|mostly) (?:\S+ ){0,4}(?:do(?:es)? not exist|not existing|non-?existent)/,
      /too many recipients rejected|harvest(?:ing|er)?\b/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'Too many of the recipients do not exist: the list is old or not the sender’s own.',
    source: 'texts of Yahoo (Excessive unknown recipients), GoDaddy and others',
    examples: [
      {
        text: '550 Too many invalid recipients',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
      {
        text: '451 VS1-IP Excessive unknown recipients - possible Open Relay',
        source: 'Momentum adaptive_rules.lua, documentation of 2020-03 (code filled in)',
      },
    ],
    note: 'It reads like a limit and is a matter of list quality: slowing down does not mend it.',
  },
  {
    id: 'generic.reputation.complaints',
    pattern: /complaints?\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Recipients complained about mail from the sender.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Rejected.pm @0be55526',
    examples: [
      {
        text: '550 5.7.1 Too many spam complaints',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Rejected.pm @0be55526 (reply code added)',
      },
    ],
  },
  {
    id: 'generic.reputation.spam-from-sender',
    pattern: anyOf(
      inTurn(
        /too (?:much|many)|amount of|excessive|high (?:volume|rate|amount) of|lots? of|rate of/,
        / (?:\S+ )?/,
        /spams?\b|unsolicited|junk|unwanted|suspicious/,
      ),
      inTurn(
        /\b/,
        /spams?|unsolicited|unwanted|junk|abuse/,
        /\b(?: \S+){0,5} (?:from|by|originating from) (?:your|this|the|sender) (?:\S+ )?/,
        /ip|host|server|network|address|domain|netblock|subnet|system/,
      ),
      /(?:sent|send|sends|sending) spam|you are (?:a )?spamm/,
      /(?:ip|host|sender|identified|known|are|is|the) (?:\S+ ){0,3}(?<!not a |not )spammer/,
      /spammer list|looks suspiciously like spammer|source of spam/,
      inTurn(
        /ip|host|server|domain|network|you/,
        /\b(?: \S+){0,5} /,
        /reported|classified|marked|flagged/,
        / (?:\S+ ){0,2}(?:spam\w*|suspicious|abus\w*)/,
      ),
      /report\w* (?:\S+ ){0,2}(?:mail|messages?|e-?mails?) as (?:spam|junk|abuse)/,
      /spam(?:ming)? (?:source|host|server|ip|domain|network)\b/,
      /suspicious (?:\S+ )?(?:activity|traffic|behavio|pattern)|bounce attack/,
      /from <ip>.{0,60}(?:blocked|rejected).{0,40}spam/,
      /unusual (?:\S+ )?(?:rate|amount|traffic|volume|activity|pattern)/,
      /(?<!blocked |banned |blocked temporarily |banned temporarily )for abuse/,
      /(?<!listed as )abusive|spam-?like behavio/,
      /(?:deferred|delayed|throttled|limited|slowed) (?:\S+ ){0,4}anti-? ?spam policy/,
      /spam ?trap|compromised|spam_suspect|suspens\w+ d\w+ envio|envio (?:\S+ )?suspen[sd]/,
      inTurn(
        /mails?|e-?mails?|messages?|traffic/,
        / from (?:your|this|the) (?:\S+ ){0,2}/,
        /mostly|mainly|considered|regarded as|is|are/,
        / (?:\S+ )?(?:spam|junk)/,
      ),
      /(?:ip|host|server|network|domain) (?:\S+ )?(?:sends|sent|emits|distributes) (?:\S+ )?(?:spam|junk)/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'The receiver sees spam or suspicious traffic coming from the sender.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34; log patterns of public repositories',
    examples: [
      {
        text: '451 4.7.1 Mail deferred due to antispam policy',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11',
      },
      {
        text: '553 5.7.1 <mx.example.com[192.0.2.1]>: Client host rejected: Relaying denied - Your IP identified as spammer. Please contact 123',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa; names filled in',
      },
    ],
  },
  {
    id: 'generic.reputation',
    pattern: anyOf(
      /reputa[tcz]i/,
      /(?:low|poor|bad|negative) (?:\S+ ){0,2}(?:score|karma|trust|rating)\b/,
      /bad karma|senderbase/,
      inTurn(
        /\b(?:ip|domain|host)(?: address)? (?:is |was )?(?:too |very )?/,
        /new|young|recently registered|newly (?:registered|observed|seen)/,
        /\b/,
      ),
      /newly (?:registered|observed|created) domain/,
      /\b(?:low|poor|no|insufficient) (?:\S+ )?trust\b|\buntrusted (?:sender|host|server)/,
      /\b(?:new|cold|unrecogni[sz]ed) (?:sending )?ip\b/,
      /(?:score|standing|rating) (?:is |was )?(?:too )?(?:low|poor|bad)/,
      /(?:poor|bad|low) (?:standing|rating|sender score)/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'The standing of the IP or domain is too low for the receiver, or for the rate that was tried.',
    source:
      'sisimai/p5-sisimai lib/Sisimai/Reason/BadReputation.pm @a889ea37; zone-eu/zone-mta config/bounces.txt @0009aafa',
    examples: [
      {
        text: '554 5.5.4 Your IP 1.2.3.4 address has a bad reputation. To unblock visit http://cloud-security.net/unblock?{query-string}',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
      {
        text: "554-mx.example.com Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
  },
]);
