import { anyOf, defineRules, inTurn } from '../define-rules.ts';

const ADAPTIVE = 'Momentum adaptive_rules.lua, documentation of 2020-03';

/** Rates and connections. The per-connection limits come first: they speak of connections and mean messages. */
export const genericLimitRules = defineRules('*', [
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
      /one (?:recipient|rcpt|message|mail) (?:at a time|per|only)/,
    ),
    category: 'rate-limit',
    meaning: 'One connection carries only so many messages or recipients.',
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
    id: 'generic.limit.connections',
    pattern: anyOf(
      /connections? (?:\S+ ){0,4}(?:throttl\w*|limited)/,
      /(?:throttl\w*|limit\w*|used up|exhaust\w*) (?:\S+ ){0,3}connections?\b/,
      /too many (?:\S+ )?(?:channels|sockets)/,
      /connections? (?:\S+ )?(?:per|a|each) (?:second|minute|hour)/,
      /too (?:many|much) (?:\S+ ){0,3}(?:connect\w*|sessions?|logins)\b/,
      /(?:concurrent|simultaneous|parallel|open) (?:\S+ ){0,2}(?:connections?|sessions?)/,
      /(?:connections?|sessions?) (?:\S+ ){0,3}(?:limit|maximum|exceed|rate|frequency|quota|count\b|reached)/,
      /(?:limit|maximum|max|number|rate|exceed\w*|reached|frequency) (?:\S+ ){0,4}(?:connections?|sessions?)\b/,
      /connect(?:s|ing|ions?)? too (?:often|frequent|fast|many|quick)/,
      /too (?:frequent|fast|rapid) (?:\S+ )?connect|out of connection slots/,
      /only (?:one|\d+) connection|excessive (?:\S+ )?(?:connect|sessions)/,
      /no (?:more|further|additional|new) (?:\S+ )?(?:connections?|sessions?)/,
      /concurrency/,
      /(?:already|currently) (?:\S+ ){0,5}connect(?:ed|ions?)\b|trop de (?:connexions|sessions)/,
      inTurn(
        /nombre|numero|liczba|anzahl|aantal|число|количество/,
        / (?:\S+ ){0,4}/,
        /connexions|conexiones|connessioni|conexoes|polaczen|verbindungen|verbindingen|соединений|подключений/,
      ),
      /verbindungslimit/,
      /(?:connexions|conexiones|connessioni|conexoes) (?:simultan|parallel|concurren|contempor)/,
      /zu viele (?:\S+ )?verbindungen|troppe (?:connessioni|sessioni)/,
      /demasiadas conexiones|muitas conex|te veel (?:verbindingen|connecties)/,
      /prilis mnoho (?:spojeni|pripojeni)|for manga anslutningar|tul sok kapcsolat/,
      /cok fazla baglanti|zbyt wiele (?:\S+ )?polacz|limit\w* polacz/,
      /przekroczon\w+ (?:\S+ ){0,2}polacz/,
      /слишком много (?:\S+ )?(?:соединен|подключен)|连接\S{0,12}(?:过多|太多|超|频)/,
    ),
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections, at a time or within a while.',
    source: 'Postfix smtpd_client_connection_count_limit; Exim smtp_accept_max; sendmail daemon.c',
    examples: [
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
        text: '421 mail.RemoteDomain.com out of connection slots',
        source: 'inmotionhosting.com, variations of error 421, stored copy read 2026-11',
      },
      {
        text: '450 too frequent connects from 192.0.2.1, please try again later',
        source: `${ADAPTIVE} (bellsouth.net); help.shepherd.vet`,
      },
    ],
  },
  {
    id: 'generic.limit.rate',
    pattern: anyOf(
      /rate[- ]?limit|ratelimit/,
      /\brate (?:control|exceed|is too|too|restrict)/,
      inTurn(
        /number of /,
        /rcpts?|recipients?|messages?|e?-?mails?/,
        /\b.{0,40}/,
        /over|exceed|more than|too|limit|larger|greater|maximum/,
      ),
      inTurn(
        anyOf(
          /message|mail|sending|send|sender|delivery|submission|smtp|email/,
          /recipient|rcpt|client|traffic|inbound|incoming|count/,
        ),
        / /,
        /rate|volume|frequency|quota|throughput/,
      ),
      /throttl/,
      inTurn(
        /too (?:many|much) (?:\S+ ){0,3}/,
        anyOf(
          /e-?mails?|messages?|mails?|letters|requests|recipients?|rcpts?/,
          /deliveries|transactions|copies|submissions|traffic|msgs?|address\w*/,
        ),
        /\b/,
      ),
      /sen[dt]\w* too? many|out of allow|rcpt numbers?|slow(?:er)? (?:down|please)/,
      /slow down|try again slower/,
      /send\w* (?:\S+ )?(?:slow|fast|quick|more slowly)|too (?:fast|quickly|frequent|often|rapidly)/,
      /(?:exceed\w*|reached|hit|over) (?:\S+ ){0,5}(?:limit|quota|rate|threshold|maximum|allowed|allowance)/,
      /(?:limits?|quotas?|threshold|maximum|rate) (?:\S+ ){0,4}(?:exceed|reached|hit\b|passed|overrun)/,
      /(?:hourly|daily|per hour|per day|per minute|per second|this hour)\b/,
      inTurn(
        /exceed\w*|more than|over|limit of|limited to|max(?:imum)?(?: of)?/,
        / (?:\S+ ){0,2}(?:\d+|<n>) (?:\S+ ){0,2}/,
        /messages?|mails?|e-?mails?|recipients?|rcpts?/,
        /\b/,
      ),
      /fair[- ]use|traffic (?:shaping|control|limit)/,
      /(?:messages?|mails?|emails?|recipients?) (?:per|an?|each) (?:second|minute|hour|day)/,
      /\bflood/,
      /excessive (?:\S+ )?(?:volume|rate|mail|messages|number|traffic|sending|usage)/,
      /unexpected volume|mail ?bomb|retrying too fast|high volume|volume of/,
      /frequency limited|new or untrusted ip/,
      inTurn(
        /limite? (?:\S+ ){0,5}/,
        /atteint|depass|superad|superat|excedid|alcanzad|raggiunt|atingid|ueberschritten|uberschritten|erreicht/,
      ),
      inTurn(
        /zu|te|trop|demasiado|troppo|muito|zbyt|слишком/,
        / /,
        /schnell|snel|vite|rapid\w*|velocemente|szybko|быстро/,
      ),
      /trop de (?:messages|mails|courriels|destinataires)|te veel (?:berichten|mails|ontvangers)/,
      /prilis mnoho (?:zprav|prijemcu)|zu viele (?:\S+ )?(?:mails|nachrichten|empf)/,
      /troppi (?:messaggi|destinatari)/,
      /demasiados (?:mensajes|correos|destinatarios)|muitas mensagens/,
      /zbyt (?:wiele|duzo) (?:\S+ )?(?:wiadomo|maili)|przekroczon\w+ (?:\S+ )?limit/,
      /слишком (?:много|часто)|превышен|频率|超过限制|\bback(?:ing)? off\b/,
      /(?:lower|slower|reduced|higher) (?:\S+ )?(?:rate|pace|speed)/,
      /\bcap (?:\S+ )?(?:reached|hit|exceeded)/,
      /(?:sent|received|delivered|accepted) (?:\d+|<n>) (?:messages|mails|e-?mails)/,
      /(?:recipients|messages|mails) per (?:message|sender|client|ip)/,
    ),
    category: 'rate-limit',
    meaning: 'More messages or recipients than the receiver takes from the sender in a while.',
    source:
      'Postfix smtpd_client_message_rate_limit, policyd, cbpolicyd, rspamd ratelimit and providers’ texts',
    examples: [
      {
        text: '450 4.7.1 Error: too much mail from 192.168.9.28 (in reply to MAIL FROM command)',
        source: 'Postfix anvil example in a public repository, August 2025',
      },
      {
        text: '450 4.7.1 <user@example.com>: Recipient address rejected: MX-UOL-02 - Too many messages, try again later. (in reply to RCPT TO command)',
        source: 'UOL, Postfix log line in a public repository, January (year not given); address replaced',
      },
      {
        text: '451 4.7.1 Received too many messages from a new or untrusted IP: 192.0.2.10 (Z27/80343E7) (G28) (in reply to RCPT TO command)',
        source: 'Rackspace, postfix log classifier tests (“live mail log”), public repository, read 2026-11',
      },
      {
        text: '550 5.7.1 <someone@example.pl>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries. (in reply to RCPT TO command)',
        source:
          'policyd-weight, Postfix log line in a public forum copy, March (year not given); address replaced',
      },
      {
        text: '452 4.5.3 Error: too many recipients',
        source: 'Postfix smtpd_recipient_limit, src/smtpd/smtpd.c',
      },
    ],
    note: '“Too many recipients” is a limit of one message or hour; “too many unknown recipients” is list quality and read before.',
  },
]);
