import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/** Trouble on the receiver’s side. Last of the wordings: “service unavailable” stands in front of everything else too. */
export const genericUnavailableRules = defineRules('*', [
  {
    id: 'generic.unavailable.lookup',
    pattern: anyOf(
      /look ?up (?:fail|error|timed)|dns (?:\S+ ){0,2}(?:fail|error|time)/,
      /temporary (?:lookup|dns|domain)|servfail|name ?server|ldap|directory service/,
      /database/,
      inTurn(
        /unable to|cannot|can't|could not/,
        / /,
        /look ?up|query|check (?:\S+ ){0,2}(?:recipients?|users?|address\w*)/,
      ),
      /recipient (?:\S+ )?(?:check|look ?up|database) (?:fail|unavail|error|time)/,
      /\bdb (?:not|error|down|un)|not configured|resolver (?:error|failure)|did not complete/,
    ),
    category: 'unavailable',
    meaning: 'A table, directory or name server that the receiver asks did not answer.',
    source: 'Postfix “Temporary lookup failure”, src/smtpd/smtpd_check.c',
    examples: [
      {
        text: '451 4.3.0 <bounces@planningalerts.org.au>: Temporary lookup failure (in reply to RCPT TO command)',
        source: 'Postfix log line in a public repository (cuttlefish tests), April (year not given)',
      },
      {
        text: '421 LDAP verification agent temporarily unavailable: Connection failed',
        source: 'inmotionhosting.com, variations of error 421, stored copy read 2026-11',
      },
    ],
  },
  {
    id: 'generic.unavailable.resources',
    pattern: anyOf(
      /insufficient (?:system |disk |mail )?(?:storage|resources?|space|memory)/,
      /disk (?:is )?full|no space left/,
      /(?:out of|low on|no|not enough) (?:\S+ ){0,2}(?:memory|disk|space|resources?|file|processes)/,
      /(?:resources?|system) (?:\S+ ){0,2}(?:unavailable|restricted|busy|low|exhausted|full)/,
      /\be?busy\b|over-?load|(?:too|heavily|highly|over) ?loaded|under (?:\S+ ){0,2}load/,
      /surcharge|uberlastet|sobrecargad|sovraccaric|przeciazon|перегружен/,
      /too (?:much )?busy|(?:very|extremely|currently|quite) busy/,
      /(?:high|heavy|excessive) (?:\S+ )?load|load (?:average|too|is)/,
      /too much load|too many processes/,
      /fail\w* to (?:fork|spawn|start|create|allocate|load|write|open|queue)/,
      /fork failed|can't fork|queue (?:\S+ )?(?:full|unavailable|file)/,
      /file write error|all (?:server|screening) ports/,
      /no (?:free|available|idle|spare) (?:\S+ )?(?:workers?|servers?|slots?|process\w*|threads?|hosts?)/,
      /cannot allocate/,
      /too (?:\S+ )?loaded|temp(?:orary)? file|out of (?:\S+ )?(?:descriptors|inodes|sockets|swap)/,
      /low (?:on )?(?:resources|memory|disk|space)/,
      /(?:server|system|service|servidor|serveur) (?:\S+ ){0,2}(?:at capacity|occupe|ocupado|occupato|zajety)/,
      /storage full/,
      /resource limit\w*|(?:hard )?disk fail|queue overflow|\bswamped|not able to handle/,
      /at (?:full |maximum )?capacity/,
      /too many (?:open )?(?:files|descriptors|sockets|jobs|tasks|threads|children)|licen[cs]e limit/,
    ),
    category: 'unavailable',
    meaning: 'The server has too little room, memory or time.',
    source: 'RFC 3463 X.3.1; Postfix, sendmail, Exim',
    examples: [
      {
        text: '452 4.3.1 Insufficient system storage (in reply to MAIL FROM command)',
        source: 'mail2.suse.de, bounce kept in a public mailing list copy, read 2026-11',
      },
      {
        text: '421 domain Service not available - too busy',
        source: 'PowerMTA User’s Guide, web monitor chapter (Kira41/pmta @12dd101)',
      },
      {
        text: '420 Resources unavailable temporarily. Please try later',
        source: 'log parser of a public repository, 2012 (find_string "refused to talk to me: 421")',
      },
      {
        text: '421 4.3.2 All server ports are busy',
        source: 'inmotionhosting.com, variations of error 421, stored copy read 2026-11',
      },
    ],
  },
  {
    id: 'generic.unavailable.timeout',
    pattern: anyOf(
      /time-?d?[- ]?out|time (?:limit )?(?:exceeded|expired)|idle|lost (?:\S+ ){0,2}connection/,
      /(?:client|peer|remote|host) (?:\S+ ){0,2}(?:disconnected|hung up|went away)/,
      /broken pipe/,
      /connection (?:lost|dropped|closed|reset|expired|terminated)|no answer from host/,
      /unable to (?:read|write|receive|get|send) (?:\S+ ){0,2}(?:from|to|data)/,
      inTurn(
        /read|write|i\/?o|input|output|socket|network/,
        / (?:(?:data|from|to|on|the|client|server|socket|file) ){0,4}error/,
      ),
      /unexpected(?:ly)? (?:failure|close|end)|message ended early/,
      /open (?:for )?too long|no (?:response|reply|answer) from|failing for a long time|retry time(?:out)?\b/,
      /was (?:\S+ )?interrupted/,
      /did not (?:respond|answer|reply)|bad connection|(?:not|wasn't) able to establish/,
      /connection (?:could not|cannot) be|refused by <host>\W*$|^\W*message expired|deadline exceeded/,
    ),
    category: 'unavailable',
    meaning: 'The session took too long or broke off.',
    source: 'Postfix smtpd_timeout; Exim “SMTP command timeout”',
    examples: [
      {
        text: '421 4.4.2 mx.example.com Error: timeout exceeded',
        source:
          'Postfix src/smtpd/smtpd.c; inmotionhosting.com, variations of error 421 (host name replaced)',
      },
      {
        text: '421 Unexpected failure, please try later',
        source: 'Exim smtp_in.c; inmotionhosting.com, variations of error 421',
      },
    ],
  },
  {
    id: 'generic.unavailable.service',
    pattern: anyOf(
      inTurn(
        anyOf(
          /service|server|system|host|resource|gateway|site|mta|agent|backend/,
          /cluster|node|member|proxy|storage|daemon|listener|relay/,
        ),
        /s? (?:\S+ ){0,4}/,
        anyOf(
          /unavailable/,
          /not (?:available|active|ready|running|responding|reachable)|inactive/,
          /down|maintenance|trouble|offline|standby|stopped|dead\b/,
        ),
      ),
      /\bunreachable\b/,
      /(?:temporar\w+|currently) (?:\S+ )?(?:unavailable|not available|out of service|offline)/,
      /\bunavailable\b/,
      /not accepting (?:\S+ )?(?:e?-?mail|message|connection)/,
      /closing (?:transmission|connection|channel|link)|shutting down/,
      /maintenance/,
      inTurn(
        /reconfiguration|configuration|upgrade|restart|reload|reboot|startup|update|migration|failover|recovery/,
        / (?:is |currently )?(?:in progress|under ?way)/,
      ),
      /\b(?:restarting|rebooting|reloading|starting up|reconfiguring)\b/,
      /service (?:non )?(?:indisponible|disponible)|servi[cz]io non disponibile/,
      /servicio no disponible|nicht (?:verfugbar|erreichbar)|недоступ/,
      /服务\S{0,6}不可用|系统\S{0,4}(?:忙|繁忙)|\bno (?:\S+ )?service\b/,
      /service (?:\S+ )?(?:is )?(?:stopping|ending|terminating|suspended)/,
      inTurn(
        /service|servizio|servicio|servico|serveur|server|dienst|usluga|sluzba/,
        / (?:\S+ ){0,3}/,
        /indisponible|disponibile|disponible|disponivel|niedostepn\w*|nedostupn\w*|beschikbaar/,
      ),
      /服务器错误/,
      /\bunable to (?:exec|read|queue|spool|store|save|write)|indisponi|disponivel|niedostepn|nedostupn/,
      /niet beschikbaar|no disponible/,
      /momentanement|temporairement|vorubergehend|temporaneamente|temporalmente|temporariamente|chwilowo|docasn/,
      /tijdelijk|временно/,
      /(?:service|server|system|daemon) (?:is )?(?:stopping|stopped|offline|closed|suspended|paused)/,
      /out of service|clos(?:ing|ed) for|network problem/,
      /(?:mail ?store|message store|back ?end|storage) (?:\S+ )?(?:offline|down|not|un)/,
      /delivery (?:is |was )?(?:temporarily )?suspended/,
      /going (?:offline|down|away|to sleep)|(?:is|are) (?:updating|reloading|restarting|rotating|syncing)/,
      /\bin (?:standby|maintenance|recovery|failover|read-?only)/,
      /backend (?:\S+ )?(?:refused|closed|timed|reset|gone)|remote server not|can't connect to/,
      /another server\b/,
      /(?:store|storage|file ?system|volume|database) (?:\S+ )?(?:is )?(?:read-?only|degraded|readonly|detached)/,
      /manutenzione|mantenimiento|manutencao|wartung|konserwacj|техническ\S* работ|udrzb|onderhoud/,
    ),
    category: 'unavailable',
    meaning: 'The server does not take mail for the moment.',
    source: 'RFC 5321 section 4.2.3, reply 421',
    examples: [
      {
        text: '421 Service not available, closing transmission channel',
        source: 'sisimai/set-of-emails @18e585c2 maildir/bsd/lhost-postfix-49.eml',
      },
      {
        text: '421 domain temporarily not accepting mail',
        source: 'PowerMTA User’s Guide, web monitor chapter (Kira41/pmta @12dd101)',
      },
      {
        text: '421 mx.fakemx.net Service Unavailable',
        source: 'log parser of a public repository, July 2012',
      },
    ],
  },
  {
    id: 'generic.unavailable.error',
    pattern: anyOf(
      inTurn(
        anyOf(
          /internal|local|system|server|configuration|processing|temporary/,
          /transient|unknown|downstream|upstream|unexpected|general|mailer/,
          /software|fatal/,
        ),
        / (?:\S+ ){0,2}/,
        /error|failure|problem|trouble|fault|exception|condition/,
      ),
      /(?:error|failed|problem) (?:\S+ ){0,2}(?:in|while|during) processing/,
      /misconfigured|server configuration/,
      /unable to (?:\S+ )?(?:connect|contact|process|accept|deliver|complete|open)/,
      /cannot (?:\S+ )?(?:connect|process|accept|deliver|complete)/,
      /could not (?:\S+ )?(?:connect|process|accept|deliver|complete|load)/,
      /cannot be (?:established|made|completed|processed)|tempfail/,
      /(?:alias|forward\w*|include|macro) expansion|expansion (?:error|fail)/,
      /process (?:\S+ ){0,2}(?:terminated|died|crashed|exited|aborted|killed)/,
      /\b(?:abnormal(?:ly)?|crashed?|aborted|hiccup|glitch|malfunction\w*)\b/,
      /out of order|not (?:\S+ )?working/,
      /processing (?:incomplete|failed|aborted|delayed)/,
      /(?:something|went|temporarily) (?:\S+ )?wrong/,
      /(?:start)?tls (?:\S+ )?(?:fail\w*|error|handshake|not available)/,
      /temporary local|erreur|storung|errore|erro\b|blad\b|ошибка|unable to queue/,
      /all hosts (?:\S+ ){0,4}(?:failing|failed)|scanners? failed/,
      inTurn(
        /backend|milter|next hop|filter|policy server|mail server|spool\w*|queue/,
        / (?:\S+ ){0,2}/,
        /fail\w*|error|down\b|unreachable|full|problem/,
      ),
      /not reachable|(?:error|failed|problem) (?:while )?(?:writing|reading|saving|storing|opening|creating)/,
      /technical (?:difficult|problem|issue)/,
      /(?:cannot|can't|could not|unable to) (?:\S+ )?(?:create|reach|read|save|store|write|queue|spool|fork|get|start)/,
      /错误|故障|fout\b|chyba/,
      /aborted (?:due|because)|due to (?:an? )?(?:\S+ )?error|(?:write|read) error|library (?:error|failure)/,
      /no transaction/,
      /queue (?:has been |is |was )?(?:stopped|paused|held|frozen|suspended)/,
      /licen[cs]e (?:\S+ )?expired|error temporal|erro temporario/,
      /temporarer fehler|data ?base error/,
      /(?:cannot|can't) open|trouble (?:creating|writing|reading|opening|in|with)|qqt? (?:failure|error|trouble)/,
      /mail server temporary|remote protocol/,
      /(?:milter|filter|daemon|policy service|backend) (?:is )?not (?:answering|responding|running|reachable)/,
      /name resolution (?:problem|failure|error)/,
    ),
    category: 'unavailable',
    meaning: 'Something on the receiver’s side failed.',
    source: 'RFC 5321 reply 451; sisimai/p5-sisimai lib/Sisimai/Reason/SystemError.pm @0a5bf618',
    examples: [
      {
        text: '450 Server configuration problem',
        source: 'Gandi, Postfix log line in a public repository (log parser rules), read 2026-11',
      },
      {
        text: '421 dns.example.org Sorry, unable to contact destination SMTP daemon.',
        source: 'sisimai/set-of-emails @18e585c2 maildir/bsd/lhost-v5sendmail-05.eml',
      },
      {
        text: '451 Temporary local problem - please try later',
        source: 'Exim, src/src/smtp_in.c and deliver.c',
      },
    ],
  },
]);

/** “Try again later” and nothing else: behind every word that says more. */
export const genericTryLaterRules = defineRules('*', [
  {
    id: 'generic.unavailable.try-later',
    pattern: anyOf(
      /(?:try|retry|come back|send)(?: \S+){0,4} (?:again )?later|(?:try|retry) again/,
      /essayer plus tard|reessayer|spater (?:noch ?mal|erneut|wieder)/,
      /erneut versuchen|riprova|intente\w* (?:mas tarde|nuevamente)|tente (?:novamente|mais tarde)/,
      /sprobuj|pozniej|попробуйте|повторите|позже|稍后|しばらくしてから|再送/,
    ),
    category: 'unavailable',
    meaning: 'The receiver asks for a later attempt and says nothing else.',
    source: 'RFC 5321 section 4.2.1, transient failures',
    examples: [
      {
        text: '452 try later',
        source: 'MailPress bounce handling phrases (MP_Bounce_II), public repository copy, read 2026-11',
      },
    ],
    note: 'The last rule that reads words: “try again later” decides only where nothing else is said. It can hide greylisting or a limit; all three call for patience.',
  },
]);
