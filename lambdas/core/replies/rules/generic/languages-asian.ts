// Here: causes said in Chinese, Japanese or Korean, one rule for each category.
// Not here: full or unknown mailboxes (→ languages-receiver.ts).

import { ERRORS_IN_SESSION } from '../../advice/causes.ts';
import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

const SOURCE = 'phrases of receivers in China, Japan and Korea in test/fixtures/replies/phrases.tsv, 2026-11';
const PHRASE = 'test/fixtures/replies/phrases.tsv, 2026-11';

/**
 * These languages are written with few spaces or none, so the gap in a wording is a number of characters. Size comes
 * before the limits, which share “exceeds” with it, and trouble before “in five minutes”.
 */
export const genericAsianLanguageRules = defineRules('*', [
  {
    id: 'generic.languages.asian.authentication',
    pattern: anyOf(
      inTurn(
        /(?:spf|dkim|dmarc).{0,16}/,
        /認証|検証|ポリシー|失敗|拒否|一致|不合格|인증|실패|검증|정책|불일치|验证|驗證|校验|策略|失败|未通过|不包含|无效/,
      ),
      /(?:発信|送信)ドメイン認証|도메인 ?인증|발신 ?인증/,
    ),
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF, DKIM or DMARC did not pass, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [{ text: '550 DMARCポリシーにより受信を拒否しました', source: PHRASE }],
  },
  {
    id: 'generic.languages.asian.reputation',
    pattern: /信誉|信譽|信用(?:度|分)|レピュテーション|評判|送信者評価|평판|신뢰도/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The standing of the sender is too low, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [{ text: '421 送信元IPのレピュテーションが低いため受信を保留しました', source: PHRASE }],
  },
  {
    id: 'generic.languages.asian.blocked',
    pattern: anyOf(
      /黑名单|黑名單|ブラックリスト|拒否リスト|블랙 ?리스트|차단 ?(?:목록|리스트)|封禁|已被?(?:屏蔽|封锁|拦截)/,
      /(?:ip|アドレス|서버|地址|网段)\S{0,8}(?:禁止|拒绝|拒否|遮断|封锁|屏蔽|차단)|アクセス\S{0,4}制限|접근(?:이|을)? ?(?:거부|차단|금지)/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The sender is on a blocklist, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [
      { text: '550 送信元IPアドレスは拒否リストに登録されています', source: PHRASE },
      { text: '550 해당 IP는 차단 목록에 등록되어 있습니다', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.asian.too-many-errors',
    pattern:
      /(?:错误|錯誤)(?:次)?(?:数|數|太多|过多|過多)|(?:エラー|오류) ?(?:回)?(?:数|횟수|が多|が너무)|오류가 너무/,
    category: 'configuration',
    meaning: 'The session was ended after too many errors, said in Chinese, Japanese or Korean.',
    source: 'servers’ own texts in test/fixtures/replies/code-421.tsv, 2026-11',
    advice: ERRORS_IN_SESSION,
    examples: [{ text: '421 已达到最大错误次数', source: 'test/fixtures/replies/near-misses.tsv, 2026-11' }],
  },
  {
    id: 'generic.languages.asian.connections',
    pattern: anyOf(
      /(?:最多|至多|最大|不超过)\S{0,6}(?:连接|連線|会话|接続|접속)|(?:최대|너무 많은) ?\S{0,4} ?(?:접속|연결|세션)/,
      /(?:连接|連線|并发|接続|접속|연결)\S{0,4} ?(?:数|數|수)\S{0,6} ?(?:上限|制限|限制|超|过[多大]|過[多大]|太多|多すぎ|초과|제한)/,
    ),
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [{ text: '421 一个IP最多允许5个连接', source: PHRASE }],
  },
  {
    id: 'generic.languages.asian.rate',
    pattern: anyOf(
      /(?:送信|配信|発信)\S{0,4}(?:レート|速度|頻度|ペース)|(?:レート|速度)制限|送信が速すぎ|短時間\S{0,6}(?:大量|多数)/,
      /(?:发信|发件|发送|投递|發信)\S{0,6}(?:速率|配额|额度|频次|太快|过快|过多|太多)|流量(?:限制|控制|超)|限流|限速/,
      /(?:전송|발송|발신) ?\S{0,4} ?(?:속도|빈도|횟수|한도|할당량)|단시간|너무 (?:빨리|자주)/,
    ),
    category: 'rate-limit',
    meaning:
      'More messages than the receiver accepts from the sender within a period of time, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [{ text: '450 送信レートが高すぎます', source: PHRASE }],
  },
  {
    id: 'generic.languages.asian.content',
    pattern: anyOf(
      /病毒|ウイルス|ウィルス|바이러스|악성 ?코드|附件|添付|첨부/,
      /(?:邮件|郵件|信件|メール|메일|メッセージ|메시지)\S{0,3} ?(?:大小|サイズ|크기|용량이)\S{0,4} ?\S{0,6}(?:超|过|過|大き|초과|너무|제한)/,
      /(?:邮件|郵件|信件|メール|本文|메일|본문)\S{0,4} ?(?:内容|內容|내용)|스팸|スパム|迷惑メール|垃圾(?:邮件|郵件|信)/,
    ),
    category: 'content',
    meaning:
      'The message itself is not taken: a virus, an attachment, its size or its words, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [
      { text: '550 スパムと判定されました', source: PHRASE },
      { text: '552 邮件大小超过限制', source: PHRASE },
      { text: '550 メールサイズが大きすぎます', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.asian.names',
    pattern: anyOf(
      /反向(?:解析|域名|dns)|反解|逆引き|역방향|리버스 ?dns|역 ?dns/,
      /(?:发件人|發件人|寄件者|送信元|差出人)\S{0,2}(?:域名|地址|ドメイン|アドレス)\S{0,6}(?:不存在|无效|無効|存在し|確認|错误)/,
      /발신(?:자|인)? ?(?:도메인|주소)\S{0,4} ?\S{0,6}(?:없|존재하지|확인)/,
    ),
    category: 'configuration',
    meaning: 'The sender’s IP or domain has no valid name in DNS, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [
      { text: '450 逆引きDNSが設定されていません', source: PHRASE },
      { text: '450 역방향 DNS가 등록되어 있지 않습니다', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.asian.unavailable',
    pattern: anyOf(
      /维护|維護|メンテナンス|保守作業|(?:시스템|서버|서비스) ?(?:점검|중단|중지)|혼잡|과부하/,
      /混雑|混み合|負荷が高|繁忙|过载|過載|過負荷|负载(?:过高|太高)|高负载|服务\S{0,4}(?:暂停|停止|中断)|暂停服务|暂时无法/,
      /一時的に\S{0,6}(?:利用|受信|接続)でき|受け付けられません|응답하지 않|응답이 없|응답 ?시간/,
      /接続(?:が|は)(?:ドロップ|切断|タイムアウト)|连接(?:已|被)?(?:断开|中断|超时)|연결이 (?:끊|종료)/,
    ),
    category: 'unavailable',
    meaning: 'The receiver is under maintenance or has too much to do, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [
      { text: '421 ただいまメンテナンス中です', source: PHRASE },
      { text: '421 서버가 혼잡합니다', source: PHRASE },
    ],
  },
  {
    id: 'generic.languages.asian.come-back-later',
    pattern: anyOf(
      /^(?!.*(?:超|过多|太多|上限|频|制限|초과|제한|많은)).*?<n> ?(?:分钟|分鐘|分|秒|分間|초|분|小时|時間|시간) ?(?:之?后|之?後|以后|후)/,
      /グレーリスト|그레이 ?리스트|灰名單|首次(?:投递|投遞|连接|发信)|(?:重新|再次|再度)(?:发送|投递|發送|送信)|重发|初回(?:の)?(?:接続|配信|送信)|처음 (?:접속|보낸)/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning:
      'The server wants the same message again after some minutes, said in Chinese, Japanese or Korean.',
    source: SOURCE,
    examples: [
      { text: '451 5分後に再送してください', source: PHRASE },
      { text: '451 请于5分钟后重试', source: PHRASE },
    ],
  },
]);
