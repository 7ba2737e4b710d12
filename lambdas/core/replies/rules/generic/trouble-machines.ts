// Here: a machine of the receiver that fails (scanner, directory, mailbox server) and internal errors;
// temporary replies only.
// Not here: trouble without a machine to blame (→ trouble-undone.ts), a service that is down
// (→ unavailable.ts).

import { anyOf, defineRules, inTurn, TEMPORARY, unless } from '../../define-rules.ts';
import { BETTER_REASON } from './better-reason.ts';

const SOURCE =
  'wordings of receivers in trouble in test/fixtures/replies/phrases.tsv and test/fixtures/replies/near-misses.tsv, 2026-11';
const NEAR_MISS = 'test/fixtures/replies/near-misses.tsv, 2026-11';
const PHRASE = 'test/fixtures/replies/phrases.tsv, 2026-11';

/** What looks at the mail itself. */
const SCANNER = anyOf(
  /(?:(?:anti-?)?(?:virus|spam|malware)|content) ?-?(?:scann?\w*|check\w*|filter\w*|engine|daemon|database)/,
  /content inspection|anti-?(?:virus|spam|malware)\b|clam\w*|r?spam[dc]\b|spam-?assassin|amavis\w*/,
  /milters?|scanner|mail filter/,
  /\bsandbox\w*|circuit breaker/,
  /\b(?:rbl|dnsbl|phish\w*|url|link|attachment|signature|spam|virus) (?:\S+ )?(?:check |scan )?service/,
  /(?:rbl|dnsbl|phishing|url|link|attachment|signature|scan\w*|check\w*) (?:servers?|service|engine|database|cluster)/,
  /filter (?:farm|cluster|service|server|daemon|process|host|node)s?/,
);

/** Other machines inside the receiver, which are never the sender's. */
const MACHINERY = anyOf(
  /mail ?store|message store|mail ?box (?:server|database|store|service|backend)/,
  inTurn(
    /user|recipient|account|alias|policy|auth\w*|sasl|quota|reputation|directory|verification|callout/,
    / (?:\S+ )?(?:server|service|daemon|backend|database|agent|cluster|subsystem|limiter)/,
  ),
  /(?:look ?-?up|database|storage|sql|imap|lmtp|dns|rate) ?-?(?:server|service|daemon|node|cluster|limiter|host)/,
  /(?:inner|internal|next|upstream|back) (?:relay|gateway|host|hop)|(?:policy|transport|access) agent/,
  /back-?end|upstream|downstream|(?:next|relay|target|mail ?box)[- ](?:hop|host)|(?:smtp |mail )?proxy/,
  /ldap|redis|mysql|postgres\w*|sql|dovecot/,
  /(?:incoming |mail |message |delivery |local |target |internal )?queues?|resolver|database|look-?up table/,
  /\bindex(?:es)?\b/,
  /(?:recipient|user|alias|domain|relay|transport) (?:map|table)s?|\bour (?:dns|directory|network|storage|resolvers?)/,
  /(?:reputation|directory|policy|table|alias|quota|rate|user|recipient|transport) look-?ups?/,
);

