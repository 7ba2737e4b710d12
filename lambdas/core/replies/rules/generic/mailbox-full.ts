// Here: a full mailbox, a mailbox that gets too much, and quotas that read like it.
// Not here: a mailbox that does not exist (→ mailbox.ts), a server without room (→ unavailable.ts).

import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

/** Before limits and refusals, whose words it shares: “over quota”, “receiving mail at a rate”. */
export const genericFullMailboxRules = defineRules('*', [
  {
    id: 'generic.mailbox.server-unreachable',
    pattern: anyOf(
      inTurn(
        /unverified address: /,
        anyOf(
          /connect to/,
          /.{0,100}(?:timed? ?out|connection refused|unreachable|no route|lost connection|service unavailable)/,
        ),
      ),
    ),
    category: 'unavailable',
    meaning:
      'The server could not ask its mailbox server whether the recipient exists: the mailbox server is in trouble.',
    source:
      'Postfix reject_unverified_recipient, www.postfix.org/ADDRESS_VERIFICATION_README.html, read 2026-11',
    examples: [
      {
        text: '450 4.1.1 <user@example.co.uk>: Recipient address rejected: unverified address: connect to mailgate.example.co.uk[192.0.2.67]: Connection timed out',
        source: 'Postfix log line in a public repository or forum copy, read 2026-11; names replaced',
      },
    ],
  },
  {
    id: 'generic.mailbox.receiving-rate',
    pattern: anyOf(
      /(?:mailbox|user|recipient|account)\S* (?:\S+ )?received? too (?:many|much)/,
      /(?:recipient|user|mail ?box|addressee)\S* (?:gets|receives|is sent) more (?:\S+ )?(?:than|mail)/,
      /(?:receiving|getting) (?:\S+ ){0,3}(?:too quickly|too fast|at a rate|too many)/,
      inTurn(
        /(?:recipient|user|mailbox)(?: <\S+>)? (?:has |have |is )?(?:exceed|reach|over|receiv)\w*.{0,30}/,
        /rate|messages? (?:they|it|he|per)|number of messages|limit for the number/,
      ),
      /recipient.{0,20}receiv\w+ limit/,
      /(?:recipient|user|mailbox) (?:gets|receives|is getting|has received) (?:too|so) (?:much|many)/,
      inTurn(
        /too many (?:concurrent |simultaneous )?/,
        /deliveries|messages|mails/,
        / (?:for|to) (?:this |the |your )?/,
        /user|recipient|mail ?box/,
      ),
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'This one mailbox is getting more mail than it may at the moment.',
    source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
    examples: [
      {
        text: 'smtp;450 User is receiving mail too quickly',
        source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
      },
      {
        text: 'smtp;450 4.2.1 The recipient has exceeded message rate limit. Try again later.',
        source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
      },
    ],
  },
  {
    id: 'generic.limit.quota',
    pattern: anyOf(
      inTurn(
        /(?<!mail ?box |recipient(?:'s)? |user(?:'s)? )\b/,
        anyOf(
          /daily|hourly|weekly|monthly|session|transfer|bandwidth|traffic|transaction|sending|sender(?:'s|s)?|send/,
          /outgoing|outbound|submission|messages?|delivery|client|tenant|relay|smtp|policy|recipients?|rcpt/,
        ),
        / (?:(?:data|mail|e-?mail|message|sending|daily|rate|transfer) )?/,
        /quotas? (?:has been |have been |is |was |of \S+ |limit )?/,
        /(?:exceeded|reached|used up|exhausted|violat\w*|over)/,
        /(?!.{0,30}(?:mail ?box|storage|inbox))/,
      ),
      inTurn(
        /^(?!.*(?:mail ?box|storage|inbox|disk|\buser\b)).*?/,
        /\bpolic(?:y|ies|yd)\b(?: (?:rejection|reject|violation|violated|limit|deferral|denial|restriction))?\W{1,3}/,
        /(?:\S+ ){0,2}?quotas? (?:has been |is |was )?(?:exceeded|reached|used up|exhausted)/,
      ),
      /\byour account (?:has )?reached (?:its|the) (?:e-?mail|message|sending) (?:quota|limit)(?!.*(?:mail ?box|storage))/,
      /(?<!mail ?box |storage |disk |user )\bquota polic(?:y|ies)\b|\bquota of (?:the )?policy\b/,
    ),
    category: 'rate-limit',
    meaning: 'A quota of messages or data per period is used up, not the space of a mailbox.',
    source:
      'replies of relays and policy daemons: “Daily mail quota exceeded”, “Session transfer quota exceeded”, read 2026-11',
    examples: [
      {
        text: '452 4.7.1 Hourly message quota exceeded',
        source: 'made up in the words of policy daemons such as policyd and of relays that count by the day',
      },
    ],
  },
  {
    id: 'generic.mailbox.gone-or-full',
    pattern: anyOf(
      inTurn(
        /\b(?:unknown|disabled|blocked|not exist|inactive|invalid),? or /,
        /(?:the |his )?(?:mail ?box )?(?:is )?(?:full|over quota)\b/,
      ),
      /\b(?:unknown|disabled|blocked|inactive), (?:is )?(?:full|over quota),? or\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is unknown, closed or full; the reply does not say which.',
    source: 'reply strings and logs in public repositories, read 2026-11',
    examples: [
      {
        text: '451 4.2.0 <user@example.com>: user unknown or mailbox full',
        source: 'log in a public repository, read 2026-11; enhanced code added',
      },
    ],
    note: 'Space alone may not help: an address that stays so for days should leave the list.',
  },
  {
    id: 'generic.mailbox.full',
    pattern: anyOf(
      /(?:mail ?box|inbox|user|recipient)\S* (?:cannot|can't|can not) (?:hold|take|store|accept) (?:\S+ ){0,2}more/,
      /(?:storage|disk|mail) (?:quota|space) of (?:the |this )?(?:recipient|user|mailbox)/,
      /(?:mail ?box|inbox|recipient|user) (?:\S+ )?has no (?:\S+ )?(?:space|room)/,
      inTurn(
        /(?<!limit \W{0,3}|limit (?:of|for) (?:this |the )?|from (?:this |the )?)/,
        /(?!account (?:has )?reached (?:its|the) (?:e-?mail|message|sending) (?:quota|limit))/,
        anyOf(
          /mail ?box(?! (?:database|server|store|system))|user(?! (?:sending|message|mail|rate|submission)\b)|account/,
          inTurn(
            /(?<!(?:max|maximum|number of|many|count of) )recipient/,
            /(?! address rej|s? (?:per|limit|rate|count|quota|cap|ceiling|maximum|allowance)\b)/,
          ),
          /inbox|folder|maildir|addressee|mail drop/,
        ),
        /\S*(?: \S+){0,6} /,
        /over(?!load|whelm| (?:tls|<n>))|exceed\w*|out of|reached|is (?:almost )?full|full\b|no space|not enough|used up/,
        /(?!.{0,30}(?:rate|connection|messages|send))/,
      ),
      /mail ?box (?:is )?full|full mail ?box/,
      inTurn(
        /(?:addressee|recipient|user|owner)(?:'s)? (?:box|mail ?drop|spool|store|folder|storage) /,
        /(?:\S+ ){0,3}(?:no (?:\S+ )?(?:space|room)|full|exhausted|over)/,
      ),
      /messages in (?:this|the|your|his|user'?s?) mail ?box|over ?quota/,
      /over (?:the |its |their |disk )?(?:allowed )?quota/,
      inTurn(
        /(?<!count |messages? |message size |sending |sender |delivery |rate |queue |hourly |daily |recipients )/,
        /(?<!sender address rejected: |connection |session |client |relay |outgoing |outbound |policy |smtp )/,
        /quota (?:has been |is |limit )?(?:exceeded|violation|exhausted)/,
        /(?! for (?:(?:your|this|the) )?(?:ip|host|server|sender|client|domain))/,
      ),
      inTurn(
        /exceed\w* (?:\S+ ){0,3}(?<!sending |message |rate |daily |hourly |sender )/,
        /(?:quota|storage|disk|space)\b(?! for sending)/,
      ),
      /(?:quota|space|storage) of (?:this|the|that) (?:mail ?box|user|account) (?:is )?(?:spent|used|gone|exhausted)/,
      /exceeded storage|not (?:have )?enough (?:storage )?space in|out of storage space/,
      /limit exeeded for this email|no room/,
      /(?:insufficient|not enough|no) (?:mail ?box|user|account|quota) (?:\S+ )?(?:space|storage|room)/,
      /too much (?:e-?)?mail data/,
      /domain (?:size|disk|storage|quota) (?:\S+ ){0,2}exceed|boite (?:\S+ ){0,3}pleine/,
      /postfach (?:\S+ ){0,3}voll|casella (?:\S+ ){0,3}piena|buz[o]n (?:\S+ ){0,3}lleno/,
      /caixa (?:\S+ ){0,4}cheia|cuota|skrzynka (?:\S+ ){0,3}p[e]lna|przepelnion/,
      /ящик (?:\S+ ){0,3}(?:переполнен|полон)|speicherplatz|邮箱已满|容量满/,
      /\bno (?:\S+ )?(?:space|room) (?:left )?in (?:the |this |your |his )?(?:user|recipient|mail ?box|inbox|account)/,
      /not enough (?:room|space) (?:in|for|left) (?:\S+ )?(?:mail ?box|inbox|user)/,
      /(?:mail ?box|inbox|account|user)\S* (?:has )?no (?:free |more |disk )?(?:space|room)/,
      /storage (?:quota|limit|space) (?:\S+ )?(?:reached|exceeded|full|exhausted|used)/,
      /over (?:the |its |their |his )?(?:\S+ )?storage/,
      /than the space available/,
      /\bquotas? (?:has |have )?exceed\w* (?:\S+ )?(?:hard|soft) (?:limit|quota)/,
      /\b(?:hard|soft) (?:limit|quota) (?:of|for) (?:\S+ )?(?:user|mail ?box|account|recipient)/,
      /(?:exceeds?|over) (?:\S+ ){0,3}(?:message count|number of messages)(?! (?:per|for|in|from|you))/,
      /too many (?:messages|mails) (?:on|in|for) (?:this|the|your) (?:mail ?box|user|account|inbox|server)/,
      /not able to receive (?:any )?more/,
      /(?:mails|nachrichten) (?:auf dem server|im postfach)/,
      /(?:user|mail ?box|recipient|account) (?:has|holds|contains) too many (?:messages|mails)/,
      /^\W*quota (?:is )?(?:full|exceeded)(?! for)/,
      /(?:mail ?box|account|user|inbox|recipient)(?:'s)? (?:storage|quota|size) (?:limit|\S+ reached)/,
      /^\W*(?:storage|quota) (?:\S+ )?(?:exceeded|reached|used up)(?! for)/,
      /(?:disk|storage|mail) quota (?:is |has been |was )?(?:exceed\w*|full|reached)/,
      inTurn(
        /exceed\w*|over|above|beyond/,
        / (?:the |its |their )?(?:max\w* )?(?:allowed )?/,
        /mail ?box|inbox|maildir|folder/,
        / (?:size|space|capacity)/,
      ),
      /\bautomatically rejected: (?:not enough|no|out of|insufficient) (?:disk )?space\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is full.',
    source: 'RFC 3463 X.2.2; sisimai/p5-sisimai lib/Sisimai/Reason/MailboxFull.pm @0247fd34',
    examples: [
      {
        text: '552 too many messages in this mailbox',
        source: 'MailPress bounce handling phrases, public repository copy, read 2026-11',
      },
      {
        text: '552 Too much mail data user@docomo.ne.jp',
        source: 'note.com/sendmagic, replies of docomo, read 2026-11; address filled in',
      },
      {
        text: '550 Benutzer hat zuviele Mails auf dem Server. / User has too many messages on the server.',
        source: 'GMX, replies on a hoster’s help page, read 2026-11',
      },
      {
        text: '452 4.2.2 Over quota SESSIONID=<cyrus-4311-1488438658-1> (in reply to RCPT TO command)',
        source: 'BlueMind documentation, March 2017, public repository',
      },
      {
        text: '451 4.7.1 <dnxxxxxx@example.com>: Recipient address rejected: User is over quota, try again later (in reply to RCPT TO command)',
        source:
          'Postfix log line in a public repository (logstash patterns), October (year not given); domain replaced',
      },
      {
        text: '422 4.2.2 Quota limit exceeded (Speicherplatz des Kontos ueberschritten)',
        source: 'www.bytecamp.net/de/faq/email/zustellen.html, stored copy read 2026-11',
      },
    ],
  },
]);
