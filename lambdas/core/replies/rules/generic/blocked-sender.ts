// Here: hosts and domains kept out in words of spam and reputation: by an anti-spam system, for bad
// company, in jail.
// Not here: lists (→ blocklists.ts), the sender's standing (→ reputation.ts), spam in this message
// (→ content.ts).

import { OWN_ACCOUNT_RESTRICTED } from '../../advice/causes.ts';
import { anyOf, defineRules, inTurn, unless } from '../../define-rules.ts';

/** What keeps spam out for a whole receiver; a filter may also be said of one message. */
const ANTI_SPAM_SYSTEM = inTurn(
  /(?:anti-?)?spam /,
  /(?:system|firewall|gateway|appliance|engine|protection|software|shield|solution|defen[cs]e|device|service)/,
);

/** A sending host, and that it is kept out, in the languages of receivers. */
const SENDING_HOST =
  /\b(?:ip(?:-?adresse)?|mail ?server|server|serwer\w*|serveur|servidor|host|mta|relay)\b(?: \S+){0,5} /;
const KEPT_OUT = /(?:blocked|banned|bloque\w*|bloccat[oa]|blockiert|gesperrt|zablokowan\w*|geblokkeerd)/;

/** Before the rules that read those words, and before those for the sender's names. */
export const genericBlockedSenderRules = defineRules('*', [
  {
    id: 'generic.blocked-sender.own-account',
    pattern: anyOf(
      /\bbad outbound sender\b|outbound ?spam ?exception/,
      /\bunusual sending activity detected\b(?!.{0,20}\b(?:ip|domain|network)\b)/,
      inTurn(
        /\b(?:your|sending|sender'?s?) (?:(?:sending|e-?mail|mail|smtp) )?(?:account|mail ?box) (?:is |was |has been )?/,
        /(?:temporarily )?(?:blocked|restricted|suspended|disabled|locked|banned) (?:\S+ ){0,3}/,
        /(?:for|due to|because of|after) (?:\S+ ){0,3}(?:spam|outbound|compromis\w+)/,
      ),
      /\b(?:user|account|mail ?box) (?:is |was |has been )?(?:restricted|blocked) from sending\b.{0,40}\bspam/,
    ),
    category: 'policy-block',
    meaning:
      'The sender’s own provider has restricted the account for spam that it sent; no receiver has refused.',
    source: 'bounces of Exchange Online and its documentation, public copies read 2026-11',
    advice: OWN_ACCOUNT_RESTRICTED,
    examples: [
      {
        text: 'smtp;554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception',
        source: 'Exchange Online, bounces in public forum copies, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.blocked-sender.filter',
    pattern: anyOf(
      inTurn(
        /(?:\bfrom <host>|\b(?:your|this) (?:\S+ )?(?:ip|host|server|client|network|connection|domain)|<ip>)/,
        /(?: \S+){0,3} /,
        /(?:blocked|rejected|refused|banned|denied|stopped|filtered|caught) (?:by|at|in) (?:\S+ ){0,3}/,
        ANTI_SPAM_SYSTEM,
      ),
      inTurn(
        ANTI_SPAM_SYSTEM,
        /(?: \S+){0,2} (?:block|refus|reject|bann|den|stop|keep)\w* (?:\S+ ){0,2}/,
        /(?:your (?:\S+ )?(?:ip|host|server|client|network|connection|domain)\b|<ip>)/,
      ),
      inTurn(
        /(?:\bip|server|serveur|servidor|host)\b(?: \S+){0,4} /,
        /(?:par|por|vom|von|dal|pelo|przez) (?:\S+ )?(?:(?:systeme|sistema|system|filtre|filtro) )?/,
        /(?:anti|anty)-?spam/,
      ),
      inTurn(
        SENDING_HOST,
        KEPT_OUT,
        /(?: \S+){0,3} (?:for|because of|due to|pour|por|per|wegen|za|vanwege|from sending|for sending) /,
        /(?:\S+ )?(?:(?:envio|envoi|invio|wysylani\w*) (?:de |di |du )?)?(?:spam|spamming)\b/,
      ),
      /\b(?:because of|due to|during|under|owing to) (?:\S+ ){0,3}spam (?:attack|wave|flood|storm|outbreak)|flood of spam\b/,
      inTurn(SENDING_HOST, KEPT_OUT, /\W{1,3}spam\W*$/),
      inTurn(SENDING_HOST, /(?:wegen|door|vanwege|za|por|per|pour) spam\S* (?:\S+ )?/, KEPT_OUT),
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A filter keeps the sending host out; nothing is said of this message.',
    source: 'bounces of Verizon Online, public copies read 2026-11',
    examples: [
      {
        text: '550 Your server was blocked by our anti-spam system',
        source: 'made up after the bounces of Verizon Online',
      },
      {
        text: '554 5.7.1 Ihre IP-Adresse 192.0.2.1 wurde wegen Spamversand gesperrt',
        source: 'made up after the words of German hosts, 2026-11',
      },
      {
        text: '421 4.7.1 Seu IP foi bloqueado temporariamente por envio de spam',
        source: 'made up after the words of Brazilian hosts, 2026-11',
      },
    ],
  },
  {
    id: 'generic.blocked-sender.company',
    pattern: anyOf(
      inTurn(
        /\b(?:domain|mx|ip|host|server|network|name ?server|range)\b(?: \S+){0,4} /,
        /(?:shar(?:es?|ed|ing)|hosted|together|in common)\b(?: \S+){0,5} with (?:\S+ ){0,2}spam\w*/,
      ),
      /(?:mx|mail exchanger|name ?server|registrar)\b.{0,20}\b(?:used by|belongs to|run by|owned by) (?:\S+ )?spam\w*/,
      /because (?:of )?your (?:domain|mx|name ?servers?|mail exchangers?|registrar|hoster) (?:\S+ ){0,6}spam\w*/,
      inTurn(
        /\b(?:mx|mail exchangers?|name ?servers?|registrars?)\b(?: of (?:\S+ )?(?:domain|<host>))? (?:is |are |has been )?/,
        /(?:banned|blocked|black-?listed|unwanted|not welcome)\b/,
      ),
      /\b(?:banned|blocked|black-?listed|unwanted) (?:mx|mail exchanger|name ?server|registrar)\b/,
    ),
    category: 'policy-block',
    scope: 'domain',
    meaning:
      'The receiver refuses the sender’s domain because of the company it keeps: an MX, a name server or an IP shared with spammers.',
    source: 'reply string in the source of a mail filter (BANNDMX), read 2026-11',
    examples: [
      {
        text: '550 5.7.1 Your mail was refused because your domain shares an MX record with a spammer',
        source: 'reply string in the source of a mail filter (BANNDMX), read 2026-11, shortened',
      },
    ],
  },
  {
    id: 'generic.blocked-sender.source',
    pattern: anyOf(
      inTurn(
        /(?<!mail from address <address>\W[a-z :]{0,60})\b(?:is |are |was )?(?:not|no) (?:an? |the )?/,
        /(?:liked|wanted|welcome|acceptable|accepted|approved|allowed|permitted|authori[sz]ed|desired|trusted|valid)/,
        / (?:source|origin)s?\b(?! (?:address|route))/,
      ),
      /\b(?:unwanted|unwelcome|unauthori[sz]ed|unapproved|disliked|prohibited|banned|blocked) (?:source|origin|peer)s?\b/,
      /\bfirewalled\b|(?:ip|host|client|you)\S* (?:\S+ ){0,2}(?:dropped|shut out) (?:by|at) (?:\S+ )?firewall/,
      inTurn(
        /^\W*(?:the |this |your )?(?:source|origin|peer|remote|originating|connecting|sending)/,
        /(?: (?:host|server|client|ip|address|system|network|mta))?(?: <ip>| <host>){0,2} (?:is |was )?/,
        /(?:not |un)(?:\S+ )?(?:authori[sz]ed|permitted|allowed|approved|accepted|welcome)/,
        /(?:\W*$|[.,;:!]| (?:to (?:send|connect)|here|please))/,
      ),
      /^\W*(?:remote |sending )?(?:host|server|client) (?:<\w+> ){0,2}(?:is )?(?:unauthori[sz]ed|unapproved)\b/,
      inTurn(
        /\b(?:is )?not (?:an? |the )?(?:source|origin|host|server|place) (?:that |which |from which )?(?:we|i)\b/,
        /.{0,20}(?:accept|take|want|receive)/,
      ),
      /(?:not like|dislike|not want|refuse) (?:your|this) (?:host|server|ip|network|address) as\b/,
      /\bno spammers\b|\bspammers? (?:\S+ )?(?:not |un)(?:welcome|wanted|allowed)|\bspammers? (?:go away|keep out|get lost)/,
      /(?:not|n't) (?:want|like|accept|serve|take|talk to) (?:\S+ )?spammers|\byou(?:'re| are) (?:an? |known ){0,2}spammer/,
      /\b(?:undesirable|undesired|rejected|refused|unacceptable) (?:mail )?sources?\b/,
      inTurn(
        /\b(?:client|host|server|peer|source|ip|source address)(?: <\w+>)? (?:is |has )?/,
        /(?:not entitled to (?:connect|send)|no authori[sz]ation\b|not on (?:our|the|any) list\b)/,
      ),
      /not in (?:the |our |a )?(?:list|table) of (?:\S+ )?(?:sources|origins|peers|hosts|servers|clients)\b/,
      /\borigine? (?:\S+ )?non? (?:autoris|autoriz|permis|acept|permes|consentit)\w*|origem nao (?:autoriz|permit)\w*/,
      /(?:quelle|herkunft) (?:ist )?nicht (?:berechtigt|erlaubt|zugelassen|autorisiert)/,
      /источник (?:\S+ )?не (?:разреш|допущ)/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The receiver accepts no mail from the source of this one.',
    source: 'reply strings in the source of policyd-weight and of a mail gateway, read 2026-11',
    examples: [
      {
        text: '550 5.7.1 Your address is not liked source for email',
        source: 'policyd-weight, bounce in a public copy, read 2026-11, shortened',
      },
      {
        text: '550 5.7.1 Source not authorized',
        source: 'reply string in the source of a mail gateway, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.blocked-sender.jail',
    pattern: unless(
      /\b(?:message|mail|attachment|file|mail ?box|user|recipient|account)s? (?:\S+ ){0,4}(?:quarantine|detained)/,
      anyOf(
        inTurn(
          /\bin (?:(?:the|our|a) )?/,
          /(?:prison|jail|custody|detention|lock-?down|dungeon|quarantine|exile|penalty (?:box|area)|sin ?bin)\b/,
        ),
        /\b(?:imprisoned|jailed|incarcerated|detained|grounded|serving a ban)\b|\bprison (?:list|table)\b/,
        /\b(?:en|in|im|na|no|w) (?:la |der |dem |einem )?(?:prison|carcel|prigione|prisao|cadeia|gefa?e?ngnis|wiezieni\w+)\b/,
      ),
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The receiver keeps the sender locked out for a while, for what it did before.',
    source: 'reply quoted in a public issue thread, read 2026-11',
    examples: [
      { text: '550 your ip is in prison', source: 'reply quoted in a public issue thread, read 2026-11' },
    ],
  },
]);
