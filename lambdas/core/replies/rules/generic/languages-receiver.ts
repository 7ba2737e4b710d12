// Here: full and unknown mailboxes in languages other than English, and refusals and trouble where the
// English rules know no word.
// Not here: causes on the sender's side (→ languages-sender.ts).

import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

const SOURCE =
  'phrases of these languages in receivers’ replies, collected in test/fixtures/replies/phrases.tsv, 2026-11';
const PHRASE = 'test/fixtures/replies/phrases.tsv, 2026-11, without accents as many servers write it';

export const genericLanguageReceiverRules = defineRules('*', [
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
          /atingiu|alcanzado|atteint|erreicht|raggiunt|finito lo spazio|sin espacio|sem espaco|plus de place/,
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
      /nimmt keine (?:post|mails?|nachrichten) (?:an|entgegen)|такого адреса (?:\S+ ){0,2}нет|該当する(?:ユーザ|アドレス|宛先)\S*/,
      inTurn(
        /(?:boite|messagerie|casella|buzon|cuenta|conta|postfach|konto) /,
        /(?:est |es |esta |e |ist )?(?:fermee?|chius\w|cerrad\w|encerrad\w|geschlossen)/,
      ),
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
    meaning:
      'The message was classified as spam or is too big, said in Turkish, Hungarian or a Nordic language.',
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
      /\bgewartet\b|\bdisque (?:est )?plein\b|\bfestplatte (?:ist )?voll\b|\bdisco (?:esta |e )?(?:lleno|pieno|cheio)\b/,
      /\btempo (?:limite |di attesa |de espera )?(?:esgotado|excedido|scaduto|superato)|\bzeitue?berschreitung|\bzeitlimit\b/,
      /\bdelai (?:d'\w+ )?(?:depasse|expire)|\btiempo (?:de espera |limite )?(?:agotado|excedido)/,
      /\bczas (?:oczekiwania )?(?:uplynal|minal)|время ожидания|тайм-?аут|タイムアウト|(?:连接|操作|等待)超时|시간 ?초과/,
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
