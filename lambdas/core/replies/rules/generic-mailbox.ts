import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/**
 * What is plainly about one mailbox. Before the limits and refusals, whose words it shares: “over quota”,
 * “recipient address rejected: access denied”, “receiving mail at a rate”.
 */
export const genericMailboxRules = defineRules('*', [
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
      'The server could not ask the mailbox server behind it whether the recipient exists: that one is in trouble.',
    source: 'Postfix reject_unverified_recipient, www.postfix.org/ADDRESS_VERIFICATION_README.html',
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
    meaning: 'This one mailbox gets more mail than it may for now.',
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
    id: 'generic.mailbox.full',
    pattern: anyOf(
      /(?:mail ?box|inbox|user|recipient)\S* (?:cannot|can't|can not) (?:hold|take|store|accept) (?:\S+ ){0,2}more/,
      /(?:storage|disk|mail) (?:quota|space) of (?:the |this )?(?:recipient|user|mailbox)/,
      /(?:mail ?box|inbox|recipient|user) (?:\S+ )?has no (?:\S+ )?(?:space|room)/,
      inTurn(
        /(?<!limit \W?)/,
        anyOf(
          /mail ?box|user(?! (?:sending|message|mail|rate|submission)\b)|account/,
          /(?<!(?:max|maximum|number of|many|count of) )recipient(?! address rej|s? (?:per|limit|rate|count|quota)\b)/,
          /inbox|folder|maildir|addressee|mail drop/,
        ),
        /\S*(?: \S+){0,6} /,
        /over(?! tls)|exceed\w*|out of|reached|is (?:almost )?full|full\b|no space|not enough|used up/,
        /(?!.{0,30}(?:rate|connection|messages|send))/,
      ),
      /mail ?box (?:is )?full|full mail ?box/,
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
      /exceeded storage|not (?:have )?enough (?:storage )?space in|out of storage space/,
      /limit exeeded for this email|no room/,
      /(?:insufficient|not enough|no) (?:mail ?box|user|account|quota) (?:\S+ )?(?:space|storage|room)/,
      /too much mail data/,
      /domain (?:size|disk|storage|quota) (?:\S+ ){0,2}exceed|boite (?:\S+ ){0,3}pleine/,
      /postfach (?:\S+ ){0,3}voll|casella (?:\S+ ){0,3}piena|buz[o]n (?:\S+ ){0,3}lleno/,
      /caixa (?:\S+ ){0,4}cheia|cuota|skrzynka (?:\S+ ){0,3}p[e]lna|przepelnion/,
      /ящик (?:\S+ ){0,3}(?:переполнен|полон)|speicherplatz|邮箱已满|容量满/,
      /not enough (?:room|space) (?:in|for|left) (?:\S+ )?(?:mail ?box|inbox|user)/,
      /(?:mail ?box|inbox|account|user)\S* (?:has )?no (?:free |more |disk )?(?:space|room)/,
      /storage (?:quota|limit|space) (?:\S+ )?(?:reached|exceeded|full|exhausted|used)/,
      /over (?:the |its |their |his )?(?:\S+ )?storage/,
      /than the space available/,
      /(?:exceeds?|over) (?:\S+ ){0,3}(?:message count|number of messages)(?! (?:per|for|in|from|you))/,
      /too many (?:messages|mails) (?:on|in|for) (?:this|the|your) (?:mail ?box|user|account|inbox|server)/,
      /not able to receive (?:any )?more/,
      /(?:mails|nachrichten) (?:auf dem server|im postfach)/,
      /(?:user|mail ?box|recipient|account) (?:has|holds|contains) too many (?:messages|mails)/,
      /^\W*quota (?:is )?(?:full|exceeded)(?! for)/,
      /(?:mail ?box|account|user|inbox|recipient)(?:'s)? (?:storage|quota|size) (?:limit|\S+ reached)/,
      /^\W*(?:storage|quota) (?:\S+ )?(?:exceeded|reached|used up)(?! for)/,
      /(?:disk|storage|mail) quota (?:is |has been |was )?(?:exceed\w*|full|reached)/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is full.',
    source: 'RFC 3463 X.2.2; sisimai/p5-sisimai lib/Sisimai/Reason/MailboxFull.pm @0247fd34',
    examples: [
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
  {
    id: 'generic.mailbox.unverified',
    pattern: anyOf(
      /recipient address rejected: (?:unverified|undeliverable) address/,
      /address verification in progress|recipient verify from|recipient validation/,
      /callout verification failed|verif\w+ (?:of |the )?recipient|recipient verification/,
      /call-?ahead/,
      /(?:recipient|address|user) (?:check|verification|lookup) (?:\S+ )?(?:pending|in progress|under ?way)/,
      /recipient verify|recipient (?:check|lookup|verify)\w* (?:is |was )?(?:pending|in progress|deferred)/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning:
      'The server asks the mailbox server behind it whether the recipient exists, and has no answer or a no.',
    source: 'Postfix reject_unverified_recipient, www.postfix.org/ADDRESS_VERIFICATION_README.html',
    examples: [
      {
        text: '450 4.1.1 <a@example.com>: Recipient address rejected: unverified address: Address verification in progress (in reply to RCPT TO command)',
        source: 'Postfix log line in a public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.mailbox.unknown',
    pattern: anyOf(
      inTurn(
        /user|rcpt|recipient|mailbox|address|account|addressee|destinataire|user name|utente|usuario|local part/,
        /s?\S*(?: \S+){0,5}? /,
        anyOf(
          /unknown/,
          /not (?:be )?(?:found|known|exist|active|here)|(?:do|does|did|dos)(?: not|n't) exist/,
          /doesn't have a|inconnue?|unbekannt|sconosciuto|desconocid|no existe/,
          /nao existe|nie istnieje|не существует|не найден/,
        ),
      ),
      /unknown (?:\S+ )?(?:user|recipient|mailbox|address|local|account)/,
      /no such (?:\S+ ){0,2}(?:user|recipient|mailbox|address|account|person|domain)/,
      /recipient is not in|not listed in (?:\S+ )?directory|validrcptto/,
      /no (?:account|mailbox) (?:\S+ ){0,3}(?:here|available|found)|unrouteable address/,
      /unroutable address|addressee unknown/,
      inTurn(
        /(?<!header is )not (?:a |in )(?:\S+ )?/,
        /valid|known|local|existing|recipient/,
        /(?: \S+)? /,
        /user|address|recipient|mailbox|list/,
      ),
      inTurn(
        /(?:user|mailbox|account|recipient)\S*(?: \S+){0,4} /,
        anyOf(
          /disabled|inactive|suspended|locked|frozen|terminated|closed|expired/,
          /no longer(?! (?:authori|allowed|permitted))|deactivated|archived|bloque\b/,
        ),
      ),
      /invalid (?:\S+ )?(?:recipient|mailbox|rcpt|user|account)\b|bad (?:recipient|destination)/,
      /badrcptto|inactive (?:user|account|mailbox)/,
      /domain \S+ (?:is |was |has been )?(?:currently )?(?:suspended|disabled|expired|closed|inactive|parked)/,
      /(?:illegal|invalid) (?:\S+ ){0,2}characters? in (?:\S+ )?(?:user|address|local|mailbox)/,
      /user hangup|user suspended/,
      /(?:recipient|user|addressee|mailbox|account) (?:has )?(?:moved|left|retired|gone)/,
      inTurn(
        /recipient address rejected: /,
        anyOf(
          /access denied|inactive|user|invalid|unknown|not|no |recipient/,
          /mail ?box|this|domain|address (?:does|is not)/,
        ),
      ),
      /no longer (?:valid|available|active|accept)|no valid (?:recipients?|rcpt|mailbox|user)\b/,
      inTurn(
        /recipient|user|mailbox|address|account/,
        /\S* (?:\S+ ){0,3}/,
        /not (?:allowed|permitted|authori[sz]ed|able)|n't (?:allowed|able)/,
        / to receive/,
      ),
      /not (?:allowed|permitted) to receive (?:\S+ ){0,2}(?:e?-?mails?|messages?)/,
      /(?:only|just) (?:accepts?|receives?) (?:\S+ ){0,3}(?:internal|local)/,
      inTurn(
        /cuenta|conta|casella|indirizzo(?! ip)|konto|postfach|boite|compte|buzon|ящик|аккаунт/,
        /\S*(?: \S+){0,4} /,
        anyOf(
          /bloque|bloccat|gesperrt|blockiert|zablokowan|заблокирован|deshabilitad/,
          /disabilitat|deaktiviert|desactive|inactiv|suspendid|inexistent/,
          /inesistente/,
        ),
      ),
      /nie ma takiego konta|konto jest zablokowane|用户不存在|不存在/,
      /recipient address(?:es)? rejected ?: (?:access denied|inactive|user|invalid|unknown|not|no |this|domain)/,
      /not allowed to this (?:address|recipient|mail ?box)/,
      /no (?:mail ?box|user|account|one) (?:\S+ )?by (?:that|this) name|recipnotfound/,
      /no longer (?:works?|employed|with us|at this company|in use|here)|nobody (?:by|called|named|with)/,
      /\bnosuchuser\b|\bno-?such-?user\b/,
      /(?:domain|we) (?:is |are |do |does )?not host\w*|not a local domain|mail for this domain is not/,
      /none of them (?:is |are )?local/,
      /(?:user|mail ?box|account|recipient)\S*(?: \S+){0,3} (?:deleted|removed|retired|discontinued|cancel+ed)/,
      inTurn(
        /do not|don't|does not|doesn't|not/,
        / /,
        /handle|serve|process|know/,
        / (?:\S+ )?(?:mail )?(?:for )?(?:that |this )(?:domain|user|address)/,
      ),
      /domain unknown (?:here|to)|only (?:\S+ )?members (?:can|may)|recipient (?:is )?(?:\S+ )?only accept\w*/,
      /recipient (?:does not|doesn't) want/,
      /(?:not|aren't|isn't) responsible for (?:that|this|the) domain/,
      /address (?:\S+ )?(?:does|do)(?: not|n't) (?:receive|accept|take)/,
      /(?:due to|because of|for|extended) inactivity|mail ?box (?:has been |is |was )?(?:temporarily )?blocked/,
      inTurn(
        /not /,
        /permitted|allowed|authori[sz]ed/,
        / to /,
        /(?:e-?)?mail|post to|write to|send (?:\S+ )?to/,
        / (?:this|the) /,
        /group|list|address|user|recipient/,
      ),
      inTurn(
        /unresolvable|undeliverable|bounced?|invalid|bad|non-?existent|nonexisting/,
        / (?:\S+ )?/,
        /address|recipient|mail ?box/,
        /\W+<(?:address|name)>/,
      ),
      /could not resolve (?:address|recipient|user)/,
      /no (?:valid )?(?:user|mailbox|recipient|account) (?:with|of|by|under|for)\b/,
      /not handled by this|(?:has|have) left (?:the|our|this) (?:company|organi[sz]ation)/,
      /not our (?:customer|user|client)|(?:illegal|unknown) alias/,
      /address (?:\S+ ){0,3}(?:discontinued|closed|disabled|deleted|removed|retired|not in use)|\bbad address\b/,
      /^\W*unknown domain|\bnot local\b/,
      /mail for <host> is not|^\W*invalid address\b/,
      /(?:recipient|user) (?:\S+ )?(?:refuses|prefers not|does not wish|doesn't want)|\bno mail ?box\b/,
      /(?:disabled|closed|deleted|unused|suspended|expired) (?:mail ?box|account|user|address)/,
      /(?:mail )?(?:receiving|reception|delivery) (?:is |has been )?disabled/,
      /deliver\w* to an? (?:bogus|forged|invalid|fake|non-?existent)/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist, is closed, or takes no mail.',
    source: 'RFC 3463 X.1.1 and X.2.1; sisimai/p5-sisimai lib/Sisimai/Reason/UserUnknown.pm @0247fd34',
    examples: [
      {
        text: '450 <login@sample.com>: User unknown in local recipient table (in reply to RCPT TO command)',
        source: 'Postfix log line in a public repository, read 2026-11',
      },
      {
        text: '450 4.2.1 <someone@example.com>: Recipient address rejected: this mailbox is inactive and has been disabled',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; address filled in',
      },
      {
        text: '554 5.7.1 <someone@example.com>: Recipient address rejected: Access denied (in reply to RCPT TO command)',
        source:
          'Postfix log line in a public forum copy, March (year not given), read 2026-11; address replaced',
      },
    ],
  },
]);
