// Here: what the receiver could not do: write, pass on, check, take more under its load; temporary replies
// only.
// Not here: a machine that failed (→ trouble-machines.ts), a service that is down (→ unavailable.ts).

import { anyOf, defineRules, inTurn, TEMPORARY, unless } from '../../define-rules.ts';
import { BETTER_REASON } from './better-reason.ts';

const SOURCE =
  'wordings of receivers in trouble in test/fixtures/replies/phrases.tsv and test/fixtures/replies/near-misses.tsv, 2026-11';
const NEAR_MISS = 'test/fixtures/replies/near-misses.tsv, 2026-11';

/** If these could not be checked, it is mostly due to the sender's own DNS. */
const NAMES = /host ?name|reverse|\bptr\b|\bhelo\b|\behlo\b|call-?out|\byour\b/;

/** Before the rules that read the words for senders, recipients and limits, which such replies use. */
export const genericUndoneRules = defineRules('*', [
  {
    id: 'generic.trouble.not-done',
    codes: TEMPORARY,
    pattern: unless(
      anyOf(
        BETTER_REASON,
        NAMES,
        /too (?:large|big)|encrypted|password|\bsize\b|tls (?:is )?(?:required|mandatory|needed)/,
      ),
      anyOf(
        inTurn(
          /(?:could not|cannot|can't|couldn't|can not) be (?:\S+ )?/,
          /(?:written|saved|stored|loaded|opened|read|queued|spooled|rewritten|created|copied|locked|allocated|started)\b/,
        ),
        inTurn(
          /(?:unable to|could not|cannot|can't|couldn't|failed to|failure to|error while) /,
          /(?:writ|sav|stor|load|open|read|queu|spool|rewrit|creat|copy|lock|allocat|start|fork|obtain|acquir|forward)\w*\b/,
        ),
        inTurn(
          /(?:tls|ssl|starttls|auth\w*|log-?in|connection|delivery|handshake) (?:\S+ ){0,3}(?:to|with|for|at|by) (?:\S+ )?/,
          /(?:destination|next|remote|smart-?host|relay|upstream|inner|internal|final|target)\b/,
          /(?!.{0,40}(?:firewall|polic|\brules?\b)).{0,40}(?:fail|error|refus|reject|den|trouble|time|problem|\W*$)/,
        ),
        /\bdelivery to (?:\S+ )?(?:mx|host|server) (?:has |was )?fail\w*/,
        /\bfail\w* (?:to )?(?:set|sett|start)(?:ing)?(?: up)? (?:start)?tls\b/,
        inTurn(
          /(?:could not|unable to|cannot|failed to) (?:establish|negotiate|set up|start) (?:\S+ ){0,2}(?:to|with) (?:\S+ )?/,
          /(?:destination|next|remote|smart-?host|relay|upstream|inner|internal|final|target)\b/,
        ),
        inTurn(
          /(?:remote|destination|next|target|inner|final|recipient'?s?) (?:mx|host|server|mta|mail ?host|mail ?server)/,
          / (?:\S+ ){0,2}(?:reject|refus|den|drop|clos|reset)\w* (?:the |our )?(?:connection|session)/,
        ),
        inTurn(
          /\b(?:remote|destination|next|target|inner|final|back-?end|upstream|downstream) /,
          /(?:(?:mx|host|server|mta|hop|relay|end|system) )?/,
          anyOf(
            /(?:is |was )?(?:down|dead|gone|off)\W*$/,
            /(?:(?:did|does|would|will) not|didn't|doesn't|won't|refuse[sd] to) (?:accept|take|read|respond|talk|want|let)/,
          ),
        ),
        inTurn(
          /\b(?:relay|forward\w*|append|open|write|insert|fetch|execution|enqueue|storage|signing|spool\w*)/,
          / (?:transaction |operation |attempt |of \S+ )?(?:has |was )?(?:temporarily )?(?:failed|failure|error)\b/,
        ),
        inTurn(
          /\b(?:check|scan|analysis|evaluation|inspection|classification|processing|validation)/,
          / (?:of \S+ )?(?:is |was |has )?/,
          /(?:error|incomplete|aborted|interrupted|crashed|fail\w* temporar\w+|temporar\w+ fail\w*)\b(?! (?:\d|<n>))/,
        ),
        inTurn(
          /\b(?:queu\w*|enqueu\w*|spool\w*|local delivery) (?:\S+ )?(?:is |was |are )?(?:temporarily |currently )?/,
          /(?:declin|disabl|den|refus|not possible|suspend|switched off|turned off|stopp|does not|paus)/,
        ),
        /(?:could not|cannot|can't|unable to) be enqueued|\bundelivered\b|\bno data saved\b/,
        /\bnot (?:accepted|taken) by (?:the )?(?:remote|next|inner|upstream|downstream|back-?end)\b/,
        inTurn(
          /(?:system|server|service|host|gateway|we) (?:is |are )?(?:accept\w*|tak\w+) no (?:\S+ )?/,
          /(?:mail|messages|e-?mails?|connections) (?:right )?/,
          /(?:now|currently|at (?:the|this) (?:moment|time)|at present|temporarily)\b/,
        ),
        inTurn(
          /: (?:connection (?:refused|reset|timed out|lost|closed)|host is down|no route|operation timed out)/,
          /(?<=(?:\bdeferred|(?<!address: )\bconnect(?:ing|ion)? to \S+|\b(?:lmtp|socket|relay|proxy|upstream)\b.{0,20}): .*)/,
          /(?!.{0,40}(?:polic|rule|block|list|reputation|too many))/,
        ),
        /(?:can(?:not|'t)|could not|unable to|failed to) connect to (?:\S+ ){1,5}connection (?:refused|reset|timed out)/,
        /\b(?:dial tcp|getaddrinfo|socket error|errno|econn\w+|etimedout|enotfound|ehostunreach|epipe|enospc|emfile)\b/,
        /\bhttp (?:status |error |code )?[45]\d\d\b|\bcan(?:not|'t) (?:continue|go on|proceed)\b/,
        /\bno route\b|(?:thread|process|worker|queue|disk) (?:is )?blocked|blocked (?:waiting|on (?:i\/?o|disk|a lock))/,
        /(?:on|of) our (?:own )?(?:server|system|side|end)\b.{0,20}(?:error|fail|problem)|circuit breaker/,
        /(?:error|fail\w*|problem|fault|broken) (?:\S+ ){0,3}on our (?:own )?(?:server|system|side|end)\b/,
      ),
    ),
    category: 'unavailable',
    meaning: 'The receiver could not write, load or pass something on: the trouble is its own.',
    source: SOURCE,
    examples: [
      { text: '451 message content could not be saved', source: NEAR_MISS },
      { text: '450 4.4.0 remote MX rejected connection, will retry', source: NEAR_MISS },
    ],
  },
  {
    id: 'generic.trouble.session-time',
    codes: TEMPORARY,
    pattern: anyOf(
      inTurn(
        /\b(?:session|connection|transaction|channel|idle) (?:(?:is|has|was|open|idle|total|maximum|max\w*) )?/,
        /(?:time|deadline|duration|life-?time|age|length|time-?limit|life)(?: limit)? /,
        /(?:(?:is|has|was|been|limit|value) ){0,2}(?:exceeded|reached|expired|over|up|elapsed|passed|too long|exhausted|hit)\b/,
      ),
      inTurn(
        /(?:exceed\w*|reached|maximum|max\.?|past|allowed|limit of) (?:(?!number|rate|count|amount)\S+ ){0,3}/,
        /(?:time|duration|life-?time|length|age|deadline)(?: limit)? (?:allowed |permitted )?(?:of|for|per|in) /,
        /(?:(?:this|the|a|an|one|your|each|every|smtp|tcp|single) ){0,2}(?:session|connection|transaction|channel)\b/,
      ),
      inTurn(
        /\b(?:maximum|max\.?|total|allowed|allotted|permitted) (?:smtp |tcp )?/,
        /(?:session|connection|transaction|idle) (?:time|duration|life-?time|length|age)\b/,
      ),
      inTurn(
        /\b(?:session|connection|transaction|command|client|dialogue?) (?:\S+ )?/,
        /(?:took|takes|taking|lasted|lasts|lasting|open|idle) (?:\S+ )?(?:longer|too long)\b/,
      ),
      /(?:session|connection) (?:has been |was |is |kept )open for (?:<n>|an?|over|more|too)\b/,
      /exceed\w* (?:the )?(?:allow\w+|permitted|maximum) (?:connection|session) (?:time|duration)/,
      /\b(?:idle|inactivity) (?:time |period )?limit\b(?<!(?:mail ?box|account|user) (?:idle|inactivity) .{0,12})/,
      /\b(?:time|duration|age) limit (?:for|of|on|per) (?:\S+ )?(?:\S+ )?(?:session|connection|transaction|client)s?\b/,
    ),
    category: 'unavailable',
    meaning: 'The session lasted longer than the receiver lets one last; a new connection is welcome.',
    source: SOURCE,
    examples: [{ text: '421 4.4.2 Maximum session duration exceeded', source: NEAR_MISS }],
    note: 'A limit of time, not of connections: before the rules that read “session … exceeded” as one.',
  },
  {
    id: 'generic.trouble.not-checked',
    codes: TEMPORARY,
    pattern: unless(
      anyOf(BETTER_REASON, NAMES),
      anyOf(
        inTurn(
          /(?:could not|cannot|can't|couldn't|can not) be (?:\S+ )?/,
          /(?:check|verif|determin|validat|scann|test|confirm|evaluat|inspect|analy[sz]|process|complet|perform)\w*/,
          /.{0,40}\b(?:later|again|at (?:this|the) (?:time|moment)|moment|right now|just now|currently|temporar\w+)/,
        ),
        /(?:could not|cannot|can't|couldn't) be scanned(?!.*(?:encrypted|password|too large|\bsize\b))/,
        inTurn(
          /(?:unable to|could not|cannot|can't|couldn't) (?:check|verify|determine|validate|scan|inspect|confirm)/,
          /\b.{0,60}\b(?:later|again|at (?:this|the) (?:time|moment)|moment|right now|just now|currently)/,
        ),
        inTurn(
          /(?:unable to|could not|cannot|can't|couldn't) (?:verify|check|confirm) /,
          /(?:(?:the|this|that|if|whether) )?(?:recipients?|rcpt|mail ?box|user)\b(?! address)/,
        ),
        /(?:recipients?|rcpt|mail ?box|user) (?:<\w+> )?(?:could not|cannot|can't) be (?:verified|checked)\b/,
        inTurn(
          /(?:scan|check|inspection|verification|look-?up|validation|analysis|test)s? (?:\S+ ){0,4}/,
          /(?:is not|was not|could not|cannot|did not|couldn't) (?:be )?/,
          /possible|performed|completed?|done|finish\w*|carried out|run|executed/,
        ),
        inTurn(
          /(?:check|verification|test|examination|inspection|look-?up)s? (?:\S+ ){0,3}(?:is|are) /,
          /(?:still |not )?(?:finished|pending|running|complete|under ?way|in progress|done yet)/,
          /(?! .{0,20}(?:rejected|refused))/,
        ),
        inTurn(
          /(?:temporary|transient) (?:error|failure|problem|trouble) (?:while |when |in |during )?(?:\S+ )?/,
          /(?:check|verify|resolv|validat|look|process|scann)ing/,
        ),
      ),
    ),
    category: 'unavailable',
    meaning:
      'The receiver could not check the mail, its sender or its recipient for the moment; nothing is found against them.',
    source: SOURCE,
    examples: [
      { text: '451 4.7.1 sender check could not be performed, try again later', source: NEAR_MISS },
      { text: '450 4.7.1 spam check is not possible at the moment', source: NEAR_MISS },
    ],
    note: 'What it says of host names, PTR records and callouts is left to the rules for these: it is mostly the sender’s own DNS.',
  },
  {
    id: 'generic.trouble.load',
    codes: TEMPORARY,
    pattern: unless(
      anyOf(BETTER_REASON, /\bcrcp <ip>/),
      anyOf(
        inTurn(
          /(?:refus|reject|defer|den|declin|drop|clos)\w*\b.{0,40}/,
          anyOf(
            /\b(?:load (?:is |too |average|on)|(?:system|high|heavy) load|over-?load\w*|(?:too|is|are) busy)/,
            /\b(?:no|low) (?:\S+ )?memory|\bno (?:free|idle|spare) (?:\S+ )?(?:slots?|workers?|process\w*|threads?)/,
          ),
        ),
        inTurn(
          /(?:refus|reject|defer|den|declin|drop|clos|postpon|delay)\w*\b.{0,30}\b(?:because of|due to|after|owing to|for) /,
          /(?:(?:internal|temporary|local|system|server|network|dns|database|technical|an?|the|our|lookup|some) ){0,3}/,
          /(?:time-?out|overload|load|maintenance|outage|fail\w*|errors?|problems?|trouble)\b/,
          /(?! (?:with|in|of|on|at) (?:your|the sender))/,
        ),
        // With a time behind it the trouble is still the reason.
        inTurn(
          /(?:<n> ?(?:s\b|sec|m\b|min|h\b|hour)|\b(?:some|few) (?:minutes|hours)|\ban hour)/,
          anyOf(
            /(?<=\b(?:too|very|extremely|currently|quite|so|is|are|am) busy\b(?! \w+ing).{0,100})/,
            /(?<=(?:\bover-?load\w*|\b(?:too|high) load\b|\bmaintenance\b|\b(?:restart|reboot|reload|upgrad)ing\b).{0,100})/,
            /(?<=\bout of (?:\S+ )?(?:disk|memory|space|resources).{0,100})/,
            /(?<=(?:server|system|service|database|daemon) (?:(?:is|are|currently) ){0,2}(?:down|offline)\b.{0,100})/,
          ),
        ),
        inTurn(
          /\b(?:try|retry|resend|come back)/,
          anyOf(
            /(?<=\b(?:data|rcpt to|rcpt|mail from|helo|ehlo) (?:reject|refus|den|declin)\w*\W{1,3}[a-z ]{3,16})/,
            /(?<=(?:rejected|refused|denied|declined) (?:at|after|in|on) [a-z -]{0,12}(?:data|rcpt|rcpt to)\W{1,3}[a-z ]{3,16})/,
          ),
          /(?: again)? later\W*$/,
        ),
        /(?:system|server) load (?:is )?(?:too )?high|\bshedding load\b/,
        /\b(?:our|own) (?:own )?configuration (?:is )?(?:broken|wrong|bad)/,
        /(?<!recipient |sender )\b(?:process|thread|memory|file|cpu)s? limit (?:\S+ ){0,3}(?:reach|exceed|hit)/,
        /\btoo many open (?:files|sockets|handles)\b/,
        /(?:analysis|processing|scan\w*|server|system|delivery) capacity (?:is |was )?(?:reached|exhausted|exceeded)/,
      ),
    ),
    category: 'unavailable',
    meaning: 'The receiver turns connections or mail away because it has too much to do.',
    source: SOURCE,
    examples: [
      { text: '421 4.3.2 connection refused, system load too high', source: NEAR_MISS },
      { text: '421 4.3.2 connection rejected: server is too busy', source: NEAR_MISS },
    ],
  },
]);
