import { anyOf, defineRules, inTurn } from '../define-rules.ts';

const ZONE_MTA = 'zone-eu/zone-mta config/bounces.txt @0009aafa';

/** Refusals without a better reason. After authentication, set-up, reputation, limits and mailbox, which name one. */
export const genericPolicyRules = defineRules('*', [
  {
    id: 'generic.policy.relay',
    pattern: anyOf(
      /relay(?:ing)? (?:\S+ ){0,2}(?:denied|not (?:permitted|allowed)|disallowed|prohibited)/,
      inTurn(
        anyOf(
          /unable|not allowed|not permitted|denied|cannot|unauthori[sz]ed/,
          /not authori[sz]ed|illegal|prohibited|no|(?:do|does|will)(?: not|n't)/,
        ),
        / (?:\S+ ){0,3}relay/,
      ),
      /as a relay|relay (?:\S+ ){0,2}rejected|rcpthosts|denies relay/,
      inTurn(
        /uucp|percent|source[- ]?rout\w*|routed/,
        / (?:\S+ )?(?:address\w*|rout\w*|path) (?:\S+ )?(?:denied|rejected|refused|not )/,
      ),
      /\bnot an? (?:\S+ )?relay\b/,
      /relay(?:ing)? (?:is |has been )?disabled|relay(?:ing)?\W{0,2} (?:is |are )?not (?:allowed|permitted)/,
      /not (?:the|an?) mx\b|\bnot (?:a|an open) relay\b/,
      inTurn(
        /remote|foreign|external|outside/,
        / (?:\S+ )?/,
        /addresses|domains?|recipients?/,
        / (?:\S+ )?/,
        /not allowed|denied|not permitted|refused/,
      ),
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning:
      'The host does not take mail for the recipient’s domain: its MX points to the wrong host, or the domain has left.',
    source: 'Postfix reject_unauth_destination; sendmail “Relaying denied”',
    examples: [
      {
        text: '454 4.7.1 <someone@example.com>: Relay access denied',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; address filled in',
      },
    ],
    note: 'A matter of the recipient’s domain, not of the sender: a stop of sending would be wrong.',
  },
  {
    id: 'generic.policy.sender-blocked',
    pattern: anyOf(
      inTurn(
        /sender (?:address )?(?:is |was |has been )?(?:\S+ )?/,
        anyOf(
          /rejected(?!: (?:server|local|temporary|internal|system|lookup|dns)\b)/,
          /refused|denied|blocked|banned|prohibited/,
          /not (?:allowed|authori[sz]ed|accepted|permitted)/,
        ),
      ),
      /senders? (?:\S+ ){0,2}(?:blocked|denied)|denies the sender|sender reject/,
      /ip reject|badmailfrom|(?:fake|spoofed) (?:sender|from)/,
      /not (?:\S+ )?accepting (?:\S+ ){0,2}from this sender/,
      /not (?:authori[sz]ed|allowed|permitted) (?:to )?(?:send|use|post)/,
      /members?[- ]only|non-?member/,
      /third party bad sender|known senders/,
      /(?:not|no) (?:have )?(?:\S+ )?permissions? to (?:send|mail|post|deliver)|closed system/,
      /approved (?:external )?(?:address|sender)/,
      /(?:illegal|unwanted|unwelcome|undesired|rejected|refused|blocked) sender\b/,
      /sender domain (?:\S+ )?(?:blocked|banned|refused|rejected|not (?:allowed|welcome|accepted))/,
      /only accept\w* (?:\S+ )?(?:mail )?from (?:specific|known|certain|approved)/,
    ),
    category: 'policy-block',
    scope: 'domain',
    meaning: 'The receiver refuses the sender’s address or domain.',
    source: 'Postfix check_sender_access; qmail badmailfrom; Momentum adaptive_rules.lua (sohu.com)',
    examples: [
      {
        text: '553 5.7.1 SENDER REJECT',
        source: 'Momentum adaptive_rules.lua (sohu.com), documentation of 2020-03',
      },
      {
        text: '554 5.7.1 <news@example.com>: Sender address rejected: Access denied',
        source: 'Postfix check_sender_access, www.postfix.org/access.5.html (reply text of smtpd)',
      },
    ],
  },
  {
    id: 'generic.policy.client-blocked',
    pattern: anyOf(
      inTurn(
        /\byour|\bthis|\bthe|sending|source|client|connecting|remote|sender'?s?|from/,
        / (?:\S+ ){0,3}/,
        /(?:ips?|host|address|server|network|subnet|domain|mta)\b\S*|<ip>/,
        /(?: \S+){0,6} /,
        anyOf(
          /block|ban|denied|refus/,
          /reject(?!ed: (?:server|local|temporary|internal|system|lookup|dns)\b)/,
          /not (?:allowed|permitted|accepted|authori[sz]ed|welcome|in whitelist)/,
          /prohibit|suspended|deferred|quarantin|filtered|forbidden|flagged/,
          /on hold\b/,
        ),
      ),
      inTurn(
        /block|bann|reject|refus|den|forbid/,
        /\w*(?: \S+){0,5} /,
        /your|this|sending|source|client|sender/,
        / (?:\S+ )?/,
        /ips?|host|server|network|domain|address/,
      ),
      inTurn(
        /mail|messages?|connections?|e-?mail|access/,
        / from (?:\S+ ){1,4}/,
        /block|ban|denied|refus|reject|not (?:accepted|allowed|permitted)|will not/,
      ),
      /<ip>\W{0,3} ?(?:is |was |has been )?(?:\S+ )?(?:blocked|banned|rejected|refused|denied)/,
      /client host rejected/,
      /temporar\w+ (?:\S+ )?(?:block|ban\b|banned|lock)|locked out|\b(?:host|client|ip) rejected\b/,
      /blocked (?:due|for|because|by|temporar)|country is not allowed/,
      /geograph|bad sender ip/,
      /(?:not allowed|den\w+|reject\w*|block\w*) (?:\S+ ){0,3}(?:location|country|region)\b/,
      /intrusion (?:prevention|detection)/,
      /not (?:\S+ )?(?:in|on) (?:\S+ ){0,2}(?:white|allow)-? ?list/,
      /\b(?:black|bad|invalid|banned|illegal) ip\b/,
      /\bip\W{0,2}(?:address )?(?:<\w+>)?\W{0,2}(?:is |was )?(?:rejected|refused|invalid|denied|hang ?up)/,
      inTurn(
        anyOf(
          /not (?:\S+ )?accept(?:ing)?/,
          /no (?:mail|messages?|connections?) (?:is |are )?(?:accepted|allowed|permitted)/,
        ),
        / (?:\S+ ){0,4}from (?:your|this|the|you\b|<ip>|<host>)/,
      ),
      /(?:do|does|will) not (?:talk|speak|communicate) (?:to|with)/,
      /host ?name (?:is |are )?not (?:authori[sz]ed|allowed|permitted)/,
      /client denied/,
      inTurn(
        /(?:not|n't) (?:\S+ ){0,2}(?:on|in) (?:\S+ ){0,2}(?:list|table) of /,
        /permitted|allowed|known|authori[sz]ed|trusted/,
      ),
      /from your (?:\S+ )?(?:ip|host|server|network) (?:is |are )?(?:unwanted|not wanted|unwelcome)/,
      /(?:not|n't) accept (?:\S+ ){0,3}from (?:your|hosting|this|dynamic)/,
      inTurn(
        /do(?: not|n't)|does not|will not|cannot|no longer/,
        / (?:accept|take|receive) (?:mail |messages? |connections? )?from (?:your|this|the|<ip>)/,
      ),
      /\bno (?:mail|e-?mail|messages?|connections?) (?:is |are )?(?:accepted|allowed|taken) from/,
      /no (?:smtp )?service for you/,
      /(?:from|by) (?:your|this) (?:\S+ )?(?:isp|provider) (?:is |are )?(?:unwanted|unwelcome|blocked|refused)/,
      inTurn(
        /hosting|isp|provider|asn|tld|netrange|ip range/,
        /\b (?:\S+ ){0,4}/,
        /blocked|banned|refused|denied|rejected|not accepted/,
      ),
      /\b(?:ip|host|client|server)\b(?: <ip>)? (?:denied|rejected|refused|banned|excluded)/,
      /(?:may|must|can) ?not send (?:mail )?(?:to us|here)/,
      /\bip block\b|\bblock (?:for|on|of) <ip>|not (?:on (?:the |our )?)?white-? ?listed/,
      /\b(?:illegal|unwanted|bad|rogue) (?:client|host|server)\b/,
      /\b(?:ip|host|client)(?: address)? deferred\b|refus\w* connections? from|bad network/,
      /open proxy/,
      /\b(?:ip|host|address) is (?:excluded|refused)/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The receiver refuses the sending host or network.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34',
    examples: [
      {
        text: '550 5.7.1 Client host rejected: Access denied',
        source:
          'Postfix smtpd access table REJECT, check_if_email_exists tests, public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.policy',
    pattern: anyOf(
      inTurn(
        /access (?:(?:\S+ ){0,9}(?:has been |was |is ))?(?:temporarily |currently )?/,
        /denied|refused|forbidden|restricted|rejected/,
      ),
      /administrat\w+ (?:prohibit|block|reject|den|lock)/,
      /(?:policy|security) (?:reason|reject|violat|restrict|block|den|fail)/,
      /(?<!delayed |deferred |postponed )(?:for|due to|by|per|under|violat\w+|against) (?:\S+ ){0,3}(?:polic|rules?\b)/,
      /not (?:allowed|authori[sz]ed|permitted) to/,
      /connection (?:\S+ )?(?:rejected|denied|not (?:allowed|authori[sz]ed|permitted|accepted))/,
      /polic\S+ (?:\S+ )?prohibit/,
      /prohibits? (?:this|the|your) (?:message|mail)|go away|not welcome/,
      /\bdisallow\w*|\bblocked\b|\bbanned\b|penalty (?:box|in effect)/,
      /gesperrt|geblockt|blockiert|bloque(?:e|es|o)?\b|bloquead|bloccat/,
      /zablokowan|заблокирован|封锁|屏蔽|prohibited|permanently deferred/,
      /^\W*(?:denied|rejected|refused|forbidden|not (?:allowed|permitted|authori[sz]ed))\b/,
      inTurn(
        /message|mail|e-?mail|transaction|delivery|connection|session|service/,
        / (?:\S+ ){0,2}(?<!temporarily )/,
        /refused|rejected|refuse|rejete|denied|rifiutat|abgelehnt|abgewiesen|rechazad|rejeitad|odrzucon|отклонен/,
      ),
      /service refuse|\brejected (?:by|for|due|because|as)\b|refused (?:by|for|due)/,
      inTurn(
        /zugriff|zugang|annahme|verbindung/,
        / (?:\S+ ){0,2}/,
        /verweigert|abgelehnt|untersagt|nicht (?:erlaubt|gestattet)/,
      ),
      /acces (?:\S+ ){0,2}(?:refus|interdit)/,
      /ac+es[sz]?o (?:\S+ ){0,2}(?:denegad|negad|negat|prohibid|rifiutat|vietat|rechazad)/,
      /odmowa|toegang (?:\S+ )?geweigerd|pristup odepren/,
      /(?:доступ|соединение|отправка) (?:\S+ ){0,2}(?:запрещ|закрыт|отклон)/,
      /запрещ|отказано|禁止|拒绝|被拒/,
      /(?:decided|chosen|configured) (?:\S+ )?to (?:reject|refuse|block)/,
      /delivery is not allowed|nao autorizado|geblokkeerd|blokovan|adresse ip (?:\S+ )?refus/,
      /command (?:was )?rejected/,
      /^\W*(?:delivery|access)(?: to \S+)?(?: is)? not (?:allowed|permitted|authori[sz]ed)|permission denied/,
      /(?:adresse|ip|connexion|courriel|expediteur)(?: ip)? (?:\S+ )?refusee?\b|verweigert|\bnegad[oa]\b/,
      /denegad[oa]|geweigerd|odepren|odmitnut/,
      /(?:nao|no|non) (?:autorizad|autorizzat|autoris|permitid|permess|consentit)/,
      /nicht (?:erlaubt|zugelassen|gestattet|berechtigt)/,
      /(?:reject|refus|block|deny|denying|decline)\w* (?:\S+ )?(?:your|this) (?:mail|message|e-?mail|connection)/,
      /(?:message|mail) (?:\S+ )?declined/,
      /(?:mail|message|e-?mail) (?:has been |was |is )(?:automatically )?rejected/,
      /violates? (?:our|the|local) (?:terms|rules)|local filter rule/,
    ),
    category: 'policy-block',
    meaning: 'The receiver refuses by a rule of its own that it does not explain.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/PolicyViolation.pm @0247fd34',
    examples: [
      {
        text: '421 domain Sorry, you are not authorized to make this connection.',
        source: 'PowerMTA User’s Guide, web monitor chapter (Kira41/pmta @12dd101)',
      },
      { text: '554 5.7.1 You are not allowed to connect', source: ZONE_MTA },
      {
        text: '550 [S10] Blocked',
        source:
          'MailChannels, postfix log classifier tests (“live mail log”), public repository, read 2026-11',
      },
      {
        text: '554 5.7.1 Rejected for policy reason',
        source: 'Bouygues, bounce samples of a public repository, read 2026-11',
      },
    ],
    note: 'Without a reason in the text, the safe reading is a block: a person should see it before the next thousand attempts.',
  },
]);
