import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/**
 * French, German, Italian, Spanish, Portuguese, Polish, Russian, Chinese, Dutch and Czech words that name a cause,
 * one rule for each category. Before the English rules, which know single words of them only. What refuses or puts
 * off without a reason stands with the English of the same meaning (`generic.policy`, `generic.unavailable.*`).
 * The text is without accents here, save for Cyrillic.
 */
const SOURCE =
  'phrases of these languages in receivers’ replies, collected in test/fixtures/phrases.tsv, 2026-11';
const PHRASE = 'test/fixtures/phrases.tsv, 2026-11, without accents as many servers write it';

export const genericLanguageRules = defineRules('*', [
  {
    id: 'generic.languages.authentication',
    pattern: anyOf(
      inTurn(
        /\b(?:spf|dkim|dmarc)\b.{0,40}/,
        anyOf(
          /echec|echou|fehlgeschlagen|ungultig|fehlt|fallit|fallid|non valid/,
          /non superat|nao pass|no pas[oa]|nie powiod|niepoprawn|bledn|не про[йш]/,
          /неверн|отсутств|失败|未通过|错误|selhal|neplatn|mislukt/,
        ),
      ),
      inTurn(
        /echec|fehler|fallit\w*|fallo|falha|brak|bledn\w*|chybi|отсутствует|失败|不符合/,
        /\s?.{0,40}\b(?:spf|dkim|dmarc)\b/,
      ),
    ),
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF, DKIM or DMARC did not pass, said in another language than English.',
    source: SOURCE,
    examples: [
      { text: '550 SPF-Pruefung fehlgeschlagen', source: PHRASE },
      { text: '550 Falha na verificacao SPF', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.reputation',
    pattern: anyOf(
      /reputazion|reputacion|reputacao|reputacj|reputatie|репутац|信誉/,
      /mauvaise reput|schlechte reput/,
      /(?:trop de|zu viele?|troppo|demasiado|muito|zbyt duzo|te veel|prilis mnoho|слишком много) (?:spam|спам)/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'The standing of the sender is too low, said in another language than English.',
    source: SOURCE,
    examples: [
      { text: '550 Mala reputacion de la IP', source: PHRASE },
      { text: '550 Niska reputacja adresu IP', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.connections',
    pattern: anyOf(
      inTurn(
        /\b/,
        anyOf(
          /connexions?|verbindung(?:en|sanzahl)|connessioni|conexion(?:es)?/,
          /conexoes|polacze[nc]\w*|verbindingen|connecties|spojeni|pripojeni/,
        ),
        /\b.{0,40}/,
        anyOf(
          /atteint|depass|simultane|gleichzeitig|erreicht|uberschritten|raggiunt/,
          /superat|excedid|alcanzad|atingid|przekroczon|overschreden|prekrocen/,
        ),
      ),
      inTurn(
        anyOf(
          /nombre|maxim\w*|anzahl|numero|massimo|limite?|exces\w*|gleichzeitige/,
          /trop|zu viele|troppe|demasiadas|muitas|zbyt wiele|te veel|prilis mnoho/,
        ),
        / (?:\S+ ){0,3}/,
        anyOf(
          /connexions|verbindungen|connessioni|conexiones|conexoes|polacze\w+/,
          /verbindingen|connecties|spojeni|pripojeni/,
        ),
      ),
      /(?:превыш|лимит|слишком много|максимальн)\S* (?:\S+ ){0,3}(?:соединени|подключени)/,
      /(?:连接|并发|会话)\S{0,12}(?:过多|太多|超|频|上限)/,
    ),
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections, said in another language than English.',
    source: SOURCE,
    examples: [
      { text: '421 Nombre maximal de connexions atteint', source: PHRASE },
      { text: '421 Limite de conexoes excedido, tente mais tarde', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.rate',
    pattern: anyOf(
      inTurn(
        /limite?s?|quotas?|cota|cuota|debit|obergrenze|limiet/,
        / (?:\S+ ){0,2}/,
        anyOf(
          /d'envoi|envoi|invio|envio|envios|mensajes|mensagens|messaggi|messages/,
          /nachrichten|wiadomosci|wyslanych|odeslanych|zprav|berichten|correos/,
          /emails?|sending/,
        ),
        /\b/,
      ),
      /(?:versand|sende|verzend)(?:limit|limiet|rate)/,
      inTurn(
        /trop|zu viele?|zuviele|troppi|troppe|demasiad[oa]s|muit[oa]s|zbyt (?:wiele|duzo)|te veel|prilis mnoho/,
        / (?:\S+ ){0,2}/,
        anyOf(
          /messages?|courriels|e-?mails?|mails?|destinataires|nachrichten/,
          /empfanger|messaggi|destinatari|mensajes|correos|destinatarios/,
          /mensagens|wiadomosci|maili|odbiorcow|berichten|ontvangers|zprav/,
          /prijemcu/,
        ),
        /\b(?! auf dem server| dans la boite)/,
      ),
      /przekroczon\w+ (?:\S+ ){0,2}limit|prekrocen\w* (?:\S+ ){0,2}limit/,
      /слишком (?:много|часто) (?:\S+ ){0,2}(?:писем|сообщени|получател|отправ)/,
      /превыш\S* (?:\S+ ){0,3}(?:лимит|писем|сообщени|отправ)|频率|过于频繁/,
      /发送(?:过快|过多|数量)|每(?:小时|天|分钟|日)\S{0,8}(?:限|超)|超过(?:限制|每)/,
    ),
    category: 'rate-limit',
    meaning: 'More messages than the receiver takes from the sender in a while, said in another language.',
    source: SOURCE,
    examples: [
      { text: '450 Limite di invio superato', source: PHRASE },
      { text: '450 Ha excedido el limite de mensajes por hora', source: PHRASE },
      { text: '450 Zu viele Nachrichten in kurzer Zeit', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.mailbox-full',
    pattern: anyOf(
      inTurn(
        /\b/,
        anyOf(
          /boite|mailbox|messagerie|postfach|mailfach|konto|casella|posta/,
          /buzon|cuenta|caixa|conta|skrzynka|konta|schranka|postvak/,
        ),
        /\b.{0,40}/,
        anyOf(
          /pleine|saturee|\bvoll\b|uberfullt|\bpien[ao]\b|\bllen[oa]\b|\bchei[ao]\b/,
          /lotad|przepelnion|\bpelna\b|\bplna\b|\bvol\b|przekroczon|uberschritten/,
          /superat|excedid|depass/,
        ),
      ),
      /ящик\S* (?:\S+ ){0,3}(?:переполнен|полон|заполнен)|(?:邮箱|信箱|空间)\S{0,6}(?:已?满|不足|超)/,
      inTurn(
        /quota|espace|speicherplatz|espacio|espaco|spazio/,
        /\b.{0,30}/,
        /boite|postfach|casella|buzon|caixa|disque|disco/,
      ),
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is full, said in another language than English.',
    source: SOURCE,
    examples: [
      { text: '550 Boîte aux lettres pleine', source: PHRASE },
      { text: '550 Schránka je plná', source: PHRASE },
      { text: '550 邮箱空间不足', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.mailbox-unknown',
    pattern: anyOf(
      inTurn(
        anyOf(
          /utilisateur|destinataire|\badresse(?!n?d| ip|[- ]?ip)|boite|benutzer/,
          /empfanger|postfach|mailbox|adressat|utente|destinatario|casella/,
          /usuario|cuenta|buzon|direccion(?! ip)|conta|caixa|endereco(?! ip)/,
          /uzytkowni|skrzynk|odbiorc|konto|gebruiker|ontvanger|uzivatel|prijemce/,
          /schrank/,
        ),
        /\S{0,20}(?: \S+){0,5} /,
        anyOf(
          /inexistante?|n'existe (?:pas|plus)|inconnue?|existiert nicht|unbekannt/,
          /nicht (?:gefunden|vorhanden|bekannt)|non (?:esiste|trovat|valid)\w*/,
          /inesistente|sconosciut\w*|no (?:existe|encontrad\w*|valid\w*)/,
          /desconocid\w*|inexistente|nao (?:existe|encontrad\w*|cadastrad\w*)/,
          /desconhecid\w*|nie istnieje|nie znaleziono|nieznany?|neexistuje/,
          /nenalezen|neznam\w*|bestaat niet|onbekend|niet gevonden/,
        ),
      ),
      /nie ma takie(?:go|j) (?:uzytkownika|konta|adresu|skrzynki)/,
      inTurn(
        /пользовател|ящик|получател|адресат/,
        /\S{0,20}(?: \S+){0,4} /,
        /не (?:найден|существует|зарегистрирован)|неизвест|заблокирован|отключен/,
      ),
      /нет такого (?:пользовател|ящик|адрес)/,
      /(?:用户|收件人|邮箱|账号|帐号)\S{0,6}(?:不存在|无效|未找到|停用|禁用)/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist, said in another language than English.',
    source: SOURCE,
    examples: [
      { text: '550 Cette adresse n’existe pas', source: PHRASE },
      {
        text: '550 5.1.1 Account not found / Nie ma takiego konta, czytaj wiecej: http://l.int.pl/123',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; number filled in',
      },
      { text: '550 Пользователь не найден', source: PHRASE },
      { text: '550 Gebruiker onbekend', source: PHRASE },
    ],
  },
]);