const FAILING = anyOf(
  /unavailable|not (?:available|respond\w*|answer\w*|reachable|running|ready|working)|unreachable/,
  /(?:cannot|can't|could not|not) be (?:\S+ )?(?:reached|contacted|opened|read|quer\w+|accessed|loaded)/,
  /time-?d?[- ]?out|over-?loaded|too (?:busy|long)|\bbusy\b|\bdown\b|offline|locked|crashed|died|\bfull\b/,
  /malfunction\w*|hiccups?\b|glitch\w*|\bfaults?\b|aborted|exited|returned (?:\d|<n>)/,
  /broke (?:off|down)|fell over|(?:does not|doesn't) pick up|mis-?configured/,
  /out of|low on|has gone|connection lost|stuck|broken?\b|broke down|exhausted|has no leader/,
  /not (?:up|alive|healthy|well)\b/,
  /unhealthy|corrupt\w*|(?:temporarily |is |are )missing|flaky|degraded|read-?only/,
  /(?:did not|didn't|does not|doesn't|gave no|no|without) (?:\S+ ){0,2}(?:answer|respond|reply|response|verdict)/,
  /(?:return\w*|gave|reported|raised|had|has) an? (?:\S+ )?(?:error|failure|fault|5\d\d)|gave 5\d\d/,
  /(?:has |have |is |was )?(?:temporarily |currently )?fail(?:ed|ing|ure|s)?\b|\berror\b(?! (?:\d|<n>))|in trouble/,
  /(?:has|have|having|had|with|is a|are) (?:\S+ )?problems?\b/,
  /(?:is |are |still )?(?:being )?(?:updat|load|reload|restart|start|reindex|initiali|rebuil|migrat)\w*/,
);

/** Before the rules that read the words for spam, mailboxes and limits, which such replies use. */
export const genericMachineTroubleRules = defineRules('*', [
  {
    id: 'generic.trouble.internal',
    codes: TEMPORARY,
    pattern: unless(
      BETTER_REASON,
      anyOf(
        /internal (?:\S+ )?(?:error|failure|fault|exception|problem)|unexpected (?:server|system) error/,
        /erreur (?:\S+ )?(?:interne|systeme|du serveur)|(?:interner?|system|server)-? ?(?:\S*)fehler/,
        /(?:error|erro|errore) (?:\S+ )?(?:intern[oa]|de sistema|del? servi\w+|do servidor|di sistema|del sistema)/,
        /blad (?:\S+ )?(?:wewnetrzny|serwera|systemu)|wewnetrzny blad|interne (?:server ?)?fout|systeemfout/,
        /(?:internt?|system|server)-?(?:t)? ?(?:fel|feil|fejl)\b|sisainen (?:\S+ )?virhe|jarjestelmavirhe/,
        /dahili (?:\S+ )?hata|sunucu hatasi|sistem hatasi|belso (?:\S+ )?hiba|rendszerhiba/,
        /eroare (?:\S+ )?(?:intern|de s)\w*/,
        /(?:vnitrni|interni|interna|vnutorna|systemova) (?:\S+ )?(?:chyba|greska|napaka)|chyba (?:serveru|servera|systemu)/,
        /(?:внутренн|системн)\S+ ошибк|ошибка (?:сервера|системы)|внутрішн\S+ помилк|вътрешна грешка/,
        /(?:内部|系统|系統|服务器|伺服器)\S{0,4}(?:错误|錯誤|异常|異常|故障)/,
        /(?:内部|システム|サーバー?)\S{0,4}(?:エラー|障害|異常)|(?:내부|서버|시스템)\s?\S{0,4}\s?(?:오류|장애|에러)/,
        /loi (?:\S+ )?(?:noi bo|he thong|may chu)|kesalahan (?:internal|sistem|server)|ข้อผิดพลาด(?:ภายใน|ของเซิร์ฟเวอร์)/,
        /εσωτερικο\S* σφαλμα|εσωτερικό σφάλμα|خطأ (?:داخلي|في الخادم)|שגיאה פנימית|שגיאת שרת/,
      ),
    ),
    category: 'unavailable',
    meaning: 'The receiver has an internal error, said in any language.',
    source: SOURCE,
    examples: [
      { text: '451 내부 오류', source: PHRASE },
      { text: '421 4.3.0 Internal error, sender not checked', source: NEAR_MISS },
    ],
  },
  {
    id: 'generic.content.scanner-unavailable',
    codes: TEMPORARY,
    pattern: anyOf(
      inTurn(
        anyOf(
          /(?:error|fail\w*|problem|time-?out) (?:\S+ )?(?:connecting|contacting|talking|from|in|while|during|with)/,
          inTurn(
            /unable to|cannot|can't|could not|couldn't/,
            / /,
            /connect|contact|reach|run|scan|query|perform|complete|check|determine|talk|ask/,
          ),
        ),
        / (?:\S+ ){0,3}(?:anti-?)?/,
        /virus|spam|content|malware|clam\w*|spamd|rspamd|(?:dkim |spf )?milter/,
        /\b/,
      ),
      inTurn(
        /virus|spam|content|malware|mail|message/,
        /[- ]?/,
        /scann?\w*|engine|daemon|milter|checker|filter\w*/,
        /(?: \S+){0,2} /,
        /unavailable|not (?:available|responding|running)|timed out|time-?out|overload\w*|down\b|busy/,
      ),
      /too busy (?:\S+ ){0,3}(?:spam|virus)/,
      inTurn(
        /anti-?(?:virus|spam)\b(?: \S+){0,2} /,
        anyOf(
          /not (?:running|available|responding|reach\w*|answering)|down|unavailable|unreachable/,
          /failed|timed out|offline|busy/,
        ),
      ),
      /(?:virus|spam|malware|mail) scanner (?:error|failure)|virus_?scan\w* (?:failed|failure|error)/,
      /all virus scanners|unable to (?:quarantine|scan)|(?:could not|cannot|can't) quarantine/,
      inTurn(
        /anti-?(?:virus|spam)|clamd?|clamav|spamd|scanner/,
        /\b (?:\S+ ){0,2}/,
        /not running|not available|unavailable|down\b|offline|failed/,
      ),
      /(?:spam|virus|content|mail) ?(?:filter|scanner|engine) (?:is )?(?:unreachable|not reachable)/,
      /(?:content|mail|virus|spam) scanner (?:\S+ )?(?:crashed|died|failed|error|exited)/,
      /(?:anti-?virus|virus|spam|scan\w*) (?:\S+ )?(?:is |are )?(?:updating|reloading|restarting|starting)/,
      inTurn(
        /(?:virus|spam|malware|pattern|signature)s? (?:\S+ )?(?:files?|definitions?|signatures?|patterns?|databases?)/,
        / (?:\S+ ){0,3}(?:old|outdated|expired|missing|updat\w+|load\w+|corrupt)\b/,
      ),
      inTurn(SCANNER, /s?\W? (?:\S+ ){0,5}?/, FAILING),
      inTurn(
        /error|fail\w*|problem|trouble|time-?out/,
        / (?:connecting|talking|with|in|from|at) (?:\S+ ){0,3}/,
        SCANNER,
      ),
      inTurn(
        /(?:error|fail\w*|problem|trouble|unable|could not|cannot|can't) (?:to |while |when |in )?/,
        /(?:running|run|starting|start|executing|execute|invoking|invoke|calling|call|launching|launch|loading|load)/,
        / (?:\S+ ){0,2}/,
        SCANNER,
      ),
      inTurn(
        /(?:fehler|storung|erreur|panne|errore?|erro|blad|chyba|fout)\b/,
        /(?: \S+){0,2} (?:\S*vir(?:us|en)\S*|\S*spam(?:filter|schutz)?)\b/,
      ),
      inTurn(/not (?:yet )?scanned/, /\b.{0,60}/, FAILING),
    ),
    category: 'unavailable',
    meaning: 'The receiver cannot reach its own scanner for viruses or spam, so it puts the mail off.',
    source: 'Haraka clamd plugin, public repository copy, read 2026-11',
    examples: [
      {
        text: '450 Error connecting to virus scanner',
        source: 'Haraka clamd plugin, public repository copy, read 2026-11 (reply code added)',
      },
    ],
    note: 'The words virus and spam are about the scanner here, not about the message.',
  },
  {
    id: 'generic.trouble.machinery',
    codes: TEMPORARY,
    pattern: unless(
      BETTER_REASON,
      anyOf(
        inTurn(/(?<!\w)/, MACHINERY, /s?\W? (?:\S+ ){0,5}?/, FAILING),
        inTurn(
          /(?:error|fail\w*|problem|trouble|time-?out|timed out) /,
          /(?:\S+ )?(?:connecting|contacting|talking|reaching|from|in|with|at) (?:\S+ ){0,3}/,
          MACHINERY,
        ),
        inTurn(
          /(?:unable to|cannot|can't|could not|couldn't|failed to) /,
          /(?:authenticate|connect|contact|reach|query|talk|ask|open|read) (?:\S+ ){0,3}/,
          MACHINERY,
        ),
        inTurn(
          /connections? (?:to|with|from) (?:\S+ ){0,2}/,
          MACHINERY,
          / (?:\S+ ){0,2}(?:refused|denied|rejected|lost|closed|reset)/,
        ),
      ),
    ),
    category: 'unavailable',
    meaning:
      'A machine inside the receiver failed or does not answer: its scanner, its directory, its mailbox server.',
    source: SOURCE,
    examples: [
      { text: '451 4.7.0 Upstream authentication error', source: NEAR_MISS },
      {
        text: '421 LDAP verification agent temporarily unavailable: Connection failed',
        source: 'inmotionhosting.com, variations of error 421, stored copy read 2026-11',
      },
      { text: "451 4.2.0 mailbox server of this user doesn't respond", source: NEAR_MISS },
    ],
    note: 'Temporary replies only: what is refused for good is not refused because of trouble.',
  },
]);
