// Here: connections at once or in a time, and messages in one connection.
// Not here: rates and recipients of a message (→ rate-limits.ts), limits for bad standing (→ reputation.ts).

import { PER_CONNECTION } from '../../advice/one-session.ts';
import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

const ADAPTIVE = 'Momentum adaptive_rules.lua, documentation of 2020-03';

/** Limits per connection come first: they speak of connections and mean messages. */
export const genericConnectionLimitRules = defineRules('*', [
  {
    id: 'generic.limit.per-connection',
    pattern: anyOf(
      inTurn(
        /messages?|mails?|e-?mails?|recipients?|deliveries|transactions|rcpts?/,
        / (?:\S+ ){0,3}/,
        /per|in (?:this|one|a|the same|single)|on this|for this|within (?:this|one|a)/,
        / (?:\S+ )?(?:connection|session)/,
      ),
      /(?:connection|session) (?:message|mail|recipient) (?:limit|count)/,
      /(?:only|just|accept) (?:\S+ ){0,2}(?:one|a single|1) (?:recipient|rcpt|message|mail)\b/,
      inTurn(
        /(?:messages?|mails?|recipients?|rcpts?) (?:limit|maximum|quota|allowance) (?:for|of|in|per|on) /,
        /(?:(?:this|one|a|the|each|every|your) )?(?:\S+ )?(?:session|connection)/,
      ),
      /(?:messages?|mails?) (?:for|on|in|over) (?:this|one|a|each|every) (?:\S+ )?(?:connection|session)/,
      /one (?:recipient|rcpt|message|mail) (?:at a time|per|only)/,
      inTurn(
        /(?:messages?|mails?|e-?mails?|recipients?|rcpts?|deliveries|transactions)(?: limit)? /,
        /(?:during |in |within )?(?:this|each|one|every|a single) (?:\S+ )?(?:connection|session)\b/,
      ),
      /(?:connection|session) (?:message|mail|recipient|rcpt)s? (?:limit|maximum|quota|cap|exhausted|exceeded|used)/,
      inTurn(
        /\b(?:this|one|each|a) (?:connection|session) (?:\S+ ){0,3}/,
        /(?:(?:<n>|enough) |its )(?:messages?|mails?|e-?mails?|recipients?|rcpts?)\b/,
      ),
      /\b(?:clos|end|finish|drop|terminat)\w* (?:\S+ ){0,4}after <n> (?:messages?|mails?|e-?mails?|recipients?|rcpts?)\b/,
      /\b(?:open|start|use|begin) (?:a )?(?:new|another|fresh) (?:session|connection) (?:for|to|and)\b/,
      /\bsize limit (?:for|of) this (?:connection|session)\b/,
      /\bcommands? (?:per|in) (?:<n>|one|an?|each|this) (?:connection|session)/,
    ),
    category: 'rate-limit',
    meaning: 'One connection carries only so many messages or recipients.',
    ofOneSession: true,
    advice: PER_CONNECTION,
    source: ADAPTIVE,
    examples: [
      {
        text: '421 Too many messages for this session',
        source: `${ADAPTIVE} (iinet.net.au); KumoCorp/kumomta assets/community/shaping.toml @00df937b (netvigator)`,
      },
      {
        text: 'smtp;421 Max message per connection reached, closing transmission channel',
        source: 'ActiveCampaign/smtp-field-manual data/codes/421.json @67831a2e',
      },
    ],
    note: 'Ordinary: PowerMTA opens another connection. Setting max-msg-per-connection below the limit spares the refusals.',
  },
  {
    id: 'generic.limit.connections-in-all',
    pattern: anyOf(
      inTurn(
        /too many (?:\S+ )?connections? to (?:this|the|our) (?:\S+ ){0,2}/,
        /(?:host|listener|server|bridge|service|system|port|daemon)\b(?!.{0,40}(?:from|your|<ip>))/,
      ),
      /out of connection slots(?! (?:for|per))/,
      inTurn(
        /^\W*(?:sorry\W{1,2})?(?:the )?max(?:imum)? (?:number of )?(?:concurrent )?connections (?:of <n> )?/,
        /(?:(?:has|have|is|was|been) ){0,2}(?:reached|exceeded)\b(?!.{0,60}(?:your|<ip>|\bfrom|\bper\b|client|\bip\b))/,
      ),
      inTurn(
        /\bserver (?:is )?(?:too )?busy\W{1,3}too many (?:\S+ )?connections\b/,
        /(?!.{0,40}(?:from|your|<ip>|\bper\b))/,
      ),
      /too many (?:\S+ )?connections for (?:this|your|the) (?:user|account|mail ?box)\b/,
    ),
    category: 'connection-limit',
    meaning: 'The server, or one account on it, holds as many connections as it can, whoever opened them.',
    source:
      'IronPort and other servers, inmotionhosting.com, variations of error 421, stored copy read 2026-11',
    examples: [
      {
        text: '421 4.4.5 Too many connections to this host.',
        source: 'IronPort, inmotionhosting.com, variations of error 421, read 2026-11 (# left out)',
      },
      {
        text: '421 mail.RemoteDomain.com out of connection slots',
        source: 'inmotionhosting.com, variations of error 421, stored copy read 2026-11',
      },
    ],
    note: 'Not the IP’s own limit: fewer connections of one’s own may not help, and later ones are taken.',
  },
  {
    id: 'generic.limit.connections',
    pattern: anyOf(
      /connections? (?:\S+ ){0,4}(?:throttl\w*|limited)/,
      /(?:throttl\w*|limit\w*|used up|exhaust\w*) (?:\S+ ){0,3}connections?\b/,
      /too many (?:\S+ )?(?:channels|sockets)/,
      // Cloudmark's gateways, as Cox, CenturyLink and T-Mobile run them, give Cox's codes with or without its CX.
      /\baup#(?:cx)?cnct\b/,
      /connections? (?:\S+ )?(?:per|a|each) (?:second|minute|hour)/,
      /too (?:many|much) (?:\S+ ){0,3}(?:connect\w*|sessions?|logins)\b/,
      /(?:concurrent|simultaneous|parallel|(?<!\bto |cannot |could not )open) (?:\S+ ){0,2}(?:connections?|sessions?)/,
      /(?:connections?|sessions?) (?:\S+ ){0,3}(?:limit|maximum|exceed|rate|frequency|quota|count\b|reached)/,
      /(?:limit|maximum|max|number|rate|exceed\w*|reached|frequency) (?:\S+ ){0,4}(?:connections?|sessions?)\b/,
      /connect(?:s|ing|ions?)? too (?:often|frequent|fast|many|quick)/,
      /too (?:frequent|fast|rapid) (?:\S+ )?connect|out of connection slots/,
      /only (?:one|<n>) connection|excessive (?:\S+ )?(?:connect|sessions)/,
      /no (?:more|further|additional|new) (?:\S+ )?(?:connections?|sessions?)/,
      /concurrency/,
      /(?:already|currently) (?:\S+ ){0,5}connect(?:ed|ions?)\b|trop de (?:connexions|sessions)/,
      inTurn(
        /nombre|numero|liczba|anzahl|aantal|число|количество/,
        / (?:\S+ ){0,4}/,
        /connexions|conexiones|connessioni|conexoes|polaczen|verbindungen|verbindingen|соединений|подключений/,
      ),
      /verbindungslimit|\bsender thread limit\b/,
      /(?:connexions|conexiones|connessioni|conexoes) (?:simultan|parallel|concurren|contempor)/,
      /zu viele (?:\S+ )?verbindungen|troppe (?:connessioni|sessioni)/,
      /demasiadas conexiones|muitas conex|te veel (?:verbindingen|connecties)/,
      /prilis mnoho (?:spojeni|pripojeni)|for manga anslutningar|tul sok kapcsolat/,
      /cok fazla baglanti|zbyt wiele (?:\S+ )?polacz|limit\w* polacz/,
      /przekroczon\w+ (?:\S+ ){0,2}polacz/,
      /слишком много (?:\S+ )?(?:соединен|подключен)|连接\S{0,12}(?:过多|太多|超(?!时)|频)/,
      /(?:fewer|less) (?:\S+ )?(?:connections|sessions)|too many conns?\b|connection (?:pool|allowance|budget)/,
      /connect rate|connect (?:less|slower|more slowly)|have (?:<n>|too many) (?:\S+ )?connections?\b/,
      inTurn(
        /\b/,
        /connections|sessions|channels/,
        /\b.{0,40}\b/,
        /limited|throttled|exhausted|used up|at a time|at once|per (?:minute|second|hour|ip)/,
      ),
      /(?:opens?|opening|keeps?) (?:\S+ ){0,3}(?:connections|sessions|channels)\b/,
      /only (?:one|<n>) (?:\S+ )?(?:connections?|sessions?)/,
      /connections? (?:\S+ )?(?:throttled|quota)/,
      /connection slots?|\bslots? (?:for|per) (?:your|this|one|each) (?:ip|host|client|sender)/,
      /(?:parallel|simultaneous|concurrent) (?:deliveries|transfers|clients|channels|processes|smtp)/,
      /(?:clients|hosts|channels) (?:\S+ ){0,2}(?:connected|at once|at a time) (?:from|already)/,
      /(?:max\w*|limit|number|too many) (?:\S+ ){0,3}(?:clients|client hosts|peers)\b/,
      /(?:single|one) connection (?:from|per|only|at)|no connections? (?:\S+ )?(?:available|left|free)/,
      inTurn(
        /(?:at most|no more than|not more than|up to|more than|only|maximum of|limited to|opened|holds?|has) (?:\S+ )?/,
        /(?:<n>|one|two|three|five|ten|twenty) (?:\S+ )?/,
        /(?:connections?|sessions?|channels?|sockets?)\b|links? (?:at|in parallel)/,
      ),
      inTurn(
        /connections?|sessions?|channels?|sockets?/,
        / (?:\S+ )?(?:ceiling|cap\b|capped|table|pool|slots?|budget|allotment|threshold|allowance)/,
      ),
      /(?:another|other|previous|existing|older) (?:connections?|sessions?) (?:\S+ ){0,5}(?:open|active|running|in use)/,
      /(?:connections?|sessions?) (?:\S+ ){0,2}(?:arriv|com|open)\w* (?:in )?(?:faster|too|more)/,
      /\bmax\w*[_-]conn\w*|\bconn\w*[_-](?:limit|max|rate)\w*|(?:connections|sessions) <n> ?(?:>|exceed|over|of)/,
      /(?:concurren\w+|simultaneous|parallel) limit|\b(?:re)?connect(?:s|ed|ing)? more than|share of (?:our|the) connections/,
      /\byou (?:\S+ )?(?:hold|have|use|are using|occupy) (?:all|every) (?:\S+ )?(?:channel|session|connection|slot)s?\b/,
      /\bno (?:further|more|other) (?:log-?ins?|sessions?|channels?|links?)\b/,
      /\b(?:close|end|finish|drop|release) (?:some|one|a few) (?:of )?(?:your|the) (?:\S+ )?(?:sessions|connections)/,
      /\bparallelism\b|(?:your|the) other (?:sessions|connections)|(?:sessions|connections) (?:are )?(?:finished|released)/,
      /<n> (?:of|out of) <n> (?:\S+ )?(?:connections|sessions|channels|slots)/,
      /connections? (?:from|of|by) (?:\S+ ){1,3}(?:is|are) (?:\S+ )?(?:capped|limited|restricted|counted)/,
      /(?:ceiling|cap) (?:of|on|for) (?:\S+ ){0,2}(?:connections|sessions)/,
      /connections? (?:refused|rejected|denied|dropped|closed)\W{1,3}(?:\S+ ){0,4}too many\b(?! open (?:files|handles))/,
      /\b(?:tls|handshake) (?:session |connection |handshake )?rates?\b|\btoo many (?:\S+ )?(?:tls |ssl )?handshakes\b/,
      /(?:re)?connect\w* too (?:often|frequent\w*|fast|many|soon)/,
      // Daum, which says “server is busy” of it.
      /\bcrcp <ip>/,
    ),
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections, at once or within a period of time.',
    source:
      'Postfix smtpd_client_connection_count_limit; Exim smtp_accept_max; sendmail daemon.c, read 2026-11',
    examples: [
      {
        text: '421 4.4.5 CRCP 192.0.2.7: Connection refused. Server is busy',
        source:
          'Daum, list of a Korean sender, who explains it: too many connections at a time; public repository, read 2026-11',
      },
      {
        text: '421 mwd-ibgw-6004a.ext.cloudfilter.net cmsmtp 138.197.213.185 blocked AUP#CNCT:',
        source:
          'forwardemail.net get-bounce-info, public repository copy, read 2026-11; postmaster.cox.net for the code',
      },
      {
        text: '421 4.7.0 mx1 Error: too many connections from 172.20.0.1',
        source: 'Postfix log line in a public repository (log parser tests), 2026-04',
      },
      {
        text: '421 Too many concurrent SMTP connections; please try again later.',
        source: 'Exim smtp_in.c; inmotionhosting.com, variations of error 421',
      },
      {
        text: '452 4.3.2 Connection rate limit exceeded. (in reply to MAIL FROM command)',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/RateLimited.pm @6d396b5d',
      },
      {
        text: '450 too frequent connects from 192.0.2.1, please try again later',
        source: `${ADAPTIVE} (bellsouth.net); help.shepherd.vet`,
      },
    ],
  },
]);
