// Here: how the sender speaks: TLS, HELO, protocol, too many errors.
// Not here: session and connection limits (→ connection-limits.ts), log-in and account (→ log-in.ts).

import { CERTIFICATE, ERRORS_IN_SESSION, LOG_IN, TLS_NEEDED, TLS_POLICY } from '../../advice/causes.ts';
import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

export const genericSessionRules = defineRules('*', [
  {
    id: 'generic.configuration.tls-policy',
    pattern: anyOf(
      /\boutbound tls policy\b/,
      /\bsts-policy-[a-z-]{2,30}|(?:due to|by|because of|under|per) (?:\S+ )?(?:mta-sts|dane)\b/,
      /\bmta-sts (?:policy )?(?:\S+ ){0,3}(?:fail|error|enforce|fetch|valid)\w*|\btlsa\b/,
    ),
    category: 'configuration',
    meaning:
      'A relay on the sender’s side keeps the mail: its TLS policy for this receiver, MTA-STS or DANE, is not met or could not be fetched.',
    source: 'RFC 8461 (MTA-STS); Forward Email and other relays, replies in their source, read 2026-11',
    advice: TLS_POLICY,
    examples: [
      {
        text: '451 4.7.5 Outbound TLS policy defer: example.com',
        source: 'reply texts in the source of public mail servers, read 2026-11; name filled in',
      },
    ],
    note: 'The receiver did not ask for TLS. If it stays, its certificate, its TLS or the host of its policy is broken.',
  },
  {
    id: 'generic.configuration.certificate',
    pattern: anyOf(
      /certificate (?:\S+ )?(?:validation|verif\w+|expired|invalid|untrusted|fail\w*|not )/,
      /(?:required|valid|client|trusted) (?:\S+ )?certificate\b/,
      /\b(?:no|missing|without|expired|invalid|bad|untrusted|self-?signed) (?:\S+ ){0,2}certificate\b/,
      /\buntrusted ?root\b/,
    ),
    category: 'configuration',
    meaning:
      'A TLS certificate is missing, has expired or is not trusted: the sender’s, or the other server’s.',
    source: 'RFC 3207 section 4.1; Microsoft documentation of 4.7.320, public copies read 2026-11',
    advice: CERTIFICATE,
    examples: [
      {
        text: '454 4.7.5 Certificate validation failure, Reason:UntrustedRoot',
        source: 'queue of an Exchange server, Microsoft Q&A, read 2026-11',
      },
    ],
    note: 'TLS itself was spoken: to switch it on or to take a newer version changes nothing.',
  },
  {
    id: 'generic.configuration.tls',
    pattern: anyOf(
      /(?:must|need to|have to|please) (?:issue|use|send|start) (?:\S+ )?(?:starttls|tls|ssl|encryption)/,
      /\brequired to (?:send|use|connect) (?:\S+ ){0,3}(?:encrypted|starttls|tls)\b/,
      /issue (?:\S+ )?starttls|failed to establish (?:\S+ )?tls\b/,
      /secure (?:\S+ )?(?:connection|channel|session|transport)/,
      /(?:tls|starttls|encrypt\w*|ssl)\b.{0,30}(?:required|mandatory|necessary|needed|obligatory)/,
      /(?:requires?|must use|need to use) (?:\S+ ){0,8}\W?(?:tls|starttls|encrypt\w*)\b/,
      /mismatch in tls/,
      /(?:\bnot|n't) (?:\S+ ){0,4}(?:tls|encrypted)\b(?! (?:available|zip|attachment|file|archive))|unencrypted/,
      /\bmta-sts\b|\btls policy|(?:tls|ssl) (?:\S+ )?(?:version|certificate)/,
      /(?:required|valid|client|trusted) (?:\S+ )?(?:ssl|tls)/,
      /(?:old|weak|unsupported|insecure|outdated) (?:\S+ )?(?:tls|ssl|cipher)|cipher (?:\S+ )?(?:is )?too weak/,
      /\bsslv?\d/,
      inTurn(
        /(?:tls|ssl)\W?\d?\S* (?:\S+ )?/,
        /or (?:later|newer|higher|above)|no longer|not supported|unsupported|please/,
      ),
      /security subsystem/,
      /(?:session|connection|transport)s? must be encrypted/,
      /plain ?text (?:\S+ ){0,2}(?:not|refused|rejected|disabled)|encryption too weak/,
      /verschlusselung (?:\S+ )?(?:erforderlich|notwendig|benotigt)/,
      /(?:tls|ssl)(?:<id>|v\S+)? (?:\S+ )?too old|plain-? ?text (?:\S+ ){0,3}not|encryption (?:is )?too weak/,
      /chiffrement (?:\S+ )?(?:requis|obligatoire|necessaire)|cifrado (?:\S+ )?(?:requerido|obligatorio)/,
      /\b(?:encrypt|secure) (?:the|your|this) (?:session|connection|channel)/,
      /\b(?:enable|upgrade to|negotiate) (?:start)?tls\b|no (?:shared|common) cipher/,
      /(?:use|issue|say|send) (?:start)?tls (?:before|first|please)|\bout of turn\b/,
      /\bonly (?:\S+ )?(?:encrypted|secured?|tls) (?:sessions|connections|mail|transport)/,
      /handshake (?:is )?(?:required|refused)|cipher (?:suites?|list) (?:\S+ )?(?:not|un)|without (?:a )?log-?in\b/,
    ),
    category: 'configuration',
    meaning: 'The receiver takes mail over TLS only, or asks for a newer version of it.',
    source: 'RFC 3207 section 4; Postfix smtpd_tls_security_level',
    advice: TLS_NEEDED,
    examples: [
      {
        text: '530 5.7.0 Must issue a STARTTLS command first',
        source: 'RFC 3207 section 4; Postfix src/smtpd/smtpd.c',
      },
    ],
  },
  {
    id: 'generic.configuration.helo',
    pattern: anyOf(
      inTurn(
        /valid|proper|correct|fully qualified|real|resolvable/,
        / (?:\S+ ){0,3}(?:in|as|for|with) (?:\S+ )?(?:helo|ehlo)\b/,
      ),
      inTurn(
        /\b(?:helo|ehlo)(?:host)?\b(?: command| name| string| host| hostname| argument)?.{0,20}/,
        anyOf(
          /reject|invalid/,
          /(?:not|cannot|can't|n't) (?:be )?(?:found|valid|accept|resolv|allow|verif|config)/,
          /fail|illegal|contains|wrong|bogus|numeric|syntax|impersonat|mismatch/,
          /unresolv|denied|unacceptable|forged|refus|error|must|should|need/,
          /fqdn/,
        ),
      ),
      inTurn(
        anyOf(
          /invalid|bad|bogus|illegal|fake|wrong|forged|incorrect|require\w*/,
          /improper|non-?fqdn|unqualified|missing|numeric|no|without|malformed/,
          /suspicious|impersonat\w*/,
        ),
        /(?: \S+){0,2} (?:helo|ehlo)\b/,
      ),
      /impersonat\w+ (?:\[|<host>|<ip>)/,
      /(?:provide|give|send|use|say) (?:\S+ ){0,3}(?:helo|ehlo)\b(?!(?:\/ehlo|\/helo)? first)|my name was rejected/,
      /(?:not|n't) (?:equal|match\w*|correspond\w*|the same) (?:\S+ ){0,5}(?:helo|ehlo)\b/,
      /\b(?:helo|ehlo)\b.{0,50}(?:not|n't) (?:match|equal|correspond|resolve|point)/,
      /\b(?:helo|ehlo)\b.{0,30}(?:not exist|no such|unknown)/,
      /\b(?:helo|ehlo)\b (?:\S+ ){0,3}(?:bogus|fake|wrong|bad|unknown|unresolvable|illegal|missing|requires)/,
      /contents? of (?:the |your )?(?:helo|ehlo)|\bhelo_|specified in (?:helo|ehlo)/,
      /(?:helo|ehlo)\W+(?:is )?my own|pretend\w* to be (?:me|us|our)/,
      /you are not (?:me|us|<host>)/,
      /(?:claim|say|pretend)\w* (?:\S+ ){0,3}(?:to be|you are) (?:\S+ )?(?:me|us|our|<host>)/,
      /\b(?:helo|ehlo)(?: name)? is (?:an? )?(?:address literal|bare ip|ip|literal)/,
      /\b(?:helo|ehlo) (?:no es|n'est pas|non e|nao e|ist)\b/,
      /\b(?:nombre|nom|nome|name) (?:de |du )?(?:helo|ehlo)\b/,
      /\bis (?:_my_|my own|our own) (?:address|name|host\w*)/,
      inTurn(
        /^\W*(?:(?:i|we|please) )?(?:need|want|expect|require|miss|lack|give|send|provide|tell|supply)\w* /,
        /(?:me |us )?(?:a |an |your |the )?(?:valid |full |real |correct )?(?:fully[- ]qualified )?/,
        /(?:(?:domain|host)(?: |-)?name|fqdn|fully[- ]qualified name)\b/,
      ),
      /^\W*(?:valid )?(?:domain|host) ?name (?:is )?(?:expected|missing|needed|absent)\b/,
      /\b(?:helo|ehlo) without\b|\byou must name (?:your|the) (?:host|domain|server)/,
      /^\W*what is your (?:domain|host) ?name\b/,
      /\b(?:introduce|identify) yourself\b/,
      /\byour name\W.{0,30}\b(?:unknown|not known)\b/,
      /\bthe name (?:\S+ )?(?:that )?you (?:gave|use|announce|sent|give)\b/,
      inTurn(
        /\bhost ?names? (?:contain\w*|has|have|uses?|using|with|includ\w*) (?:\S+ )?/,
        /(?:illegal|invalid|bad|forbidden|wrong|disallowed|unacceptable) (?:char|sign|symbol|combination)/,
      ),
      /\b(?:helo|ehlo) (?:needs|expects|wants|takes|requires) (?:\S+ )?(?:domain|host|address|name|argument)/,
      /(?:time-?out|timed out|fail\w*|error|problem) (?:\S+ )?(?:resolving|looking up|checking) (?:\S+ ){0,2}(?:helo|ehlo)\b/,
      /\bunresolvable host ?name <host>/,
      /^\W{0,3}<host> host (?:can't|cannot|can not|could not) be (?:resolved|found)/,
    ),
    category: 'configuration',
    scope: 'ip',
    meaning: 'The name given with HELO or EHLO is not a valid, resolving host name of the sender.',
    source:
      'Postfix reject_invalid_helo_hostname and reject_unknown_helo_hostname, www.postfix.org/postconf.5.html, read 2026-11',
    examples: [
      {
        text: '450 4.7.1 <localhost.localdomain>: Helo command rejected: Host not found',
        source: 'Postfix, www.postfix.org/postconf.5.html reject_unknown_helo_hostname (reply text of smtpd)',
      },
    ],
  },
  {
    id: 'generic.configuration.failed-log-ins',
    pattern: anyOf(
      inTurn(
        /too (?:many|much) /,
        anyOf(
          /(?:\S+ ){0,2}fail\w* (?:\S+ )?(?:auth\w*|(?:log|sign)-?ins?)\b/,
          /auth\w* (?:\S+ )?(?:fail\w*|attempts|errors|commands|tries)|(?:log|sign)-?in (?:attempts|failures|errors|tries)/,
          /(?:failed|wrong|bad|invalid|incorrect) (?:(?:log|sign)-?ins?|passwords?|credentials)\b/,
          /auth\w* requests?\b/,
        ),
      ),
      inTurn(
        /\b(?:limit|number|maximum|count|amount) of (?:\S+ )?/,
        /(?:wrong|bad|invalid|failed) (?:\S+ )?(?:(?:log|sign)-?ins?|auth\w*|passwords?)\b/,
      ),
      /(?:repeated|multiple|excessive|several) (?:\S+ )?(?:auth\w*|log-?in) (?:fail|error)\w*/,
    ),
    category: 'configuration',
    meaning:
      'Too many log-ins failed: the user or the password is wrong, or somebody guesses passwords from this IP.',
    source: 'Postfix smtpd_client_auth_rate_limit, www.postfix.org/postconf.5.html, read 2026-11',
    advice: LOG_IN,
    examples: [
      {
        text: '450 4.7.1 Error: too many AUTH commands from 192.0.2.1',
        source: 'Postfix src/smtpd/smtpd.c, smtpd_client_auth_rate_limit',
      },
    ],
    note: 'Nothing is said of recipients or commands.',
  },
  {
    id: 'generic.configuration.too-many-errors',
    pattern: anyOf(
      inTurn(
        /too (?:many|much) /,
        anyOf(
          /errors/,
          /(?:\S+ ){0,2}fail\w* (?:\S+ )?(?:attempts|commands)/,
          inTurn(
            /(?:\S+ ){0,3}/,
            anyOf(
              /commands(?!.{0,40} in (?:<n>|one|an?|each|this) (?:connection|session))/,
              /(?:command|syntax|protocol) errors|failures?|mistakes/,
            ),
          ),
        ),
      ),
      /(?:many|excessive) bad commands|trop (?:de |d')(?:commandes|erreurs)/,
      /too many (?:\S+ )?(?:unrecogni[sz]ed|unknown|invalid|junk|null|noop|rset) commands?|command limit/,
      /(?:connection|session) after (?:<n>|many|several) (?:\S+ )?errors\b/,
      inTurn(
        /\b(?:limit|number|maximum|count|amount) of (?:\S+ )?/,
        anyOf(
          /(?:wrong|bad|invalid|failed|unknown|illegal|rejected) (?:\S+ )?(?:commands|log-?ins|attempts)/,
          /(?:errors|mistakes|failures)(?! (?:\S+ ){0,2}(?:recipients?|users?|addresses))/,
        ),
      ),
      /(?:wrong|bad|invalid|unknown|illegal) (?:\S+ )?commands? (?:\S+ )?(?:limit|exceed|reached)/,
      /\bfehlerlimit|zu viele (?:\S+ )?fehler|trop d'erreurs|(?:demasiados|muchos|muitos) err[oe]\w+|troppi errori/,
      /te veel fouten|(?:zbyt|za) (?:wiele|duzo) bledow|слишком много ошибок|prilis mnoho chyb|for mange feil|for manga fel/,
      /error limit|too many (?:noop|rset|vrfy)s?\b/,
    ),
    category: 'configuration',
    meaning: 'The session was ended after too many errors, mostly unknown recipients or bad commands.',
    source: 'Postfix smtpd_hard_error_limit, www.postfix.org/postconf.5.html, read 2026-11',
    advice: ERRORS_IN_SESSION,
    examples: [
      {
        text: '421 4.7.0 mx002.roc2.bluetie.com Error: too many errors',
        source: 'PowerMTA User’s Guide sample t row (jnotes/pmta-doc @43ffeaa)',
      },
    ],
    note: 'List quality is usually the cause: each unknown recipient counts as an error.',
  },
  {
    id: 'generic.configuration.protocol',
    pattern: anyOf(
      /\bextensions? (?:is |are )?not (?:supported|offered|available|known|implemented|enabled)/,
      /pipelining|synchroni[sz]ation error/,
      /(?<!remote |downstream |upstream |backend |internal )protocol (?:error|violation|synch)/,
      inTurn(
        /talk\w*|spoke|speaking|data|input|command/,
        / (?:\S+ ){0,2}/,
        /too (?:soon|early)|before (?:\S+ ){0,2}(?:greeting|banner|turn)/,
      ),
      /pregreet|early talker|\b(?:spoken|sent|said) before the (?:banner|greeting)\b/,
      /\bsyntax of (?:mail|rcpt|helo|ehlo|the command)/,
      /bounces? (?:messages? )?(?:\S+ ){0,3}(?:more than one|multiple|many) recipients?/,
      /(?:\bip|smtp ?port|helo ?host|open-?relay|relay|local|domain) check (?:\S+ )?(?:error|fail)/,
      /(?:bare|naked|stray|lone) (?:lf|cr|newline|line ?feed|<)|smtp (?:smuggling|desync\w*)/,
      /line (?:endings?|terminators?|breaks?) (?:\S+ ){0,3}(?:wrong|invalid|bad|illegal|not)/,
      /\b(?:lf|cr|newline|line ?feed)s? (?:not preceded|without|must|are not|is not|alone)/,
      /client (?:\S+ )?(?:is )?broken|broken (?:smtp )?client/,
      /(?:mail|message|data) (?:\S+ )?must (?:be )?(?:end|terminat)|(?<!subject )\b(?:line|input|command) (?:is )?too long/,
      /\bline (?:length )?limit|bad sequence|syntax error|bad syntax/,
      /command (?:not |un)recogni[sz]ed|unrecogni[sz]ed command|command not implemented/,
      /polite people|non-?smtp command|smtputf8|bad address syntax/,
      /no recipients (?:specified|given|yet)|bad smtp command|(?:not|n't) follow\w* (?:the )?(?:smtp|protocol)/,
      /\bneed (?:mail|rcpt|helo|ehlo)\b(?! and auth)|\/(?:smtplf|barelf)\.html>/,
      /nested mail|sender (?:not yet given|already (?:specified|given))|must precede|line length/,
      /(?:out of|wrong|invalid) (?:sequence|order)/,
      /parameters? (?:not |un)recogni[sz]ed|(?:data|rcpt(?: to)?|mail(?: from)?) without (?:mail|rcpt|helo|ehlo)/,
      /polite (?:people|servers)/,
      /(?:unknown|unsupported|invalid|unexpected|illegal) command/,
      /(?:send|say|issue|use) (?:helo\/ehlo|helo|ehlo|mail|rcpt)(?: \S+)? first|wait for (?:the )?(?:banner|greeting)/,
      /missing (?:colon|argument|parameter)|expected (?:mail|rcpt|data|helo)/,
      /(?:helo|ehlo|mail|rcpt|data) (?:command )?(?:first|expected|required)/,
      /(?:version|software|client) (?:\S+ ){0,2}(?:out-?of-?date|outdated|obsolete|too old|no longer supported)/,
      /invalid domain name|domain name (?:is )?(?:invalid|malformed|illegal)/,
      /(?<!sender address does not )conform to rfc(?: <n>|-?(?:2821|5321|821|1123))/,
      /protocol abuse|smtp abuse|(?:malformed|bad|invalid) (?:command|argument|parameter|syntax)/,
      /command (?:is )?(?:not (?:supported|known|allowed here)|unknown)|(?:unrecogni[sz]ed|unknown) (?:verb|keyword)/,
      /bounces are never sent to more than one|(?:unsupported|unknown|invalid) (?:\S+ )?parameter/,
    ),
    category: 'configuration',
    meaning: 'The receiver says that the session broke the SMTP protocol.',
    source: 'RFC 5321 section 4.2; Postfix postscreen',
    advice: ERRORS_IN_SESSION,
    examples: [
      {
        text: '550 5.5.1 Protocol error',
        source: 'Postfix src/postscreen/postscreen_smtpd.c',
      },
    ],
  },
]);
