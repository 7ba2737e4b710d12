// Here: causes on the sender's side in languages other than English, one rule for each category.
// Not here: mailbox and receiver (→ languages-receiver.ts), more Chinese, Japanese and Korean
// (→ languages-asian.ts), refusals and delays without a reason (→ policy.ts, unavailable.ts).

import { SENDER_DOMAIN } from '../../advice/causes.ts';
import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

const SOURCE =
  'phrases of these languages in receivers’ replies, collected in test/fixtures/replies/phrases.tsv, 2026-11';
const PHRASE = 'test/fixtures/replies/phrases.tsv, 2026-11, without accents as many servers write it';

/**
 * French, German, Italian, Spanish, Portuguese, Polish, Russian, Chinese, Dutch and Czech, and the commonest words of
 * Turkish, Hungarian, Romanian and the Nordic languages. Before the English rules, which know only single words of
 * them. The texts have no accents here, except in Cyrillic.
 */
export const genericLanguageSenderRules = defineRules('*', [
  {
    id: 'generic.languages.authentication',
    pattern: anyOf(
      inTurn(
        /\b(?:spf|dkim|dmarc)\b.{0,40}/,
        anyOf(
          /echec|echou|fehlgeschlagen|ungultig|fehlt|fallit|fallid|non valid/,
          /non superat|nao pass|no pas[oa]|nie powiod|niepoprawn|bledn|не про[йш]/,
          /no es valid|nicht gultig|неверн|отсутств|失败|未通过|错误|selhal|neplatn|mislukt/,
        ),
      ),
      inTurn(
        /(?:pas|non|no|nao|nicht|nie) (?:\S+ )?(?:autoris|autoriz|permis|erlaub|berechtigt|dozwolon)\w*/,
        /.{0,40}\b(?:spf|dkim|dmarc)/,
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
      /mauvaise reput|schlechte reput|schlechten? ruf\b|cattiva fama|mala fama/,
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
          /verbindingen|connecties|spojeni|pripojeni|sitzungen|sessioni|sesiones|sessoes|sesji/,
        ),
      ),
      /(?:превыш|лимит|слишком много|максимальн)\S* (?:\S+ ){0,3}(?:соединени|подключени)/,
      /(?:连接|并发|会话)\S{0,12}(?:过多|太多|超(?!时)|频|上限)/,
      /(?:接続|コネクション|セッション)\S{0,10}(?:上限|超|多)|(?:동시|접속|연결)\s?\S{0,6}(?:접속|연결)?\s?\S{0,4}\s?(?:초과|제한|많)/,
      /(?:conexoes|conexiones|connessioni|connexions) (?:demais|demasiad\w+|em excesso|eccessiv\w+|excessives|de mas)/,
      /част\S+ (?:\S+ )?(?:подключени|соединени)|(?:подключени|соединени)\S* (?:\S+ )?(?:часто|слишком)/,
      /(?:предел|лимит|максимум|количество|число) (?:\S+ ){0,2}(?:соединени|подключени)/,
      inTurn(
        /for (?:manga|mange)|liian monta|prea multe|tul sok|cok fazla/,
        / (?:\S+ ){0,2}/,
        /anslutning|tilkobling|forbindels|yhtey|conexiuni|kapcsolat|baglanti/,
        /\w*/,
      ),
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
        /limite?s?|quotas?(?! of <n>)|cota|cuota|debit|obergrenze|limiet/,
        / (?:\S+ ){0,2}/,
        anyOf(
          /d'envoi|envoi|invio|envio|envios|mensajes|mensagens|messaggi|messages/,
          /nachrichten|wiadomosci|wyslanych|odeslanych|zprav|berichten|correos/,
          /emails?|sending/,
        ),
        /\b/,
      ),
      /(?:versand|sende|verzend)(?:limit|limiet|rate)/,
      /\bsende[nt]\w* (?:\S+ ){0,2}schneller\b|\benvoyez (?:\S+ )?(?:trop|plus) vite\b/,
      inTurn(
        /(?:quotidienne?|journaliere?|diari[oa]|giornalier\w|taglich\w*|dzienn\w+) (?:\S+ ){0,3}/,
        /franchi|depass|atteint|superad|superat|excedid/,
      ),
      /(?:cupo|tope|limite|cuota) (?:diari[oa]|horari[oa]) de (?:envios?|correos|mensajes)/,
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
      /(?:送信|受信|通数|メール)\S{0,8}(?:制限|上限|超え|超過|多すぎ)|(?:발송|전송|수신|메일)\s?\S{0,8}\s?(?:제한|한도|초과)/,
      inTurn(
        /for (?:manga|mange)|liian monta|prea multe|tul sok|cok fazla/,
        / (?:\S+ ){0,2}/,
        /meddelande|melding|besked|e-?post|viesti|mesaj|uzenet|mail/,
        /\w*/,
      ),
      inTurn(
        /franchi|depass|atteint|uberschr|erreicht|super|exced|alcanz|atingi|ultrapass|raggiun|przekroczon|overschr/,
        /\w{0,12} (?:\S+ ){0,4}/,
        /messages|courriels|nachrichten|mensajes|correos|mensagens|messaggi|wiadomosci|maili|berichten|envios?|invii/,
      ),
      /(?:anzahl|nombre|numero|liczba|aantal|количество|число) (?:\S+ ){0,2}(?:mails?|nachrichten|messages|correos|писем)/,
      /debit (?:\S+ ){0,3}(?:franchi|depass|atteint|trop|eleve)|limite de debit/,
      inTurn(
        /plus de|mehr als|mas de|mais de|piu di|wiecej niz|meer dan|vice nez|более|больше/,
        / <n> /,
        /messages|e?-?mails|destinataires|nachrichten|empfanger|mensajes|correos|destinatarios|mensagens|messaggi/,
      ),
      /(?:gonderim|mesaj|kuldesi|sandnings|lahetys)\S* (?:\S+ )?(?:limit|gransen|raja|korlat)\w*/,
    ),
    category: 'rate-limit',
    meaning:
      'More messages than the receiver accepts from the sender within a period of time, said in another language.',
    source: SOURCE,
    examples: [
      { text: '450 Limite di invio superato', source: PHRASE },
      { text: '450 Ha excedido el limite de mensajes por hora', source: PHRASE },
      { text: '450 Zu viele Nachrichten in kurzer Zeit', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.content',
    pattern: inTurn(
      /^(?!.*(?:boite|postfach|casella|buzon|caixa|skrzynk|ящик|schranka|postvak)).*?/,
      anyOf(
        /\bwirus\w*|вирус|контент\S* (?:откл|запрещ)/,
        /pieces? jointes?|\banhang\b|anhange\b|\banexos?\b|adjuntos?\b|allegat[oi]\b/,
        /zalacznik\w*|bijlagen?\b|\bpriloh\w+|вложени|\bbilag\w*|vedlegg|\bliit[et]\w*|csatolmany/,
        inTurn(
          /taille|gro(?:ss|ess)e|tamano|tamanho|dimension[ei]|rozmiar|omvang|velikost|размер|storlek|storrelse/,
          /.{0,40}/,
          /depass|uberschr|exced|excess|eccess|superio|supera|maxim|massim|przekracza|overschr|prekrac|превыш|limit/,
        ),
        inTurn(
          /depasse|supera|excede|uberschreitet|przekracza|overschrijdt|prekracuje|превышает/,
          /.{0,24}(?:taille|tamano|tamanho|dimension|gro(?:ss|ess)e|rozmiar|omvang|velikost|размер)/,
        ),
        inTurn(
          /contenu|contenido|conteudo|contenuto|tresc\w*|inhalt\w*|inhoud|obsah\w*|содержим\S*/,
          / (?:\S+ ){0,2}/,
          anyOf(
            /suspect|sospech|suspeit|sospett|podejrzan|verdacht|podezrel|подозрит|interdit|prohibi|proibi|vietat/,
            /refus|rechaz|rejeit|nicht (?:zulass|erlaubt|gestattet)|niedozwol/,
            /unzulassig|verboten|abgelehnt|zakazan|запрещ|inapropri|inadecuad/,
          ),
        ),
        /\bpiece jointe\b|\bals spam (?:eingestuft|erkannt|markiert)/,
        inTurn(
          /(?:mots?|termes?|palabras?|palavras?|parol[ae]|woe?rter|wort|slow[ao]|woorden|slova) (?:\S+ )?/,
          /(?:interdit|prohibid|proibid|vietat|verboten|unzulassig|niedozwol|zakazan|ongepast|sensib|nicht erlaubt)/,
        ),
        inTurn(
          /(?:contenus?|contenidos?|conteudos?|contenuti?|tresc\w*|inhalte?|palabras|mots) /,
          /(?:sensible|sensivel|inapropiad|inapropriad|inadeguat|inappropri|wulgarn|anstoss?ig|unangemessen|choquant|ofensiv)/,
        ),
        /(?:unzula?e?ssige|verbotene|anstoe?ssige) (?:woe?rter|begriffe|ausdrucke)|(?:zakazane|niedozwolone) slowa/,
        /(?:запрещенн|недопустим|нецензурн)\S* (?:слов|выражен)|敏感(?:词|詞|内容|內容|信息|字)|违禁|違禁|禁止(?:语|用語|ワード)|금지어|금칙어/,
        /wegen (?:ihres |des )?inhalts?\b|(?:lien|enlace|link)s? (?:\S+ )?(?:suspect|malicios|malveillant)/,
      ),
    ),
    category: 'content',
    meaning:
      'The message itself is not taken: a virus, an attachment, its size or its words, said in another language.',
    source: SOURCE,
    examples: [
      { text: '550 A mensagem contém anexo proibido', source: PHRASE },
      { text: '552 Le message dépasse la taille autorisée', source: PHRASE },
      { text: '550 Mensaje rechazado por contenido sospechoso', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.sender',
    pattern: inTurn(
      /expediteur|absender|remitente|remetente|mittente|nadawc|afzender|odesilatel|отправител|avsandar|lahettaja/,
      /\w{0,20}(?: \S+){0,3} /,
      anyOf(
        /(?:n'a pas|pas|non|nicht|no|nao|nie|niet|не) (?:\S+ ){0,2}(?:verif|uberpruf|veri?fi[ck]|geverif|провер|zweryf)/,
        /inconnu|introuvable|inexist|unbekannt|desconocid|desconhecid|sconosciut|inesistent|nieznan|onbekend/,
        /n'existe pas|existiert nicht|no existe|nao existe|non esiste|nie istnieje|bestaat niet|neexistuje|не существует/,
        /nicht (?:auflosbar|gefunden)|invalid|ungultig|no valid|non valid|неверн|finns inte/,
      ),
    ),
    category: 'configuration',
    scope: 'domain',
    meaning: 'The sender’s address or domain does not exist or cannot be verified, said in another language.',
    source: SOURCE,
    advice: SENDER_DOMAIN,
    examples: [
      { text: "550 L'expediteur n'a pas pu etre verifie", source: PHRASE },
      { text: '550 Absenderadresse nicht gefunden', source: PHRASE },
    ],
  },
]);
