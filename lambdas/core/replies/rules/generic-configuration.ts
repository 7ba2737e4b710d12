import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/** What is wrong with the sender’s own set-up: DNS, HELO, TLS, sender domain, protocol. */
export const genericConfigurationRules = defineRules('*', [
  {
    id: 'generic.configuration.reverse-dns',
    pattern: anyOf(
      /reverse (?:\S+ ){1,2}(?:dns|lookup|entry|record|resolution)/,
      /(?:missing|no|lacks?|without|invalid|bad|wrong) (?:\S+ )?(?:reverse|rdns|ptr)/,
      /reverse[- ]?(?:dns|host ?name|look|name|ip|record|address|mapping|resolution)/,
      /\br-?dns\b|\bptr\b|cannot find your (?:reverse )?host ?name|(?:ip|host) ?name look ?up fail/,
      /(?:cannot|can't|could not|unable to) resolve (?:your|the|client|ip)/,
      /unresolvable relay host|fcrdns|forward[- ]confirmed|client host rejected: cannot find/,
      /unverifyable sending ips?/,
      /host ?name (?:does not|doesn't) (?:resolve|match)|no host ?name/,
      /(?:\bnot |un)resolvable|обратн\S{1,3} (?:зон|dns|запис)/,
      /\b(?:ip|address|<ip>) (?:\S+ ){0,2}(?:does not|doesn't|do not|did not|cannot be) (?:resolved?|match)/,
      /(?:resolve|match)\w* (?:\S+ ){0,3}host ?name/,
      /(?:resolution|dns|resolucion|rozwiazanie) (?:inverse|invers[oa]|reverso|odwrotn\w*)/,
      /revdns|反向解析|(?:client )?host ?name cannot be resolved|possibly forged/,
    ),
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP has no PTR record, or its name does not lead back to the IP.',
    source: 'Postfix reject_unknown_client_hostname, www.postfix.org/postconf.5.html; RFC 1912 section 2.1',
    examples: [
      {
        text: '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.201] (in reply to RCPT TO command)',
        source:
          'Postfix log line in a public repository (find_string "said: 450 4.7.1"), read 2026-11; address replaced',
      },
      {
        text: '450 Client host rejected: cannot find your hostname, [192.0.2.1]',
        source:
          'terraempresas.com.br, forum thread kept in a public repository, read 2026-11; address replaced',
      },
      {
        text: '550-Inconsistent/Missing DNS PTR record (RFC 1912 2.1) (mx.example.com) 550 [192.0.2.1]:34567',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; names filled in',
      },
    ],
  },
  {
    id: 'generic.configuration.dynamic-ip',
    pattern: anyOf(
      /\bdynamic(?:ally)?\b.{0,40}\b(?:ips?|addresse?s?|hosts?|pool|range)\b/,
      /dial-?up|residential|\bdul\b|generic (?:host|name)|use the smtp server of your isp/,
      /smtp relay at your (?:service provider|isp)/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The receiver takes the sending IP for one of the dynamic or residential kind.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34',
    examples: [
      {
        text: '550 Dynamic/zombied/spam IPs blocked',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34 (reply code added)',
      },
    ],
    note: 'Mostly the PTR name is to blame; a name that reads like a mail server’s, and a word to the list’s owner, mend it.',
  },
  {
    id: 'generic.configuration.tls',
    pattern: anyOf(
      /(?:must|need to|have to|please) (?:issue|use|send|start) (?:\S+ )?(?:starttls|tls|ssl|encryption)/,
      /issue (?:\S+ )?starttls/,
      /secure (?:\S+ )?(?:connection|channel|session|transport)/,
      /(?:tls|starttls|encrypt\w*|ssl)\b.{0,30}(?:required|mandatory|necessary|needed|obligatory)/,
      /(?:requires?|must use|need to use) (?:\S+ ){0,8}\W?(?:tls|starttls|encrypt\w*)\b/,
      /mismatch in tls/,
      /(?:\bnot|n't) (?:\S+ ){0,4}(?:tls|encrypted)\b(?! available)|unencrypted/,
      /certificate (?:\S+ )?(?:validation|verif\w+|expired|invalid|untrusted|fail\w*|not )/,
      /\bmta-sts\b|\btlsa\b|\btls policy|(?:tls|ssl) (?:\S+ )?(?:version|certificate)/,
      /(?:required|valid|client|trusted) (?:\S+ )?(?:ssl|tls|certificate)/,
      /(?:old|weak|unsupported|insecure|outdated) (?:\S+ )?(?:tls|ssl|cipher)/,
      /\bsslv?\d/,
      inTurn(
        /(?:tls|ssl)\W?\d?\S* (?:\S+ )?/,
        /or (?:later|newer|higher|above)|no longer|not supported|unsupported|please/,
      ),
      /security subsystem/,
      /(?:session|connection|transport)s? must be encrypted/,
      /plain ?text (?:\S+ ){0,2}(?:not|refused|rejected|disabled)|encryption too weak/,
      /verschlusselung (?:\S+ )?(?:erforderlich|notwendig|benotigt)/,
    ),
    category: 'configuration',
    meaning: 'The receiver takes mail over TLS only, or asks for a newer version of it.',
    source: 'RFC 3207 section 4; Postfix smtpd_tls_security_level',
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
          /(?:not|cannot|can't|n't) (?:be )?(?:found|valid|accept|resolv|allow|verif)/,
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
      /(?:provide|give|send|use|say) (?:\S+ ){0,3}(?:helo|ehlo)\b|my name was rejected/,
      /(?:not|n't) (?:equal|match\w*|correspond\w*|the same) (?:\S+ ){0,5}(?:helo|ehlo)\b/,
      /\b(?:helo|ehlo)\b.{0,50}(?:not|n't) (?:match|equal|correspond|resolve|point)/,
      /\b(?:helo|ehlo)\b.{0,30}(?:not exist|no such|unknown)/,
    ),
    category: 'configuration',
    scope: 'ip',
    meaning: 'The name given with HELO or EHLO is not a valid, resolving host name of the sender.',
    source:
      'Postfix reject_invalid_helo_hostname and reject_unknown_helo_hostname, www.postfix.org/postconf.5.html',
    examples: [
      {
        text: '450 4.7.1 <localhost.localdomain>: Helo command rejected: Host not found',
        source: 'Postfix, www.postfix.org/postconf.5.html reject_unknown_helo_hostname (reply text of smtpd)',
      },
    ],
  },
  {
    id: 'generic.configuration.sender-domain',
    pattern: anyOf(
      /no mx for your|invalid mx/,
      /sender'?s? (?:\S+ )?(?:address|mail ?box) (?:does not|doesn't) exist/,
      /return path could not|发件人域名/,
      inTurn(
        /sender address rejected: /,
        /domain not found|need fully|unverified|undeliverable|malformed|address uses|invalid|not a valid/,
      ),
      /domain of (?:the )?sender.{0,80}(?:not|resolve|exist)/,
      inTurn(
        /sender|mail ?from|from|envelope|return/,
        /(?:'s)?(?: address)? domain.{0,60}/,
        /not (?:found|exist|resolv|valid)|does not|doesn't|invalid|must|unresolv|has no|no mx|empty/,
      ),
      /dns (?:records?|entries|settings?) (?:\S+ ){0,3}(?:your|the sender|sender) (?:\S+ )?(?:domain|server|host)\S*/,
      /(?:call ?(?:out|back)|verif\w+) (?:\S+ ){0,2}fail\w* for (?:the )?sender/,
      /sender (?:address )?(?:verif|call ?(?:out|back))|sender verify/,
      /verify (?:the |your |envelope )?sender/,
      /sender.{0,40}(?:could not|cannot|can't|not) be verified|unroutable sender/,
      /(?:from|sender|return) address (?:is |was )?not (?:verified|valid|found)/,
      /domaine de l'expediteur/,
      /dominio (?:del? |do )?(?:remitente|remetente|mittente)|absender-?domain/,
      /domena nadawcy|домен отправителя|badsendermx/,
      inTurn(
        /your (?:\S+ )?domain /,
        /does not|doesn't|do not|did not|could not|cannot|is not|isn't|seems? (?:not )?to|lacks?|has no|not/,
        / (?:be )?/,
        /exist|resolv|found|valid|lack|regist|have|an? mx|mx/,
      ),
      /(?:unconfigured|unregistered|unresolvable|non-?existent|inexistent|unroutable|bogus) (?:\S+ ){0,2}domain/,
      /lacks? (?:an? )?(?:mx|dns|a )|invalid sender|sender (?:is )?invalid/,
      /mail from (?:address )?(?:is |was )?invalid|(?:invalid|bad) mail from/,
      /(?:not exist|not found|invalid|unknown)\W+\(?in reply to mail from/,
      /your domain has no/,
      inTurn(
        /(?:return|sender|from|envelope) (?:\S+ ){0,3}/,
        /(?:domain|address|e-?mail)\S* (?:is |was |has |are )?(?:\S+ ){0,2}/,
        /invalid|malformed|illegal|incorrect/,
      ),
      /return mx|bad sender's|dns check fail/,
      /sender domain\b(?!.{0,40}(?:reputation|\brate|limit|quota|too many|spam))/,
      /(?:null|empty) (?:envelope )?senders?\b(?! rate)/,
      /(?<!recipient address rejected: |tenant or |recipient |destination )domain not found/,
      /\b(?:no|without|missing|valid) (?:(?:a|aaaa|an?|mx|dns|or|and|valid)\W{1,2}){0,7}(?:mx|dns|a) (?:dns )?records?/,
      /returned mail not accepted/,
      inTurn(
        /mail from|sender|from|return|your/,
        / (?:\S+ ){0,3}(?:domain|address|path)\S* (?:\S+ ){0,3}/,
        /could not|cannot|can't|couldn't|not/,
        / (?:be )?/,
        /resolved|looked up|found|verified/,
      ),
      /domain of your (?:\S+ )?address/,
      /return (?:address|path) (?:is )?(?:undeliverable|not deliverable|unroutable)/,
      /(?:from|sender|mail from) (?:address )?must be (?:\S+ )?(?:qualified|valid|complete)/,
    ),
    category: 'configuration',
    scope: 'domain',
    meaning: 'The receiver cannot find or verify the domain or address of the envelope sender.',
    source: 'Postfix reject_unknown_sender_domain; Exim sender verify callouts',
    examples: [
      {
        text: 'smtp;450 4.1.8 Sender address rejected: Domain not found (in reply to RCPT TO command))',
        source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
      },
      {
        text: '451 Could not complete sender verify callout',
        source: 'Exim, src/src/verify.c and acl.c: text of a deferred callout',
      },
    ],
    note: 'A lookup that failed once ends by itself; from many receivers at a time it is the sender’s DNS.',
  },
  {
    id: 'generic.configuration.too-many-errors',
    pattern: anyOf(
      inTurn(
        /too (?:many|much) /,
        anyOf(
          /errors/,
          /(?:\S+ ){0,2}fail\w* (?:\S+ )?(?:auth\w*|log-?ins?|attempts|commands)/,
          /auth\w* (?:\S+ )?(?:fail|attempts)|log-?in (?:attempts|failures)/,
          inTurn(
            /(?:\S+ ){0,3}/,
            /commands|command errors|syntax errors|protocol errors|failures|auth\w* (?:errors|failures)/,
          ),
        ),
      ),
      /(?:many|excessive) bad commands/,
    ),
    category: 'configuration',
    meaning: 'The session was ended after too many errors, mostly unknown recipients or bad commands.',
    source: 'Postfix smtpd_hard_error_limit, www.postfix.org/postconf.5.html',
    examples: [
      {
        text: '421 4.7.0 mx002.roc2.bluetie.com Error: too many errors',
        source: 'PowerMTA User’s Guide sample t row (jnotes/pmta-doc @43ffeaa)',
      },
    ],
    note: 'Usually list quality behind it: each unknown recipient counts as an error.',
  },
  {
    id: 'generic.configuration.protocol',
    pattern: anyOf(
      /pipelining|synchroni[sz]ation error/,
      /(?<!downstream |upstream |backend |internal )protocol (?:error|violation|synch)/,
      inTurn(
        /talk\w*|spoke|speaking|data|input|command/,
        / (?:\S+ ){0,2}/,
        /too soon|before (?:\S+ ){0,2}(?:greeting|banner|turn)/,
      ),
      /pregreet|early talker/,
      /bounces? (?:messages? )?(?:\S+ ){0,3}(?:more than one|multiple|many) recipients?/,
      /ip check (?:error|fail)/,
      /(?:bare|naked|stray|lone) (?:lf|cr|newline|line ?feed|<)/,
      /\b(?:lf|cr|newline|line ?feed)s? (?:not preceded|without|must|are not|is not|alone)/,
      /client (?:\S+ )?(?:is )?broken|broken (?:smtp )?client/,
      /(?:mail|message|data) (?:\S+ )?must (?:be )?(?:end|terminat)|\bline (?:is )?too long/,
      /\bline (?:length )?limit|bad sequence|syntax error|bad syntax/,
      /command (?:not |un)recogni[sz]ed|unrecogni[sz]ed command|command not implemented/,
      /polite people|non-?smtp command|smtputf8|bad address syntax/,
    ),
    category: 'configuration',
    meaning: 'The receiver says that the session broke the SMTP protocol.',
    source: 'RFC 5321 section 4.2; Postfix postscreen',
    examples: [
      {
        text: '550 5.5.1 Protocol error',
        source: 'Postfix src/postscreen/postscreen_smtpd.c',
      },
    ],
  },
  {
    id: 'generic.configuration.submission',
    pattern: anyOf(
      /(?:smtp )?auth(?:entication|entification)? (?:is )?(?:required|requise)/,
      /(?:must|need to|please) (?:first )?(?:authenticate|log ?in)|please turn on smtp auth/,
      /authentication (?:turned on|credentials|failed|failure)|only (?:\S+ ){0,2}with authentication/,
      /pop before smtp|use (?:the )?(?:submission )?port|receive your mail before/,
      /not logged in|client (?:was|is) not authenticated/,
    ),
    category: 'configuration',
    meaning:
      'The host wants a login, as a submission server does; mail for others it takes from its own users only.',
    source: 'RFC 4954; sisimai/p5-sisimai lib/Sisimai/Reason/SecurityError.pm @0018b838',
    examples: [
      {
        text: '530 5.7.0 Authentication required',
        source: 'RFC 4954 section 6',
      },
    ],
  },
]);
