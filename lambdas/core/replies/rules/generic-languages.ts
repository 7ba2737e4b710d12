import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/**
 * French, German, Italian, Spanish, Portuguese, Polish, Russian, Chinese, Dutch and Czech words that name a cause, one
 * rule for each category, and the commonest of Turkish, Hungarian, Romanian and the Nordic languages; what
 * Chinese, Japanese and Korean say besides stands in generic-languages-asian.ts. Before the English rules, which know single words of them only. What refuses or puts off without a reason
 * stands with the English of the same meaning (`generic.policy`, `generic.unavailable.*`), save for the languages
 * named last. The text is without accents here, save for Cyrillic.
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
        /limite?s?|quotas?(?! of \d)|cota|cuota|debit|obergrenze|limiet/,
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
        / (?:\d{1,4}|<n>) /,
        /messages|e?-?mails|destinataires|nachrichten|empfanger|mensajes|correos|destinatarios|mensagens|messaggi/,
      ),
      /(?:gonderim|mesaj|kuldesi|sandnings|lahetys)\S* (?:\S+ )?(?:limit|gransen|raja|korlat)\w*/,
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
    examples: [
      { text: "550 L'expediteur n'a pas pu etre verifie", source: PHRASE },
      { text: '550 Absenderadresse nicht gefunden', source: PHRASE },
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
          /superat|excedid|depass|esaurit|agotad|esgotad|wyczerpan|epuise|ausgeschopft/,
          /atingiu|alcanzado|atteint|erreicht|raggiunt/,
        ),
      ),
      /ящик\S* (?:\S+ ){0,3}(?:переполнен|полон|заполнен)|(?:邮箱|信箱|空间)\S{0,6}(?:已?满|不足|超)/,
      inTurn(
        /quota|espace|speicherplatz|espacio|espaco|spazio/,
        /\b.{0,30}/,
        /boite|postfach|casella|buzon|caixa|disque|disco/,
      ),
      /メールボックス\S{0,6}(?:いっぱい|満杯|容量)|容量\S{0,4}(?:超|不足)|(?:메일함|사서함|용량)\S{0,4}\s?(?:가득|초과|부족)/,
      inTurn(
        /brevladan|postkassen|postilaatikko|postafiok|posta kutusu|casuta/,
        /\S* (?:\S+ )?/,
        /full|fuld|taynna|megtelt|dolu|plina/,
        /\w*/,
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
      /\b(?:empfa?e?ngers|destinataire|destinatario|odbiorcy|ontvanger|prijemce)\b.{0,30}\bmx\b/,
      /нет такого (?:пользовател|ящик|адрес)/,
      /(?:用户|收件人|邮箱|账号|帐号)\S{0,6}(?:不存在|无效|未找到|停用|禁用)/,
      /(?:宛先|メールアドレス|ユーザ|受信者|アドレス)\S{0,14}(?:存在しません|見つかりません|存在しない|不明|無効)/,
      /(?:사용자|수신자|계정|메일\s?주소)\S{0,4}\s?(?:없|존재하지|찾을 수)|존재하지 않는/,
      inTurn(
        /anvandare|mottagare|brugere|bruger|kayttaja|kullanici|utilizator|felhasznalo|cimzett/,
        /\w*(?: \S+){0,3} /,
        /finns inte|findes ikke|ei ole|bulunamadi|yok|necunoscut|inexistent|nem letezik|ismeretlen|okand|ukendt/,
      ),
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
  {
    id: 'generic.languages.spam',
    pattern: anyOf(
      /skrappost|roskaposti|istenmeyen (?:e-?posta|mesaj)|level(?:szemet|szemetkent)/,
      /(?:storleken|viestin koko|mesajin boyutu|uzenet merete)\S* .{0,40}(?:stor|liian|buyuk|nagy)/,
    ),
    category: 'content',
    meaning: 'The message is taken for spam or is too big, said in Turkish, Hungarian or a Nordic language.',
    source: SOURCE,
    examples: [{ text: '550 Mesajınız istenmeyen e-posta olarak işaretlendi', source: PHRASE }],
  },
  {
    id: 'generic.languages.blocked',
    pattern: anyOf(
      /アクセス\S{0,4}拒否|(?:受信|接続)\S{0,4}拒否|ブロックされ|차단(?:된|되었|됨|하)/,
      /\bip\S*(?: \S+){0,3} (?:sparrad|blockerad|blokeret|estetty|engellen\w+|blocata?)\b/,
      /\bip\S*(?: \S+){0,3} (?:tiltolistan|letiltva)\b/,
      /(?:sparrad|blockerad|blokeret|estetty|engellendi|letiltva|tiltolistan)\b(?: \S+){0,4} ip\b/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The sender is blocked, said in Japanese, Korean, Turkish, Hungarian or a Nordic language.',
    source: SOURCE,
    examples: [{ text: '550 IP adresiniz engellendi', source: PHRASE }],
  },
  {
    id: 'generic.languages.unavailable',
    pattern: anyOf(
      /(?:サービス|サーバ)\S{0,8}(?:利用できません|停止|混雑|エラー)|一時的な?(?:エラー|障害)|일시적인? (?:오류|장애)|서비스\S{0,3} (?:사용할 수 없|불가)/,
      /inte tillganglig|ikke tilgaengelig|ikke tilgjengelig|ei ole kaytettavissa/,
      /gecici (?:\S+ )?hata|nem elerheto|indisponibil|\bmesgul\b|tulterhelt|overbelast|ylikuormit|supraincarcat/,
      /(?:serveur|serveurs|service) (?:\S+ ){0,3}(?:trop charge|charge elevee|interrompu|a l'arret|suspendu)/,
      /redemarrage|neu ?gestartet|neustart|\breinici\w+|riavvi\w+|herstart\w*|перезагру|перезапуск/,
      /неполадк|неисправн|сбой|сервер остановлен/,
      /\ben panne\b|\bpanne\b|fora do ar|caido\b|fuera de servicio|\bariza\b|\bbakim\b/,
      /charge (?:\S+ )?(?:trop elevee|elevee|excessive)|sobrecarr?eg|sovraccaric|sobrecarg/,
      /\bhohe[rn]? (?:system|server)?(?:last|auslastung)\b/,
      /(?:высокая|большая) нагрузк|перегруз|на обслуживании|технически\S* (?:перерыв|обслуж)|не принимает почту/,
      /(?:servizio|servicio|servico|dienst) (?:\S+ )?(?:sospes|suspend|suspens|unterbroch|onderbrok|interr[ou]mp)/,
    ),
    category: 'unavailable',
    meaning: 'The service is down for now or has too much to do, said in another language than English.',
    source: SOURCE,
    examples: [{ text: '421 サービスは現在利用できません', source: PHRASE }],
  },
]);
